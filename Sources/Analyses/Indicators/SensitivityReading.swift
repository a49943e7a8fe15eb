/// The figure under one way to read an open setting, all else as the plan says.
package struct SensitivityReading: Hashable, Sendable {
  /// The setting's place in a plan, and how a plan would write the reading.
  package var setting: String
  package var value: String
  /// The same in Chinese.
  package var topic: String
  package var title: String
  /// Whether the plan reads the setting this way.
  package var isChosen: Bool
  /// Patents of the base set, and those of them that count.
  package var base: Int
  package var count: Int

  package init(
    setting: String, value: String, topic: String, title: String, isChosen: Bool, base: Int,
    count: Int
  ) {
    self.setting = setting
    self.value = value
    self.topic = topic
    self.title = title
    self.isChosen = isChosen
    self.base = base
    self.count = count
  }
}
