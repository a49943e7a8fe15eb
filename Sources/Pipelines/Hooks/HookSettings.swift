/// A plan's `hooks`: commands that are run after a night.
struct HookSettings: Hashable, Sendable {
  /// Each a program and its arguments; no shell looks at them.
  var published: [[String]] = []
  var failed: [[String]] = []
  /// Seconds after which a command is ended.
  var timeout = 60

  /// One line a command, for `ipatlas plan`.
  var lines: [String] {
    published.map { "published: \(HookSettings.text($0))" }
      + failed.map { "failed: \(HookSettings.text($0))" }
  }

  /// `["cmd", "two words"]`, as the plan may write it.
  static func text(_ command: [String]) -> String {
    "[" + command.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }
}
