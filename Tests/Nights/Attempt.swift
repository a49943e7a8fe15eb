import Foundation
import Pipelines
import Records
import Store

/// What a night is asked to do: the plan, its day, and where its database and results lie.
struct Attempt {
  var planPath: String
  var asOf: CalendarDay
  var knownOn: CalendarDay?
  /// Nil for the plan's own.
  var workspace: String?
  var publish: String?
  /// ISO 8601 instant.
  var instant: String

  func plan() throws -> Plan {
    var plan = try PlanReader.read(
      path: planPath, asOf: asOf, today: asOf, workspace: workspace
    ).using(whatWasKnownOn: knownOn)
    if let publish { plan.publish = publish }
    return plan
  }

  @discardableResult
  func run(_ configure: (inout Night.Options) -> Void = { _ in }) throws -> Night.Outcome {
    var options = Night.Options()
    options.host = "soak"
    options.busySeconds = 0.3
    configure(&options)
    let instant = instant
    return try Night(try plan(), options: options, clock: { instant }, progress: { _ in }).run()
  }

  static func reason(of error: any Error) -> String {
    (error as? RunFailure)?.reason ?? (error as? StoreError)?.reason ?? "\(error)"
  }
}

extension Night.Outcome {
  var run: String {
    switch self {
    case .nothingNew(let run, _), .published(let run, _, _, _): run
    }
  }

  var isPublished: Bool {
    if case .published = self { return true }
    return false
  }
}
