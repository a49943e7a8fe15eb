import Foundation
import Records
import Reports
import Store
import Synchronization
import TestSupport
import Testing

@testable import Pipelines

/// Gaps, lateness and doubles among the batches that a plan expects.
@Suite struct BatchTests {
  @Test(arguments: [
    ("{date}-1-*.ZIP", "Incoming/20260327-1-003.zip", "2026-03-27"),
    ("{date}-1-*.ZIP", "Incoming/20260327-2-003.ZIP", nil),
    ("{date}-1-*.ZIP", "20260399-1-003.ZIP", nil),
    ("CN-TXTS-10-B_{date}.zip", "a/b/CN-TXTS-10-B_20251230.zip", "2025-12-30"),
    ("CN-PA-*-{date}*.zip", "CN-PA-TXTS-10-A-2025-12-30-part1.zip", "2025-12-30"),
    ("{date}/*.ZIP", "CN/CN-PA-PRSS-10/data/20231003/x.ZIP", "2023-10-03"),
    ("{date}/*.ZIP", "20231003/deeper/x.ZIP", nil),
    ("{date}.?IP", "20231003.ZIP", "2023-10-03"),
  ])
  func theDayStandsInTheName(_ pattern: String, _ name: String, _ day: String?) throws {
    #expect(try #require(BatchPattern(pattern)).day(of: name)?.isoText == day)
  }

