import Records

/// `rejects.ndjson`: every open reject of the store, one line a record or file. Audience: internal.
/// Deterministic.
///
/// All six keys stand in every line; `member` is null outside of a container, `record` where the
/// record has no number of its own. The lines come sorted by file, member and offset, as the store gives them. The schema of a line is
/// `Schemas/reject.json`.
package struct RejectsNDJSON {
  package static let fileName = "rejects.ndjson"

  /// Appends the line of one reject.
  package static func append(_ reject: Reject, to bytes: inout [UInt8]) {
    let value: JSONValue = [
      "file": .text(reject.source.file),
      "member": .optional(reject.source.member),
      "offset": .integer(reject.source.offset),
      "record": record(reject.source),
      "code": .text(reject.code.rawValue),
      "reason": .text(reject.reason),
    ]
    JSONText.appendLine(value, to: &bytes)
    bytes.append(0x0A)
  }

  /// The row's number in a table, as a number; else the record's own identifier.
  private static func record(_ source: Source) -> JSONValue {
    if let row = source.record.flatMap({ Int($0) }), row == source.offset { return .integer(row) }
    return .optional(source.record)
  }
}
