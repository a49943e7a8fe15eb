import Foundation
import Pipelines
import Records
import Store
import TestSupport

/// The nights of one office: deliveries, a fault, then a good night that must publish what a full
/// rebuild does.
struct Simulation {
  /// Settings of the plan that nights change between.
  private static let settings = [
    "", "",
    "calibre: {pledge-financing: {state: active, minimum-amount: 800}}",
    "calibre: {pledge-financing: {allocation: equal-share}}",
    "calibre: {restoration: retroactive, events: published}",
    "calibre: {maintained-over-ten-years: {from: grant}, parks: county}",
    "legal-status-from: 1990-01-01",
    "scope: {others: stub}", "scope: {others: stub}",
  ]

  struct Backup {
    var path: String
    var losses: Int
  }

  var random: SeededGenerator
  var office: Office
  var rebuild: Rebuild
  var backup: Backup?
  /// What the fault met, for the message of a failure.
  var detail = ""
  private(set) var label = "before the first night"
  private(set) var faults = 0
  private(set) var comparisons = 0
  /// How long a night takes, as far as it was seen.
  private(set) var usualMicroseconds = 200_000
  private var day: CalendarDay
  private var queue: [Fault] = []
  /// How many names had changed when a run was published.
  private var renamesOfRun: [String: Int] = [:]
  private var wasFaulty = false

  init(generator: SeededGenerator) throws {
    random = generator
    let city = try SharedCity(
      patents: 400, seed: random.next() % 1_000_000, archive: 50)
    office = try Office(city, &random)
    rebuild = Rebuild(office)
    guard let first = CalendarDay("2025-03-01") else { throw Difference("no such day") }
    day = first
  }

