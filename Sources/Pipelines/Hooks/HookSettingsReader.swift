import Yams

/// Reads a plan's `hooks`.
enum HookSettingsReader {
  static func read(_ fields: PlanFields?) throws(PlanError) -> HookSettings {
    var settings = HookSettings()
    guard let fields else { return settings }
    try fields.allow(only: ["published", "failed", "timeout"])
    settings.published = try commands(fields, "published")
    settings.failed = try commands(fields, "failed")
    if let text = try fields.text("timeout") {
      guard text.hasSuffix("s"), let seconds = Int(text.dropLast()), (1...86_400).contains(seconds)
      else { throw fields.error("timeout", "is \"\(text)\"; expected seconds such as 60s") }
      settings.timeout = seconds
    }
    return settings
  }

  private static func commands(
    _ fields: PlanFields, _ key: String
  ) throws(PlanError) -> [[String]] {
    guard let node = fields.node(key) else { return [] }
    if let scalar = node.scalar, scalar.string.isEmpty || scalar.string == "null" { return [] }
    guard let entries = node.sequence else { throw fields.error(key, Self.expectation) }
    var commands: [[String]] = []
    for entry in entries {
      guard let parts = entry.sequence else { throw fields.error(key, Self.expectation) }
      var command: [String] = []
      for part in parts {
        guard let text = part.scalar?.string else { throw fields.error(key, Self.expectation) }
        command.append(text)
      }
      guard let program = command.first, !program.isEmpty else {
        throw fields.error(key, Self.expectation)
      }
      commands.append(command)
    }
    return commands
  }

  private static let expectation =
    "is not a list of commands, each a list of a program and its arguments such as "
    + "[[/usr/local/bin/feed, --url, \"https://…\"]]; no shell is asked"
}
