import Records
import TestSupport
import Testing

@testable import Pipelines

@Suite struct RunIdentityTests {
  private let tables = [(id: "a", sha256: "1"), (id: "b", sha256: "2")]

  private func identity(
    _ settings: String = "", asOf: String? = nil, tables: [(id: String, sha256: String)]? = nil,
    inputs: [String] = ["x", "y"], file: String = "Pipelines/test.yml"
  ) throws -> String {
    let project = try TestProject()
    try project.writePlan(settings)
    let text = try project.text("Pipelines/test.yml")
    try project.write(text, to: file)
    try project.write("", to: "own.tsv")
    let today = try #require(TestProject.today)
    let plan = try PlanReader.read(
      path: project.root + "/" + file, asOf: asOf.flatMap { CalendarDay($0) }, today: today)
    return RunIdentity.of(plan: plan, tables: tables ?? self.tables, inputs: inputs)
  }

  @Test func theSameWorkIsTheSameRun() throws {
    let run = try identity()
    #expect(run.count == 16)
    #expect(try identity() == run, "another folder")
    #expect(try identity(inputs: ["y", "x"]) == run, "another order of inputs")
    #expect(try identity(tables: tables.reversed()) == run, "another order of tables")
    #expect(try identity(file: "Pipelines/renamed.yml") == run, "another name of the plan's file")
    #expect(try identity("families: partial") == run, "a default written out")
    #expect(try identity("calibre: {events: effective}") == run, "a default written out")
    #expect(try identity("tables: {sei-ipc: own.tsv}") == identity("tables: {sei-ipc: ./own.tsv}"))
  }

  @Test func whateverDecidesTheResultIsPartOfIt() throws {
    let changes = [
      try identity(), try identity(asOf: "2025-12-30"), try identity(inputs: ["x"]),
      try identity(inputs: ["x", "z"]), try identity(tables: [("a", "1"), ("b", "3")]),
      try identity("families: complete"), try identity("scope: {others: stub}"),
      try identity("legal-status-from: 1985-04-01"), try identity("tables: {sei-ipc: own.tsv}"),
      try identity("calibre: {strategic-emerging-industry: {ipc: main}}"),
      try identity("calibre: {strategic-emerging-industry: {keywords: ignored}}"),
      try identity("calibre: {strategic-emerging-industry: {transfers: ignore}}"),
      try identity("calibre: {overseas-family: {family: extended}}"),
      try identity("calibre: {overseas-family: {in-force-only: true}}"),
      try identity("calibre: {overseas-family: {hong-kong-macao-taiwan: overseas}}"),
      try identity("calibre: {maintained-over-ten-years: {from: grant}}"),
      try identity("calibre: {pledge-financing: {minimum-amount: 500.5}}"),
      try identity("calibre: {pledge-financing: {allocation: equal-share}}"),
      try identity("calibre: {pledge-financing: {state: active}}"),
      try identity("calibre: {award: {levels: [金奖]}}"),
      try identity("calibre: {events: published}"),
      try identity("calibre: {restoration: retroactive}"),
      try identity("calibre: {parks: county}"), try identity("calibre: {population: 2023}"),
    ]
    #expect(Set(changes).count == changes.count)
  }
}