  var databaseBytes: Int {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: office.project.workspacePath + "/ip.sqlite")
    return attributes?[.size] as? Int ?? 1_000_000
  }

  mutating func night(_ number: Int) throws {
    label = "night \(number)"
    var events: [String] = []
    // The clock goes on, and sometimes back.
    let isBack = Int.random(in: 0..<12, using: &random) == 0
    day = try after(
      day, isBack ? -Int.random(in: 1...20, using: &random) : Int.random(in: 1...9, using: &random))
    if Int.random(in: 0..<10, using: &random) == 0 {
      let settings = Simulation.settings.randomElement(using: &random) ?? ""
      try office.project.writePlan(settings)
      events.append("plan {\(settings)}")
    }
    events += try office.mend() + office.deliver(&random)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      events.append(try office.surprise(&random))
    }
    var attempt = Attempt(
      planPath: office.project.planPath, asOf: day, knownOn: nil, workspace: nil, publish: nil,
      instant: "\(day.isoText)T01:00:00Z")
    events += try upkeep(attempt)
    if number > 3, Int.random(in: 0..<6, using: &random) == 0 {
      attempt.asOf = try after(day, -Int.random(in: 30...4_000, using: &random))
      if Bool.random(using: &random) { attempt.knownOn = attempt.asOf }
      events.append(
        "replay \(attempt.asOf.isoText)\(attempt.knownOn == nil ? "" : " as known on it")")
    }
    if queue.isEmpty { queue = Fault.allCases.shuffled(using: &random) }
    let fault = number == 1 ? .none : queue.removeLast()
    let about = "as of \(attempt.asOf.isoText), \(fault.rawValue)"
    let rest = events.filter { !$0.isEmpty }.joined(separator: ", ")
    label = "night \(number), \(about) (\(rest))"
    if fault != .none {
      faults += 1
      detail = ""
      try suffer(fault, attempt)
      label = "night \(number), \(about)\(detail.isEmpty ? "" : ": ")\(detail) (\(rest))"
      try checkPublished(attempt)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: label += try "; then \(office.deliver(&random).joined(separator: ", "))"
      case 1: label += try "; then \(office.editSomeRegister(&random))"
      default: break
      }
    }
    say("  \(label)")
    try goodNight(attempt, compares: fault != .none || wasFaulty || number % 5 == 0)
    wasFaulty = fault != .none
  }

  /// The last night once more, after which every link must lead to what its run wrote.
  func finish() throws {
    let attempt = Attempt(
      planPath: office.project.planPath, asOf: day, knownOn: nil, workspace: nil, publish: nil,
      instant: "\(day.isoText)T23:00:00Z")
    try checkPublished(attempt)
  }

  private func after(_ day: CalendarDay, _ days: Int) throws -> CalendarDay {
    guard let date = ISO8601DateFormatter().date(from: day.isoText + "T00:00:00Z") else {
      throw Difference("no day \(day.isoText)")
    }
    let text = ISO8601DateFormatter().string(from: date.addingTimeInterval(Double(days) * 86_400))
    guard let result = CalendarDay(String(text.prefix(10))) else {
      throw Difference("no day \(text)")
    }
    return result
  }

  /// What an operator does between nights.
  private mutating func upkeep(_ attempt: Attempt) throws -> [String] {
    let plan = try attempt.plan()
    guard FileManager.default.fileExists(atPath: plan.workspace + "/ip.sqlite") else { return [] }
    var done: [String] = []
    if backup == nil || Int.random(in: 0..<4, using: &random) == 0 {
      let path = office.path("backup/store.sqlite")
      _ = try StoreBackup.write(plan, to: path, instant: attempt.instant)
      backup = Backup(path: path, losses: office.losses)
      done.append("backup")
    }
    if Int.random(in: 0..<6, using: &random) == 0 {
      _ = try Prune.prune(
        plan, keep: Int.random(in: 0...2, using: &random),
        unlinkingBefore: Bool.random(using: &random) ? attempt.asOf : nil, isDryRun: false,
        instant: attempt.instant, notice: { _ in })
      done.append("prune")
    }
    if Int.random(in: 0..<6, using: &random) == 0,
      let link = try links(plan).filter({ CalendarDay($0.name) != nil }).randomElement(
        using: &random)
    {
      _ = try Rollback.roll(
        plan, to: link.name, allowsReplay: true, instant: attempt.instant, notice: { _ in })
      done.append("rollback to \(link.name)")
    }
    return done
  }

  /// A night without a fault: it must end as a full rebuild of the same inputs ends.
  private mutating func goodNight(_ attempt: Attempt, compares: Bool) throws {
    try rebuild.takeIn(attempt)
    let begun = Date()
    let result = Result { try attempt.run() }
    usualMicroseconds = Int(Date().timeIntervalSince(begun) * 1_000_000)
    switch result {
    case .failure(let error):
      // A day may lack its population; then the rebuild lacks it as well.
      guard let failure = error as? RunFailure, failure.code != .other else { throw error }
      do {
        _ = try rebuild.fromReadings(attempt)
      } catch let other as RunFailure where other.code == failure.code {
        return
      }
      throw Difference("the night failed, the rebuild did not: \(failure.reason)")
    case .success(let outcome):
      let run = outcome.run
      let plan = try attempt.plan()
      guard try links(plan).contains(where: { $0.name == plan.linkName && $0.run == run }) else {
        throw Difference("\(plan.linkName) does not lead to run \(run)")
      }
      if outcome.isPublished || renamesOfRun[run] == nil { renamesOfRun[run] = office.renames }
      if compares { try compare(attempt, outcome) }
    }
    try checkStore(attempt)
    try checkPublished(attempt)
  }

  private mutating func compare(_ attempt: Attempt, _ outcome: Night.Outcome) throws {
    comparisons += 1
    let run = outcome.run
    let plan = try attempt.plan()
    var found = try Rebuild.files("\(plan.publish)/runs/\(run)")
    let read = try rebuild.fromReadings(attempt)
    guard read.run == run else {
      throw Difference("run \(run) is run \(read.run) when it is built from all readings")
    }
    // A run that was published before a file was renamed keeps the names of its night: it is the same
    // work, and is not written again. Its figures and patents must be equal all the same.
    let hasNames = outcome.isPublished || renamesOfRun[run] == office.renames
    var expected = read.files
    if !hasNames {
      found = Simulation.withoutNames(found)
      expected = Simulation.withoutNames(expected)
    }
    try Difference.check(found, expected, "rebuild from readings")
    // What had been delivered by a day is known from the days of arrival, which only readings keep.
    guard attempt.knownOn == nil else { return }
    let plain = try rebuild.fromNothing(attempt)
    guard plain.run == run else {
      throw Difference("run \(run) is run \(plain.run) in a workspace of its own")
    }
    expected = plain.files
    // Where a file has gone, its rejects are closed or cited by the name it had when it was read last:
    // an empty workspace cannot know. What is counted must be equal.
    if !hasNames || !plain.isWhole {
      found = Simulation.withoutNames(found)
      expected = Simulation.withoutNames(expected)
    }
    try Difference.check(found, expected, "rebuild from nothing")
  }

  private static func withoutNames(_ files: [String: Data]) -> [String: Data] {
    files.filter { ["patents.csv", "undetermined.csv"].contains($0.key) }
  }

  private func checkStore(_ attempt: Attempt) throws {
    let plan = try attempt.plan()
    let check = try IPDatabase(path: plan.workspace + "/ip.sqlite").check()
    if let fault = check.answers.first(where: { !$0.isSound }) {
      throw Difference("store check: \(fault.name): \(fault.detail)")
    }
    let unread = try RunPreview.of(plan).toRead
    guard unread.isEmpty else {
      throw Difference("not read: \(unread.map { $0.name }.joined(separator: ", "))")
    }
  }

  /// Every link leads to a run that is what it wrote.
  private func checkPublished(_ attempt: Attempt) throws {
    let plan = try attempt.plan()
    var seen: Set<String> = []
    for link in try links(plan) where seen.insert(link.run).inserted {
      let verification = try Verification(link.run, plan: plan)
      if let fault = verification.differences.first(where: { $0.subject != .input }) {
        throw Difference(
          "\(link.name): \(fault.subject) \(fault.name): \(fault.kind): \(fault.detail)")
      }
    }
  }

  private func links(_ plan: Plan) throws -> [(name: String, run: String)] {
    let files = FileManager.default
    return ((try? files.contentsOfDirectory(atPath: plan.publish)) ?? []).sorted().compactMap {
      guard !$0.hasPrefix("."),
        let target = try? files.destinationOfSymbolicLink(atPath: "\(plan.publish)/\($0)")
      else { return nil }
      return ($0, String(target.dropFirst("runs/".count)))
    }
  }
}
