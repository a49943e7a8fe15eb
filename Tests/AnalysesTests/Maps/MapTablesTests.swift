import Foundation
import Testing

@testable import Analyses

@Suite struct MapTablesTests {
  @Test func everyFileOfTheFolderIsInTheList() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/Analyses/Maps").standardized
    let analyses = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { name in
        let text = (try? String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)) ?? ""
        return text.contains(": MapAnalysis {")
      }.map { String($0.dropLast(6)) }.filter { $0 != "MapAnalysis" }
    #expect(analyses.sorted() == mapAnalyses.map { "\($0)" }.sorted())
  }

  @Test func everyAnalysisHasItsKeyAndItsWords() {
    #expect(Set(mapAnalyses.map { $0.id }).count == mapAnalyses.count)
    for analysis in mapAnalyses {
      let names = analysis.columns.map { $0.name }
      #expect(Set(names).count == names.count, "\(analysis.id)")
      #expect(Set(analysis.key).isSubset(of: names) && !analysis.key.isEmpty, "\(analysis.id)")
      for word in ["strftime", "julianday", "date(", "IIF(", "IFNULL", "GROUP_CONCAT"] {
        #expect(!analysis.sql.uppercased().contains(word.uppercased()), "\(analysis.id): \(word)")
      }
    }
  }

  private func size(_ rows: [[DataValue]]) -> DataTable {
    DataTable(
      id: IndustrySize.id, title: IndustrySize.title, grain: IndustrySize.grain,
      columns: IndustrySize.columns, key: IndustrySize.key, rows: rows)
  }

  private func row(
    _ area: String, _ level: String, applications: Int, fractional: Double = 1, grants: Int = 1,
    inForce: Int = 1
  ) -> [DataValue] {
    [
      .text("x"), .text(area), .text(area), .text(level), .integer(applications),
      .decimal(fractional), .integer(applications), .integer(0), .integer(0), .integer(grants),
      .integer(inForce), .integer(0), .integer(0), .integer(0), .null, .null,
    ]
  }

  /// A check that cannot fail is none: each finds what it is for.
  @Test func violationsAreFound() {
    func violations(_ rows: [[DataValue]]) -> [String] {
      var tables = MapTables()
      tables.add(size(rows))
      return tables.violations
    }
    let city = row("c", "city", applications: 2)
    #expect(violations([city, row("k", "county", applications: 2)]).isEmpty)
    #expect(
      violations([city, row("k", "county", applications: 1)]).contains {
        $0.contains("applications of the counties 1.0, of the city 2.0")
      })
    #expect(
      violations([row("b", "benchmark", applications: 1, fractional: 1.5)]).contains {
        $0.contains("fractional 1.5 exceeds applications 1.0")
      })
    #expect(
      violations([row("b", "benchmark", applications: 1, grants: 2)]).contains {
        $0.contains("grants 2.0 exceeds")
      })
    #expect(violations([city, city]).contains { $0.contains("stands twice") })
  }

  @Test func statesMustSumToApplications() {
    var tables = MapTables()
    tables.add(
      size([row("c", "city", applications: 2), row("k", "county", applications: 2)]))
    tables.add(
      DataTable(
        id: LegalStatusMix.id, title: "", grain: "", columns: LegalStatusMix.columns,
        key: LegalStatusMix.key,
        rows: ["c", "k"].map {
          [
            .text("x"), .text($0), .text($0), .text("invention"), .text("pending"),
            .integer($0 == "c" ? 2 : 1),
          ]
        }))
    #expect(tables.violations == ["legal-status x k: 1.0, applications 2.0"])
  }

  @Test func aTableSaysItsDefects() {
    let table = DataTable(
      id: "t", title: "", grain: "",
      columns: [DataColumn("a", "甲", .text), DataColumn("b", "乙", .integer)], key: ["a"],
      rows: [[.text("x"), .integer(1)], [.text("x"), .decimal(1)], [.null, .null], [.text("y")]])
    #expect(
      table.defects == [
        "table t row 2: b is decimal(1.0), expected integer",
        "table t row 2: key [Analyses.DataValue.text(\"x\")] stands twice",
        "table t row 3: key without value", "table t row 4: 1 values, expected 2",
      ])
  }

  /// A curve with known parameters is found again.
  @Test func theLogisticCurveIsFound() throws {
    let points = (2000...2015).map { year in
      (year: year, count: 1000 / (1 + exp(-0.5 * Double(year - 2010))))
    }
    let curve = try #require(LogisticCurve(points))
    #expect(abs(curve.middle - 2010) < 0.5)
    #expect(abs(curve.ceiling - 1000) < 60)
    #expect(abs(curve.year(at: 0.9) - (2010 + log(9) / 0.5)) < 0.7)
    #expect(curve.rSquared > 0.99)
    #expect(LogisticCurve(Array(points.prefix(7))) == nil)
    #expect(LogisticCurve(points.map { ($0.year, $0.count / 100) }) == nil)
  }
}
