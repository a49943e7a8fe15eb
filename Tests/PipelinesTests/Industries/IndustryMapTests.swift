import Foundation
import TestSupport
import Testing

@testable import Pipelines
@testable import Records

/// A small city whose every figure is counted by hand.
@Suite struct IndustryMapTests {
  static let chain = """
    id: chairs
    name: 家具
    source: 示例
    stages:
      - id: up
        name: 上游
        nodes:
          - {id: boards, name: 板材, ipc: ["B27N*"]}
      - id: down
        name: 下游
        nodes:
          - {id: chairs, name: 椅, ipc: ["A47B*"], nice: {"20": 0.5}}
          - {id: folding, name: 折叠, terms: [折叠], match: ipc-or-terms, parent: chairs}
    """
  static let empty = """
    id: rockets
    name: 火箭
    source: 示例
    stages:
      - {id: up, name: 上游, nodes: [{id: engines, name: 发动机, ipc: ["B64G*"]}]}
    """

  static func patent(
    _ key: Int64, _ publication: String, kind: String = "B", owner: String = "宿州示例有限公司",
    address: String = SmallPatent.yongqiao, title: String = "一种椅", filed: String = "20200302",
    granted: String = "20220603",
    symbol: (String, String, String, String, String) = ("A", "47", "B", "13", "00")
  ) -> SmallPatent {
    var patent = SmallPatent(key: key, publication: publication)
    patent.kind = kind
    patent.owner = owner
    patent.address = address
    patent.title = title
    patent.abstract = "本发明公开一种椅。"
    patent.filed = filed
    patent.granted = granted
    patent.symbol = symbol
    return patent
  }

  /// 1, 2 one owner in two spellings; 3 folding by its words, of another county; 4 a utility model whose
  /// term is over; 5 boards, pending; 6 of another city; 7 granted after the cut-off; 8 of no industry.
  static let patents = [
    patent(202_010_136_011, "111000001"),
    patent(202_010_136_022, "111000002", owner: "宿州示例有限责任公司"),
    patent(
      202_010_136_033, "111000003", owner: "灵璧甲厂", address: SmallPatent.lingbi, title: "一种折叠椅"),
    patent(
      201_320_136_044, "203000004", kind: "U", owner: "宿州学院", filed: "20130302",
      granted: "20131203"),
    patent(
      202_310_136_055, "116000005", kind: "A", owner: "张伟", filed: "20230302", granted: "20230901",
      symbol: ("B", "27", "N", "3", "02")),
    patent(202_010_136_066, "111000006", owner: "合肥乙有限公司", address: SmallPatent.hefei),
    patent(202_010_136_077, "111000007", granted: "20260105"),
    patent(202_010_136_088, "111000008", symbol: ("H", "04", "L", "9", "00")),
  ]

  static func project(_ settings: String = "") throws -> TestProject {
    let project = try TestProject(
      settings: """
        industries:
          chains: chains
          benchmarks: ["340100", "340300"]
        \(settings)
        """)
    try project.write(chain, to: "chains/chairs.yml")
    try project.write(empty, to: "chains/rockets.yml")
    try project.deliver(patents, "new")
    try project.deliver(
      events: [
        SmallEvent(
          patent: patents[1], code: "TR01", name: "专利申请权、专利权的转移", published: "20240105",
          details: [
            "登记生效日:20240103", "变更事项:专利权人", "变更前权利人:宿州示例有限责任公司", "变更后权利人:宿州示例有限公司",
            "变更事项:地址", "变更前权利人:230000 安徽省合肥市蜀山区长江西路1号",
            "变更后权利人:\(SmallPatent.yongqiao)",
          ], id: "PRS1")
      ], "events")
    try project.register(
      "population", "行政区划代码,年份,年末常住人口,来源", "341300,2024,5000000,公报",
      "341302,2024,1500000,公报")
    return project
  }

  struct Table {
    var rows: [[String: String]]

    init(_ text: String) {
      let lines = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      rows = lines.dropFirst().map { line in
        Dictionary(uniqueKeysWithValues: zip(lines[0], line))
      }
    }

    /// The values of columns in the rows where others have values.
    func values(_ columns: [String], where keys: [String: String]) -> [[String]] {
      rows.filter { row in keys.allSatisfy { row[$0.key] == $0.value } }
        .map { row in columns.map { row[$0] ?? "?" } }
    }
  }

  static func table(_ name: String, of project: TestProject, industry: String = "chairs") throws
    -> Table
  {
    Table(try project.text("Reports/test/latest/industries/\(industry)/\(name).csv"))
  }

