import Records
import TestSupport
import Testing

@testable import Pipelines

/// Every fault of a plan gives one line with file and line: what was found, what was expected.
@Suite struct PlanErrorTests {
  static let good = """
    name: test
    region: "341300"
    as-of: 2025-12-31
    inputs: [cnipa]
    publish: Reports/test

    """

  struct Case: CustomTestStringConvertible, Sendable {
    var plan: String
    var line: Int
    var says: [String]
    var testDescription: String { says.joined(separator: ", ") }

    init(_ plan: String, line: Int, _ says: String...) {
      self.plan = plan
      self.line = line
      self.says = says
    }
  }

  static let cases = [
    Case(good + "famlies: partial\n", line: 6, "famlies", "did you mean \"families\""),
    Case(good + "something-else: 1\n", line: 6, "something-else", "known keys"),
    Case(
      good + "calibre:\n  award:\n    lvels: [金奖]\n", line: 8, "lvels",
      "calibre.award", "did you mean \"levels\""),
    Case(
      good + "calibre:\n  strategic-emerging-industri: {}\n", line: 7,
      "did you mean \"strategic-emerging-industry\""),
    Case(good + "scope: {other: stub}\n", line: 6, "did you mean \"others\""),
    Case(good + "tables: {sei-ipcs: x.tsv}\n", line: 6, "did you mean \"sei-ipc\""),
    Case(good + "families: complet\n", line: 6, "complet", "partial or complete"),
    Case(
      good + "calibre: {events: publishd}\n", line: 6, "publishd", "effective or published",
      "did you mean \"published\""),
    Case(
      good + "calibre:\n  overseas-family:\n    in-force-only: perhaps\n", line: 8, "perhaps",
      "true or false"),
    Case(
      good + "calibre: {pledge-financing: {minimum-amount: five}}\n", line: 6, "five", "万元"),
    Case(good + "calibre: {population: 24}\n", line: 6, "24", "latest-published or a year"),
    Case(
      good.replacing("2025-12-31", with: "2025-13-31"), line: 3, "2025-13-31",
      "YYYY-MM-DD or today"),
    Case(good.replacing("2025-12-31", with: "31.12.2025"), line: 3, "31.12.2025", "YYYY-MM-DD"),
    Case(good + "legal-status-from: yesterday\n", line: 6, "yesterday", "YYYY-MM-DD"),
    Case(good.replacing("region: \"341300\"\n", with: ""), line: 1, "region", "is missing"),
    Case(good.replacing("341300", with: "3413"), line: 2, "3413", "six digits"),
    Case(good.replacing("inputs: [cnipa]\n", with: ""), line: 1, "inputs", "missing or empty"),
    Case(good.replacing("[cnipa]", with: "[]"), line: 4, "inputs", "missing or empty"),
    Case(good.replacing("name: test", with: "name: ../x"), line: 1, "name", "plain word"),
    Case(good + "calibre: [1, 2]\n", line: 6, "calibre", "not a mapping"),
    Case(good + "publish: Reports/other\n", line: 6, "publish", "twice"),
    Case(good + "calibre:\n\tevents: published\n", line: 7, "not YAML", "tab"),
    Case(good + "calibre: {events: published\n", line: 7, "not YAML"),
    Case("- a\n- b\n", line: 1, "not a mapping"),
    Case(good + "tables: {sei-ipc: none.tsv}\n", line: 6, "none.tsv", "does not exist"),
  ]

  @Test(arguments: cases)
  func oneLineWithItsPlace(_ item: Case) throws {
    let project = try TestProject()
    try project.writePlan(text: item.plan)
    let error = #expect(throws: PlanError.self) { try project.plan() }
    let text = error?.text ?? ""
    #expect(text.hasPrefix("\(project.planPath):\(item.line): "), "\(text)")
    for part in item.says { #expect(text.contains(part), "\(text)") }
    #expect(!text.contains("\n"))
  }

  @Test func anAbsentInputNamesTheLineOfTheInputs() throws {
    let project = try TestProject()
    try project.writePlan(text: PlanErrorTests.good.replacing("[cnipa]", with: "[cnipa, nowhere]"))
    let error = #expect(throws: PlanError.self) { try project.run() }
    #expect(error?.text.hasPrefix("\(project.planPath):4: ") == true, "\(error?.text ?? "")")
    #expect(error?.text.contains("nowhere") == true)
  }

  @Test func anAbsentOrEmptyPlan() throws {
    let project = try TestProject()
    try project.writePlan(text: "")
    #expect(throws: PlanError.self) { try project.plan() }
    let today = try #require(TestProject.today)
    let error = #expect(throws: PlanError.self) {
      try PlanReader.read(path: project.root + "/none.yml", today: today)
    }
    #expect(error?.text.contains("cannot be read") == true)
  }

  @Test(arguments: ["2025-12-31", "\"2025-12-31\"", "'2025-12-31'"])
  func datesMayBeQuotedOrNot(_ date: String) throws {
    let project = try TestProject()
    try project.writePlan("legal-status-from: \(date)", asOf: date)
    let plan = try project.plan()
    #expect(plan.asOf == CalendarDay(year: 2025, month: 12, day: 31))
    #expect(plan.legalStatusFrom == plan.asOf)
  }

  @Test func theCommandLineWinsAndTodayIsToday() throws {
    let project = try TestProject()
    try project.writePlan(asOf: "today")
    #expect(try project.plan().asOf == TestProject.today)
    #expect(try project.plan(asOf: "2020-02-29").asOf.isoText == "2020-02-29")
  }

  @Test(arguments: [
    ("500", 5_000_000), ("500.5", 5_005_000), ("0", 0), ("0.0001", 1), ("1000.50", 10_005_000),
  ])
  func amountsInTenThousands(_ text: String, _ yuan: Int64) throws {
    let project = try TestProject()
    try project.writePlan("calibre: {pledge-financing: {minimum-amount: \(text)}}")
    #expect(try project.plan().calibre.pledgeFinancing.minimumAmountInYuan == yuan)
  }

  @Test(arguments: ["-1", "1e3", "500.", "0.00001", ".5", "1,000"])
  func amountsRefused(_ text: String) throws {
    let project = try TestProject()
    try project.writePlan("calibre: {pledge-financing: {minimum-amount: \"\(text)\"}}")
    #expect(throws: PlanError.self) { try project.plan() }
  }

  @Test func everyPlanOfTheRepositoryParses() throws {
    let today = try #require(TestProject.today)
    for name in ["sample", "nightly"] {
      let plan = try PlanReader.read(
        path: PackageFolder.path + "/Pipelines/\(name).yml", today: today)
      #expect(plan.name == name)
      #expect(plan.root == PackageFolder.path)
    }
  }
}
