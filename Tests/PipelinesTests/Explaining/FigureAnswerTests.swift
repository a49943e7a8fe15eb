import Foundation
import SampleData
import TestSupport
import Testing

@testable import Pipelines

/// `explain --cell` and `--county` for programs and for people, also of figures that are not known.
@Suite struct FigureAnswerTests {
  private func object(_ json: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
  }

  private func document(_ run: ExplainedRun) throws -> Any {
    try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: run.folder + "/indicator-1.json")))
  }

  /// The value at a pointer by another reader than the one that is tested.
  private func value(_ document: Any, _ path: [String]) -> Any? {
    path.reduce(document as Any?) { node, key in
      if let list = node as? [Any] { return Int(key).map { list[$0] } }
      return (node as? [String: Any])?[key]
    }
  }

  @Test func everyNumberIsThatOfTheCell() throws {
    let sample = try SamplePlanRun("sample.yml")
    let run = try ExplainedRun("latest", plan: sample.plan)
    let document = try document(run)
    let members: Set<String> = [
      "cell", "value", "run", "as_of", "chinese", "english", "formula", "source", "notes", "below",
      "unit", "row_count", "total", "rows",
    ]
    let required: Set<String> = [
      "cell", "value", "run", "as_of", "chinese", "english", "notes", "unit", "row_count", "rows",
    ]
    for path in run.indicator.leaves() {
      let answer = try object(
        try run.answer(CellPointer(keys: path).text).json(limit: 3).bytes)
      let published = try #require(value(document, path) as? NSObject, "\(path)")
      let told = try #require(answer["value"] as? NSObject, "\(path)")
      #expect(told == published, "\(path)")
      #expect(Set(answer.keys).isSubset(of: members), "\(answer.keys)")
      #expect(required.isSubset(of: answer.keys), "\(path): \(answer.keys)")
      if let total = answer["total"] as? Int, let number = published as? Int {
        #expect(total == number, "\(path)")
      }
      let rows = try #require(answer["rows"] as? [[String: Any]])
      #expect(rows.count == min(3, try #require(answer["row_count"] as? Int)), "\(path)")
      for row in rows {
        #expect((row["id"] as? String)?.isEmpty == false, "\(path)")
        #expect(row["count"] is Int && row["facts"] is [[String: Any]], "\(path)")
      }
    }
    // A cell that holds others has their values as they were published.
    let whole = try object(try run.answer("/criteria/award").json(limit: nil).bytes)
    #expect(whole["value"] as? NSObject == value(document, ["criteria", "award"]) as? NSObject)
    for item in try #require(whole["below"] as? [[String: Any]]) {
      let path = try CellPointer(parsing: try #require(item["cell"] as? String)).keys
      #expect(item["value"] as? NSObject == value(document, path) as? NSObject)
    }
  }

  @Test func aCountyByCodeAndByName() throws {
    let project = try TestProject(try SharedCity.small.get())
    try project.run()
    let run = try ExplainedRun("latest", plan: try project.plan())
    let high = try project.patents().filter { $0["region"] == "341302" && $0["high_value"] == "1" }
    let base = try project.patents().filter { $0["region"] == "341302" }
    let open = try project.table("undetermined.csv").filter { $0["region"] == "341302" }
    let answer = try object(try CountyAnswer("341302", in: run).json(limit: nil).bytes)
    #expect(
      Set(answer.keys) == [
        "region", "name", "base", "value", "formula", "combinations", "undetermined", "count",
      ])
    #expect(answer["region"] as? String == "341302")
    #expect(answer["base"] as? Int == base.count)
    #expect((answer["undetermined"] as? [Any])?.count == open.count)
    let published = try #require(try project.indicator().byCounty.first { $0.region == "341302" })
    #expect(answer["value"] as? Double == published.value)
    #expect(published.value == Double(high.count) / (1_741_000.0 / 10_000))
    let count = try #require(answer["count"] as? [String: Any])
    #expect(count["value"] as? Int == published.count && count["total"] as? Int == high.count)
    let rows = try #require(count["rows"] as? [[String: Any]])
    #expect(
      Set(rows.compactMap { $0["id"] as? String }) == Set(high.compactMap { $0["application_no"] }))
    let combinations = try #require(answer["combinations"] as? [[String: Any]])
    #expect(combinations.reduce(0) { $0 + ($1["count"] as? Int ?? 0) } == high.count)
    for part in combinations {
      let criteria = Set(
        (part["criteria"] as? String ?? "").split(separator: " + ").map(String.init))
      let same = high.filter { row in
        criteria == Set(SampleAnswers.criteria.filter { row[$0] == "met" })
      }
      #expect(part["count"] as? Int == same.count, "\(criteria)")
    }
    let lines = try CountyAnswer("341302", in: run).lines(limit: 2)
    #expect(lines.first?.hasPrefix("341302 埇桥区: \(high.count)  (") == true)
    #expect(lines.contains("  base     \(base.count) valid inventions / 有效发明专利"))
    #expect(try CountyAnswer("埇桥区", in: run).lines(limit: 2) == lines)
    #expect(try CountyAnswer("埇桥", in: run).lines(limit: 2) == lines)
    for wrong in ["", "县", "341399"] {
      let failure = #expect(throws: RunFailure.self) { try CountyAnswer(wrong, in: run) }
      #expect(failure?.reason.contains("expected one of") == true, "\(wrong)")
    }
  }

  /// A county without population has a count, no value; the others keep theirs.
  @Test func aCountyWithoutPopulation() throws {
    let project = try TestProject(try SharedCity.small.get())
    let register = try project.text("registers/population.csv")
    let rows = register.split(separator: "\n").filter { !$0.hasPrefix("341302,") }
    try project.write(rows.joined(separator: "\n") + "\n", to: "registers/population.csv")
    try project.run()
    let run = try ExplainedRun("latest", plan: try project.plan())
    let county = try CountyAnswer("341302", in: run)
    let answer = try object(county.json(limit: nil).bytes)
    #expect(answer["value"] is NSNull)
    #expect(answer["formula"] == nil)
    #expect(((answer["count"] as? [String: Any])?["value"] as? Int ?? 0) > 0)
    #expect(county.lines(limit: 1).contains("  value    null  空：人口登记表中没有该区划的人口。"))
    let index = try #require(
      try project.indicator().byCounty.firstIndex { $0.region == "341302" })
    for key in ["value", "population"] {
      let cell = try run.answer("/by_county/\(index)/\(key)")
      #expect(cell.explanation.english == "null: the population register has no row of it")
      #expect(cell.explanation.rows.isEmpty)
      #expect(try object(cell.json(limit: nil).bytes)["value"] is NSNull)
    }
    let other = try object(try CountyAnswer("341321", in: run).json(limit: 1).bytes)
    #expect(other["value"] is Double)
  }

  /// Where nothing could be counted, every figure is null and says so; no county has one.
  @Test func aRunWithoutTheFigure() throws {
    let project = try TestProject()
    try project.write(
      "region_code,year,population\n341300,2024,5000000\n", to: "registers/population.csv")
    try project.write(
      "\u{FEFF}注册号/申请号,国际分类,申请日期,商标名称,商标类型,专用期开始日期,专用期结束日期\n"
        + "10000001,9,2009-01-05,甲,一般,2020-05-21,2030-05-20\n",
      to: "registers/2023/注册商标基本信息.csv")
    try project.run()
    let run = try ExplainedRun("latest", plan: try project.plan())
    for cell in ["/value", "/count", "/by_county", "/criteria", "/target"] {
      let answer = try run.answer(cell)
      #expect(try object(answer.json(limit: nil).bytes)["value"] is NSNull, "\(cell)")
      #expect(answer.explanation.chinese == "指标未知，故为空：没有读到任何中国专利文献", "\(cell)")
      #expect(answer.agrees, "\(cell)")
    }
    let failure = #expect(throws: RunFailure.self) { try CountyAnswer("341302", in: run) }
    #expect(failure?.reason.contains("has no figure by county: 没有读到任何中国专利文献") == true)
    #expect(throws: RunFailure.self) { try run.answer("/by_county/0/count") }
  }
}
