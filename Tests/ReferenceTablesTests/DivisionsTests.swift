import Records
import Testing

@testable import ReferenceTables

@Suite struct DivisionsTests {
  let divisions: Divisions

  init() throws {
    let catalogue = try TableCatalogue()
    divisions = try Divisions(
      catalogue.table("cn-divisions"), history: catalogue.table("anhui-divisions-history"))
  }

  private func code(_ text: String) throws -> RegionCode { try #require(RegionCode(text)) }

  @Test func theCityHasItsCountiesAndParks() throws {
    let names = divisions.children(of: try code("341300")).map { "\($0.code) \($0.name)" }
    #expect(
      names == [
        "341302 埇桥区", "341321 砀山县", "341322 萧县", "341323 灵璧县", "341324 泗县",
        "341371 宿州马鞍山现代产业园区", "341372 宿州经济技术开发区",
      ])
    #expect(divisions[try code("341300")]?.level == 2)
    #expect(divisions[try code("341300")]?.parent == (try code("340000")))
  }

  @Test func everyParentExists() {
    for division in divisions.all {
      #expect((division.parent == nil) == (division.level == 1), "\(division.code)")
      if let parent = division.parent { #expect(divisions[parent] != nil, "\(division.code)") }
    }
    for former in divisions.former {
      if let today = former.today { #expect(divisions[today] != nil, "\(former.code)") }
    }
  }

  /// Source: domain notes on 宿县地区; GB/T 2260 revisions of 1980 to 2019.
  @Test(
    arguments: [
      ("342200", nil, "341300"), ("342201", "宿州市", "341302"), ("342223", "宿县", "341302"),
      ("342221", nil, "341321"), ("342222", nil, "341322"), ("342224", "灵璧县", "341323"),
      ("342224", "灵壁县", "341323"), ("342225", nil, "341324"), ("341302", "墉桥区", "341302"),
      ("341302", "甬桥区", "341302"), ("341323", "灵壁县", "341323"), ("341302", nil, "341302"),
      ("341422", nil, "340281"), ("342101", "阜阳市", nil), ("340205", "裕溪口区", nil),
      ("340122", "肥西县", "340123"), ("349999", nil, nil),
    ] as [(String, String?, String?)])
  func today(_ old: String, _ name: String?, _ expected: String?) throws {
    #expect(divisions.today(of: try code(old), name: name)?.text == expected)
  }
}
