import Crypto
import Records
import Store

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

  /// The identity of the work on the files of a workspace.
  ///
  /// - Parameters:
  ///   - files: those that count.
  ///   - absent: those of them that are no longer among the inputs.
  static func of(
    plan: Plan, tables: TableSet, database: IPDatabase, files: [LedgerFile], absent: [LedgerFile]
  ) throws -> String {
    // The labels decide the precision and recall that are published.
    let labels = tables.labels.map { [(id: $0.id, sha256: $0.digest.text)] } ?? []
    let stubs = try database.wantedStubs()
    let readers = Version.readers(plan, tables)
    return of(
      plan: plan, tables: tables.editions.map { ($0.id, $0.digest.text) } + labels,
      inputs: files.map { file in
        // What is gone stays as it was read: a workspace that has read it otherwise is another run.
        let isReadOtherwise =
          file.reader != readers && file.reader != LedgerFile.interruptedReader
        return file.identity + (isReadOtherwise ? " \(file.reader)" : "")
          + (stubs[file.id].map { " stubs \($0.count)" } ?? "")
      }, absent: absent.map { $0.sha256 })
  }
}
