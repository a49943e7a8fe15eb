import Foundation
import Records
import Store
import Synchronization
import TestSupport
import Testing

@testable import Pipelines

/// What a night leaves on record: stages, attempts, what has changed, what the clock says.
@Suite struct NightJournalTests {
  private struct Fault: Error {}

  private struct StageDocument: Decodable {
    var stage: String
    var startedAt: String
    var endedAt: String
    var rowsIn: Int?
    var rowsOut: Int?
    var cacheHits: Int?
    var peakMemoryBytes: Int?
  }

  private struct ChangeDocument: Decodable, Equatable {
    var setting: String
    var before: String?
    var after: String?
  }

  private struct RecordDocument: Decodable {
    var run: String
    var stages: [StageDocument]
    var changedSettings: [ChangeDocument]
    var counts: Counts

    struct Counts: Decodable {
      var records: Int
    }
  }

  private func record(_ project: TestProject, _ link: String = "latest") throws -> RecordDocument {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(
      RecordDocument.self, from: Data(project.text("Reports/test/\(link)/run.json").utf8))
  }

  @Test func everyStageIsRecordedWithItsRows() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    let lines = Mutex<[LogLine]>([])
    try project.run { $0.log = { line in lines.withLock { $0.append(line) } } }
    let record = try record(project)
    let names = NightStage.allCases.map { $0.rawValue }
    #expect(record.stages.map { $0.stage } == Array(names.dropLast(2)), "publish writes the record")
    let stages = Dictionary(uniqueKeysWithValues: record.stages.map { ($0.stage, $0) })
    let files = try SharedCity.parts.flatMap { try project.files(below: $0) }.count
    #expect(stages["discover"]?.rowsIn == files)
    #expect(stages["read"]?.rowsOut == record.counts.records)
    #expect(stages["analyse"]?.rowsOut == city.answers.count)
    #expect(stages["gate"]?.rowsIn == stages["gate"]?.rowsOut)
    #expect((stages["judge"]?.rowsIn ?? 0) > (stages["judge"]?.rowsOut ?? 0))
    #expect(try stages["write"]?.rowsOut == project.deterministicFiles().count + 3, "and changes.*")
    for stage in record.stages { #expect((stage.peakMemoryBytes ?? 0) > 1 << 20, "\(stage)") }
    // The log and the ledger have them all.
    let logged = lines.withLock { $0 }
    #expect(
      logged.map { $0.event }
        == ["run-started"] + names.map { _ in "stage" } + ["run-ended"])
    let attempt = try #require(try History.attempts(of: project.plan()).first)
    let inLedger =
      try JSONSerialization.jsonObject(
        with: Data(try #require(attempt.stages).utf8)) as? [[String: Any]]
    #expect(inLedger?.compactMap { $0["stage"] as? String } == names)
    #expect(attempt.files == files)

    try project.write(try project.text("registers/awards.csv") + "\n", to: "registers/awards.csv")
    try project.run()
    let second = try self.record(project).stages
    #expect(second.first { $0.stage == "read" }?.cacheHits == files - 1)
    #expect(second.first { $0.stage == "read" }?.rowsIn == 1)
  }

  /// A fault at either end of any stage: the attempt is on record with its stage, nothing half-made is
  /// visible, and the next night gives the bytes of an undisturbed one.
  @Test func aFaultAtEveryBorderIsRecordedAndMended() throws {
    let city = try SharedCity.small.get()
    let whole = try TestProject(city)
    try whole.run()
    let expected = try whole.deterministicFiles()
    let project = try TestProject(city)
    var faults: [(String, Bool)] = []
    for stage in NightStage.allCases {
      for isStart in [true, false] {
        #expect(throws: Fault.self, "\(stage) \(isStart)") {
          try project.run {
            $0.boundary = { name, start in
              if name == stage.rawValue, start == isStart { throw Fault() }
            }
          }
        }
        faults.append((stage.rawValue, isStart))
        let attempts = try History.attempts(of: project.plan())
        #expect(attempts.count == faults.count)
        #expect(attempts.last?.outcome == .failed)
        #expect(attempts.last?.stage == stage.rawValue)
        #expect(attempts.last?.code == "system")
        // Once the folder is complete the next attempt has nothing left to do but to note it.
        if stage == .publish, !isStart { break }
      }
      if stage == .publish { break }
    }
    #expect(try project.run().isNothingNew)
    let attempts = try History.attempts(of: project.plan())
    #expect(attempts.last?.outcome == .recovered)
    #expect(attempts.last?.count == city.answers.count)
    let found = try project.deterministicFiles()
    #expect(found.keys.sorted() == expected.keys.sorted())
    for (name, bytes) in expected { #expect(found[name] == bytes, "\(name)") }
    #expect(try History.runs(of: project.plan()).count == 1)
  }

  @Test func anAttemptThatNeverEndedWasKilled() throws {
    let project = try SharedCity.small.project()
    try project.run()
    do {
      let database = try IPDatabase(path: project.workspacePath + "/ip.sqlite")
      var open = LedgerAttempt(plan: "test", asOf: "2025-12-31", tool: "x", started: "2026")
      open.stage = "judge"
      _ = try database.begin(open)
    }
    let plan = try project.plan()
    #expect(
      HistoryTable.lines(of: try History.attempts(of: plan)).last?.hasSuffix("in judge") == true)
    try project.run()
    let attempts = try History.attempts(of: plan)
    #expect(attempts.map { $0.outcome } == [.published, .killed, .nothingNew])
    #expect(attempts[1].ended == nil)
    #expect(HistoryTable.lines(of: attempts)[2].hasSuffix("killed in judge"))
    #expect(HistoryTable.json(of: attempts[1]).contains("\"outcome\":\"killed\""))
  }

