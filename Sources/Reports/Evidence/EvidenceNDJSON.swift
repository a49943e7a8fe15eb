import Analyses
import Records

/// `evidence.ndjson`: one line per patent of the base set, in the order of `patents.csv`. Audience:
/// internal. Deterministic.
///
/// Absent values are absent keys. The schema of a line is `Schemas/evidence.json`.
package struct EvidenceNDJSON {
  package static let fileName = "evidence.ndjson"

  /// Appends the line of one patent.
  package static func append(_ patent: PatentEvidence, to bytes: inout [UInt8]) {
    let value: JSONValue = [
      "application_no": .text(patent.applicationNumber.canonical),
      "base_set": .list(patent.base.map { item($0) }),
      "criteria": .object(patent.criteria.map { .init($0.criterion.id, criterion($0)) }),
    ]
    JSONText.appendLine(value, to: &bytes)
    bytes.append(0x0A)
  }

  private static func criterion(_ answer: CriterionEvidence) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("verdict", .text(answer.verdict.rawValue)),
      .init("evidence", .list(answer.evidence.map { item($0) })),
    ]
    if !answer.missing.isEmpty {
      members.append(.init("missing", .list(answer.missing.map { .text($0) })))
    }
    return .object(members)
  }

  private static func item(_ item: EvidenceItem) -> JSONValue {
    let pairs: [(String, String?)] = [
      ("rule", item.rule), ("table", item.table), ("file", item.file), ("member", item.member),
      ("record", item.record), ("field", item.field), ("value", item.value), ("date", item.date),
    ]
    return .object(
      pairs.compactMap { key, text in text.map { JSONValue.Member(key, .text($0)) } })
  }
}
