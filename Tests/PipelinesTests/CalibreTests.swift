import Foundation
import SampleData
import TestSupport
import Testing

@testable import Pipelines

/// Each setting of the calibre moves the figures in the direction its reading implies.
@Suite(.serialized) struct CalibreTests {
  struct Change: CustomTestStringConvertible, Sendable {
    var setting: String
    /// The criterion whose met count changes; nil for settings of all.
    var criterion: String?
    var direction: Direction
    var testDescription: String { setting }

    enum Direction: Sendable { case fewer, notMore, more }
  }

  static let changes = [
    Change(
      setting: "strategic-emerging-industry: {keywords: ignored}",
      criterion: "strategic-emerging-industry", direction: .more),
    Change(
      setting: "strategic-emerging-industry: {ipc: main}",
      criterion: "strategic-emerging-industry", direction: .fewer),
    Change(
      setting: "strategic-emerging-industry: {transfers: ignore}",
      criterion: "strategic-emerging-industry", direction: .notMore),
    Change(
      setting: "overseas-family: {family: extended}", criterion: "overseas-family",
      direction: .more),
    Change(
      setting: "overseas-family: {in-force-only: true}", criterion: "overseas-family",
      direction: .fewer),
    Change(
      setting: "overseas-family: {hong-kong-macao-taiwan: overseas}",
      criterion: "overseas-family", direction: .more),
    Change(
      setting: "maintained-over-ten-years: {from: grant}",
      criterion: "maintained-over-ten-years", direction: .fewer),
    Change(
      setting: "pledge-financing: {minimum-amount: 1000000}", criterion: "pledge-financing",
      direction: .fewer),
    Change(
      setting: "pledge-financing: {minimum-amount: 0}", criterion: "pledge-financing",
      direction: .more),
    Change(
      setting: "pledge-financing: {allocation: equal-share}", criterion: "pledge-financing",
      direction: .fewer),
    Change(
      setting: "pledge-financing: {state: active}", criterion: "pledge-financing",
      direction: .fewer),
    Change(setting: "award: {levels: [金奖]}", criterion: "award", direction: .fewer),
    Change(setting: "award: {levels: []}", criterion: "award", direction: .fewer),
  ]

  /// One project reads the city once; each setting is a run of its own over the same database.
  @Test func everySettingMovesItsCriterion() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    try project.run()
    let usual = try project.indicator()
    for change in CalibreTests.changes {
      try project.writePlan("calibre: {\(change.setting)}")
      #expect(try project.run().publishedRun != nil)
      let found = try project.indicator()
      for (criterion, tally) in usual.criteria {
        let met = try #require(found.criteria[criterion]?.met)
        if criterion != change.criterion {
          #expect(met == tally.met, "\(change.setting): \(criterion)")
        } else if change.direction != .more {
          #expect(change.direction == .notMore ? met <= tally.met : met < tally.met, "\(change)")
          #expect(found.count <= usual.count, "\(change.setting)")
        } else {
          #expect(met > tally.met, "\(change.setting)")
          #expect(found.count >= usual.count, "\(change.setting)")
        }
      }
      #expect(found.base.validInventions == usual.base.validInventions, "\(change.setting)")
    }
    // The band of a reading is the count under that reading.
    try project.writePlan("calibre: {strategic-emerging-industry: {keywords: ignored}}")
    try project.run()
    let ignored = try project.indicator()
    #expect(ignored.count == usual.bands.seiIpcOnly)
    #expect(ignored.bands.seiIpcOnly == usual.bands.seiIpcOnly)
    #expect(ignored.bands.seiWithKeywords == usual.bands.seiWithKeywords)

    // Parks move under their county, and nothing else moves.
    try project.writePlan("calibre: {parks: county}")
    try project.run()
    let merged = try project.indicator()
    #expect(merged.count == usual.count)
    func count(_ indicator: IndicatorDocument, _ regions: String...) -> Int {
      indicator.byCounty.filter { regions.contains($0.region) }.reduce(0) { $0 + $1.count }
    }
    #expect(count(usual, "341371", "341372") > 0)
    #expect(count(merged, "341302") == count(usual, "341302", "341371", "341372"))
    #expect(!merged.byCounty.contains { ["341371", "341372"].contains($0.region) })

    // Another population, the same count.
    try project.writePlan("calibre: {population: 2022}")
    try project.run()
    let older = try project.indicator()
    #expect(older.population.year == 2022)
    #expect(older.count == usual.count)
    #expect(older.value == Double(usual.count) / 527.3)

    // A complete families register turns what was undetermined into a no.
    try project.writePlan("families: complete")
    try project.run()
    let complete = try project.indicator()
    #expect(complete.criteria["overseas-family"]?.undetermined == 0)
    #expect(complete.criteria["overseas-family"]?.met == usual.criteria["overseas-family"]?.met)

    // Stubs of other places change nothing that is counted.
    try project.writePlan("scope: {others: stub}")
    try FileManager.default.removeItem(atPath: project.workspacePath)
    try project.run()
    let stubbed = try project.indicator()
    #expect(try project.runDocument().counts.stubbed > 0)
    #expect(stubbed.criteria == usual.criteria)
    #expect(stubbed.bands.seiIpcOnly == usual.bands.seiIpcOnly)
    #expect(stubbed.base.validInventions == usual.base.validInventions)
    #expect(stubbed.count == usual.count && stubbed.countUpper == usual.countUpper)
    #expect(stubbed.base.unresolvedRegion == usual.base.unresolvedRegion)

    // Restoration with effect from the start can only add to the base.
    try project.writePlan("calibre: {restoration: retroactive}")
    try project.run()
    #expect(try project.indicator().base.validInventions >= usual.base.validInventions)
    // By publication dates an event may decide later, never earlier.
    try project.writePlan("calibre: {events: published}")
    try project.run()
    #expect(try project.indicator().base.validInventions != usual.base.validInventions)
  }
}
