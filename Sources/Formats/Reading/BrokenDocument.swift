import Records

/// A document of records that cannot be parsed as a whole, as its tags divide it.
struct BrokenDocument {
  let bytes: UnsafePointer<UInt8>
  let count: Int
  let prolog: DocumentProlog
  let root: Int
  let format: any DocumentFormat.Type
  let source: Source
  /// What to add to a place in the bytes to get the place in the content.
  let offset: Int
  /// The name of a record's element.
  let element: StaticString
  /// Where the start tags of the records stand.
  let starts: [Int]
  /// Where the document's end tag stands; without one, where the next document begins.
  let end: Int
  let isClosed: Bool
  let headerEnd: Int
  /// The end tags of what the header opens.
  let footer: [UInt8]

  /// - Parameter root: where the root's start tag stands.
  init(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ prolog: DocumentProlog, root: Int,
    format: any DocumentFormat.Type, source: Source, offset: Int
  ) {
    self.bytes = bytes
    self.count = count
    self.prolog = prolog
    self.root = root
    self.format = format
    self.source = source
    self.offset = offset
    let element =
      format.recordElement(of: UnsafeBufferPointer(start: bytes + root, count: count - root)) ?? ""
    let rootName = UnsafeBufferPointer(
      start: bytes + prolog.rootName.lowerBound, count: prolog.rootName.count)
    let endTag = DocumentBoundary.endTag(rootName, bytes, count, from: root)
    let end = endTag ?? DocumentBoundary.next(bytes, count, after: root + 1, sibling: rootName)
    let starts = DocumentBoundary.startTags("\(element)", bytes, from: root, to: end)
    let headerEnd =
      starts.first.map {
        DocumentBoundary.headerEnd(bytes, root: root, to: $0, element: element)
      } ?? prolog.start
    self.element = element
    self.starts = starts
    self.end = end
    isClosed = endTag != nil
    self.headerEnd = headerEnd
    footer = DocumentBoundary.endTags(
      bytes, of: DocumentBoundary.openElements(bytes, root: root, to: max(root, headerEnd)))
  }

  var rootName: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + prolog.rootName.lowerBound, count: prolog.rootName.count)
  }

  /// What stands before the first record.
  var header: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + prolog.start, count: headerEnd - prolog.start)
  }

  /// Where reading goes on after the document.
  var next: Int { isClosed ? end + prolog.rootName.count + 3 : end }

  /// From the first of some records to what follows the last of them.
  ///
  /// What stands between records belongs to none of them: a record ends with its own end tag, even if
  /// the start tag of the next is damaged.
  func extent(of records: Range<Int>) -> (records: Range<Int>, next: Int) {
    let next = records.upperBound == starts.count ? end : starts[records.upperBound]
    let last = starts[records.upperBound - 1]
    let own =
      DocumentBoundary.firstEnd(of: element, bytes, from: last, next)?.end
      ?? DocumentBoundary.emptyElementEnd(bytes, at: last, next)
    return (starts[records.lowerBound]..<(own ?? next), next)
  }

  /// Some records as a document of their own, with the header, the end tags, and the zero bytes that
  /// readers need behind it.
  func document(of records: Range<Int>) -> [UInt8] {
    var piece = Array(header)
    piece += UnsafeBufferPointer(start: bytes + records.lowerBound, count: records.count)
    piece += footer
    piece += repeatElement(0, count: DocumentReader.padding)
    return piece
  }
}
