import Glibc
import Records

/// Reads the documents in a range of bytes, one after the other; a worker has one of its own.
///
/// A broken document gives one reject; reading resumes where the next document begins. The bytes
/// must be followed by ``padding`` zero bytes.
final class DocumentReader {
  static let padding = 16
  /// What reads documents of one format.
  private struct Engine {
    let parser: SAXParser
    let scan: FieldScan
  }

  let hasDigests: Bool
  /// By the number of the format; made when a document of the format is met.
  private var engines: [Engine?]
  /// The engine of the document that is being read, and the number of its format.
  private var engine: Engine
  private var format = 0
  private let parsesEverything: Bool
  private let usesScan: Bool
  /// How many documents the parser had to read.
  private(set) var documentsParsed = 0
  /// So often a content may be parsed on behind the places where reading then resumed: an unclosed
  /// document reaches through all that follow it, and each of those may be unclosed as well.
  private static let overrunLimit = 32
  /// How many bytes were parsed so in the content that is being read.
  private var overrun = 0
  /// The last prolog that was judged; documents of an export share one.
  private var lastProlog: [UInt8] = []
  private var lastPrologFormat = -1
  private var isLastPrologPlain = false

  /// - Parameters:
  ///   - strict: whether everything is parsed, and nothing scanned.
  ///   - usesScan: false for the parser alone, with which tests compare.
  init?(strict: Bool, digests: Bool = true, usesScan: Bool = true) {
    guard let engine = DocumentReader.engine(of: 0) else { return nil }
    engines = Array(repeating: nil, count: Formats.all.count)
    engines[0] = engine
    self.engine = engine
    hasDigests = digests
    parsesEverything = strict
    self.usesScan = usesScan && !strict
  }

  var parser: SAXParser { engine.parser }

  private static func engine(of number: Int) -> Engine? {
    let format = Formats.all[number]
    let map = FieldMap(format.paths)
    let remainder = format.countedPath.first.map { child in
      format.roots.map { "\($0)/\(child)" }
    }
    guard let parser = SAXParser(map: map, remainder: remainder ?? []) else { return nil }
    return Engine(parser: parser, scan: FieldScan(state: parser.state, map: map))
  }

  /// Makes the engine of a format the current one; false if there is no memory for one.
  func select(_ number: Int) -> Bool {
    guard let engine = engines[number] ?? DocumentReader.engine(of: number) else { return false }
    engines[number] = engine
    self.engine = engine
    format = number
    return true
  }

  /// How reading the needed part of a document ended.
  enum NeededPart {
    case remainder(Int)
    case rootEnd(Int)
    /// The document cannot be read; the parser's state says why.
    case failed
  }

  /// Reads the needed part of the document at `start` by bytes, or where anything is unusual with the
  /// parser.
  func readNeededPart(
    _ start: UnsafePointer<UInt8>, _ count: Int, root: Int, stopsAtRemainder: Bool
  ) -> NeededPart {
    if usesScan, isPlain(prolog: start, root) {
      switch engine.scan.run(start, root: root, stopsAtRemainder: stopsAtRemainder) {
      case .remainder(let place):
        return .remainder(place)
      case .rootEnd(let place): return .rootEnd(place)
      case .unusual: break
      }
    }
    documentsParsed += 1
    parser.parse(start, count: count, stopsAtRemainder: stopsAtRemainder)
    let place = parser.state.pointee.stopPosition
    switch parser.state.pointee.stop {
    case .rootEnd: return .rootEnd(place)
    case .remainder: return .remainder(place)
    default: return .failed
    }
  }

  /// Whether the prolog of so many bytes leaves the root to be scanned.
  private func isPlain(prolog start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let isSame =
      lastProlog.count == count
      && lastProlog.withUnsafeBufferPointer { last in
        last.baseAddress.map { memcmp($0, start, count) == 0 } ?? true
      }
    if !isSame || lastPrologFormat != format {
      isLastPrologPlain = judge(prolog: start, count)
      lastProlog = Array(UnsafeBufferPointer(start: start, count: count))
      lastPrologFormat = format
    }
    return isLastPrologPlain
  }

