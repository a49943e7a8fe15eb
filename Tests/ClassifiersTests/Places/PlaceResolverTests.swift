import Foundation
import Records
import Testing

@testable import Classifiers

struct PlaceResolverTests {
  /// Every resolver must give the same: of the tests' own table and of the whole one.
  private func resolvers() -> [PlaceResolver] {
    [PlaceTables.small] + (PlaceTables.whole.map { [$0] } ?? [])
  }

  private func expect(
    _ party: Party, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for resolver in resolvers() {
      #expect(
        Self.text(resolver.resolve(party)) == expected, "\(party.address ?? "no address")",
        sourceLocation: sourceLocation)
    }
  }

  /// The code, the country, or `-`.
  static func text(_ place: Place) -> String {
    switch place {
    case .division(let code, _): return code.text
    case .foreign(let country): return country
    case .unresolved: return "-"
    }
  }

  /// Facts of the divisions' traps: near-namesakes, variants, parks, former names.
  @Test(arguments: [
    ("安徽省宿州市埇桥区人民路1号", "341302"), ("234000 安徽省宿州市埇桥区汴河中路49号", "341302"),
    ("安徽省宿州市墉桥区", "341302"), ("安徽省宿州市甬桥区", "341302"), ("江苏省苏州市工业园区", "320500"),
    ("Suzhou, Anhui", "341300"), ("Suzhou, Jiangsu", "320500"), ("江苏省宿迁市宿城区", "321302"),
    ("江苏省宿迁市泗洪县", "321324"), ("江苏省宿迁市泗阳县", "321323"), ("浙江省舟山市嵊泗县", "330922"),
    ("浙江省杭州市萧山区", "330109"), ("安徽省安庆市宿松县", "340826"), ("安徽省萧县龙城镇", "341322"),
    ("235200 安徽省宿州市萧县张江萧县高科技园", "341322"), ("安徽省宿州市宿马园区", "341371"),
    ("安徽省宿州市杭宿合作产业园", "341300"), ("安徽省宿县地区灵壁县", "341323"), ("安徽省砀山县", "341321"),
    ("安徽省宿州市经济技术开发区", "341372"), ("江苏省徐州市", "320300"), ("安徽省宿州市宿徐现代产业园", "341300"),
  ])
  func cases(_ address: String, code: String) { expect(Party(at: address), code) }

  @Test(arguments: [
    // Marks, widths, postcodes, skipped levels.
    ("２３４０００安徽省宿州市埇桥区", "341302"), ("234000安徽省宿州市", "341300"), ("萧县龙城镇", "341322"),
    ("宿州市萧县", "341322"), ("安徽 宿州 泗县", "341324"), ("安徽省·宿州市·灵璧县", "341323"),
    ("中国安徽省宿州市", "341300"), ("安徽宿州埇桥区", "341302"), ("宿州", "341300"), ("宿州埇桥区", "341302"),
    ("安徽省\u{3000}宿州市\u{A0}砀山县", "341321"), ("宿州市市辖区", "341300"), ("安徽省宿州市市辖区埇桥区", "341302"),
    ("宿州市宿州市泗县", "341324"), ("安徽省安徽省宿州市", "341300"),
    // Former names.
    ("安徽省宿县地区", "341300"), ("安徽省宿县", "341302"), ("宿县城关镇", "341302"), ("安徽省宿县地区宿州市", "341302"),
    ("宿县地区泗县", "341324"), ("安徽省宿州市灵壁县", "341323"), ("安徽省巢湖市居巢区", "340181"),
    // Parks.
    ("宿州马鞍山现代产业园区", "341371"), ("安徽省宿州马鞍山现代产业园区楚江大道", "341371"),
    ("安徽省宿州市宿州马鞍山现代产业园区", "341371"), ("安徽省宿州市马鞍山现代产业园区", "341371"), ("安徽省宿马园区", "341371"),
    ("宿州经济技术开发区金河路", "341372"), ("安徽宿州经济开发区", "341372"), ("安徽省宿州市经开区", "341372"),
    ("安徽省经济技术开发区", "340000"), ("安徽省宿州市灵璧经济开发区", "341323"), ("安徽省宿州市埇桥区宿马园区", "341302"),
    ("安徽省马鞍山市", "340500"), ("安徽省宿州市高新区", "341300"),
    ("宿州市宿马大道1号", "341300"), ("安徽灵璧经济开发区", "341323"), ("安徽省灵璧", "341323"), ("安徽省灵璧路", "340000"),
    ("宿州市埇桥", "341302"), ("宿州市埇桥路1号", "341300"), ("安徽省宿州巿萧县", "341322"),
    ("(234000)安徽省宿州市", "341300"),
    ("23400 安徽省宿州市", "341300"), ("宿州市唐山路", "341300"), ("安徽黄山", "341000"), ("安徽省黄山区", "341003"),
    ("安徽省黄山镇", "340000"), ("安徽宿州萧县", "341322"), ("安徽省宿州宿马园区", "341371"), ("宿州市宿州经济技术开发区", "341372"),
    // Streets and namesakes never match.
    ("上海市浦东新区宿州路1号", "310115"), ("合肥市萧县路8号", "340100"), ("合肥市包河区宿州路", "340111"),
    ("宿州路1号", "-"), ("安徽省宿州路1号", "340000"), ("宿州市泗县路8号", "341300"), ("宿州市砀山路", "341300"),
    ("青岛市香港中路1号", "370200"), ("香港中路1号", "-"), ("某某路安徽省宿州市", "-"), ("嵊泗县", "330922"),
    ("西藏八宿县", "540326"), ("新疆温宿县", "652922"), ("宿迁市泗洪县", "321324"), ("宿城区", "321302"),
    ("宿豫区", "321311"), ("萧山区", "330109"), ("宿松县", "340826"), ("江苏省宿州市", "320000"),
    ("安徽省苏州市", "340000"), ("安徽省萧山区", "340000"), ("广东省中山大学", "440000"), ("广东省中山市", "442000"),
    ("东区8号楼", "-"), ("郊区", "-"), ("安徽省铜陵市郊区", "340711"), ("泗阳", "-"), ("大宿州市", "-"),
    // Other provinces.
    ("北京市海淀区", "110108"), ("北京市北京市海淀区", "110108"), ("北京市市辖区海淀区", "110108"), ("重庆市", "500000"),
    ("天津市滨海新区", "120116"), ("内蒙古呼和浩特市", "150100"), ("新疆乌鲁木齐天山区", "650102"), ("新疆乌鲁木齐", "650100"),
    ("吉林省吉林市", "220200"), ("吉林省延边州延吉市", "222401"), ("吉林省延边朝鲜族自治州", "222400"),
    ("昆山市玉山镇", "320583"), ("江苏省昆山市", "320583"), ("江苏省苏州市昆山市", "320583"), ("河南省济源市", "419001"),
    ("海南省文昌市", "469005"), ("乌海市海南区", "150303"), ("苏州工业园区星湖街", "320500"), ("辽宁省朝阳市", "211300"),
    ("鼓楼区中山路", "-"), ("朝阳区建国路", "-"), ("北京市朝阳区", "110105"), ("长春市朝阳区", "220104"),
    ("徐州市鼓楼区", "320302"), ("江苏省鼓楼区", "320000"), ("350001鼓楼区", "350102"), ("234000鼓楼区", "-"),
    // Hong Kong, Macao, Taiwan; abroad.
    ("台湾省台北县", "710000"), ("中国台湾新竹市", "710000"), ("中国香港九龙", "810000"), ("澳门特别行政区", "820000"),
    ("臺灣省", "710000"), ("韩国京畿道", "KR"), ("美国·得克萨斯州·休斯敦", "US"), ("日本东京", "JP"), ("瑞典哥德堡", "SE"),
    ("印度尼西亚雅加达", "ID"), ("印度孟买", "IN"), ("蒙古国", "MN"),
    // English.
    ("SUZHOU ANHUI", "341300"), ("Suzhou", "-"), ("234000 Suzhou", "341300"),
    ("215000, Suzhou", "320500"),
    ("Suzhou City, Anhui Province, China", "341300"),
    ("Yongqiao District, Suzhou, Anhui 234000", "341302"),
    ("Xiaoxian, Suzhou, Anhui", "341322"), ("Si County, Suzhou, Anhui", "341324"),
    ("Lingbi County, Anhui", "341323"),
    ("Suzhou Road, Hefei, Anhui", "340100"), ("Suzhou North Road, Hefei, Anhui", "340100"),
    ("Anhui Road, Suzhou, Jiangsu", "320500"),
    ("Fuyang", "-"), ("Shenzhen, Guangdong", "440000"), ("Anhui", "340000"),
    ("Suzhou Street, Beijing", "110000"),
    ("", "-"), ("0", "-"), ("234000", "-"), ("12号", "-"), ("=cmd()", "-"), ("<script>", "-"),
    ("🙂宿州市", "-"),
  ])
  func forms(_ address: String, code: String) { expect(Party(at: address), code) }

  /// A table may list parks among the divisions, and give a former division's successor itself.
  @Test func parksAndSuccessorsOfTheTables() throws {
    let park = try #require(RegionCode("341372"))
    let city = try #require(RegionCode("341300"))
    let resolver = PlaceResolver(
      divisions: PlaceTables.smallDivisions
        + [DivisionRow(code: park, name: "宿州经济技术开发区", level: 3, parent: city)],
      historical: [
        HistoricalDivisionRow(
          code: try #require(RegionCode("341399")), name: "符离县", today: RegionCode("341302"))
      ])
    #expect(resolver.resolve(Party(at: "安徽省宿州市经济技术开发区")).region == park)
    #expect(resolver.resolve(Party(at: "安徽省宿州经济技术开发区")).region == park)
    #expect(resolver.resolve(Party(at: "安徽省经济技术开发区")).region?.text == "340000")
    #expect(resolver.resolve(Party(at: "安徽省宿州市符离县")).region?.text == "341302")
    #expect(resolver.resolve(Party(at: "安徽省符离县")).region?.text == "341302")
  }

  @Test func textDecides() {
    expect(Party(at: "北京市海淀区", province: "安徽省", city: "宿州市", county: "泗县"), "110108")
    expect(Party(at: "安徽省宿州市", county: "泗县"), "341300")
    expect(Party(at: "安徽省宿州市某路", postcode: "234300"), "341300")
    expect(Party(at: nil, province: "安徽省", city: "宿州市", county: "泗县"), "341324")
    expect(Party(at: "0", province: "天津市", city: "市辖区", county: "滨海新区"), "120116")
    expect(Party(at: "某工业园", province: "安徽省", city: "宿州市", county: "0"), "341300")
    expect(Party(at: "鼓楼区中山路", province: "江苏省", city: "徐州市"), "320300")
    expect(Party(at: "安徽省某工业园", province: "安徽省", city: "宿州市", county: "萧县"), "341322")
    expect(Party(at: "安徽省某工业园", province: "江苏省", city: "宿迁市"), "340000")
    expect(Party(at: "Suzhou", province: "安徽省"), "340000")
    expect(Party(at: "Suzhou", postcode: "234000"), "341300")
    expect(Party(at: nil, province: "Anhui", city: "Suzhou"), "341300")
    expect(Party(at: "某工业园", province: "日本"), "JP")
    expect(Party(at: nil), "-")
    expect(Party(at: nil, postcode: "234000", country: "CN"), "-")
  }

  @Test func countries() {
    expect(Party(at: "韩国京畿道", country: "CN"), "KR")
    expect(Party(at: "京畿道水原市", country: "KR"), "KR")
    expect(Party(at: "萧县", country: "JP"), "JP")
    expect(Party(at: "Suzhou", postcode: "234000", country: "US"), "US")
    expect(Party(at: "安徽省宿州市泗县", country: "JP"), "341324")
    expect(Party(at: nil, country: "tw"), "710000")
    expect(Party(at: "新竹市", country: "TW"), "710000")
    expect(Party(at: nil, country: "HK"), "810000")
    expect(Party(at: nil, country: "MO"), "820000")
    expect(Party(at: nil, country: "DE", city: "宿州市"), "DE")
  }

  @Test func evidence() throws {
    let resolver = PlaceTables.small
    func evidence(_ party: Party) throws -> PlaceEvidence {
      guard case .division(_, let evidence) = resolver.resolve(party) else {
        throw CancellationError()
      }
      return evidence
    }
    let address = "234000 安徽省宿县地区灵壁县灵城镇"
    let read = try evidence(Party(at: address))
    #expect(read.basis == .address)
    #expect(read.isHistorical)
    #expect(
      String(decoding: address.utf8.prefix(read.readBytes), as: UTF8.self) == "234000 安徽省宿县地区灵壁县")
    #expect(try evidence(Party(at: "350001鼓楼区")).usedPostcode)
    #expect(try evidence(Party(at: "安徽省宿州市")).usedPostcode == false)
    #expect(try evidence(Party(at: nil, city: "宿州市")).basis == .structured)
    #expect(
      resolver.resolve(Party(at: "Suzhou"))
        == .unresolved(.ambiguous([RegionCode("320500")!, RegionCode("341300")!])))
  }
}
