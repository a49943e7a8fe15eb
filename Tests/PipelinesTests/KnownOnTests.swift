import Analyses
import Foundation
import Records
import Store
import TestSupport
import Testing

@testable import Pipelines

/// What had been published and delivered by a day, from a store that has read everything since.
@Suite struct KnownOnTests {
  /// The applications of the sequence, by what happens to them.
  private static let corrected = number(201_510_000_001)
  private static let lapsed = number(201_210_000_002)
  private static let granted = number(202_010_000_003)
  private static let steady = number(202_110_000_004)

  private static func number(_ key: Int64) -> String {
    ApplicationNumber(key: key)!.canonical
  }

  /// Deliveries in the order of the days on which the last of them was published and produced.
  private static let deliveries: [(day: String, file: String, text: String)] = [
    (
      "2021-09-07", "cnipa/1.xml",
      documents([
        document(corrected, "104000001", "B", published: "20180605", produced: "20180601"),
        document(lapsed, "103000002", "B", published: "20150605", produced: "20150601"),
        document(steady, "113000004", "B", published: "20210907", produced: "20210901"),
      ])
    ),
    ("2022-01-03", "cnipa-prs/1.xml", events("20220103", [event(steady, "PB01", "20210301")])),
    (
      "2025-01-06", "cnipa/docdb-1.xml",
      docdb("20250106", [exchanged("CN", "113000004", "B"), exchanged("US", "11300001", "B2")])
    ),
    // A grant of December, delivered in February.
    (
      "2025-02-15", "cnipa/2.xml",
      documents([
        document(granted, "111000003", "B", published: "20241220", produced: "20250215")
      ])
    ),
    // The American member is withdrawn.
    (
      "2025-02-20", "cnipa/docdb-2.xml",
      docdb(
        "20250220",
        [exchanged("US", "11300001", "B2").replacing("status=\"C\"", with: "status=\"D\"")])
    ),
    // The owner was wrong from the beginning.
    (
      "2025-03-01", "cnipa/3.xml",
      documents([
        document(
          corrected, "104000001", "B8", published: "20250225", produced: "20250301",
          address: "100080 北京市海淀区一号")
      ])
    ),
    // A lapse of August, published and delivered in March.
    (
      "2025-03-20", "cnipa-prs/2.xml",
      events("20250320", [event(lapsed, "CF01", "20250314", "终止日期:20240801")])
    ),
    // The same document again, with a better title.
    (
      "2025-05-01", "cnipa/4.xml",
      documents([
        document(
          steady, "113000004", "B", published: "20210907", produced: "20250501", title: "新名称",
          status: "R")
      ])
    ),
  ]

  private func project(until day: String = "9999-12-31") throws -> TestProject {
    let project = try TestProject()
    try project.write(
      "行政区划代码,年份,年末常住人口,来源\n341300,2022,5273000,公报\n341300,2023,5260000,公报\n",
      to: "registers/population.csv")
    for delivery in Self.deliveries where delivery.day <= day {
      try project.write(delivery.text, to: delivery.file)
    }
    return project
  }

  @discardableResult
  private func run(
    _ project: TestProject, asOf: String = "2024-12-31", knownOn: String
  ) throws -> Night.Outcome {
    let plan = try project.plan(asOf: asOf).using(whatWasKnownOn: CalendarDay(knownOn))
    return try Night(plan, options: .init(), clock: { "" }, progress: { _ in }).run()
  }

  private func numbers(_ project: TestProject, _ link: String) throws -> [String] {
    try project.patents(link).compactMap { $0["application_no"] }
  }