  private func expected(_ edit: (inout ExpectedBatches) -> Void = { _ in }) throws
    -> ExpectedBatches
  {
    var expected = ExpectedBatches(
      name: "texts", files: try #require(BatchPattern("{date}-1-*.ZIP")), weekdays: [1, 4],
      from: try #require(CalendarDay("2025-12-02")))
    expected.keptFor = 30
    edit(&expected)
    return expected
  }

  private struct Delivered {
    var name: String
    var arrived: String
    var records = 100
    var content: String?
  }

  /// - Parameters:
  ///   - day: the cut-off.
  ///   - today: the day of the run; nil: the cut-off.
  private func kinds(
    _ files: [Delivered], day: String, today: String? = nil, expected: ExpectedBatches,
    began: String? = "2025-12-01T", lastGood: String? = nil, truncated: Set<String> = []
  ) throws -> [BatchFinding] {
    var check = BatchCheck(
      day: try #require(CalendarDay(day)), today: try #require(CalendarDay(today ?? day)),
      files: [], arrivals: [:], records: [:],
      truncated: truncated, historyBegan: began, lastGood: lastGood)
    for file in files {
      let digest = file.content ?? file.name
      check.files.append(BatchCheck.File(name: file.name, sha256: digest))
      check.arrivals[digest] = Arrival(sha256: digest, path: file.name, arrived: file.arrived)
      check.records[digest] = file.records
    }
    return check.findings([expected])
  }

  @Test func aGapIsMissingOnceItsTimeIsUp() throws {
    // Tuesdays and Fridays of December 2025: 2, 5, 9, 12, 16, …
    let files = [
      Delivered(name: "20251202-1-001.ZIP", arrived: "2025-12-02T20:00:00Z"),
      Delivered(name: "20251209-1-001.ZIP", arrived: "2025-12-09T20:00:00Z"),
    ]
    let expected = try expected()
    #expect(try kinds(Array(files.prefix(1)), day: "2025-12-08", expected: expected).isEmpty)
    let found = try kinds(files, day: "2025-12-09", expected: expected)
    #expect(found.map { $0.kind } == [.missing] && found.map { $0.level } == [.error])
    #expect(found[0].date.isoText == "2025-12-05")
    #expect(found[0].detail.contains("the service keeps it until 2026-01-04, 26 days more"))
    let gone = try kinds(
      files, day: "2026-01-05", expected: try self.expected { $0.weekdays = [4] })
    #expect(gone.first?.detail.contains("gone for good since 2026-01-05") == true)
    #expect(gone.first?.detail.contains("settled: [{batch: 2025-12-05, reason: …}]") == true)
    #expect(
      try kinds(
        files, day: "2025-12-09",
        expected: try self.expected { $0.except = [CalendarDay("2025-12-05")!] }
      ).isEmpty)
    #expect(
      try kinds(files, day: "2025-12-09", expected: try self.expected { $0.levels[.missing] = nil })
        .isEmpty)
    #expect(
      try kinds(files, day: "2025-12-09", expected: try self.expected { $0.weekdays = [] }).isEmpty)
  }

  /// How long a batch can still be had depends on the day of the run, not on the cut-off.
  @Test(arguments: [
    ("2025-12-09", "until 2026-01-04, 26 days more: fetch it"),
    ("2026-01-03", "until 2026-01-04, 1 day more: fetch it"),
    ("2026-01-04", "until 2026-01-04, today is the last day: fetch it"),
    ("2026-01-05", "gone for good since 2026-01-05, the service kept it until 2026-01-04"),
    ("2026-11-23", "gone for good since 2026-01-05, the service kept it until 2026-01-04"),
  ])
  func theTimeLeftIsCountedFromToday(_ today: String, _ says: String) throws {
    let files = [Delivered(name: "20251209-1-001.ZIP", arrived: "2025-12-09T20:00:00Z")]
    let found = try kinds(
      files, day: "2025-12-09", today: today,
      expected: try expected { $0.from = CalendarDay("2025-12-05")! })
    #expect(found.map { $0.kind } == [.missing], "asked for is what was due by the cut-off")
    #expect(found[0].detail.contains(says), "\(found[0].detail)")
    let cut = try kinds(
      files, day: "2025-12-09", today: "2026-01-08",
      expected: try expected { $0.from = CalendarDay("2025-12-09")! },
      truncated: ["20251209-1-001.ZIP"])
    #expect(cut.map { $0.kind } == [.truncated])
    #expect(cut[0].detail.hasSuffix("until 2026-01-08, today is the last day: fetch it"))
  }

  /// What the plan settles as lost stops no night and stays on the list with its reason.
  @Test func aSettledBatchIsNoError() throws {
    let files = [
      Delivered(name: "20251202-1-001.ZIP", arrived: "2025-12-02T20:00:00Z"),
      Delivered(name: "20251209-1-001.ZIP", arrived: "2025-12-09T20:00:00Z"),
    ]
    let found = try kinds(
      files, day: "2025-12-16",
      expected: try expected {
        $0.levels[.truncated] = .error
        $0.settled = [
          SettledBatch(date: CalendarDay("2025-12-05")!, reason: "硬盘损坏"),
          SettledBatch(date: CalendarDay("2025-12-09")!, reason: "只存一半"),
        ]
      }, truncated: ["20251209-1-001.ZIP"])
    #expect(found.map { $0.level } == [.settled, .error, .settled])
    #expect(found[0].text.hasPrefix("batch texts of 2025-12-05 is lost: "))
    #expect(found[0].text.hasSuffix("settled in the plan: 硬盘损坏"))
    #expect(found[1].date.isoText == "2025-12-12", "the others are asked for as before")
    #expect(found[2].kind == .truncated && found[2].text.hasSuffix("settled in the plan: 只存一半"))
  }

  @Test func lateAndOutOfOrderAreToldOnce() throws {
    let files = [
      Delivered(name: "20251202-1-001.ZIP", arrived: "2025-12-02T20:00:00Z"),
      Delivered(name: "20251209-1-001.ZIP", arrived: "2025-12-09T20:00:00Z"),
      Delivered(name: "20251205-1-001.ZIP", arrived: "2025-12-10T20:00:00Z"),
    ]
    let found = try kinds(
      files, day: "2025-12-10", expected: try expected(), lastGood: "2025-12-09T20:00:00Z")
    #expect(found.map { $0.kind } == [.late, .outOfOrder])
    #expect(found.allSatisfy { $0.date.isoText == "2025-12-05" && $0.level == .warning })
    #expect(found[0].detail.contains("first found on 2025-12-11, due by 2025-12-08"))
    #expect(
      try kinds(
        files, day: "2025-12-10", expected: try expected(), lastGood: "2025-12-10T20:00:00Z"
      ).isEmpty)
    // What was due before the first run of all is not late, whenever it was put in.
    #expect(
      try kinds(
        files.map { Delivered(name: $0.name, arrived: "2026-06-01T20:00:00Z") }, day: "2025-12-10",
        expected: try expected(), began: "2026-06-01T20:00:00Z"
      ).isEmpty)
  }

  @Test func doublesCutsAndShrinking() throws {
    let arrived = "2025-12-02T20:00:00Z"
    var files = ["02", "05", "09", "12"].map {
      Delivered(name: "202512\($0)-1-001.ZIP", arrived: arrived)
    }
    files[3].records = 49
    let shrunk = try kinds(files, day: "2025-12-12", expected: try expected())
    #expect(shrunk.map { $0.kind } == [.shrinking])
    #expect(shrunk[0].detail.contains("49 records, the median of the 3 before it is 100"))
    files[3].records = 50
    #expect(try kinds(files, day: "2025-12-12", expected: try expected()).isEmpty)

    files.append(
      Delivered(name: "b/20251202-1-001.ZIP", arrived: arrived, content: files[0].name))
    files.append(Delivered(name: "b/20251205-1-001.ZIP", arrived: arrived, content: "other"))
    // A second volume of a batch is no double.
    files.append(Delivered(name: "20251209-1-002.ZIP", arrived: arrived))
    // As many records as the others have by now, doubles counted once.
    files[3].records = 200
    let found = try kinds(
      files, day: "2025-12-12", expected: try expected(), truncated: ["20251212-1-001.ZIP"])
    #expect(found.map { $0.kind } == [.duplicated, .duplicated, .truncated])
    #expect(found[0].detail.contains("the same content"))
    #expect(found[1].detail.contains("one name and different contents"))
    #expect(found[2].detail.contains("20251212-1-001.ZIP ends too early"))
    let replaced = try kinds(
      [
        Delivered(name: files[0].name, arrived: arrived, content: "old"),
        Delivered(name: files[0].name, arrived: arrived, content: "new"),
      ], day: "2025-12-02", expected: try expected())
    #expect(replaced.map { $0.kind } == [.duplicated])
    #expect(replaced[0].detail.hasPrefix("was delivered again: 20251202-1-001.ZIP has another"))
  }

  /// At half past two in the morning in China it is still the day before in UTC.
  @Test func aBatchCameOnTheDayOfTheOffice() throws {
    let found = try kinds(
      [Delivered(name: "20251202-1-001.ZIP", arrived: "2025-12-05T18:30:00Z")], day: "2025-12-06",
      expected: try expected { $0.weekdays = [1] }, lastGood: "2025-12-04T18:30:00Z")
    #expect(found.map { $0.kind } == [.late])
    #expect(found.first?.detail.contains("first found on 2025-12-06, due by 2025-12-05") == true)
  }

  /// A missing batch keeps a night from being published, also where nothing else is new.
  @Test func aMissingBatchStopsTheNight() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(
      city,
      settings: """
        expected:
          - {name: texts, files: "{date}-1-*.ZIP", weekdays: [tue, fri], from: 2025-12-23,
             late-after: 0d, kept-for: 30d}
        """)
    let files = FileManager.default
    let archives = try project.files(below: "cnipa").filter { $0.hasSuffix(".ZIP") }
    try #require(archives.count >= 3)
    let held = project.root + "/held.ZIP"
    for (archive, day) in zip(archives, ["20251223", "20251226", "20251230"]) {
      let path = day == "20251226" ? held : "\(project.root)/cnipa/\(day)-1-001.ZIP"
      if "\(project.root)/\(archive)" != path {
        try files.moveItem(atPath: "\(project.root)/\(archive)", toPath: path)
      }
    }
    let failure = #expect(throws: RunFailure.self) {
      try project.run(clock: "2025-12-31T01:00:00Z")
    }
    #expect(failure?.code == .batches)
    #expect(failure?.reason.hasPrefix("batch texts of 2025-12-26 is missing: ") == true)
    #expect(
      failure?.reason.hasSuffix(
        "without it: ipatlas run \(project.planPath) --as-of 2025-12-31 --accept batches") == true,
      "\(failure?.reason ?? "")")
    #expect(!files.fileExists(atPath: project.publishPath + "/latest"))
    #expect(try History.attempts(of: project.plan()).last?.stage == "batches")
    let preview = try RunPreview.of(try project.plan()).lines()
    #expect(preview.contains { $0.hasPrefix("  error: batch texts of 2025-12-26 is missing") })

    let run = try project.run(clock: "2025-12-31T02:00:00Z") { $0.accepted = ["batches"] }
    #expect(run.publishedRun != nil)
    #expect(try project.text("Reports/test/latest/run.json").contains("\"kind\": \"missing\""))
    // Nothing new, and still missing: what was accepted for one night is asked for in the next.
    #expect(throws: RunFailure.self) { try project.run(clock: "2026-01-01T01:00:00Z") }

    try files.moveItem(atPath: held, toPath: project.root + "/cnipa/20251226-1-001.ZIP")
    let lines = Mutex<[LogLine]>([])
    #expect(
      try project.run(clock: "2026-01-02T01:00:00Z") {
        $0.log = { line in lines.withLock { $0.append(line) } }
      }.publishedRun != nil)
    let warnings = lines.withLock { $0 }.filter { $0.level == .warning }.compactMap { $0.message }
    #expect(warnings.contains { $0.contains("2025-12-26 came out of order") }, "\(warnings)")
    #expect(try project.indicator().count == city.answers.count)
  }

  /// A lost batch is settled in the plan: the nights go on, and the page and `run.json` name it.
  @Test func aLostBatchIsSettledForGood() throws {
    let city = try SharedCity.small.get()
    let entry =
      "name: texts, files: \"{date}-1-*.ZIP\", weekdays: [tue], from: 2025-12-16, late-after: 0d, "
      + "kept-for: 30d, shrinking: off"
    let project = try TestProject(city, settings: "expected: [{\(entry)}]")
    let files = FileManager.default
    let failure = #expect(throws: RunFailure.self) {
      try project.run(clock: "2026-06-01T01:00:00Z")
    }
    let reason = failure?.reason ?? ""
    // Both at once, with the day from which they are gone, and the cut-off that asks for them.
    #expect(reason.contains("batch texts of 2025-12-23 is missing"), "\(reason)")
    #expect(reason.contains("batch texts of 2025-12-16 is missing"), "\(reason)")
    #expect(reason.contains("gone for good since 2026-01-23"), "\(reason)")
    #expect(reason.contains("what was due by the cut-off 2025-12-31"), "\(reason)")
    let settled =
      "settled: [{batch: 2025-12-23, reason: 服务中断 <再未补发>}, {batch: 2025-12-16, reason: 同上}]"
    try project.writePlan("expected: [{\(entry), \(settled)}]")
    let run = try #require(try project.run(clock: "2026-06-01T02:00:00Z").publishedRun)
    for clock in ["2026-06-02T01:00:00Z", "2026-06-03T01:00:00Z"] {
      #expect(try project.run(clock: clock).isNothingNew)
    }
    let record = try project.text("Reports/test/latest/run.json")
    #expect(record.contains("\"level\": \"settled\""))
    #expect(record.contains("settled in the plan: 服务中断 <再未补发>"))
    let page = try project.text("Reports/test/latest/index.html")
    #expect(page.contains("texts 2025-12-16（{date}-1-*.ZIP）：同上；texts 2025-12-23"))
    #expect(page.contains("服务中断 &lt;再未补发&gt;"))
    let preview = try RunPreview.of(try project.plan()).lines()
    #expect(preview.contains { $0.hasPrefix("  settled: batch texts of 2025-12-16 is lost") })
    // Another reason is another page, so another run; a replay of an earlier day knows nothing of it.
    try project.writePlan("expected: [{\(entry), \(settled.replacing("同上", with: "遗失"))}]")
    #expect(try project.run(clock: "2026-06-04T01:00:00Z").publishedRun != run)
    try project.run(asOf: "2025-12-15", clock: "2026-06-04T02:00:00Z")
    #expect(try !project.text("Reports/test/2025-12-15/index.html").contains("遗失"))
    // It turns up after all: somebody should take it out.
    try project.writePlan("expected: [{\(entry), \(settled)}]")
    let loose = try #require(project.files(below: "cnipa").first { $0.hasSuffix(".ZIP") })
    try files.moveItem(
      atPath: "\(project.root)/\(loose)", toPath: project.root + "/cnipa/20251223-1-001.ZIP")
    let lines = Mutex<[LogLine]>([])
    try project.run(clock: "2026-06-05T01:00:00Z") {
      $0.log = { line in lines.withLock { $0.append(line) } }
    }
    let told = lines.withLock { $0 }.compactMap { $0.message }
    #expect(
      told.contains { $0.contains("2025-12-23 is settled as lost, but it is here") }, "\(told)")
    #expect(!told.contains { $0.contains("2025-12-16 is settled as lost, but") })
  }

  /// What is missing and the gates that fail are told in one night, with what would accept just these.
  @Test func allThatKeepsANightBackIsToldAtOnce() throws {
    let entry =
      "{name: texts, files: \"{date}-1-*.ZIP\", weekdays: [wed], from: 2025-12-24, late-after: 0d}"
    let project = try SharedCity.small.project(
      settings: "gates: {maximum-undetermined: 0, freshness: {docdb: 3d}}\nexpected: [\(entry)]")
    let failure = #expect(throws: RunFailure.self) { try project.run() }
    let reason = failure?.reason ?? ""
    #expect(reason.hasPrefix("batch texts of 2025-12-24 is missing"), "\(reason)")
    #expect(reason.contains("gate maximum-undetermined failed"), "\(reason)")
    #expect(reason.contains("gate freshness failed"), "\(reason)")
    #expect(
      reason.hasSuffix(" --accept batches,maximum-undetermined,freshness"), "\(reason)")
    #expect(failure?.code == .gate)
    #expect(try History.attempts(of: project.plan()).last?.stage == "gate")
    // Whoever accepts a part is told of the rest and of what is still needed of the first.
    let rest = #expect(throws: RunFailure.self) {
      try project.run { $0.accepted = ["batches", "freshness"] }
    }
    #expect(rest?.reason.hasPrefix("gate maximum-undetermined failed") == true)
    #expect(
      rest?.reason.hasSuffix(" --accept batches,maximum-undetermined,freshness") == true)
    let outcome = try project.run {
      $0.accepted = ["batches", "maximum-undetermined", "freshness"]
    }
    #expect(outcome.publishedRun != nil)

    // Where no figure can be made, the batch is told of beside the reason.
    try project.write("region_code,year,population\n", to: "registers/population.csv")
    let without = #expect(throws: RunFailure.self) { try project.run() }
    #expect(without?.code == .population)
    #expect(without?.reason.contains("batch texts of 2025-12-24 is missing") == true)
  }

  @Test(arguments: [
    ("{batch: 2025-12-31}", "did you mean \"2025-12-30\"?"),
    ("{batch: 20251230, reason: lost}", "did you mean \"2025-12-30\"?"),
    ("{batch: 2025-13-30, reason: lost}", "did you mean \"2025-12-30\"?"),
    ("{batch: texts, reason: lost}", "expected its day as YYYY-MM-DD"),
    ("{batch: 2025-12-30}", "reason\" is missing"),
    ("{batch: 2025-12-30, raeson: lost}", "did you mean \"reason\"?"),
    ("{batch: 2025-12-30, reason: a}, {batch: 2025-12-30, reason: b}", "a second time"),
    ("2025-12-30", "is not a mapping"),
  ])
  func wrongSettlementsAreRefused(_ settled: String, _ hint: String) throws {
    let project = try TestProject(
      nil,
      settings: "expected: [{name: texts, files: \"{date}.zip\", from: 2025-12-01, "
        + "weekdays: [tue], settled: [\(settled)]}]")
    let error = #expect(throws: PlanError.self) { try project.plan() }
    #expect(error?.text.contains(hint) == true, "\(error?.text ?? "")")
    #expect(error?.text.contains("expected[1].settled") == true, "\(error?.text ?? "")")
  }

  @Test(arguments: [
    ("expected: yes", "not a list"),
    ("expected: [{name: a}]", "does not hold {date}"),
    ("expected: [{name: a, files: \"{date}.zip\"}]", "\"expected[1].from\" is missing"),
    ("expected: [{name: a, files: \"{date}.zip\", from: 2025-01-01, weekdays: [tues]}]", "tues"),
    (
      "expected: [{name: a, files: \"{date}.zip\", from: 2025-01-01, wekdays: [tue]}]",
      "did you mean \"weekdays\""
    ),
    ("expected: [{name: a, files: \"{date}.zip\", from: 2025-01-01, missing: eror}]", "\"error\"?"),
    ("expected: [{name: a, files: \"{date}.zip\", from: 2025-01-01, kept-for: 30}]", "30d"),
  ])
  func wrongEntriesAreRefused(_ settings: String, _ hint: String) throws {
    let project = try TestProject(nil, settings: settings)
    let error = #expect(throws: PlanError.self) { try project.plan() }
    #expect(error?.text.contains(hint) == true, "\(error?.text ?? "")")
  }
}
