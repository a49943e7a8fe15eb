import Records

/// A batch that the office knows to be lost for good, and has said so in the plan.
///
/// It no longer keeps a night from being published, and the page and `run.json` go on to name it.
struct SettledBatch: Hashable, Sendable {
  var date: CalendarDay
  /// Why there is none, in the office's words.
  var reason: String
}
