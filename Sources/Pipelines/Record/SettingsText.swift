import Reports
import Store

/// What decides a run's results, as texts of one `key: value` a line, and what differs between two.
struct SettingsText: Hashable, Sendable {
  /// The plan as resolved, with the versions of tool, readers and judgements.
  var settings: String
  /// The digest of each table by its id.
  var tables: String

  init(settings: String, tables: String) {
    self.settings = settings
    self.tables = tables
  }

  init(_ plan: Plan, _ set: TableSet) {
    settings =
      "tool: \(Version.tool)\nreaders: \(Version.readers)\njudgements: \(Version.judgements)\n"
      + plan.resolvedText
    tables = set.editions.map { "\($0.id): \($0.edition) \($0.digest.text.prefix(16))" }
      .joined(separator: "\n")
    // The labels decide the precision and recall that are published.
    if let labels = set.labels { tables += "\nlabels: \(labels.digest.text.prefix(16))" }
  }

  /// The setting that a look back has and a night has not.
  static let knownOn = "known-on"

  /// What is another value here than in `earlier`, in this text's order, then what is gone.
  func changes(since earlier: SettingsText) -> [ChangedSetting] {
    changes(settings, earlier.settings, prefix: "")
      + changes(tables, earlier.tables, prefix: "table.")
  }

  private func changes(_ now: String, _ then: String, prefix: String) -> [ChangedSetting] {
    let after = SettingsText.lines(now)
    let before = SettingsText.lines(then)
    let old = Dictionary(before, uniquingKeysWith: { $1 })
    let new = Dictionary(after, uniquingKeysWith: { $1 })
    return after.filter { old[$0.0] != $0.1 }.map {
      ChangedSetting(setting: prefix + $0.0, before: old[$0.0], after: $0.1)
    }
      + before.filter { new[$0.0] == nil }.map {
        ChangedSetting(setting: prefix + $0.0, before: $0.1, after: nil)
      }
  }

  private static func lines(_ text: String) -> [(String, String)] {
    text.split(separator: "\n").map { line in
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      return (parts[0], parts.count > 1 ? String(parts[1].dropFirst()) : "")
    }
  }
}

extension LedgerAttempt {
  /// The day of a look back (`--as-known-on`); nil of a night, and of a replay with all that is known.
  var knownOn: String? {
    let key = "\(SettingsText.knownOn): "
    return settings?.split(separator: "\n").first { $0.hasPrefix(key) }.map {
      String($0.dropFirst(key.count))
    }
  }
}
