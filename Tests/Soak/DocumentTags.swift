/// The documents of well-formed content, found by their tags alone: the reader under test has no say.
struct DocumentTags {
  struct Document {
    /// The first byte of anything of the document: a comment, the declaration, the root.
    var start: Int
    /// The root's start tag.
    var root: Int
    /// The place behind the root's end tag.
    var end: Int
    /// The root's name without its prefix.
    var rootName: String
  }

  private(set) var documents: [Document] = []
  /// By the place of its start tag, the place behind an element's end tag and its local name.
  private(set) var elements: [Int: (end: Int, name: String)] = [:]
  /// The places at which nothing of the next document has begun, so that a cut there loses nothing of
  /// it: white space and whole comments lie behind the document before.
  private(set) var gaps: [ClosedRange<Int>] = []

  private let bytes: [UInt8]
  private var place = 0

  /// Nil for content whose tags do not nest, or that is no XML.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    while place < bytes.count {
      guard prolog() else { return nil }
    }
  }

  /// The document that holds a place, nil between documents.
  func document(around place: Int) -> Document? {
    documents.first { $0.start <= place && place < $0.end }
  }

  /// Reads to the next root and through it, or to the end.
  private mutating func prolog() -> Bool {
    var start: Int?
    var hasBegun = false
    while true {
      let from = place
      while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
      if !hasBegun { gaps.append(from...place) }
      if place == bytes.count { return !hasBegun }
      if bytes[place...].starts(with: [0xEF, 0xBB, 0xBF]) {
        place += 3
        continue
      }
      guard bytes[place] == 0x3C else { return false }
      start = start ?? place
      if starts("<!--") {
        guard pass("-->") else { return false }
      } else if starts("<!DOCTYPE") {
        hasBegun = true
        guard doctype() else { return false }
      } else if starts("<?") {
        if starts("<?xml ") { hasBegun = true }
        guard pass("?>") else { return false }
      } else {
        let root = place
        guard let name = content() else { return false }
        documents.append(Document(start: start ?? root, root: root, end: place, rootName: name))
        return true
      }
    }
  }

  /// Reads a root with all it holds; gives its local name.
  private mutating func content() -> String? {
    var open: [(start: Int, name: ArraySlice<UInt8>)] = []
    while place < bytes.count {
      guard bytes[place] == 0x3C else {
        place += 1
        continue
      }
      let start = place
      if starts("<!--") {
        guard pass("-->") else { return nil }
      } else if starts("<![CDATA[") {
        guard pass("]]>") else { return nil }
      } else if starts("<?") {
        guard !starts("<?xml "), pass("?>") else { return nil }
      } else {
        let isEnd = starts("</")
        place += isEnd ? 2 : 1
        let name = self.name()
        guard !name.isEmpty, let isEmpty = tagEnd() else { return nil }
        if !isEnd {
          open.append((start, name))
          guard isEmpty else { continue }
        }
        guard let last = open.popLast(), last.name == name else { return nil }
        let local = String(decoding: name.split(separator: 0x3A).last ?? name, as: UTF8.self)
        elements[last.start] = (place, local)
        if open.isEmpty { return local }
      }
    }
    return nil
  }

  private mutating func name() -> ArraySlice<UInt8> {
    let start = place
    while place < bytes.count, bytes[place] > 0x20, ![0x3E, 0x2F, 0x3C].contains(bytes[place]) {
      place += 1
    }
    return bytes[start..<place]
  }

  /// Passes the rest of a tag; gives whether the element is empty, nil if the tag does not end.
  private mutating func tagEnd() -> Bool? {
    var quote: UInt8?
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        return bytes[place - 2] == 0x2F
      } else if byte == 0x3C {
        return nil
      }
    }
    return nil
  }

  /// Passes a DOCTYPE with its internal subset.
  private mutating func doctype() -> Bool {
    var depth = 0
    while place < bytes.count {
      let byte = bytes[place]
      if starts("<!--") {
        guard pass("-->") else { return false }
        continue
      }
      place += 1
      if byte == 0x22 || byte == 0x27 {
        guard let end = bytes[place...].firstIndex(of: byte) else { return false }
        place = end + 1
      } else if byte == 0x3C {
        depth += 1
      } else if byte == 0x3E {
        depth -= 1
        if depth == 0 { return true }
      }
    }
    return false
  }

  private func starts(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard place + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
  }

  /// Passes what a text ends; false if it does not come.
  private mutating func pass(_ closer: StaticString) -> Bool {
    while place < bytes.count {
      if starts(closer) {
        place += closer.utf8CodeUnitCount
        return true
      }
      place += 1
    }
    return false
  }
}
