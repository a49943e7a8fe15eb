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
    var json = JSONBuffer()
    json.object { json in
      json.member("application_no", patent.applicationNumber.canonical)
      json.member("publication_no", patent.publicationNumber)
      json.member("title", patent.title)
      json.member("region", patent.region)
      json.member("county", patent.county)
      json.key("base_set")
      write(patent.base, to: &json)
      json.key("criteria")
      json.object { json in
        for answer in patent.criteria {
          json.key(text: answer.criterion.id)
          json.object { json in
            json.member("verdict", answer.verdict.rawValue)
            json.key("evidence")
            write(answer.evidence, to: &json)
            json.strings("missing", answer.missing)
          }
        }
      }
    }
    json.write(to: &bytes)
    bytes.append(0x0A)
  }

  private static func write(_ items: [EvidenceItem], to json: inout JSONBuffer) {
    json.array { json in
      for item in items {
        json.object { json in
          json.member("rule", item.rule)
          json.member("table", item.table)
          json.member("file", item.file)
          json.member("member", item.member)
          json.member("record", item.record)
          json.member("field", item.field)
          json.member("value", item.value)
          json.member("date", item.date)
        }
      }
    }
  }
}
