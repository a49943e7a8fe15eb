import Reports

/// One line of a run's log: an object of JSON for programs, or a sentence for people.
///
/// Thirty lines write what a logging library would need a backend of our own for: its own format is
/// text, it takes the instant from the system's clock, and its metadata have no order.
package struct LogLine: Hashable, Sendable {
  package enum Level: String, Sendable {
    case info
    case warning
    case error
  }

  /// ISO 8601 with a time zone.
  package var time: String
  package var level: Level
  /// Kebab-case: `run-started`, `stage`, `warning`, `run-ended`.
  package var event: String
  /// For people; nil where the members say all.
  package var message: String?
  package var members: [JSONValue.Member]

  package init(
    time: String, level: Level = .info, event: String, message: String? = nil,
    members: [JSONValue.Member] = []
  ) {
    self.time = time
    self.level = level
    self.event = event
    self.message = message
    self.members = members
  }

  /// One line of JSON without its line end.
  package var json: String {
    var all: [JSONValue.Member] = [
      .init("time", .text(time)), .init("level", .text(level.rawValue)),
      .init("event", .text(event)),
    ]
    if let message { all.append(.init("message", .text(message))) }
    return String(decoding: JSONText.line(.object(all + members)), as: UTF8.self)
  }
}
