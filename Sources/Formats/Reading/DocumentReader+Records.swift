import Records

extension DocumentReader {
  /// Reads a document that holds many records. If it cannot be parsed as a whole, each record is
  /// read by itself, so that a broken one costs no other.
  func readRecords(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ prolog: DocumentProlog, _ root: Int,
    _ format: any DocumentFormat.Type, _ source: Source, _ offset: Int, _ output: inout UnitOutput
  ) -> Int {
    let start = bytes + prolog.start
    if case .rootEnd(let end) = readNeededPart(
      start, count - prolog.start, root: root - prolog.start, stopsAtRemainder: false)
    {
      let document = ParsedDocument(
        captured: parser.state.pointee.captured,
        bytes: UnsafeBufferPointer(start: start, count: end), source: source,
        offset: offset + prolog.start, counted: nil, hasDigests: hasDigests)
      output.read(document, as: format)
      return prolog.start + end
    }
    let rootName = UnsafeBufferPointer(
      start: bytes + prolog.rootName.lowerBound, count: prolog.rootName.count)
    let whole = self.fault(start, count - prolog.start, root - prolog.start)
    if parser.state.pointee.stop == .entityDeclaration {
      output.read.reject(source, whole.code, whole.reason)
      return DocumentBoundary.next(bytes, count, after: root + 1, sibling: rootName)
    }
    let element =
      format.recordElement(of: UnsafeBufferPointer(start: bytes + root, count: count - root)) ?? ""
    let end: Int
    let isClosed: Bool
    if let found = DocumentBoundary.endTag(rootName, bytes, count, from: root) {
      end = found
      isClosed = true
    } else {
      end = DocumentBoundary.next(bytes, count, after: root + 1, sibling: rootName)
      isClosed = false
    }
    noteOverrun(from: end, to: prolog.start + parser.state.pointee.stopPosition)
    let starts = DocumentBoundary.startTags("\(element)", bytes, from: root, to: end)
    let headerEnd =
      starts.first.map {
        DocumentBoundary.headerEnd(bytes, root: root, to: $0, element: element)
      } ?? prolog.start
    let header = UnsafeBufferPointer(start: start, count: headerEnd - prolog.start)
    let closer = DocumentBoundary.endTags(
      bytes, of: DocumentBoundary.openElements(bytes, root: root, to: max(root, headerEnd)))
    var broken = 0
    var lastIsWhole = starts.isEmpty
    /// A record whose start tag is damaged shows by its end tag.
    func rejectRecords(_ range: Range<Int>) {
      var from = range.lowerBound
      // A loop, not a call for the rest: there may be a hundred thousand.
      while let end = DocumentBoundary.firstEnd(
        of: element, bytes, from: from, range.upperBound)
      {
        broken += 1
        var place = source
        place.offset = DocumentProlog.skipSpace(bytes, count, from) + offset
        output.read.reject(
          place, .xmlSyntax,
          "</\(element)> found without its start tag; deliver the record again")
        from = end.end
      }
    }
    /// Reads so many records as one document; where that is broken, each half by itself. One broken
    /// record in a thousand costs ten readings of its neighbours, not a thousand documents.
    func read(_ records: Range<Int>) {
      let from = starts[records.lowerBound]
      let isLast = records.upperBound == starts.count
      var to = isLast ? end : starts[records.upperBound]
      // What stands between records belongs to none of them; a record ends with its own end tag, even
      // if the start tag of the next is damaged.
      let next = to
      let last = starts[records.upperBound - 1]
      if let own = DocumentBoundary.firstEnd(of: element, bytes, from: last, to)?.end
        ?? DocumentBoundary.emptyElementEnd(bytes, at: last, to)
      {
        to = own
      }
      var piece = Array(header)
      piece += UnsafeBufferPointer(start: bytes + from, count: to - from)
      piece += closer
      let length = piece.count
      piece += repeatElement(0, count: 16)
      let isWhole = piece.withUnsafeBufferPointer { buffer in
        guard let first = buffer.baseAddress else { return false }
        return readPiece(
          first, length, root - prolog.start, format, source,
          recordOffset: from + offset, headerLength: header.count,
          isAlone: records.count == 1, isCut: isLast && !isClosed, &output)
      }
      if isWhole, isLast { lastIsWhole = true }
      if isWhole || records.count == 1 { rejectRecords(to..<next) }
      if isWhole {
        return
      } else if records.count == 1 {
        broken += 1
      } else {
        let middle = records.lowerBound + records.count / 2
        read(records.lowerBound..<middle)
        read(middle..<records.upperBound)
      }
    }
    rejectRecords(headerEnd..<(starts.first ?? headerEnd))
    // Where the content is cut, all but the last record are most likely whole.
    if !isClosed, starts.count > 1 { read(0..<starts.count - 1) }
    if !starts.isEmpty { read((isClosed ? 0 : starts.count - 1)..<starts.count) }
    if !isClosed, lastIsWhole {
      output.read.reject(
        source, .truncated,
        "the document ends without </\(String(decoding: rootName, as: UTF8.self))>; deliver it "
          + "again whole")
    } else if isClosed, broken == 0 {
      // The fault stands between records.
      output.read.reject(source, whole.code, whole.reason)
    }
    return isClosed ? end + rootName.count + 3 : end
  }

  /// Reads records between the document's header and its end tags; false if they are broken, which is
  /// a reject where it is one alone.
  private func readPiece(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ root: Int, _ format: any DocumentFormat.Type,
    _ source: Source, recordOffset: Int, headerLength: Int, isAlone: Bool, isCut: Bool,
    _ output: inout UnitOutput
  ) -> Bool {
    guard
      case .rootEnd(let end) = readNeededPart(
        bytes, count, root: root, stopsAtRemainder: false)
    else {
      if !isAlone { return false }
      var place = source
      place.offset = recordOffset
      place.record = format.recordIdentifier.flatMap {
        DocumentBoundary.attribute($0, bytes, headerLength, count)
      }
      let fault = self.fault(bytes, count, root)
      output.read.reject(
        place, isCut && fault.code == .xmlSyntax ? .truncated : fault.code, fault.reason)
      return false
    }
    let document = ParsedDocument(
      captured: parser.state.pointee.captured,
      bytes: UnsafeBufferPointer(start: bytes, count: end), source: source,
      offset: recordOffset - headerLength, counted: nil, hasDigests: hasDigests)
    output.read(document, as: format)
    return true
  }
}
