import Records

/// A well-formed document with its kept fields, before it becomes records.
struct ParsedDocument {
  let captured: CapturedFields
  /// The document's bytes, as UTF-8.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the document stands: file, member and its first byte.
  let source: Source
  /// What to add to a place in `bytes` to get the place in the member.
  let offset: Int
  /// Elements counted in the remainder, nil if the whole document was parsed.
  let counted: Int?
  /// Whether records are to carry digests.
  let hasDigests: Bool

  /// SHA-256 of a record's bytes, nil where digests are not wanted.
  func digest(of bytes: UnsafeBufferPointer<UInt8>) -> ContentDigest? {
    hasDigests ? ContentDigest.sha256(bytes) : nil
  }

  /// The text of a field without line wraps, nil if it is empty.
  func text(_ item: CapturedFields.Item) -> String? { CanonicalText.text(captured.bytes(item)) }

  /// The text of a field in which CNIPA writes `0`, `00000000` or `0000000000` for "none".
  func value(_ item: CapturedFields.Item) -> String? {
    let bytes = captured.bytes(item)
    if CanonicalText.isFiller(bytes) { return nil }
    return CanonicalText.text(bytes)
  }

  /// The text of a field for a draft, nil if it is empty.
  func fieldText(_ item: CapturedFields.Item) -> FieldText? { FieldText(captured.bytes(item)) }

  /// The text of a field for a draft, nil where CNIPA writes zeros for "none".
  func fieldValue(_ item: CapturedFields.Item) -> FieldText? {
    let bytes = captured.bytes(item)
    return CanonicalText.isFiller(bytes) ? nil : FieldText(bytes)
  }

  func date(_ item: CapturedFields.Item) -> PartialDate? {
    let bytes = captured.bytes(item)
    if let date = PartialDate(bytes: bytes) { return date }
    guard let text = CanonicalText.text(bytes) else { return nil }
    return PartialDate(text)
  }

  func number(_ item: CapturedFields.Item) -> Int? {
    value(item).flatMap { Int($0) }
  }
}

/// What reading documents or rows gives.
package struct ReadOutput {
  package var records: [ExportRecord] = []
  package var rejects: [Reject] = []

  /// Makes room for the records of a document: a record is large, and growing step by step would copy
  /// each several times.
  mutating func reserve(forRecordsOf captured: CapturedFields, field: UInt16) {
    guard records.isEmpty else { return }
    var count = 0
    for index in 0..<captured.count where captured.items[index].field == field { count += 1 }
    records.reserveCapacity(count)
  }

  package mutating func reject(_ source: Source, _ code: Reject.Code, _ reason: String) {
    rejects.append(Reject(source: source, code: code, reason: reason))
  }
}
