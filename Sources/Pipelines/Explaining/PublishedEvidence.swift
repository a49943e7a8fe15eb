/// A line of a published `evidence.ndjson` with what its criteria lack.
struct PublishedEvidence: Decodable, Sendable {
  struct Answer: Decodable, Sendable {
    var verdict: String
    var evidence: [EvidenceLine.Item]
    var missing: [String]?
  }

  var applicationNo: String
  var baseSet: [EvidenceLine.Item]
  var criteria: [String: Answer]
}