  @Test func whatChangedBetweenNightsIsNamed() throws {
    let project = try SharedCity.small.project()
    try project.run()
    #expect(try record(project).changedSettings.isEmpty)
    try project.writePlan("calibre: {pledge-financing: {minimum-amount: 1000}}")
    let lines = Mutex<[LogLine]>([])
    try project.run { $0.log = { line in lines.withLock { $0.append(line) } } }
    let change = ChangeDocument(
      setting: "calibre.pledge-financing.minimum-amount", before: "500", after: "1000")
    #expect(try record(project).changedSettings == [change])
    #expect(
      lines.withLock { $0 }.compactMap { $0.message }
        == ["changed since the last run: calibre.pledge-financing.minimum-amount: 500 → 1000"])
    // The page says nothing of it: another way to the same result gives the same bytes.
    let fresh = try SharedCity.small.project(
      settings: "calibre: {pledge-financing: {minimum-amount: 1000}}")
    try fresh.run()
    #expect(try project.deterministicFiles() == fresh.deterministicFiles())

    // A table of the office's own.
    let terms = try String(
      contentsOfFile: PackageFolder.path + "/Pipelines/keywords/sei-2021.tsv", encoding: .utf8)
    try project.write(terms + "\n", to: "own.tsv")
    try project.writePlan(
      "calibre: {pledge-financing: {minimum-amount: 1000}}\ntables: {keywords: own.tsv}")
    try project.run()
    let settings = try record(project).changedSettings.map { $0.setting }
    #expect(settings == ["tables.keywords", "table.keywords"])
  }

  /// A clock that was moved back is told of; the night publishes under its own date and `latest` stays.
  @Test func aClockMovedBackIsToldOf() throws {
    let project = try SharedCity.small.project()
    try project.writePlan(asOf: "today")
    let later = try #require(try project.run(clock: "2026-11-23T02:00:00Z").publishedRun)
    let lines = Mutex<[LogLine]>([])
    var options = Night.Options()
    options.log = { line in lines.withLock { $0.append(line) } }
    let plan = try PlanReader.read(
      path: project.planPath, today: try #require(CalendarDay("2026-11-20")))
    let outcome = try Night(
      plan, options: options, clock: { "2026-11-20T02:00:00Z" }, progress: { _ in }
    ).run()
    let earlier = try #require(outcome.publishedRun)
    #expect(try project.indicator("2026-11-20").run == earlier)
    #expect(try project.indicator("latest").run == later)
    let warnings = lines.withLock { $0 }.filter { $0.level == .warning }.compactMap { $0.message }
    #expect(warnings.count == 2, "\(warnings)")
    #expect(warnings.first?.contains("2026-11-20T02:00:00Z") == true)
    #expect(warnings.first?.contains("2026-11-23T02:00:00Z") == true)
    #expect(warnings.last?.contains("run \(later) as of 2026-11-23") == true)
    let attempts = try History.attempts(of: plan)
    #expect(attempts.map { $0.run } == [later, earlier], "in the order in which they began")
    // A replay that was asked for is no such case.
    lines.withLock { $0 = [] }
    try project.run(asOf: "2025-12-31", clock: "2026-11-23T03:00:00Z") {
      $0.log = { line in lines.withLock { $0.append(line) } }
    }
    #expect(lines.withLock { $0 }.allSatisfy { $0.level == .info })
  }

  /// A look back says that it is one, is told apart in the history, and changes nothing for the nights.
  @Test func aLookBackIsToldApart() throws {
    let project = try SharedCity.small.project()
    try project.run()
    let lines = Mutex<[LogLine]>([])
    var options = Night.Options()
    options.log = { line in lines.withLock { $0.append(line) } }
    let plan = try project.plan(asOf: "2024-12-31").using(
      whatWasKnownOn: CalendarDay("2025-01-31"))
    _ = try Night(
      plan, options: options, clock: { "2026-11-23T18:30:00Z" }, progress: { _ in }
    ).run()
    let told = lines.withLock { $0 }
    #expect(told.allSatisfy { $0.level == .info }, "\(told.compactMap { $0.message })")
    #expect(
      told.first { $0.event == "look-back" }?.message?.hasPrefix(
        "a look back: as of 2024-12-31, with only what had been published and delivered by "
          + "2025-01-31") == true)
    try project.run(asOf: "2024-12-31")
    let attempts = try History.attempts(of: project.plan())
    #expect(attempts.map { $0.knownOn } == [nil, "2025-01-31", nil])
    let table = HistoryTable.lines(of: attempts)
    #expect(table[0].contains("  as of       known on    "))
    #expect(table[1].contains("  2025-12-31  -           "))
    #expect(table[2].contains("  2024-12-31  2025-01-31  "))
    #expect(table[3].contains("  2024-12-31  -           "))
    #expect(HistoryTable.json(of: attempts[1]).contains("\"known_on\":\"2025-01-31\""))
    #expect(!HistoryTable.json(of: attempts[0]).contains("known_on"))
    // The table has the office's time, the lines for programs have UTC.
    #expect(table[2].hasPrefix("2026-11-24 02:30:00+08:00  2026-11-24 02:30:00+08:00  published"))
    #expect(HistoryTable.json(of: attempts[1]).contains("\"started\":\"2026-11-23T18:30:00Z\""))
    // One that fails before its settings are known is a look back all the same.
    struct Fault: Error {}
    options.boundary = { _, _ in throw Fault() }
    #expect(throws: Fault.self) {
      try Night(plan, options: options, clock: { "2026-11-23T18:31:00Z" }, progress: { _ in }).run()
    }
    #expect(try History.attempts(of: project.plan()).last?.knownOn == "2025-01-31")
  }

  @Test(arguments: [
    ("2026-11-23T15:59:59Z", "2026-11-23", "2026-11-23 23:59:59+08:00"),
    ("2026-11-23T16:00:00Z", "2026-11-24", "2026-11-24 00:00:00+08:00"),
    ("2026-12-31T23:30:05Z", "2027-01-01", "2027-01-01 07:30:05+08:00"),
    ("2025-12-01T", "2025-12-01", "2025-12-01T"),
    ("2026", nil, "2026"),
  ])
  func theOfficesTime(_ instant: String, _ day: String?, _ text: String) {
    #expect(OfficeTime.day(of: instant)?.isoText == day)
    #expect(OfficeTime.text(of: instant) == text)
  }
}
