import Records
import TestSupport

@testable import Pipelines

extension TestProject {
  static let today = CalendarDay(year: 2026, month: 11, day: 23)

  func plan(asOf: String? = nil) throws -> Plan {
    guard let today = TestProject.today else { throw RunFailure("no such day") }
    return try PlanReader.read(path: planPath, asOf: asOf.flatMap { CalendarDay($0) }, today: today)
  }

  /// Runs a night within this process.
  ///
  /// - Parameters:
  ///   - clock: the instant, the same for the whole night.
  ///   - configure: sets further options.
  @discardableResult
  func run(
    asOf: String? = nil, setsLatest: Bool = false, rehashes: Bool = false,
    clock: String = "2026-11-23T00:00:00Z", configure: (inout Night.Options) -> Void = { _ in }
  ) throws -> Night.Outcome {
    var options = Night.Options()
    options.setsLatest = setsLatest
    options.rehashes = rehashes
    options.host = "test"
    configure(&options)
    return try Night(
      try plan(asOf: asOf), options: options, clock: { clock }, progress: { _ in }
    ).run()
  }
}

extension Night.Outcome {
  var publishedRun: String? {
    if case .published(let run, _, _, _) = self { return run }
    return nil
  }

  var isNothingNew: Bool {
    if case .nothingNew = self { return true }
    return false
  }
}

extension Result {
  /// A project with a copy of the city's files.
  func project(settings: String = "") throws -> TestProject where Success == SharedCity {
    try TestProject(try get(), settings: settings)
  }
}
