import CLibXML2
import Glibc

/// Visits the part of a document that no field is taken from, byte by byte and never a tree.
///
/// Checks: 1. UTF-8 and the characters XML forbids; 2. that tags nest by name; 3. the quotes of
/// attributes; 4. comments, CDATA sections and processing instructions; 5. entity names, by the rule
/// the parser uses; 6. that the root ends. Claims are counted on the way. Not checked, unlike in a
/// full parse: name characters, attributes given twice, `]]>` in text, namespace prefixes.
///
/// The bytes must be followed by sixteen zero bytes.
struct MarkupScan {
  enum Outcome {
    /// The root's end tag ends at this place.
    case rootEnd(Int)
    /// A child of the root that belongs to the needed part begins at this place.
    case neededPart(Int)
    case fault(XMLFault)
  }

  static let maximumDepth = 65_536
  static let cdataOpener: StaticString = "<![CDATA["
  static let commentOpener: StaticString = "<!--"

  let bytes: UnsafePointer<UInt8>
  let count: Int
  /// Children of the root that must be parsed, should they come here.
  let needed: [StaticString]
  /// The path of the elements to count, from the root's child on.
  let countedPath: [StaticString]
  /// The attribute a counted element must have.
  let countedAttribute: StaticString?

  /// Elements counted, in the first child of the root that holds any.
  private(set) var counted = 0
  /// The first fault that does not hide where the document ends.
  private(set) var softFault: XMLFault?

  private var names: [(start: Int, length: Int)] = []
  private var matched = 0

  init(
    bytes: UnsafePointer<UInt8>, count: Int, needed: [StaticString] = [],
    countedPath: [StaticString] = [], countedAttribute: StaticString? = nil
  ) {
    self.bytes = bytes
    self.count = count
    self.needed = needed
    self.countedPath = countedPath
    self.countedAttribute = countedAttribute
    names.reserveCapacity(32)
  }

  /// Scans from `start` to the root's end. With `root`, the root is open already and its start tag
  /// stands there; without, the root's start tag is at `start`.
  mutating func run(from start: Int, root: Int? = nil) -> Outcome {
    if let root { names.append((root + 1, nameLength(root + 1))) }
    var place = start
    while true {
      place = text(from: place)
      if place >= count {
        return truncated(at: count)
      }
      switch bytes[place + 1] {
      case 0x2F:  // </
        let from = place + 2
        guard let top = names.last else { return fault("an end tag without a start tag", place) }
        let length = top.length
        var after = from + length
        guard after < count, memcmp(bytes + from, bytes + top.start, length) == 0 else {
          return mismatch(at: place)
        }
        while isSpace(bytes[after]) { after += 1 }
        guard bytes[after] == 0x3E else {
          return bytes[after] == 0x3C || after >= count
            ? truncated(at: after) : mismatch(at: place)
        }
        names.removeLast()
        if matched > names.count - 1, matched > 0 { matched -= 1 }
        place = after + 1
        if names.isEmpty { return .rootEnd(place) }
      case 0x21:  // <!
        if starts("<!--", at: place) {
          guard let end = sectionEnd("-->", from: place + 4, opener: MarkupScan.commentOpener)
          else { return truncated(at: place) }
          place = end
        } else if starts("<![CDATA[", at: place) {
          guard let end = sectionEnd("]]>", from: place + 9, opener: MarkupScan.cdataOpener)
          else { return truncated(at: place) }
          place = end
        } else if starts("<!DOCTYPE", at: place) {
          return truncated(at: place)
        } else {
          return fault("unexpected markup", place)
        }
      case 0x3F:  // <?
        if MarkupScan.isDeclaration(bytes + place, count - place) { return truncated(at: place) }
        guard let end = sectionEnd("?>", from: place + 2, opener: "<?xml ") else {
          return truncated(at: place)
        }
        place = end
      default:
        switch startTag(at: place) {
        case .rootEnd(let next):
          place = next
          if names.isEmpty { return .rootEnd(place) }
        case let other: return other
        }
      }
    }
  }

