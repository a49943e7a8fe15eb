/// A setting, table or version that decides results and is another one than in the last good run.
package struct ChangedSetting: Hashable, Sendable {
  /// `calibre.pledge-financing.minimum-amount`, `table.sei-ipc`, `tool`.
  package var setting: String
  /// Nil where the last run had none.
  package var before: String?
  /// Nil where there is none any more.
  package var after: String?

  package init(setting: String, before: String?, after: String?) {
    self.setting = setting
    self.before = before
    self.after = after
  }

  /// `calibre.pledge-financing.minimum-amount: 500 → 1000`
  package var text: String { "\(setting): \(before ?? "none") → \(after ?? "none")" }

  var json: JSONValue {
    ["setting": .text(setting), "before": .optional(before), "after": .optional(after)]
  }
}
