import Records

/// Answers of the EPO's Open Patent Services with a patent family (INPADOC): each `family-member` is
/// a publication by number, with its application and priorities; bibliographic data and legal
/// events stand within it where they were asked for.
///
/// A member that names several publications of its application is one record for each. Records carry
/// the id of ``Ops``: for users it is one format, but its repeated element is another.
enum OpsFamily: DocumentFormat {
  static let id = Ops.id
  static let roots = Ops.roots
  static let needed: [StaticString] = []
  static let recordElement: StaticString? = "family-member"
  static let recordIdentifier: StaticString? = "family-id"
  static let description = Ops.description

  static let paths: [FieldMap.Path] = {
    let member = "world-patent-data/patent-family/family-member"
    return [
      .range(member, begin: PublicationField.record, end: PublicationField.recordEnd),
      .attribute("\(member)/@family-id", PublicationField.family),
    ] + Docdb.referencePaths("\(member)/publication-reference", .reference)
      + Docdb.referencePaths("\(member)/application-reference", .application)
      + Docdb.referencePaths("\(member)/priority-claim", .priority)
      + Docdb.eventPaths(member) + Docdb.documentPaths("\(member)/exchange-document")
  }()

  static func recognises(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let bytes = head.baseAddress else { return false }
    let family = ByteSearch.first("patent-family", in: bytes, count: head.count)
    let document = ByteSearch.first("exchange-document", in: bytes, count: head.count)
    return family.map { $0 < document ?? head.count } ?? false
  }

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    var reading = ExchangeReading(format: id, document)
    reading.run(into: &output)
    guard !reading.hasRecords else { return }
    output.reject(
      document.source, .noNumber,
      "a patent-family without family-member found, at least one expected; ask the service again")
  }
}
