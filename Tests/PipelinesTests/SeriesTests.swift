import Analyses
import Foundation
import Records
import TestSupport
import Testing

@testable import Pipelines

/// A series gives at each of its days what a run with that cut-off publishes.
@Suite struct SeriesTests {
  private func series(
    _ project: TestProject, _ from: String, _ to: String, _ step: SeriesStep, workers: Int = 2
  ) throws -> IndicatorSeries {
    try SeriesRun(
      project.plan(), from: CalendarDay(from)!, to: CalendarDay(to)!, step: step, workers: workers
    ).series()
  }

  private func expectRuns(_ project: TestProject, _ series: IndicatorSeries) throws {
    for point in series.points {
      let day = point.day.isoText
      // A day of the same period may have been published already.
      try project.run(asOf: day)
      let document = try project.indicator(day)
      let label = Comment(rawValue: day)
      #expect(document.asOf == day, label)
      #expect(point.base.validInventions == document.base.validInventions, label)
      #expect(point.base.undeterminedInForce == document.base.undeterminedInForce, label)
      #expect(point.base.unresolvedRegion == document.base.unresolvedRegion, label)
      #expect(point.count == document.count, label)
      #expect(point.countUpper == document.countUpper, label)
      #expect(point.value == document.value, label)
      #expect(point.population?.persons == document.population.persons, label)
      #expect(point.population?.year == document.population.year, label)
      #expect(point.criteria.count == document.criteria.count, label)
      for answers in point.criteria {
        #expect(
          document.criteria[answers.criterion.id]
            == .init(
              met: answers.met, notMet: answers.notMet, undetermined: answers.undetermined),
          "\(day) \(answers.criterion.id)")
      }
      #expect(point.counties.map { $0.region.text } == document.byCounty.map { $0.region }, label)
      #expect(point.counties.map { $0.count } == document.byCounty.map { $0.count }, label)
      #expect(point.counties.map { $0.value } == document.byCounty.map { $0.value }, label)
    }
  }

  @Test func everyPointIsARun() throws {
    let project = try SharedCity.small.project()
    try project.run()
    let found = try series(project, "2023-02-01", "2025-12-30", .quarter)
    #expect(found.points.count == 12)
    #expect(found.points.last?.isPeriodEnd == false)
    #expect(Set(found.points.map { $0.count }).count > 8, "the city changes over the years")
    try expectRuns(project, found)
    #expect(try series(project, "2023-02-01", "2025-12-30", .quarter, workers: 1) == found)
  }

  @Test func everyPointIsARunUnderOtherReadings() throws {
    let project = try SharedCity.middle.project(
      settings: """
        families: complete
        legal-status-from: 2012-01-01
        calibre:
          events: published
          restoration: retroactive
          maintained-over-ten-years: {from: grant}
          pledge-financing: {state: active, allocation: equal-share}
          overseas-family: {in-force-only: true, family: extended, hong-kong-macao-taiwan: overseas}
          parks: county
        """)
    try project.run()
    try expectRuns(project, try series(project, "2023-01-01", "2025-12-31", .year))
    try expectRuns(project, try series(project, "2024-02-01", "2024-04-10", .month))
  }

  @Test func withoutAPopulationThereIsNoValue() throws {
    let project = try SharedCity.small.project()
    try project.run()
    let found = try series(project, "1990-01-01", "2025-12-31", .year)
    let first = try #require(found.points.first)
    #expect(first.value == nil && first.population == nil)
    #expect(first.count == 0 && first.base.validInventions == 0)
    #expect(first.counties.allSatisfy { $0.value == nil })
    #expect(try found.points.last?.value == project.indicator().value)
  }

  @Test func filesAreWrittenAndWrittenAgain() throws {
    let project = try SharedCity.small.project()
    try project.run()
    let before = try project.publishedState(seenByReaders: true)
    let run = try SeriesRun(
      project.plan(), from: CalendarDay("2024-01-01")!, to: CalendarDay("2024-12-31")!,
      step: .month)
    let found = try run.series()
    let folder = run.folder(of: found)
    #expect(folder.hasSuffix("Reports/test/series/2024-01-01_2024-12-31_month"))
    let files = try run.write(found, to: folder)
    #expect(
      files.map { ($0 as NSString).lastPathComponent } == [
        "series.csv", "series.json", "series.svg",
      ])
    let bytes = files.map { FileManager.default.contents(atPath: $0) }
    #expect(try run.write(try run.series(), to: folder) == files)
    #expect(files.map { FileManager.default.contents(atPath: $0) } == bytes)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        == ["series.csv", "series.json", "series.svg"])
    let rows = try StrictCSV.rows(Array(bytes[0] ?? Data()))
    #expect(rows.count == 13)
    #expect(rows[12][0] == "2024-12-31")
    // Nothing that a reader of runs sees has changed.
    let after = try project.publishedState(seenByReaders: true)
    for (name, state) in before where !name.isEmpty { #expect(after[name] == state, "\(name)") }
  }

  @Test func whatCannotBeCounted() throws {
    let project = try TestProject()
    #expect(throws: RunFailure.self) {
      try SeriesRun(
        project.plan(), from: CalendarDay("2025-01-01")!, to: CalendarDay("2024-12-31")!,
        step: .year)
    }
    #expect(throws: RunFailure.self) {
      try series(project, "2024-01-01", "2024-12-31", .year)
    }
  }
}
