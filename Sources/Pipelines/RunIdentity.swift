import Crypto
import Records

/// The identity of a run: the same tool, readers, rules, plan, date, tables and inputs are the same run.
enum RunIdentity {
  /// The first 16 hexadecimal digits of SHA-256 over all that decides the results.
  ///
  /// - Parameters:
  ///   - tables: id and digest of each table, in any order.
  ///   - inputs: digests of the inputs read, in any order.
  ///   - absent: those of them that are no longer among the inputs, which the page says.
  static func of(
    plan: Plan, tables: [(id: String, sha256: String)], inputs: [String], absent: [String] = []
  ) -> String {
    var lines = [
      "tool \(Version.tool) readers \(Version.readers) judgements \(Version.judgements)",
      plan.resolvedText, "as-of \(plan.asOf.isoText)",
    ]
    lines += plan.expected.flatMap { $0.settledLines(upTo: plan.asOf) }
    lines += tables.sorted { ($0.id, $0.sha256) < ($1.id, $1.sha256) }.map {
      "table \($0.id) \($0.sha256)"
    }
    lines += inputs.sorted().map { "input \($0)" }
    lines += absent.sorted().map { "absent \($0)" }
    let digest = ContentDigest(
      bytes: SHA256.hash(data: Array(lines.joined(separator: "\n").utf8)))
    return String((digest?.text ?? "").prefix(16))
  }
}
