import Records

extension DocumentReader {
  /// What the reading of a broken document's records has shown.
  private struct Salvage {
    var brokenRecords = 0
    var lastIsWhole: Bool
  }

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
    let whole = fault(start, count - prolog.start, root - prolog.start)
    if parser.state.pointee.stop == .entityDeclaration {
      output.read.reject(source, whole.code, whole.reason)
      let rootName = UnsafeBufferPointer(
        start: bytes + prolog.rootName.lowerBound, count: prolog.rootName.count)
      return DocumentBoundary.next(bytes, count, after: root + 1, sibling: rootName)
    }
    let broken = BrokenDocument(
      bytes, count, prolog, root: root, format: format, source: source, offset: offset)
    noteOverrun(from: broken.end, to: prolog.start + parser.state.pointee.stopPosition)
    let starts = broken.starts
    var salvage = Salvage(lastIsWhole: starts.isEmpty)
    rejectRecords(
      broken.headerEnd..<(starts.first ?? broken.headerEnd), of: broken, &salvage, &output)
    // Where the content is cut, all but the last record are most likely whole.
    if !broken.isClosed, starts.count > 1 {
      readRecords(0..<starts.count - 1, of: broken, &salvage, &output)
    }
    if !starts.isEmpty {
      readRecords(
        (broken.isClosed ? 0 : starts.count - 1)..<starts.count, of: broken, &salvage, &output)
    }
    if !broken.isClosed, salvage.lastIsWhole {
      output.read.reject(
        source, .truncated,
        "the document ends without </\(String(decoding: broken.rootName, as: UTF8.self))>; deliver "
          + "it again whole")
    } else if broken.isClosed, salvage.brokenRecords == 0 {
      // The fault stands between records.
      output.read.reject(source, whole.code, whole.reason)
    }
    return broken.next
  }

  /// Reads some records of a broken document as one; where that is broken, each half by itself. One
  /// broken record in a thousand costs ten readings of its neighbours, not a thousand documents.
  private func readRecords(
    _ records: Range<Int>, of broken: BrokenDocument, _ salvage: inout Salvage,
    _ output: inout UnitOutput
  ) {
    let isLast = records.upperBound == broken.starts.count
    let isAlone = records.count == 1
    let (extent, next) = broken.extent(of: records)
    let isWhole = readPiece(
      extent, of: broken, isAlone: isAlone, isCut: isLast && !broken.isClosed, &output)
    if isWhole, isLast { salvage.lastIsWhole = true }
    if isWhole || isAlone { rejectRecords(extent.upperBound..<next, of: broken, &salvage, &output) }
    if isWhole { return }
    guard !isAlone else {
      salvage.brokenRecords += 1
      return
    }
    let middle = records.lowerBound + records.count / 2
    readRecords(records.lowerBound..<middle, of: broken, &salvage, &output)
    readRecords(middle..<records.upperBound, of: broken, &salvage, &output)
  }

  /// Rejects the records of which only end tags are found: their start tags are damaged.
  private func rejectRecords(
    _ range: Range<Int>, of broken: BrokenDocument, _ salvage: inout Salvage,
    _ output: inout UnitOutput
  ) {
    var start = range.lowerBound
    while let end = DocumentBoundary.firstEnd(
      of: broken.element, broken.bytes, from: start, range.upperBound)
    {
      salvage.brokenRecords += 1
      var place = broken.source
      place.offset =
        DocumentProlog.skipSpace(broken.bytes, broken.count, start) + broken.offset
      output.read.reject(
        place, .xmlSyntax,
        "</\(broken.element)> found without its start tag; deliver the record again")
      start = end.end
    }
  }

  /// Reads records between the document's header and its end tags; false if they are broken, which is
  /// a reject where it is one alone.
  private func readPiece(
    _ records: Range<Int>, of broken: BrokenDocument, isAlone: Bool, isCut: Bool,
    _ output: inout UnitOutput
  ) -> Bool {
    let piece = broken.document(of: records)
    let recordOffset = records.lowerBound + broken.offset
    let headerLength = broken.header.count
    return piece.withUnsafeBufferPointer { buffer in
      guard let bytes = buffer.baseAddress else { return false }
      let count = buffer.count - DocumentReader.padding
      let root = broken.root - broken.prolog.start
      guard
        case .rootEnd(let end) = readNeededPart(bytes, count, root: root, stopsAtRemainder: false)
      else {
        if !isAlone { return false }
        var place = broken.source
        place.offset = recordOffset
        place.record = broken.format.recordIdentifier.flatMap {
          DocumentBoundary.attribute($0, bytes, headerLength, count)
        }
        let fault = self.fault(bytes, count, root)
        output.read.reject(
          place, isCut && fault.code == .xmlSyntax ? .truncated : fault.code, fault.reason)
        return false
      }
      let document = ParsedDocument(
        captured: parser.state.pointee.captured,
        bytes: UnsafeBufferPointer(start: bytes, count: end), source: broken.source,
        offset: recordOffset - headerLength, counted: nil, hasDigests: hasDigests)
      output.read(document, as: broken.format)
      return true
    }
  }
}
