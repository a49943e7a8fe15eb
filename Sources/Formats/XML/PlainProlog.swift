import Glibc

/// Whether what stands before a root is so plain that the root can be scanned without a parser.
///
/// Plain is: a declaration of version 1.0 in UTF-8, `xml-stylesheet` instructions, and a DOCTYPE that
/// names an external DTD and declares nothing, all of printable ASCII. Comments and declarations of
/// elements and attributes within the DOCTYPE are plain, too, if the parser takes them and no
/// attribute that is kept gets a value or a form from them. Anything else is for the parser to judge:
/// declared entities above all.
struct PlainProlog {
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private var place = 0
  /// Whether the parser must have read the prolog once without a fault.
  private(set) var needsParser = false
  /// The names in declarations of attributes, which may give an attribute a value or a form.
  private(set) var declaredNames: [Range<Int>] = []

  /// - Parameter count: where the root begins.
  init?(_ bytes: UnsafePointer<UInt8>, count: Int) {
    self.bytes = bytes
    self.count = count
    if starts("<?xml") {
      guard declaration() else { return nil }
    }
    var hasDoctype = false
    while true {
      skipSpace()
      if place == count { break }
      if starts("<?xml-stylesheet") {
        guard instruction() else { return nil }
      } else if starts("<!DOCTYPE") {
        guard !hasDoctype, doctype() else { return nil }
        hasDoctype = true
      } else if starts("<!--") {
        guard comment() else { return nil }
      } else {
        return nil
      }
    }
  }

  private mutating func declaration() -> Bool {
    place += 5
    guard skipSpace(), starts("version"), let version = value(7), version == [0x31, 0x2E, 0x30]
    else { return false }
    var hasSpace = skipSpace()
    if hasSpace, starts("encoding") {
      guard let name = value(8), name.map({ $0 | 0x20 }) == Array("utf-8".utf8) else {
        return false
      }
      hasSpace = skipSpace()
    }
    if hasSpace, starts("standalone") {
      guard let answer = value(10) else { return false }
      guard answer == Array("yes".utf8) || answer == Array("no".utf8) else { return false }
      skipSpace()
    }
    guard starts("?>") else { return false }
    place += 2
    return true
  }

  private mutating func instruction() -> Bool {
    place += 16
    guard skipSpace() else { return false }
    while place < count, isPrintable(bytes[place]) {
      if starts("?>") {
        place += 2
        return true
      }
      place += 1
    }
    return false
  }

  private mutating func doctype() -> Bool {
    place += 9
    guard skipSpace(), isLetter(bytes[place]) else { return false }
    while place < count, isLetter(bytes[place]) || bytes[place] == 0x2D || bytes[place] == 0x3A {
      place += 1
    }
    var hasSpace = skipSpace()
    if hasSpace, starts("SYSTEM") {
      place += 6
      guard skipSpace(), literal() != nil else { return false }
      hasSpace = skipSpace()
    } else if hasSpace, starts("PUBLIC") {
      needsParser = true
      place += 6
      guard skipSpace(), literal() != nil, skipSpace(), literal() != nil else { return false }
      hasSpace = skipSpace()
    }
    // The USPTO writes an empty internal subset, `[ ]`, into some files, a whole DTD into others.
    if place < count, bytes[place] == 0x5B {
      place += 1
      guard subset() else { return false }
      skipSpace()
    }
    guard place < count, bytes[place] == 0x3E else { return false }
    place += 1
    return true
  }

  /// Passes the declarations of an internal subset and its `]`.
  private mutating func subset() -> Bool {
    while true {
      skipSpace()
      guard place < count else { return false }
      if bytes[place] == 0x5D {
        place += 1
        return true
      }
      needsParser = true
      if starts("<!--") {
        guard comment() else { return false }
      } else if starts("<!ELEMENT") {
        guard markup(isAttributes: false) else { return false }
      } else if starts("<!ATTLIST") {
        guard markup(isAttributes: true) else { return false }
      } else {
        return false
      }
    }
  }

  private mutating func comment() -> Bool {
    needsParser = true
    guard let end = ByteSearch.first("-->", in: bytes, count: count, from: place + 4) else {
      return false
    }
    place = end + 3
    return true
  }

  /// Passes a declaration that holds no parameter entity; all names in one of attributes are noted.
  private mutating func markup(isAttributes: Bool) -> Bool {
    place += 9
    while place < count, bytes[place] != 0x3E {
      switch bytes[place] {
      case 0x22, 0x27:
        guard literal() != nil else { return false }
      case 0x25, 0x3C: return false
      case let byte where isLetter(byte) || byte == 0x5F:
        let name = name()
        if isAttributes { declaredNames.append(name) }
      default: place += 1
      }
    }
    guard place < count else { return false }
    place += 1
    return true
  }

  private mutating func name() -> Range<Int> {
    let start = place
    while place < count,
      isLetter(bytes[place]) || bytes[place] == 0x2D || bytes[place] == 0x5F
        || bytes[place] == 0x2E || bytes[place] == 0x3A || (0x30...0x39).contains(bytes[place])
    { place += 1 }
    return start..<place
  }

  /// The value of a pseudo-attribute whose name of so many bytes stands here.
  private mutating func value(_ nameLength: Int) -> [UInt8]? {
    place += nameLength
    skipSpace()
    guard place < count, bytes[place] == 0x3D else { return nil }
    place += 1
    skipSpace()
    return literal()
  }

  private mutating func literal() -> [UInt8]? {
    guard place < count, bytes[place] == 0x22 || bytes[place] == 0x27 else { return nil }
    let quote = bytes[place]
    let start = place + 1
    place = start
    while place < count, bytes[place] != quote {
      guard isPrintable(bytes[place]), bytes[place] != 0x3C else { return nil }
      place += 1
    }
    guard place < count else { return nil }
    place += 1
    return Array(UnsafeBufferPointer(start: bytes + start, count: place - 1 - start))
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = place
    while place < count,
      bytes[place] == 0x20 || bytes[place] == 0x0A || bytes[place] == 0x0D || bytes[place] == 0x09
    { place += 1 }
    return place > start
  }

  private func isPrintable(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
  }

  private func starts(_ text: StaticString) -> Bool { starts(text, at: place) }

  private func starts(_ text: StaticString, at place: Int) -> Bool {
    place + text.utf8CodeUnitCount <= count
      && memcmp(bytes + place, text.utf8Start, text.utf8CodeUnitCount) == 0
  }
}