  /// Reads a start tag; gives the place behind it as `rootEnd`.
  private mutating func startTag(at place: Int) -> Outcome {
    let from = place + 1
    let length = nameLength(from)
    guard length > 0 else {
      return place + 1 >= count ? truncated(at: place) : fault("a \"<\" that begins no tag", place)
    }
    if let root = names.first, root.length == length,
      memcmp(bytes + from, bytes + root.start, length) == 0
    {
      return truncated(at: place)
    }
    let local = localStart(from, length)
    let localLength = from + length - local
    if names.count == 1 {
      for name in needed where equals(local, localLength, name) { return .neededPart(place) }
    }
    var hasCountedAttribute = countedAttribute == nil
    var next = from + length
    while true {
      var afterSpace = next
      while isSpace(bytes[afterSpace]) { afterSpace += 1 }
      let byte = bytes[afterSpace]
      if byte == 0x3E {
        next = afterSpace + 1
        break
      }
      if byte == 0x2F, bytes[afterSpace + 1] == 0x3E {
        count(local, localLength, hasCountedAttribute, opens: false)
        return .rootEnd(afterSpace + 2)
      }
      guard afterSpace > next else { return brokenTag(at: afterSpace) }
      let name = afterSpace
      next = name
      while !isSpace(bytes[next]), bytes[next] != 0x3D, bytes[next] != 0x3E, bytes[next] != 0x3C,
        next < count
      { next += 1 }
      let nameEnd = next
      while isSpace(bytes[next]) { next += 1 }
      guard nameEnd > name, bytes[next] == 0x3D else { return brokenTag(at: next) }
      next += 1
      while isSpace(bytes[next]) { next += 1 }
      let quote = bytes[next]
      guard quote == 0x22 || quote == 0x27 else { return brokenTag(at: next) }
      if let countedAttribute, equals(name, nameEnd - name, countedAttribute) {
        hasCountedAttribute = true
      }
      next += 1
      let value = next
      var plain = true
      while bytes[next] != quote, bytes[next] != 0x3C, next < count {
        if bytes[next] >= 0x80 || bytes[next] < 0x20 { plain = false }
        if bytes[next] == 0x26 {
          next = entity(at: next)
        } else {
          next += 1
        }
      }
      guard next < count, bytes[next] == quote else { return brokenTag(at: next) }
      if !plain { check(from: value, to: next) }
      next += 1
    }
    guard names.count < MarkupScan.maximumDepth else {
      return fault("elements are nested deeper than \(MarkupScan.maximumDepth)", place)
    }
    count(local, localLength, hasCountedAttribute, opens: true)
    names.append((from, length))
    return .rootEnd(next)
  }

  @inline(__always)
  private mutating func count(
    _ local: Int, _ length: Int, _ hasAttribute: Bool, opens: Bool
  ) {
    guard matched < countedPath.count, names.count == matched + 1,
      equals(local, length, countedPath[matched])
    else { return }
    // Further sets of claims are the same in other languages, or for other states.
    if matched == 0, counted > 0 { return }
    if matched == countedPath.count - 1 {
      if hasAttribute { counted += 1 }
    }
    if opens { matched += 1 }
  }

