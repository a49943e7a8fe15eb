import Analyses
import Records
import Reports

/// A line of a published `evidence.ndjson`, as far as a comparison asks for it.
struct EvidenceLine: Decodable, Hashable, Sendable {
  struct Item: Decodable, Hashable, Sendable {
    var rule: String
    var table: String?
    var file: String?
    var member: String?
    var record: String?
    var field: String?
    var value: String?
    var date: String?
  }

  struct Answer: Decodable, Hashable, Sendable {
    var verdict: String
    var evidence: [Item]
  }

  var applicationNo: String
  var publicationNo: String?
  var title: String?
  var county: String?
  var baseSet: [Item]
  var criteria: [String: Answer]

  /// Which figures count the patent; nil where the line does not say its county, as lines of early
  /// versions.
  var standing: PatentStanding? {
    guard let county = county.flatMap({ RegionCode($0) }) else { return nil }
    return PatentStanding(
      county: county,
      met: Set(
        HighValueCriterion.allCases.filter {
          criteria[$0.id]?.verdict == CriterionVerdict.met.rawValue
        }))
  }
}