  @Test func laterDeliveriesComeOneByOne() throws {
    let whole = try project()
    try whole.run(asOf: "2024-12-31")
    let latest = try whole.deterministicFiles()
    #expect(try numbers(whole, "latest") == [Self.granted, Self.steady])
    for (day, expected) in [
      ("2025-01-31", [Self.lapsed, Self.corrected, Self.steady]),
      ("2025-02-14", [Self.lapsed, Self.corrected, Self.steady]),
      ("2025-02-15", [Self.lapsed, Self.corrected, Self.granted, Self.steady]),
      ("2025-02-28", [Self.lapsed, Self.corrected, Self.granted, Self.steady]),
      ("2025-03-01", [Self.lapsed, Self.granted, Self.steady]),
      ("2025-03-14", [Self.lapsed, Self.granted, Self.steady]),
      ("2025-03-20", [Self.granted, Self.steady]),
      ("2025-06-30", [Self.granted, Self.steady]),
    ] {
      #expect(try run(whole, knownOn: day).publishedRun != nil)
      let link = "2024-12-31-known-\(day)"
      #expect(try numbers(whole, link) == expected, "\(day)")
      // The same as a store that has read nothing that came later.
      let early = try project(until: day)
      try early.run(asOf: "2024-12-31")
      for name in ["patents.csv", "evidence.ndjson", "undetermined.csv"] {
        #expect(
          try whole.deterministicFiles(link)[name] == early.deterministicFiles()[name],
          "\(name) as known on \(day)")
      }
      let found = try whole.indicator(link)
      let other = try early.indicator()
      #expect(found.count == other.count && found.value == other.value)
      #expect(found.base.validInventions == other.base.validInventions)
      #expect(try dataAsOf(whole, link) == dataAsOf(early, "latest"), "\(day)")
    }
    // Nothing of the ordinary run has moved, and none of the others takes its place.
    #expect(try whole.deterministicFiles() == latest)
    #expect(try whole.deterministicFiles("2024-12-31") == latest)
    #expect(try History.runs(of: whole.plan()).count == 1)
    #expect(try whole.run(asOf: "2024-12-31").isNothingNew)
  }

  private func dataAsOf(_ project: TestProject, _ link: String) throws -> [String: String] {
    let text = try project.text("Reports/test/\(link)/indicator-1.json")
    let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    // Formats of which nothing had come have no day, read or not.
    return try #require(root?["data_as_of"] as? [String: String])
  }

  @Test func theFamilyThatWasKnown() throws {
    let project = try project()
    try project.run(asOf: "2024-12-31")
    func verdict(_ link: String) throws -> String? {
      try project.patents(link).first { $0["application_no"] == Self.steady }?["overseas-family"]
    }
    #expect(try verdict("latest") == "undetermined")
    for (day, expected) in [
      ("2025-01-05", "undetermined"), ("2025-01-06", "met"), ("2025-02-19", "met"),
      ("2025-02-20", "undetermined"),
    ] {
      try run(project, knownOn: day)
      #expect(try verdict("2024-12-31-known-\(day)") == expected, "\(day)")
    }
  }

  @Test func whatALookBackDoesNotTouch() throws {
    let project = try project()
    // The first run of a workspace: it reads, and leaves what it read to the next night.
    let outcome = try run(project, knownOn: "2025-01-31")
    guard case .published(let look, let indicator, let records, _) = outcome else {
      Issue.record("nothing was published")
      return
    }
    #expect(records > 0)
    #expect(indicator.knownOn == CalendarDay("2025-01-31"))
    let folder = try FileManager.default.contentsOfDirectory(atPath: project.publishPath)
    #expect(folder.sorted() == ["2024-12-31-known-2025-01-31", "runs"])
    #expect(try History.runs(of: project.plan()).isEmpty)
    let link = "2024-12-31-known-2025-01-31"
    let document = try project.text("Reports/test/\(link)/indicator-1.json")
    #expect(document.contains("\"known_on\": \"2025-01-31\""))
    #expect(
      try project.text("Reports/test/\(link)/run.json").contains("\"known-on\": \"2025-01-31\""))
    let page = try project.text("Reports/test/\(link)/index.html")
    #expect(page.contains("仅使用2025年1月31日及以前已公布并交付的资料"))
    #expect(try project.table("trademarks.csv", link).isEmpty)

    // Again it is the same work.
    #expect(try run(project, knownOn: "2025-01-31").isNothingNew)
    #expect(try History.runs(of: project.plan()).isEmpty)

    guard case .published(let night, _, let again, _) = try project.run(asOf: "2024-12-31") else {
      Issue.record("the night has nothing to publish")
      return
    }
    #expect(night != look && again == records)
    #expect(try project.indicator("latest").run == night)
    #expect(try !project.text("Reports/test/latest/indicator-1.json").contains("known_on"))
    #expect(try !project.text("Reports/test/latest/run.json").contains("known-on"))
    let fresh = try self.project()
    try fresh.run(asOf: "2024-12-31")
    try expectSame(try project.deterministicFiles(), try fresh.deterministicFiles())
  }

  @Test func explanationAndSeriesLookBackToo() throws {
    let project = try project()
    try project.run(asOf: "2024-12-31")
    let plan = try project.plan(asOf: "2024-12-31")
    let today = try Explanation(of: Self.lapsed, plan: plan).lines()
    let known = try Explanation(
      of: Self.lapsed, plan: plan.using(whatWasKnownOn: CalendarDay("2025-01-31"))
    ).lines()
    #expect(today.joined().contains("CF01"))
    #expect(known[0].contains("as known on 2025-01-31"))
    #expect(!known.joined().contains("CF01"))

    let day = CalendarDay("2024-12-31")!
    for (knownOn, count) in [(nil, 2), ("2025-01-31", 3), ("2025-02-15", 4)] {
      let plan = try plan.using(whatWasKnownOn: knownOn.flatMap { CalendarDay($0) })
      let series = try SeriesRun(
        plan, from: CalendarDay("2022-01-01")!, to: day, step: .month
      ).series()
      #expect(series.points.last?.base.validInventions == count)
      #expect(series.name.hasSuffix(knownOn.map { "_known-\($0)" } ?? "month"))
      for point in series.points.suffix(3) where point.population != nil {
        if let knownOn {
          try run(project, asOf: point.day.isoText, knownOn: knownOn)
          let link = "\(point.day.isoText)-known-\(knownOn)"
          let document = try project.indicator(link)
          #expect(point.base.validInventions == document.base.validInventions, "\(link)")
          #expect(point.count == document.count && point.value == document.value, "\(link)")
        }
      }
    }
  }

  @Test func daysBehindTheDayOfKnowledgeAreRefused() throws {
    let project = try project()
    #expect(throws: RunFailure.self) {
      try run(project, asOf: "2025-02-01", knownOn: "2025-01-31")
    }
    #expect(throws: RunFailure.self) {
      try SeriesRun(
        project.plan(asOf: "2024-12-31").using(whatWasKnownOn: CalendarDay("2025-01-31")),
        from: CalendarDay("2024-01-01")!, to: CalendarDay("2025-02-01")!, step: .month)
    }
  }

  @Test func rowsOfRegisters() throws {
    let day = { (text: String) in CalendarDay(text)! }
    let known = KnownOn(day("2024-06-30"))
    let patent = PatentNumber.application(ApplicationNumber(key: 201_510_000_001)!)
    let source = Source(file: "registers/x.csv", offset: 2)
    func pledge(_ registered: String, _ released: String?) -> PledgeRow {
      PledgeRow(
        source: source, registrationNumber: "Y1", patent: patent, registeredOn: day(registered),
        releasedOn: released.map { day($0) })
    }
    #expect(known.known(pledge("2024-07-01", nil)) == nil)
    #expect(known.known(pledge("2024-06-30", "2024-07-01"))?.releasedOn == nil)
    #expect(
      known.known(pledge("2024-06-30", "2024-06-30"))?.releasedOn == day("2024-06-30"))

    var rows = RegisterRows()
    rows.awards = [2024, 2025].map {
      AwardRow(source: source, patent: patent, award: "中国专利奖", level: "金奖", year: $0)
    }
    rows.decisions = ["2024-06-30", "2024-07-01", nil].map { text in
      IndustryDecisionRow(
        source: source, patent: patent, industryCode: "1.2", belongs: true,
        decidedOn: text.map { day($0) })
    }
    func member(_ granted: String?, _ ceased: String?, checked: String?) -> FamilyRow {
      FamilyRow(
        source: source, patent: patent, memberPublication: "US1B2", granted: true,
        grantedOn: granted.map { day($0) }, ceasedOn: ceased.map { day($0) },
        checkedOn: checked.map { day($0) })
    }
    rows.families = [
      member("2020-01-01", "2024-08-01", checked: nil),
      member("2024-07-01", nil, checked: "2024-06-30"),
      member("2020-01-01", nil, checked: "2024-07-01"), member(nil, nil, checked: "2024-06-30"),
    ]
    let found = known.known(of: rows)
    #expect(found.awards.map { $0.year } == [2024])
    #expect(found.decisions.map { $0.decidedOn } == [day("2024-06-30"), nil])
    #expect(found.families.map { $0.granted } == [true, false, true])
    #expect(found.families.map { $0.grantedOn } == [day("2020-01-01"), nil, nil])
    #expect(found.families.allSatisfy { $0.ceasedOn == nil })

    let years = (2022...2024).map {
      PopulationRow(source: source, region: RegionCode("341300")!, year: $0, persons: 1)
    }
    #expect(known.known(of: years).map { $0.year } == [2022, 2023])
    #expect(KnownOn(day("2023-12-31")).known(of: years).map { $0.year } == [2022])
  }
}
