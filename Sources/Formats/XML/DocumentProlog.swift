import Glibc

/// What stands before a document's root: a BOM, the declaration, comments, instructions, a DOCTYPE.
struct DocumentProlog {
  /// Where the document begins: its declaration, DOCTYPE or root, behind white space and BOM.
  var start = 0
  /// The `<` of the root's start tag, nil if there is none.
  var root: Int?
  /// The root's name with its prefix.
  var rootName: Range<Int> = 0..<0
  /// The declared encoding in lower case.
  var encoding: String?
  /// Whether there is a declaration or a DOCTYPE, so that a root must follow.
  var hasContent = false
  /// Where comments and instructions end that belong to no document: at the end of the bytes, or
  /// at a declaration.
  var remarksEnd: Int?
  /// Where a comment begins that is never closed, or runs into the next document.
  var openComment: Int?
  /// Whether the DOCTYPE is that of HTML.
  var isHTML = false
  /// Whether the first byte that is no white space begins markup.
  var isMarkup = false

  /// Reads the prolog at `from`. Stops without a root at the end of the bytes or at another
  /// document's declaration.
  init(_ bytes: UnsafePointer<UInt8>, count: Int, from: Int = 0) {
    var place = DocumentProlog.skipSpace(bytes, count, from)
    start = place
    guard place < count, bytes[place] == 0x3C else { return }
    isMarkup = true
    if MarkupScan.isDeclaration(bytes + place, count - place) {
      hasContent = true
      // No value of a declaration holds a "<": one that does is cut off by the next document.
      guard let end = ByteSearch.first("?>", in: bytes, count: count, from: place),
        ByteSearch.first("<", in: bytes, count: end, from: place + 1) == nil
      else { return }
      encoding = DocumentProlog.encoding(bytes, place, end)
      place = end + 2
    }
    while true {
      place = DocumentProlog.skipSpace(bytes, count, place)
      if place >= count, !hasContent { remarksEnd = place }
      guard place + 1 < count, bytes[place] == 0x3C else { return }
      switch bytes[place + 1] {
      case 0x3F:
        if MarkupScan.isDeclaration(bytes + place, count - place) {
          if !hasContent { remarksEnd = place }
          return
        }
        guard let end = ByteSearch.first("?>", in: bytes, count: count, from: place),
          ByteSearch.first("<?xml", in: bytes, count: end, from: place + 2) == nil
        else { return }
        place = end + 2
      case 0x21:
        if count - place >= 4, memcmp(bytes + place, "<!--", 4) == 0 {
          guard let end = ByteSearch.first("-->", in: bytes, count: count, from: place + 4),
            !MarkupScan.swallowsDeclaration(
              UnsafeBufferPointer(start: bytes + place + 4, count: end - place - 4),
              opener: MarkupScan.commentOpener)
          else {
            openComment = place
            return
          }
          place = end + 3
        } else {
          hasContent = true
          guard let end = doctypeEnd(bytes, count, place) else { return }
          place = end
        }
      default:
        var end = place + 1
        while end < count, bytes[end] > 0x20, bytes[end] != 0x3E, bytes[end] != 0x2F { end += 1 }
        root = place
        rootName = place + 1..<end
        return
      }
    }
  }

  /// The number of the format that reads the root, in the order of ``Formats/all``, or nil.
  ///
  /// - Parameter count: so many bytes there are.
  func format(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    guard let root else { return nil }
    var start = rootName.lowerBound
    for place in rootName where bytes[place] == 0x3A { start = place + 1 }
    let length = rootName.upperBound - start
    for (number, format) in Formats.all.enumerated() {
      for name in format.roots
      where name.utf8CodeUnitCount == length && memcmp(name.utf8Start, bytes + start, length) == 0 {
        let head = UnsafeBufferPointer(start: bytes + root, count: max(0, min(count - root, 4096)))
        if format.recognises(head) { return number }
      }
    }
    return nil
  }

  /// The root's name without its prefix.
  func localRootName(_ bytes: UnsafePointer<UInt8>) -> String {
    let name = String(
      decoding: UnsafeBufferPointer(
        start: bytes + rootName.lowerBound, count: min(rootName.count, 256)), as: UTF8.self)
    return name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }

  static func skipSpace(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ from: Int) -> Int {
    var place = from
    while place < count {
      switch bytes[place] {
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      case 0xEF where place + 2 < count && bytes[place + 1] == 0xBB && bytes[place + 2] == 0xBF:
        place += 3
      default: return place
      }
    }
    return place
  }

  private mutating func doctypeEnd(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ from: Int
  ) -> Int? {
    if count - from > 14, memcmp(bytes + from + 2, "DOCTYPE", 7) == 0 {
      var name = from + 9
      while name < count, bytes[name] <= 0x20 { name += 1 }
      if count - name > 4 { isHTML = matches(bytes + name, "html", 4) }
    }
    var place = from
    var quote: UInt8 = 0
    var brackets = 0
    while place < count {
      let byte = bytes[place]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else {
        switch byte {
        case 0x22, 0x27: quote = byte
        case 0x5B: brackets += 1
        case 0x5D: brackets -= 1
        case 0x3E where brackets <= 0: return place + 1
        case 0x3C where MarkupScan.isDeclaration(bytes + place, count - place): return nil
        // A comment may hold a lone quote or bracket.
        case 0x3C where count - place > 4 && memcmp(bytes + place, "<!--", 4) == 0:
          guard let end = ByteSearch.first("-->", in: bytes, count: count, from: place + 4),
            !MarkupScan.swallowsDeclaration(
              UnsafeBufferPointer(start: bytes + place + 4, count: end - place - 4),
              opener: MarkupScan.commentOpener)
          else { return nil }
          place = end + 2
        default: break
        }
      }
      place += 1
    }
    return nil
  }

  private func matches(
    _ bytes: UnsafePointer<UInt8>, _ text: StaticString, _ length: Int
  ) -> Bool {
    for index in 0..<length where bytes[index] | 0x20 != text.utf8Start[index] { return false }
    return true
  }

  /// The value of the pseudo-attribute `encoding`, in lower case.
  private static func encoding(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) -> String? {
    guard let found = ByteSearch.first("encoding", in: bytes, count: end, from: start) else {
      return nil
    }
    var place = found + 8
    while place < end, bytes[place] <= 0x20 || bytes[place] == 0x3D { place += 1 }
    let quote = bytes[place]
    guard quote == 0x22 || quote == 0x27 else { return nil }
    let value = place + 1
    place = value
    while place < end, bytes[place] != quote { place += 1 }
    return String(
      decoding: UnsafeBufferPointer(start: bytes + value, count: place - value), as: UTF8.self
    ).lowercased()
  }
}
