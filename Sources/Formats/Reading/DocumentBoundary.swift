import Glibc

/// Finds where documents and records begin and end in bytes whose markup may be broken.
enum DocumentBoundary {
  /// The next XML declaration behind a place, or nil.
  static func declaration(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, after place: Int
  ) -> Int? {
    var from = place + 1
    while let found = ByteSearch.first("<?xml", in: bytes, count: count, from: from) {
      if MarkupScan.isDeclaration(bytes + found, count - found) { return found }
      from = found + 5
    }
    return nil
  }

  /// Where reading resumes behind a broken document: the next declaration, DOCTYPE or root of a
  /// known format, outside of comments and CDATA sections that end; the end of the bytes if none.
  ///
  /// - Parameter sibling: the qualified name of the broken document's root. Where records may stand
  ///   as documents of their own, their start tag counts only behind such a document.
  static func next(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, after start: Int,
    sibling: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var place = start
    while place < count {
      guard let found = memchr(bytes + place, 0x3C, count - place) else { return count }
      place = UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
      let left = count - place
      if MarkupScan.isDeclaration(bytes + place, left) { return place }
      if left > 9, memcmp(bytes + place, "<!DOCTYPE", 9) == 0 { return place }
      if left > 9, memcmp(bytes + place, "<![CDATA[", 9) == 0 {
        place =
          sectionEnd(
            "]]>", bytes, count, place + 9, opener: MarkupScan.cdataOpener) ?? place + 9
        continue
      }
      if left > 4, memcmp(bytes + place, "<!--", 4) == 0 {
        place =
          sectionEnd(
            "-->", bytes, count, place + 4, opener: MarkupScan.commentOpener) ?? place + 4
        continue
      }
      if isResumption(bytes + place + 1, left - 1, sibling) { return place }
      place += 1
    }
    return count
  }

  /// The last place behind a root's end tag of a known format, or nil. Bytes up to there can be read
  /// without those that follow.
  static func lastRootEnd(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    var place = count - 1
    while place > 0 {
      guard let found = last(0x3C, bytes, place) else { return nil }
      place = found
      if bytes[place + 1] == 0x2F, isKnownRoot(bytes + place + 2, count - place - 2),
        let end = memchr(bytes + place, 0x3E, count - place)
      {
        return UnsafeRawPointer(end) - UnsafeRawPointer(bytes) + 1
      }
    }
    return nil
  }

  /// The place behind the white space that begins at a place.
  static func spaceEnd(_ bytes: UnsafePointer<UInt8>, _ count: Int, from place: Int) -> Int {
    var end = place
    while end < count, bytes[end] == 0x20 || (0x09...0x0D).contains(bytes[end]) { end += 1 }
    return end
  }

  /// The last place behind an end tag of the given qualified name, or nil.
  static func lastEnd(
    ofQualified name: UnsafeBufferPointer<UInt8>, _ bytes: UnsafePointer<UInt8>, from: Int,
    _ count: Int
  ) -> Int? {
    guard let start = name.baseAddress else { return nil }
    var place = count
    while place > from, let found = last(0x3C, bytes, place), found >= from {
      place = found
      let after = place + 2 + name.count
      if bytes[place + 1] == 0x2F, after < count, memcmp(bytes + place + 2, start, name.count) == 0,
        bytes[after] <= 0x20 || bytes[after] == 0x3E,
        let end = memchr(bytes + after, 0x3E, count - after)
      {
        return UnsafeRawPointer(end) - UnsafeRawPointer(bytes) + 1
      }
    }
    return nil
  }

  /// The last place behind an end tag of the given local name, or nil.
  static func lastEnd(
    of name: StaticString, _ bytes: UnsafePointer<UInt8>, from: Int, _ count: Int
  ) -> Int? {
    var place = count
    while place > from {
      guard let found = last(0x3C, bytes, place), found >= from else { return nil }
      place = found
      if bytes[place + 1] == 0x2F, matches(name, bytes + place + 2, count - place - 2),
        let end = memchr(bytes + place, 0x3E, count - place)
      {
        return UnsafeRawPointer(end) - UnsafeRawPointer(bytes) + 1
      }
    }
    return nil
  }