  @Test func everyFigureIsTheHandsCount() throws {
    let project = try IndustryMapTests.project()
    _ = try project.run()
    let size = try IndustryMapTests.table("size", of: project)
    let columns = [
      "applications", "inventions", "utility_models", "grants", "in_force", "in_force_inventions",
      "undetermined",
    ]
    #expect(
      size.values(columns, where: ["area": "341300"]) == [["5", "4", "1", "4", "3", "3", "0"]])
    #expect(
      size.values(columns, where: ["area": "341302"]) == [["4", "3", "1", "3", "2", "2", "0"]])
    #expect(size.values(["per_10k"], where: ["area": "341302"]) == [["0.013333333"]])
    #expect(
      size.values(columns, where: ["area": "340100"]) == [["1", "1", "0", "1", "1", "1", "0"]])
    // A benchmark city without data is there, with zeros.
    #expect(size.values(["applications"], where: ["area": "340300"]) == [["0"]])
    #expect(size.values(["applications"], where: ["area": "store"]) == [["6"]])
    let status = try IndustryMapTests.table("legal-status", of: project)
    #expect(
      status.values(["kind", "state", "patents"], where: ["area": "341300"]) == [
        ["invention", "in-force", "3"], ["invention", "pending", "1"],
        ["utility-model", "ended", "1"],
      ])
    let life = try IndustryMapTests.table("remaining-life", of: project)
    #expect(
      life.values(["band", "patents"], where: ["area": "341300"]) == [["10-14", "3"]])
    let nodes = try IndustryMapTests.table("nodes", of: project)
    #expect(
      nodes.values(["node", "patents", "fractional"], where: ["area": "341300"]) == [
        ["boards", "1", "1.0"], ["chairs", "4", "3.0"], ["folding", "1", "1.0"],
      ])
    let owners = try IndustryMapTests.table("owners", of: project)
    let found = owners.values(
      ["owner_name", "owner_kind", "patents", "variants"], where: ["area": "341300"])
    #expect(found.first == ["宿州示例有限公司", "enterprise", "2", "1"])
    #expect(
      Set(found.map { $0[0] + $0[1] })
        == ["宿州示例有限公司enterprise", "灵璧甲厂enterprise", "宿州学院university", "张伟person"])
    let concentration = try IndustryMapTests.table("concentration", of: project)
    #expect(
      concentration.values(["owners", "cr4", "hhi"], where: ["area": "341300"])
        == [["4", "1.0", "0.28"]])
    let flows = try IndustryMapTests.table("flows", of: project)
    #expect(
      flows.values(["year", "event", "direction", "events"], where: [:])
        == [["2024", "transferred", "in", "1"]])
    // (5/6) / (6/7) of the city's six patents, the store's seven.
    let special = try IndustryMapTests.table("specialisation", of: project)
    #expect(special.values(["rta"], where: ["area": "341300"]) == [["0.972222222"]])
    #expect(special.values(["rta"], where: ["area": "340300"]) == [[""]])
  }

  @Test func anIndustryWithoutPatentsSaysWhatIsMissing() throws {
    let project = try IndustryMapTests.project()
    _ = try project.run()
    let page = try project.text("Reports/test/latest/industries/rockets/index.html")
    #expect(page.contains("库内无本市该产业的专利"))
    // What needs no patent is drawn all the same: the chain, with every node missing.
    #expect(page.components(separatedBy: "未绘制：").count > 15)
    #expect(page.contains("1个环节中，强0个，弱0个，缺1个。"))
    let paths = try IndustryMapTests.table("chain-paths", of: project, industry: "rockets")
    #expect(paths.values(["standing", "path"], where: [:]) == [["缺", "补链"]])
  }

  @Test func thePublicGetsDerivedColumnsAlone() throws {
    let project = try IndustryMapTests.project("  audience: public")
    _ = try project.run()
    let folder = "Reports/test/latest/industries/chairs"
    let inventors = try project.text("\(folder)/inventors.csv")
    #expect(inventors.hasPrefix("place,owner,owner_name,"))
    let notable = try project.text("\(folder)/notable-patents.csv")
    #expect(!notable.hasPrefix("application_no"))
    let page = try project.text("\(folder)/index.html")
    #expect(page.contains("可公开"))
    for patent in IndustryMapTests.patents {
      #expect(!page.contains(patent.number), "\(patent.number)")
    }
  }

  /// The same inputs in another order of arrival give the same bytes.
  @Test func theOrderOfArrivalDoesNotMatter() throws {
    let one = try IndustryMapTests.project()
    _ = try one.run()
    let two = try IndustryMapTests.project()
    try FileManager.default.removeItem(atPath: two.root + "/cnipa/new.xml")
    for (index, patent) in IndustryMapTests.patents.reversed().enumerated() {
      try two.deliver([patent], "new\(index)")
    }
    _ = try two.run()
    let folder = "Reports/test/latest/industries"
    for name in try one.files(below: folder) where name.hasSuffix(".csv") {
      #expect(try one.text(name) == two.text(name), "\(name)")
    }
  }

  @Test(arguments: [
    ("chains: nowhere", "which does not exist"),
    ("chains: chains\n  benchmarks: [\"341300\"]", "the plan's own region"),
    ("chains: chains\n  benchmarks: [\"340302\"]", "expected codes of cities"),
    ("chains: chains\n  benchmarks: [\"340300\", \"340300\"]", "twice"),
    ("chains: chains\n  audience: everyone", "expected internal or public"),
    ("chains: chains\n  boundarys: x", "did you mean \"boundaries\""),
    ("chains: chains\n  boundaries: x.geojson", "does not exist"),
  ])
  func aWrongSettingIsRefused(settings: String, reason: String) throws {
    let project = try TestProject(settings: "industries:\n  \(settings)")
    try project.write(IndustryMapTests.chain, to: "chains/chairs.yml")
    let error = #expect(throws: PlanError.self) { try project.plan() }
    #expect(error?.text.contains(reason) == true, "\(error?.text ?? "")")
  }

  @Test func anIndustryThatIsNoneIsNamed() throws {
    let project = try IndustryMapTests.project("  only: [chair]")
    let error = #expect(throws: RunFailure.self) { try project.run() }
    #expect(error?.reason.contains("chairs, rockets") == true, "\(error?.reason ?? "")")
  }
}
