/// The figure under one way to read an open setting, all else as the plan says.
package struct SensitivityReading: Hashable, Sendable {
  /// The counts under the reading, or why there are none.
  package enum Outcome: Hashable, Sendable {
    /// Patents of the base set, those of them that count, and the population they are divided by.
    case counted(base: Int, count: Int, persons: Int)
    /// In Chinese: what is missing.
    case unknown(because: String)
  }

  /// The setting's place in a plan, and how a plan would write the reading, but for amounts, which are
  /// given as `half` and `double` of the plan's own.
  package var setting: String
  package var value: String
  /// The name of the reading in Chinese.
  package var title: String
  /// Whether the plan reads the setting this way.
  package var isChosen: Bool
  package var outcome: Outcome

  package init(
    setting: String, value: String, title: String, isChosen: Bool, outcome: Outcome
  ) {
    self.setting = setting
    self.value = value
    self.title = title
    self.isChosen = isChosen
    self.outcome = outcome
  }

  /// The name of the setting in Chinese.
  package var topic: String { CalibreNames.topic(setting) ?? setting }
}
