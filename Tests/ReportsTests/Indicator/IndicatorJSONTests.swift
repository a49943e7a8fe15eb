import Analyses
import Records
import Reports
import Testing

@Suite struct IndicatorJSONTests {
  @Test func sampleEqualsGoldenFileAndSchema() throws {
    let bytes = IndicatorJSON.bytes(try SampleIndicator.value())
    try GoldenFile.expect(bytes, equals: "indicator-1.json")
    let schema = try JSONSchema(named: "indicator-1")
    #expect(try schema.faults(in: JSONNode(parsing: bytes)) == [])
  }

  @Test func contractKeysStand() throws {
    let json = try JSONNode(parsing: IndicatorJSON.bytes(try SampleIndicator.value()))
    #expect(json["schema"] == .number(1))
    #expect(json["value"] == .number(391 / 532.4476))
    #expect(json["count_upper"] == .number(415))
    #expect(
      json["data_as_of"]
        == .object(["cnipa": .text("2025-12-30"), "cnipa-prs": .text("2025-12-30")]))
    #expect(
      json["criteria"]?["overseas-family"]
        == .object(["met": .number(31), "not_met": .number(570), "undetermined": .number(21)]))
    #expect(
      json["target"]
        == .object(["year": .number(2025), "value": .number(2), "gap": .number(2 - 391 / 532.4476)])
    )
    #expect(json["last_target"] == .null)
    #expect(json["calibre"]?["pledge-financing"]?["minimum-amount"] == .number(500))
    #expect(json["calibre"]?["overseas-family"]?["in-force-only"] == .flag(false))
    #expect(json["calibre"]?["events"] == .text("effective"))
    guard case .list(let overlap) = json["overlap"] else {
      Issue.record("overlap is no list")
      return
    }
    #expect(
      overlap.first == .object(["criteria": .list([.text("award")]), "count": .number(1)]))
    guard case .list(let counties) = json["by_county"] else {
      Issue.record("by_county is no list")
      return
    }
    #expect(counties.first?["region"] == .text("341300"))
    #expect(counties.first?["value"] == .null)
  }

  @Test func lastTargetReplacesTheTargetAfterThePlan() throws {
    var indicator = try SampleIndicator.value()
    indicator.asOf = try #require(CalendarDay("2026-03-31"))
    let bytes = IndicatorJSON.bytes(indicator)
    let json = try JSONNode(parsing: bytes)
    #expect(json["target"] == .null)
    #expect(
      json["last_target"]
        == .object(["year": .number(2025), "value": .number(2), "reached": .flag(false)]))
    #expect(try JSONSchema(named: "indicator-1").faults(in: json) == [])
  }

  @Test func anUnknownFigureIsNullAndFitsTheSchema() throws {
    var indicator = try SampleIndicator.value()
    indicator.undetermined = "没有读到任何中国专利文献"
    let json = try JSONNode(parsing: IndicatorJSON.bytes(indicator))
    #expect(json["value"] == .null && json["count"] == .null && json["by_county"] == .null)
    #expect(json["undetermined"] == .text("没有读到任何中国专利文献"))
    #expect(try JSONSchema(named: "indicator-1").faults(in: json) == [])
  }

  @Test func schemaRefusesWhatTheContractForbids() throws {
    let schema = try JSONSchema(named: "indicator-1")
    guard
      case .object(var json) = try JSONNode(
        parsing: IndicatorJSON.bytes(try SampleIndicator.value()))
    else {
      Issue.record("no object")
      return
    }
    json["count"] = .text("391")
    json["run"] = .text("0F3A")
    json["surplus"] = .null
    json["value"] = nil
    #expect(try schema.faults(in: .object(json)).count == 4)
  }

  @Test func theDayOfKnowledgeStandsOnlyWhereThereIsOne() throws {
    var indicator = try SampleIndicator.value()
    #expect(try JSONNode(parsing: IndicatorJSON.bytes(indicator))["known_on"] == nil)
    indicator.knownOn = CalendarDay("2026-02-01")
    let json = try JSONNode(parsing: IndicatorJSON.bytes(indicator))
    #expect(json["known_on"] == .text("2026-02-01"))
    #expect(try JSONSchema(named: "indicator-1").faults(in: json) == [])
    let page = String(decoding: IndexPage(indicator, gates: []).bytes(), as: UTF8.self)
    #expect(page.contains("仅使用2026年2月1日及以前已公布并交付的资料"))
    #expect(page.contains("，按2026年2月1日所知）</title>"))
  }
}