  /// The place behind an element without content whose tag begins at a place, or nil.
  static func emptyElementEnd(
    _ bytes: UnsafePointer<UInt8>, at start: Int, _ count: Int
  ) -> Int? {
    var quote: UInt8 = 0
    for place in start..<count {
      let byte = bytes[place]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        return bytes[place - 1] == 0x2F ? place + 1 : nil
      }
    }
    return nil
  }

  /// The place of the end tag of a qualified name, or nil.
  static func endTag(
    _ name: UnsafeBufferPointer<UInt8>, _ bytes: UnsafePointer<UInt8>, _ count: Int, from: Int
  ) -> Int? {
    guard let start = name.baseAddress else { return nil }
    var place = from
    while let found = ByteSearch.first("</", in: bytes, count: count, from: place) {
      let after = found + 2 + name.count
      if after < count, memcmp(bytes + found + 2, start, name.count) == 0, bytes[after] == 0x3E {
        return found
      }
      place = found + 2
    }
    return nil
  }

  /// The places of all start tags of a local name; one that the end cuts off within the name may be
  /// of a longer name, and is none.
  static func startTags(
    _ name: String, _ bytes: UnsafePointer<UInt8>, from: Int, to: Int
  ) -> [Int] {
    var places: [Int] = []
    let wanted = Array(name.utf8)
    var place = from
    while place < to, let found = memchr(bytes + place, 0x3C, to - place) {
      place = UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
      let (local, length) = localName(bytes + place + 1, to - place - 1)
      if length == wanted.count, local + length < bytes + to,
        wanted.withUnsafeBufferPointer({
          $0.baseAddress.map { memcmp(local, $0, length) == 0 } ?? false
        })
      {
        places.append(place)
      }
      place += 1
    }
    return places
  }

  /// The value of an attribute in the start tag at a place, for messages.
  static func attribute(
    _ name: StaticString, _ bytes: UnsafePointer<UInt8>, _ start: Int, _ count: Int
  ) -> String? {
    let limit = min(count, start + 512)
    guard let end = ByteSearch.first(">", in: bytes, count: limit, from: start),
      let found = ByteSearch.first(name, in: bytes, count: end, from: start)
    else { return nil }
    var place = found + name.utf8CodeUnitCount
    while place < end, bytes[place] != 0x22, bytes[place] != 0x27 { place += 1 }
    let value = place + 1
    place = value
    while place < end, bytes[place] != 0x22, bytes[place] != 0x27 { place += 1 }
    guard value < place else { return nil }
    return String(
      decoding: UnsafeBufferPointer(start: bytes + value, count: place - value), as: UTF8.self)
  }

  /// The qualified names of the elements that are open at a place, outermost first; the root's
  /// start tag is at `root`. Markup up to there was read before, so it is taken to be whole.
  static func openElements(
    _ bytes: UnsafePointer<UInt8>, root: Int, to end: Int
  ) -> [Range<Int>] {
    var open: [Range<Int>] = []
    var place = root
    while place < end, let found = memchr(bytes + place, 0x3C, end - place) {
      place = UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
      let left = end - place
      if left > 4, memcmp(bytes + place, "<!--", 4) == 0 {
        place = ByteSearch.first("-->", in: bytes, count: end, from: place + 4) ?? end
      } else if left > 9, memcmp(bytes + place, "<![CDATA[", 9) == 0 {
        place = ByteSearch.first("]]>", in: bytes, count: end, from: place + 9) ?? end
      } else if bytes[place + 1] == 0x2F {
        _ = open.popLast()
        place += 2
      } else if bytes[place + 1] == 0x3F || bytes[place + 1] == 0x21 {
        place += 2
      } else {
        let start = place + 1
        var nameEnd = start
        while nameEnd < end, bytes[nameEnd] > 0x20, bytes[nameEnd] != 0x3E, bytes[nameEnd] != 0x2F {
          nameEnd += 1
        }
        var quote: UInt8 = 0
        place = nameEnd
        while place < end, quote != 0 || bytes[place] != 0x3E {
          if quote == 0, bytes[place] == 0x22 || bytes[place] == 0x27 {
            quote = bytes[place]
          } else if bytes[place] == quote {
            quote = 0
          }
          place += 1
        }
        if place < end, bytes[place - 1] != 0x2F { open.append(start..<nameEnd) }
      }
    }
    return open
  }

  /// Where the header of a document of records ends: at the first record's start tag, or before it at a
  /// tag that the first record's end tag shows to have been one.
  static func headerEnd(
    _ bytes: UnsafePointer<UInt8>, root: Int, to first: Int, element: StaticString
  ) -> Int {
    guard let end = firstEnd(of: element, bytes, from: root, first) else { return first }
    // The damaged start tag is the last one that is open when the end tag comes.
    let open = openElements(bytes, root: root, to: max(root, end.tag))
    guard open.count > 1, let last = open.last, isMisspelt(element, bytes, last) else {
      return first
    }
    return last.lowerBound - 1
  }

  /// Whether a name is another one with a letter or two changed, lost or added.
  private static func isMisspelt(
    _ name: StaticString, _ bytes: UnsafePointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    let (local, length) = localName(bytes + range.lowerBound, range.count)
    let wanted = name.utf8CodeUnitCount
    let shorter = min(length, wanted)
    var prefix = 0
    while prefix < shorter, local[prefix] == name.utf8Start[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix,
      local[length - 1 - suffix] == name.utf8Start[wanted - 1 - suffix]
    { suffix += 1 }
    return max(length, wanted) - prefix - suffix <= 2
  }

  /// The first end tag of a local name: where it begins and where it ends; nil if there is none.
  static func firstEnd(
    of name: StaticString, _ bytes: UnsafePointer<UInt8>, from: Int, _ to: Int
  ) -> (tag: Int, end: Int)? {
    var place = from
    while let found = ByteSearch.first("</", in: bytes, count: to, from: place) {
      if matches(name, bytes + found + 2, to - found - 2),
        let end = memchr(bytes + found, 0x3E, to - found)
      {
        return (found, UnsafeRawPointer(end) - UnsafeRawPointer(bytes) + 1)
      }
      place = found + 2
    }
    return nil
  }

  /// The end tags of the open elements, innermost first.
  static func endTags(_ bytes: UnsafePointer<UInt8>, of open: [Range<Int>]) -> [UInt8] {
    var tags: [UInt8] = []
    for name in open.reversed() {
      tags += Array("</".utf8)
      tags += UnsafeBufferPointer(start: bytes + name.lowerBound, count: name.count)
      tags.append(0x3E)
    }
    return tags
  }

  private static func isKnownRoot(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    roots.contains { matches($0, bytes, count) }
  }

  /// Whether the start tag of a document that may follow a broken one begins here.
  private static func isResumption(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ sibling: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard roots.contains(where: { matches($0, bytes, count) }) else { return false }
    // A name that the end of the bytes cuts off may be a longer one's beginning.
    let (local, length) = localName(bytes, count)
    guard local + length < bytes + count else { return false }
    if !records.contains(where: { matches($0, bytes, count) }) {
      return !isWithin(sibling, bytes, count)
    }
    guard let name = sibling.baseAddress, count > sibling.count else { return false }
    let after = bytes[sibling.count]
    return memcmp(bytes, name, sibling.count) == 0
      && (after <= 0x20 || after == 0x3E || after == 0x2F)
  }

  /// Whether documents with the given root hold elements of the name that stands here.
  private static func isWithin(
    _ root: UnsafeBufferPointer<UInt8>, _ bytes: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    guard let start = root.baseAddress else { return false }
    let (outer, outerLength) = localName(start, root.count)
    let (inner, innerLength) = localName(bytes, count)
    let outerName = String(
      decoding: UnsafeBufferPointer(start: outer, count: outerLength), as: UTF8.self)
    let innerName = String(
      decoding: UnsafeBufferPointer(start: inner, count: innerLength), as: UTF8.self)
    return innerRoots[outerName]?.contains(innerName) ?? false
  }

  /// By root, which other roots its documents hold as elements, since some formats wrap others.
  private static let innerRoots: [String: Set<String>] = {
    let names = Set(roots.map { "\($0)" })
    var inner: [String: Set<String>] = [:]
    for format in Formats.all {
      for path in format.paths {
        let steps = path.path.split(separator: "/").map { String($0) }
        for step in steps.dropFirst() where names.contains(step) {
          inner[steps[0], default: []].insert(step)
        }
      }
    }
    return inner
  }()

  private static let roots: [StaticString] = Formats.all.flatMap { $0.roots }
  /// Elements that stand within documents, as records mostly, and may be roots as well.
  private static let records: [StaticString] = Formats.all.flatMap { $0.nestedRoots }

  private static func matches(
    _ name: StaticString, _ bytes: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    let (local, length) = localName(bytes, count)
    return length == name.utf8CodeUnitCount && memcmp(local, name.utf8Start, length) == 0
  }

  private static func localName(
    _ bytes: UnsafePointer<UInt8>, _ count: Int
  ) -> (UnsafePointer<UInt8>, Int) {
    var start = 0
    var end = 0
    while end < min(count, 128), bytes[end] > 0x20, bytes[end] != 0x3E, bytes[end] != 0x2F,
      bytes[end] != 0x3C
    {
      if bytes[end] == 0x3A { start = end + 1 }
      end += 1
    }
    return (bytes + start, end - start)
  }

  private static func sectionEnd(
    _ closer: StaticString, _ bytes: UnsafePointer<UInt8>, _ count: Int, _ from: Int,
    opener: StaticString
  ) -> Int? {
    guard let end = ByteSearch.first(closer, in: bytes, count: count, from: from) else {
      return nil
    }
    let section = UnsafeBufferPointer(start: bytes + from, count: end - from)
    return MarkupScan.swallowsDeclaration(section, opener: opener) ? nil : end
  }

  /// The last place of a byte before `end`.
  private static func last(_ byte: UInt8, _ bytes: UnsafePointer<UInt8>, _ end: Int) -> Int? {
    var place = end - 1
    while place >= 0 {
      if bytes[place] == byte { return place }
      place -= 1
    }
    return nil
  }
}
