import Records

/// What is not as it must be with an expected batch of exports.
package struct BatchFinding: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case missing
    case late
    case duplicated
    case truncated
    case outOfOrder = "out-of-order"
    case shrinking
  }

  package enum Level: String, Sendable {
    case warning
    case error
    /// The plan says that the batch is lost for good, and why.
    case settled
  }

  /// The name that the plan gives the batches.
  package var batch: String
  package var date: CalendarDay
  package var kind: Kind
  package var level: Level
  /// One line: what was found, what was expected, what to do.
  package var detail: String

  package init(batch: String, date: CalendarDay, kind: Kind, level: Level, detail: String) {
    self.batch = batch
    self.date = date
    self.kind = kind
    self.level = level
    self.detail = detail
  }

  /// `batch cnipa-patents of 2026-03-27 is missing: …`
  package var text: String { "batch \(batch) of \(date.isoText) \(detail)" }

  var json: JSONValue {
    [
      "batch": .text(batch), "date": .text(date.isoText), "kind": .text(kind.rawValue),
      "level": .text(level.rawValue), "detail": .text(detail),
    ]
  }
}
