import Analyses
import Records
import Reports

/// A check that a run must pass before it publishes.
protocol Gate: Sendable {
  /// Kebab-case, fixed for ever.
  static var id: String { get }
  /// What it checks, in Chinese.
  static var label: String { get }
  /// Whether the page shows it. Only what depends on the run's identity alone may stand there: neither
  /// another run nor a threshold of the plan.
  static var standsOnPage: Bool { get }
  /// Whether somebody who has looked may have the result published all the same. A figure that does not
  /// add up is wrong, whoever accepts it.
  static var isAcceptable: Bool { get }

  static func check(_ subject: GateSubject) throws -> GateFinding
}

extension Gate {
  static var standsOnPage: Bool { false }
  static var isAcceptable: Bool { true }
}

/// What a gate finds.
struct GateFinding: Hashable, Sendable {
  /// Nil where the plan has switched the gate off.
  var level: GateLevel?
  /// What was compared, with the numbers.
  var detail: String

  init(_ level: GateLevel?, _ detail: String) {
    self.level = level
    self.detail = detail
  }
}

/// What the gates look at.
struct GateSubject {
  var indicator: HighValueIndicator
  var planIndicators: [PlanIndicator]
  var inputs: [InputFileRecord]
  var settings: GateSettings = .standard
  /// The run that the figures are compared with; nil where there is none.
  var previous: PreviousFigures?
  /// Whether it uses only what was known on a day: it knows less than any night, and no trademarks.
  var isLookBack = false
  /// The newest day of a format's or register's data up to the cut-off, by its id; nil = not loaded.
  var newestDay: (String) throws -> CalendarDay? = { _ in nil }
}