  private func judge(prolog start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard let prolog = PlainProlog(start, count: count) else { return false }
    guard prolog.needsParser else { return true }
    let isKept = prolog.declaredNames.contains {
      engine.scan.keepsAttribute(start + $0.lowerBound, $0.count)
    }
    if isKept { return false }
    // The parser judges the declarations, with a root of the format's own but of nothing in it.
    guard let root = Formats.all[format].roots.first else { return false }
    var bytes = Array(UnsafeBufferPointer(start: start, count: count))
    bytes += "<\(root)/>".utf8
    let length = bytes.count
    bytes += repeatElement(0, count: 16)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let first = buffer.baseAddress else { return false }
      parser.parse(first, count: length, stopsAtRemainder: false)
      return parser.state.pointee.stop == .rootEnd
    }
  }

  /// Reads all documents.
  ///
  /// - Parameter offset: what to add to a place in the bytes to get the place in the member.
  func read(
    _ bytes: UnsafePointer<UInt8>, count: Int, source: Source, offset: Int,
    into output: inout UnitOutput
  ) {
    var place = 0
    overrun = 0
    while true {
      let prolog = DocumentProlog(bytes, count: count, from: place)
      guard prolog.start < count else { return }
      guard overrun / DocumentReader.overrunLimit <= count else {
        var source = source
        source.offset = prolog.start + offset
        output.read.reject(
          source, .bomb,
          "documents without end tags stand within one another too often to be told apart; "
            + "the rest from here on was not read, \((count - prolog.start).counted("byte"))")
        return
      }
      place = next(bytes, count, prolog, source, offset, &output)
    }
  }

  /// Reads one document and gives the place where the next may begin.
  private func next(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ prolog: DocumentProlog, _ source: Source,
    _ offset: Int, _ output: inout UnitOutput
  ) -> Int {
    var source = source
    source.offset = prolog.start + offset
    guard prolog.isMarkup else {
      output.read.reject(
        source, .unknownFormat,
        UnknownContent.reason(bytes + prolog.start, count - prolog.start))
      return DocumentBoundary.declaration(bytes, count, after: prolog.start) ?? count
    }
    guard let root = prolog.root else {
      if let end = prolog.remarksEnd { return end }
      if let comment = prolog.openComment {
        source.offset = comment + offset
        output.read.reject(
          source, .truncated,
          "a comment is not closed before the end of the file or the next document, \"-->\" expected; "
            + "deliver it again whole")
        return DocumentBoundary.declaration(bytes, count, after: prolog.start) ?? count
      }
      output.read.reject(
        source, .truncated, "the document ends before its root element; deliver it again whole")
      return DocumentBoundary.declaration(bytes, count, after: prolog.start) ?? count
    }
    if let converter = TextConversion.converter(declared: prolog.encoding) {
      let end = DocumentBoundary.declaration(bytes, count, after: root) ?? count
      if CharacterCheck.firstInvalid(bytes + prolog.start, end - prolog.start) != nil {
        convert(bytes, prolog.start..<end, converter, source, &output)
        return end
      }
    }
    if let encoding = prolog.encoding { output.noteEncoding(encoding) }
    guard let number = prolog.format(bytes, count) else {
      let name = prolog.localRootName(bytes)
      let whole = extent(bytes, count, root)
      let end = whole ?? resume(bytes, count, prolog)
      if let kind = IgnoredContent.kind(rootName: name, isHTML: prolog.isHTML, source: source) {
        output.ignored[kind, default: 0] += 1
        // Nothing is lost of the document itself, but all that should follow it.
        if whole == nil, end == count, kind != "html" {
          output.read.reject(
            source, .truncated,
            "the content ends within <\(name)>, which holds no record; deliver the file again whole"
          )
        }
      } else {
        output.read.reject(source, .unknownFormat, UnknownContent.reason(rootName: name))
      }
      return end
    }
    let format = Formats.all[number]
    guard select(number) else {
      output.read.reject(source, .unreadable, "no memory for a parser; run again with more memory")
      return count
    }
    if let element = format.recordElement, prolog.localRootName(bytes) != "\(element)" {
      return readRecords(bytes, count, prolog, root, format, source, offset, &output)
    }
    return readDocument(bytes, count, prolog, root, format, source, offset, &output)
  }

  private func readDocument(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ prolog: DocumentProlog, _ root: Int,
    _ format: any DocumentFormat.Type, _ source: Source, _ offset: Int, _ output: inout UnitOutput
  ) -> Int {
    let start = bytes + prolog.start
    let length = count - prolog.start
    var stops = !parsesEverything
    while true {
      var end = 0
      var counted: Int?
      switch readNeededPart(start, length, root: root - prolog.start, stopsAtRemainder: stops) {
      case .rootEnd(let place): end = place
      case .remainder(let place):
        var scan = MarkupScan(
          bytes: start, count: length, needed: format.needed, countedPath: format.countedPath,
          countedAttribute: format.countedAttribute)
        switch scan.run(from: place, root: root - prolog.start) {
        case .neededPart:
          stops = false
          continue
        case .fault(let fault):
          output.read.reject(source, fault.code, fault.reason)
          return resume(bytes, count, prolog)
        case .rootEnd(let found):
          end = found
          counted = format.countedPath.isEmpty ? nil : scan.counted
          if let fault = scan.softFault {
            output.read.reject(source, fault.code, fault.reason)
            return prolog.start + end
          }
        }
      case .failed:
        let fault = self.fault(start, length, root - prolog.start)
        output.read.reject(source, fault.code, fault.reason)
        let parsed = prolog.start + parser.state.pointee.stopPosition
        let next = extent(bytes, count, root) ?? resume(bytes, count, prolog)
        noteOverrun(from: next, to: parsed)
        return next
      }
      let document = ParsedDocument(
        captured: parser.state.pointee.captured,
        // The white space behind the root is the document's: a file of one document is its record.
        bytes: UnsafeBufferPointer(
          start: start, count: DocumentBoundary.spaceEnd(start, length, from: end)),
        source: source, offset: source.offset, counted: counted, hasDigests: hasDigests)
      output.read(document, as: format)
      return prolog.start + end
    }
  }

  /// Notes that a document was parsed up to a place behind the one where reading resumes.
  func noteOverrun(from next: Int, to parsed: Int) { overrun += max(0, parsed - next) }

  /// Why the document that was parsed last cannot be read.
  func fault(_ start: UnsafePointer<UInt8>, _ count: Int, _ root: Int) -> XMLFault {
    let state = parser.state.pointee
    switch state.stop {
    case .entityDeclaration:
      return XMLFault(
        code: .entityDeclaration,
        reason: "the DOCTYPE declares entities at byte \(state.stopPosition); documents with "
          + "entities of their own are refused", position: state.stopPosition)
    case .undefinedEntity:
      return XMLFault(
        code: .undefinedEntity, reason: EntityNames.unknownReason(state.unknownName),
        position: state.stopPosition)
    case .swallowedDeclaration:
      return XMLFault(
        code: .truncated,
        reason: "a comment or CDATA section runs into the next document at byte "
          + "\(state.stopPosition)", position: state.stopPosition)
    default: break
    }
    var scan = MarkupScan(bytes: start, count: count)
    let outcome = scan.run(from: root)
    if let soft = scan.softFault, soft.position <= max(state.stopPosition, root) + 8 { return soft }
    if case .fault(let fault) = outcome, fault.code == .truncated { return fault }
    if !state.unknownName.isEmpty, state.faultCode == 26 {
      return XMLFault(
        code: .undefinedEntity, reason: EntityNames.unknownReason(state.unknownName),
        position: state.stopPosition)
    }
    let message = state.fault.split(separator: "\n").first.map { String($0) } ?? "not well-formed"
    return XMLFault(
      code: .xmlSyntax, reason: "\(message) at byte \(state.stopPosition) of the document",
      position: state.stopPosition)
  }

  /// The end of a document by its tags, nil if they do not tell.
  private func extent(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ root: Int) -> Int? {
    var scan = MarkupScan(bytes: bytes, count: count)
    guard case .rootEnd(let end) = scan.run(from: root) else { return nil }
    return end
  }

  private func resume(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ prolog: DocumentProlog
  ) -> Int {
    DocumentBoundary.next(
      bytes, count, after: (prolog.root ?? prolog.start) + 1,
      sibling: UnsafeBufferPointer(
        start: bytes + prolog.rootName.lowerBound, count: prolog.rootName.count))
  }

  private func convert(
    _ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, _ converter: String, _ source: Source,
    _ output: inout UnitOutput
  ) {
    let range = UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
    switch TextConversion.convert(range, from: converter) {
    case .failure(let fault):
      output.read.reject(
        source, .encoding,
        "byte \(fault.place) of the document is not \(converter), which its declaration names, and "
          + "the document is not UTF-8")
    case .success(var converted):
      let count = converted.count
      converted.append(contentsOf: repeatElement(0, count: 16))
      output.noteEncoding(converter.lowercased())
      converted.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        read(start, count: count, source: source, offset: source.offset, into: &output)
      }
    }
  }
}