  /// Skips text to the next `<`, checking characters and entities on the way.
  @inline(__always)
  private mutating func text(from start: Int) -> Int {
    var place = start
    while true {
      // Eight ASCII bytes at once.
      let word = UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self)
      let high: UInt64 = 0x8080_8080_8080_8080
      let ones: UInt64 = 0x0101_0101_0101_0101
      let less = word ^ (0x3C * ones)
      let ampersand = word ^ (0x26 * ones)
      let special =
        (word | (word &- 0x20 * ones) & ~word | (less &- ones) & ~less
          | (ampersand &- ones) & ~ampersand) & high
      if special == 0 {
        place += 8
        continue
      }
      place += special.trailingZeroBitCount >> 3
      // Runs of three-byte characters, as most Chinese text is.
      var byte = bytes[place]
      while byte >= 0xE1, byte <= 0xEF {
        let three = UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt32.self)
        guard three & 0xC0C000 == 0x808000 else { break }
        if byte == 0xED, bytes[place + 1] >= 0xA0 { break }
        if byte == 0xEF, three & 0xFEFF00 == 0xBEBF00 { break }
        place += 3
        byte = bytes[place]
      }
      if byte == 0x3C {
        if place >= count { return count }
        return place
      }
      if byte == 0x26 {
        place = entity(at: place)
        continue
      }
      if byte == 0x0A || byte == 0x0D || byte == 0x09 {
        place += 1
        continue
      }
      if byte >= 0x20, byte < 0x80 { continue }
      if place >= count { return count }
      let length = CharacterCheck.length(bytes + place, count - place)
      if length > 0 {
        place += length
      } else {
        note(CharacterCheck.fault(bytes, place, count))
        place += 1
      }
    }
  }

  /// Checks an entity or character reference and gives the place behind it.
  private mutating func entity(at place: Int) -> Int {
    var end = place + 1
    while end < count, end - place < 64, bytes[end] != 0x3B, bytes[end] != 0x3C, bytes[end] != 0x26,
      !isSpace(bytes[end]), bytes[end] != 0x22
    { end += 1 }
    let name = UnsafeBufferPointer(start: bytes + place + 1, count: end - place - 1)
    guard end < count, bytes[end] == 0x3B, !name.isEmpty else {
      if end < count {
        note(
          XMLFault(
            code: .xmlSyntax, reason: "a \"&\" without an entity name and \";\"; expected &amp;",
            position: place))
      }
      return place + 1
    }
    if EntityNames.isKnown(name) { return end + 1 }
    note(
      XMLFault(
        code: name[0] == 0x23 ? .xmlSyntax : .undefinedEntity,
        reason: EntityNames.unknownReason(String(decoding: name, as: UTF8.self)), position: place))
    return end + 1
  }

  private mutating func sectionEnd(
    _ closer: StaticString, from start: Int, opener: StaticString
  ) -> Int? {
    guard let end = ByteSearch.first(closer, in: bytes, count: count, from: start) else {
      return nil
    }
    let section = UnsafeBufferPointer(start: bytes + start, count: end - start)
    if MarkupScan.swallowsDeclaration(section, opener: opener) { return nil }
    check(from: start, to: end)
    return end + closer.utf8CodeUnitCount
  }

  private mutating func check(from start: Int, to end: Int) {
    var place = start
    while place < end {
      let length = CharacterCheck.length(bytes + place, end - place)
      if length == 0 {
        note(CharacterCheck.fault(bytes, place, count))
        place += 1
      } else {
        place += length
      }
    }
  }

  private mutating func note(_ fault: XMLFault) {
    if softFault == nil { softFault = fault }
  }

  private func truncated(at place: Int) -> Outcome {
    let open = names.last.map { text($0.start, $0.length) } ?? ""
    return .fault(
      XMLFault(
        code: .truncated,
        reason: "the document ends at byte \(place) inside <\(open)>; expected its end tag and the "
          + "root's; deliver the whole document again", position: place))
  }

  private func brokenTag(at place: Int) -> Outcome {
    if place >= count || bytes[place] == 0x3C { return truncated(at: min(place, count)) }
    return fault("a tag that is not well-formed", place)
  }

  private func mismatch(at place: Int) -> Outcome {
    let from = place + 2
    let length = nameLength(from)
    if from + length >= count || bytes[from + length] == 0x3C {
      return truncated(at: from + length)
    }
    let open = names.last.map { text($0.start, $0.length) } ?? ""
    return fault("</\(text(from, length))> found, </\(open)> expected", place)
  }

  private func fault(_ reason: String, _ place: Int) -> Outcome {
    .fault(XMLFault(code: .xmlSyntax, reason: "\(reason) at byte \(place)", position: place))
  }

  private func text(_ start: Int, _ length: Int) -> String {
    String(
      decoding: UnsafeBufferPointer(start: bytes + start, count: min(length, 80)), as: UTF8.self)
  }

  private func nameLength(_ start: Int) -> Int {
    var end = start
    while end < count {
      let byte = bytes[end]
      if byte <= 0x20 || byte == 0x3E || byte == 0x2F || byte == 0x3C || byte == 0x3D { break }
      end += 1
    }
    return end - start
  }

  @inline(__always)
  private func localStart(_ start: Int, _ length: Int) -> Int {
    var place = start
    while place < start + length {
      if bytes[place] == 0x3A { return place + 1 }
      place += 1
    }
    return start
  }

  @inline(__always)
  private func equals(_ start: Int, _ length: Int, _ name: StaticString) -> Bool {
    length == name.utf8CodeUnitCount && memcmp(bytes + start, name.utf8Start, length) == 0
  }

  @inline(__always)
  private func starts(_ text: StaticString, at place: Int) -> Bool {
    place + text.utf8CodeUnitCount <= count
      && memcmp(bytes + place, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  @inline(__always)
  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}

extension MarkupScan {
  /// Whether the bytes begin an XML declaration, `<?xml` and white space.
  static func isDeclaration(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    count >= 6 && memcmp(bytes, "<?xml", 5) == 0 && bytes[5] <= 0x20
  }

  /// Whether a section that was never closed has run into the next document: it holds an XML
  /// declaration and, behind that, another opener of its own kind. A declaration alone may be quoted
  /// in a section of its own right.
  static func swallowsDeclaration(
    _ section: UnsafeBufferPointer<UInt8>, opener: StaticString
  ) -> Bool {
    guard let start = section.baseAddress,
      let place = ByteSearch.first("<?xml ", in: start, count: section.count)
    else { return false }
    return ByteSearch.first(opener, in: start, count: section.count, from: place + 6) != nil
  }
}
