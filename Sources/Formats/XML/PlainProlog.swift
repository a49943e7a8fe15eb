import Glibc

/// Whether what stands before a root is so plain that the root can be scanned without a parser.
///
/// Plain is: a declaration of version 1.0 in UTF-8, `xml-stylesheet` instructions, and a DOCTYPE that
/// names an external DTD and declares nothing, all of printable ASCII. Anything else is for the parser
/// to judge.
struct PlainProlog {
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private var place = 0

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
    guard skipSpace(), starts("SYSTEM") else { return false }
    place += 6
    guard skipSpace(), literal() != nil else { return false }
    skipSpace()
    // The USPTO writes an empty internal subset, `[ ]`.
    if place < count, bytes[place] == 0x5B {
      place += 1
      skipSpace()
      guard place < count, bytes[place] == 0x5D else { return false }
      place += 1
      skipSpace()
    }
    guard place < count, bytes[place] == 0x3E else { return false }
    place += 1
    return true
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

  private func starts(_ text: StaticString) -> Bool {
    place + text.utf8CodeUnitCount <= count
      && memcmp(bytes + place, text.utf8Start, text.utf8CodeUnitCount) == 0
  }
}
