import Analyses
import Foundation
import Records
import Reports
import Store
import Synchronization
import TestSupport
import Testing

@testable import Pipelines

/// Every gate of the list, by itself, and what a night makes of one that fails.
@Suite struct GateTests {
  /// A consistent figure of one city, made by a night.
  private static let made = Result {
    let project = try SharedCity.small.project()
    guard case .published(_, let indicator, _, _) = try project.run() else {
      throw RunFailure("nothing was published")
    }
    return indicator
  }

  private func subject(_ edit: (inout GateSubject) -> Void = { _ in }) throws -> GateSubject {
    var subject = GateSubject(
      indicator: try GateTests.made.get(), planIndicators: [], inputs: [], settings: .off)
    edit(&subject)
    return subject
  }

  private struct Case {
    var gate: String
    var outcome: GateResult.Outcome
    var says: [String]
    var edit: (inout GateSubject) -> Void
  }

  private static func previous(_ figures: [String: Double], asOf: String = "2025-12-01") throws
    -> PreviousFigures
  {
    PreviousFigures(
      run: "0123456789abcdef", asOf: try #require(CalendarDay(asOf)), figures: figures, changes: [])
  }

  /// What each gate lets pass, warns of and refuses; every gate of the list has a case of each kind it
  /// can give.
  @Test func everyGateOfTheList() throws {
    let digest = try #require(ContentDigest(String(repeating: "0", count: 64)))
    let unbalanced = InputFileRecord(
      path: "a.zip", digest: digest, bytes: 1, format: "cnipa", records: 3, loaded: 1, rejected: 1)
    let count = Double(try GateTests.made.get().count)
    let before = try GateTests.previous(["count": count + 100])
    let less = try GateTests.previous(["count": count - 12])
    let old = try GateTests.previous(["count": count + 100], asOf: "2025-10-31")
    let drop: (String?, String?) -> [String: GateLimits<Threshold>] = { warn, error in
      [
        "count": GateLimits(
          warn: warn.flatMap { Threshold($0) }, error: error.flatMap { Threshold($0) })
      ]
    }
    let day = try #require(CalendarDay("2025-12-01"))
    let cases = [
      Case(gate: "records-balance", outcome: .passed, says: []) { _ in },
      Case(gate: "records-balance", outcome: .failed, says: ["a.zip"]) { $0.inputs = [unbalanced] },
      Case(gate: "sums-agree", outcome: .passed, says: []) { _ in },
      Case(gate: "sums-agree", outcome: .failed, says: ["overlap"]) { $0.indicator.count += 1 },
      Case(gate: "maximum-drop", outcome: .off, says: []) { _ in },
      Case(gate: "maximum-drop", outcome: .passed, says: ["no earlier run"]) {
        $0.settings.maximumDrop = drop(nil, "5%")
      },
      Case(gate: "maximum-drop", outcome: .passed, says: ["0123456789abcdef", "count"]) {
        $0.previous = before
        $0.settings.maximumDrop = drop(nil, "100")
      },
      Case(
        gate: "maximum-drop", outcome: .failed,
        says: ["count fell from \(Int(count) + 100) to \(Int(count)), by 100", "allowed 99"]
      ) {
        $0.previous = before
        $0.settings.maximumDrop = drop("5%", "99")
      },
      Case(gate: "maximum-drop", outcome: .warned, says: ["by 100", "allowed 5%"]) {
        $0.previous = before
        $0.settings.maximumDrop = drop("5%", "100")
      },
      Case(gate: "maximum-drop", outcome: .passed, says: ["not compared", "61 days"]) {
        $0.previous = old
        $0.settings.maximumDrop = drop(nil, "5%")
      },
      Case(gate: "maximum-drop", outcome: .failed, says: ["no longer known"]) {
        $0.previous = before
        $0.indicator.undetermined = "x"
        $0.settings.maximumDrop = drop(nil, "5%")
      },
      Case(gate: "maximum-drop", outcome: .warned, says: ["since when changed", "500 → 1000"]) {
        $0.previous = before
        $0.previous?.changes = [
          ChangedSetting(setting: "calibre.x", before: "500", after: "1000")
        ]
        $0.settings.maximumDrop = drop(nil, "5%")
      },
      Case(gate: "maximum-drop", outcome: .passed, says: ["a look back"]) {
        $0.previous = before
        $0.isLookBack = true
        $0.settings.maximumDrop = drop(nil, "5%")
      },
      Case(gate: "maximum-rise", outcome: .off, says: []) { _ in },
      Case(gate: "maximum-rise", outcome: .failed, says: ["rose", "by 12", "allowed 11"]) {
        $0.previous = less
        $0.settings.maximumRise = drop(nil, "11")
      },
      Case(gate: "maximum-rise", outcome: .warned, says: ["by 12", "allowed 1%"]) {
        $0.previous = less
        $0.settings.maximumRise = drop("1%", nil)
      },
      Case(gate: "maximum-rise", outcome: .passed, says: ["count"]) {
        $0.previous = less
        $0.settings.maximumRise = drop(nil, "12")
      },
      Case(gate: "maximum-unresolved", outcome: .off, says: []) { _ in },
      Case(gate: "maximum-unresolved", outcome: .failed, says: ["7 inventions"]) {
        $0.indicator.base.unresolvedRegion = 7
        $0.settings.maximumUnresolved = GateLimits(error: .number(6))
      },
      Case(gate: "maximum-unresolved", outcome: .passed, says: ["7 inventions"]) {
        $0.indicator.base.unresolvedRegion = 7
        $0.settings.maximumUnresolved = GateLimits(error: .number(7))
      },
      Case(gate: "maximum-unresolved", outcome: .warned, says: ["above 1%"]) {
        $0.indicator.base.unresolvedRegion = $0.indicator.base.validInventions
        $0.settings.maximumUnresolved = GateLimits(warn: .percent(1), error: .percent(50))
      },
      Case(gate: "maximum-undetermined", outcome: .off, says: []) { _ in },
      Case(gate: "maximum-undetermined", outcome: .failed, says: ["11 patents"]) {
        $0.indicator.countUpper = $0.indicator.count + 11
        $0.settings.maximumUndetermined = GateLimits(error: .number(10))
      },
      Case(gate: "maximum-undetermined", outcome: .passed, says: ["11 patents"]) {
        $0.indicator.countUpper = $0.indicator.count + 11
        $0.settings.maximumUndetermined = GateLimits(error: .number(11))
      },
      Case(gate: "freshness", outcome: .off, says: []) { _ in },
      Case(gate: "freshness", outcome: .passed, says: ["30 days before 2025-12-31"]) {
        $0.settings.freshness = ["cnipa-prs": GateLimits(error: 30)]
        $0.newestDay = { _ in day }
      },
      Case(gate: "freshness", outcome: .failed, says: ["30 days", "allowed 29"]) {
        $0.settings.freshness = ["cnipa-prs": GateLimits(error: 29)]
        $0.newestDay = { _ in day }
      },
      Case(gate: "freshness", outcome: .warned, says: ["pledges: none loaded"]) {
        $0.settings.freshness = ["pledges": GateLimits(warn: 29)]
        $0.settings.freshnessIsRequired = true
      },
    ]
    for item in cases {
      let results = try GateStage.check(try subject(item.edit))
      let result = try #require(results.first { $0.name == item.gate })
      #expect(result.outcome == item.outcome, "\(item.gate): \(result.detail)")
      for part in item.says { #expect(result.detail.contains(part), "\(result.detail)") }
      if item.outcome == .failed {
        let accepted = try GateStage.check(try subject(item.edit), accepted: [item.gate])
        let gate = try #require(GateStage.all.first { $0.id == item.gate })
        #expect(
          accepted.first { $0.name == item.gate }?.outcome
            == (gate.isAcceptable ? .accepted : .failed))
      }
    }
    for gate in GateStage.all {
      #expect(gate.id.allSatisfy { $0 == "-" || $0.isLowercase })
      #expect(!gate.label.isEmpty)
      let outcomes = Set(cases.filter { $0.gate == gate.id }.map { $0.outcome })
      #expect(outcomes.isSuperset(of: [.passed, .failed]), "\(gate.id) lacks a case")
    }
    #expect(Set(GateStage.all.map { $0.id }).count == GateStage.all.count)
  }

  private func gates(_ project: TestProject, _ folder: String = "latest") throws -> [String: String]
  {
    let json =
      try JSONSerialization.jsonObject(
        with: Data(project.text("Reports/test/\(folder)/run.json").utf8)) as? [String: Any]
    let list = try #require(json?["gates"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: list.compactMap { item in
        guard let name = item["name"] as? String, let result = item["result"] as? String else {
          return nil
        }
        return (name, result)
      })
  }

  /// A register that lost its rows: nothing is published, the candidate stays, and whoever has looked
  /// publishes it.
  @Test func aDropIsHeldBackUntilItIsAccepted() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city, settings: "gates: {maximum-drop: {count: 1}}")
    let first = try #require(try project.run().publishedRun)
    #expect(try gates(project)["maximum-drop"] == "passed")
    #expect(try gates(project)["maximum-undetermined"] == "off")
    let before = try project.publishedState(seenByReaders: true)
    let head = try #require(
      try project.text("registers/pledges.csv").split(separator: "\n").first)
    try project.write(head + "\n", to: "registers/pledges.csv")
    let awards = try #require(
      try project.text("registers/awards.csv").split(separator: "\n").first)
    try project.write(awards + "\n", to: "registers/awards.csv")
    for _ in 0..<2 {
      let failure = #expect(throws: RunFailure.self) { try project.run() }
      let reason = failure?.reason ?? ""
      #expect(failure?.code == .gate)
      #expect(reason.contains("count fell from \(city.answers.count) to "), "\(reason)")
      #expect(reason.contains("compared with run \(first)"), "\(reason)")
      #expect(reason.contains("--accept maximum-drop"), "\(reason)")
    }
    #expect(try project.publishedState(seenByReaders: true) == before)
    let attempts = try History.attempts(of: project.plan())
    let run = try #require(attempts.last?.run)
    #expect(attempts.last?.code == "gate" && attempts.last?.stage == "gate")
    let candidate = try gates(project, "runs/.tmp-\(run)")
    #expect(candidate["maximum-drop"] == "failed")

    let lines = Mutex<[LogLine]>([])
    let outcome = try project.run {
      $0.accepted = ["maximum-drop"]
      $0.log = { line in lines.withLock { $0.append(line) } }
    }
    #expect(outcome.publishedRun == run, "gates are no part of a run's identity")
    #expect(try gates(project)["maximum-drop"] == "accepted")
    #expect(
      lines.withLock { $0 }.contains {
        $0.level == .warning && $0.message?.contains("failed and was accepted") == true
      })
    // The same work without gates gives the same bytes.
    let other = try TestProject(city)
    try other.write(head + "\n", to: "registers/pledges.csv")
    try other.write(awards + "\n", to: "registers/awards.csv")
    try other.run()
    #expect(try project.deterministicFiles() == other.deterministicFiles())
  }

  @Test func freshnessOfExportsAndRegisters() throws {
    let project = try SharedCity.small.project(
      settings: "gates: {freshness: {cnipa-prs: 400d, pledges: 1d}}")
    try project.run()
    #expect(try gates(project)["freshness"] == "passed")
    try project.writePlan("gates: {freshness: {cnipa-prs: 400d, docdb: 10d}}")
    try project.write(try project.text("registers/awards.csv") + "\n", to: "registers/awards.csv")
    let failure = #expect(throws: RunFailure.self) { try project.run() }
    #expect(failure?.reason.contains("docdb: none loaded") == true, "\(failure?.reason ?? "")")
    // A later cut-off: the exports are old by then, the register was put in on the day of the run.
    try project.writePlan("gates: {freshness: {cnipa-prs: 30d, pledges: 1d}}")
    let stale = #expect(throws: RunFailure.self) { try project.run(asOf: "2026-11-23") }
    #expect(stale?.reason.contains("cnipa-prs: newest 20") == true, "\(stale?.reason ?? "")")
    #expect(stale?.reason.contains("pledges") == false)
  }

  /// Publications without a single legal event say nothing of what is in force.
  @Test func withoutLegalStatusTheFigureIsNotKnown() throws {
    let project = try SharedCity.small.project()
    for part in ["cnipa-prs"] {
      for file in try project.files(below: part) {
        try FileManager.default.removeItem(atPath: project.root + "/" + file)
      }
    }
    #expect(try project.run().publishedRun != nil)
    let json = try #require(
      try JSONSerialization.jsonObject(
        with: Data(project.text("Reports/test/latest/indicator-1.json").utf8)) as? [String: Any])
    for key in ["value", "count", "base"] { #expect(json[key] is NSNull, "\(key)") }
    #expect((json["undetermined"] as? String)?.contains("法律状态") == true)
    #expect(try !project.text("Reports/test/latest/index.html").contains("0.00"))
    #expect(
      try project.text("Reports/test/latest/undetermined.csv").split(separator: "\r\n").count > 10)
  }

  @Test(arguments: [
    ("gates: of", "gates", "expected off or a mapping"),
    ("gates: {maximum-dorp: {count: 5%}}", "maximum-dorp", "did you mean \"maximum-drop\""),
    ("gates: {maximum-drop: {cuont: 5%}}", "cuont", "did you mean \"count\""),
    ("gates: {maximum-drop: {count: five}}", "five", "a share such as 5%"),
    ("gates: {maximum-drop: {count: -5%}}", "-5%", "a share such as 5%"),
    ("gates: {maximum-drop: {count: {warm: 5%}}}", "warm", "did you mean \"warn\""),
    ("gates: {freshness: {cnipa-psr: 14d}}", "cnipa-psr", "did you mean \"cnipa-prs\""),
    ("gates: {freshness: {cnipa-prs: 14}}", "14", "days such as 14d"),
  ])
  func wrongGatesAreRefused(_ settings: String, _ quoted: String, _ hint: String) throws {
    let project = try TestProject(nil, settings: settings)
    let error = #expect(throws: PlanError.self) { try project.plan() }
    let text = error?.text ?? ""
    #expect(text.contains(quoted) && text.contains(hint), "\(text)")
    #expect(text.contains("test.yml:6: "), "\(text)")
  }

  @Test func everyLevelMayBeGiven() throws {
    let project = try TestProject(
      nil,
      settings:
        "gates: {maximum-drop: {count: {warn: 1%, error: 3}, base: off}, maximum-rise: off, "
        + "maximum-unresolved: 10, compare-within: 7d, freshness: {pledges: {warn: 9d}}}")
    let gates = try project.plan().gates
    #expect(gates.maximumDrop["count"] == GateLimits(warn: .percent(1), error: .number(3)))
    #expect(gates.maximumDrop["base"] == .off)
    #expect(gates.maximumDrop["value"] == GateSettings.standard.maximumDrop["value"])
    #expect(gates.maximumRise.isEmpty)
    #expect(gates.maximumUnresolved == GateLimits(error: .number(10)))
    #expect(gates.compareWithin == 7)
    #expect(gates.freshness == ["pledges": GateLimits(warn: 9)])
    try project.writePlan("gates:\n")
    #expect(try project.plan().gates == .standard)
  }

  /// The ids of figures that gates know are those that are published.
  @Test func everyCountIsAFigure() throws {
    let source = try String(
      contentsOfFile: PackageFolder.path
        + "/Sources/Pipelines/Stages/TrademarkIndicatorStage.swift", encoding: .utf8)
    for id in GateFigure.ids.dropFirst(3) { #expect(source.contains("id: \"\(id)\""), "\(id)") }
  }
}
