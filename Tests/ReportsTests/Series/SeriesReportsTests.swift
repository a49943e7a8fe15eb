import Analyses
import Foundation
import Records
import Testing

@testable import Reports

@Suite struct SeriesReportsTests {
  private func series(points: Int = 3) throws -> IndicatorSeries {
    let sample = try SampleIndicator.value()
    let end = try #require(CalendarDay("2025-11-15"))
    let days = SeriesStep.month.points(from: try #require(end.adding(years: -2)), to: end)
    return IndicatorSeries(
      plan: "sample", region: sample.region, regionName: sample.regionName,
      from: try #require(end.adding(years: -2)), to: end, step: .month, knownOn: nil, tool: "1.0.0",
      planPath: sample.planPath, calibre: sample.calibre, tables: sample.tables,
      inputs: sample.inputs,
      points: days.suffix(points).enumerated().map { index, day in
        SeriesPoint(
          day: day, isPeriodEnd: SeriesStep.month.ends(on: day), base: sample.base,
          count: 300 + index, countUpper: 310 + index,
          population: index == 0
            ? nil : PopulationFigure(persons: 5_324_476, year: 2024, source: "公报"),
          criteria: HighValueCriterion.allCases.map {
            SeriesPoint.Answers(criterion: $0, met: index, notMet: 1, undetermined: 2)
          },
          counties: sample.counties)
      })
  }

  @Test func theDocumentFitsItsSchema() throws {
    var series = try series()
    for knownOn in [nil, CalendarDay("2025-12-01")] {
      series.knownOn = knownOn
      let json = try JSONNode(parsing: SeriesJSON.bytes(series))
      #expect(try JSONSchema(named: "series").faults(in: json) == [])
      #expect(json["known_on"] == (knownOn == nil ? .null : .text("2025-12-01")))
      guard case .list(let points)? = json["points"] else {
        Issue.record("points is no list")
        return
      }
      #expect(
        points.map { $0["day"] } == [.text("2025-09-30"), .text("2025-10-31"), .text("2025-11-15")])
      #expect(points.map { $0["period_end"] } == [.flag(true), .flag(true), .flag(false)])
      #expect(points[0]["value"] == .null && points[0]["population"] == .null)
      #expect(points[2]["value"] == .number(302.0 / 532.4476))
    }
  }

  @Test func theTable() throws {
    let lines = String(decoding: SeriesCSV.bytes(try series()).dropFirst(3), as: UTF8.self)
      .split(separator: "\r\n").map(String.init)
    #expect(
      lines == [
        "day,period_end,base,undetermined_in_force,unresolved_region,count,count_upper,value,"
          + "population_persons,population_year,strategic-emerging-industry,overseas-family,"
          + "maintained-over-ten-years,pledge-financing,award",
        "2025-09-30,1,622,5,3,300,310,,,,0,0,0,0,0",
        "2025-10-31,1,622,5,3,301,311,\(301.0 / 532.4476),5324476,2024,1,1,1,1,1",
        "2025-11-15,0,622,5,3,302,312,\(302.0 / 532.4476),5324476,2024,2,2,2,2,2",
      ])
  }

  @Test(arguments: [1, 2, 3, 25]) func thePictureIsWellFormed(_ points: Int) throws {
    var series = try series(points: points)
    series.regionName = "宿州<市>&\""
    series.knownOn = points == 2 ? CalendarDay("2025-12-01") : nil
    let bytes = SeriesChart(series).bytes()
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(XMLCheck.isWellFormed(bytes))
    #expect(text.contains("宿州&lt;市&gt;&amp;&quot;每万人口"))
    #expect(text.contains("仅用2025年12月1日前") == (points == 2))
    #expect(!text.contains("nan") && !text.contains("inf"))
    // A point alone is a dot, since a line needs two.
    #expect(text.contains("class=\"dot\"") == (points > 1))
  }
}

/// Whether every tag is closed in its order.
private enum XMLCheck {
  static func isWellFormed(_ bytes: [UInt8]) -> Bool {
    var open: [Substring] = []
    for part in String(decoding: bytes, as: UTF8.self).split(separator: "<") {
      guard let end = part.firstIndex(of: ">") else { return false }
      let tag = part[..<end]
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else if !tag.hasSuffix("/") {
        open.append(tag.prefix { $0 != " " })
      }
    }
    return open.isEmpty
  }
}
