import Foundation
import Records

@testable import Classifiers

/// The tables of divisions for tests: a small one of facts that the cases need, and the whole ones
/// where the reference folder lies beside the package.
enum PlaceTables {
  /// The reference folder, or nil where it is absent.
  static let reference: URL? = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let folders = [
      root.appending(path: "../shared"), root.appending(path: "../../shared"),
    ]
    return folders.first {
      FileManager.default.fileExists(atPath: $0.appending(path: "reference").path)
    }
  }()

  static func lines(_ path: String) -> [[String]]? {
    guard let reference,
      let text = try? String(contentsOf: reference.appending(path: path), encoding: .utf8)
    else { return nil }
    return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    }
  }

  static let allDivisions: [DivisionRow]? = lines("reference/cn_divisions_2026.tsv")?.compactMap {
    guard let code = RegionCode($0[0]), let level = Int($0[3]) else { return nil }
    return DivisionRow(code: code, name: $0[1], level: level, parent: RegionCode($0[4]))
  }

  static let allHistorical: [HistoricalDivisionRow]? =
    lines("reference/anhui_divisions_history.tsv")?.compactMap {
      guard let code = RegionCode($0[0]) else { return nil }
      return HistoricalDivisionRow(code: code, name: $0[1])
    }

  static let whole: PlaceResolver? = {
    guard let allDivisions, let allHistorical else { return nil }
    return PlaceResolver(divisions: allDivisions, historical: allHistorical)
  }()

  static let small = PlaceResolver(divisions: smallDivisions, historical: smallHistorical)

  static let smallDivisions: [DivisionRow] = rows(
    """
    110000 北京市 1|110105 朝阳区 3|110108 海淀区 3|120000 天津市 1|120116 滨海新区 3|150000 内蒙古自治区 1
    150100 呼和浩特市 2|150303 海南区 3|150302 海勃湾区 3|150300 乌海市 2|210000 辽宁省 1|211300 朝阳市 2|220000 吉林省 1
    220100 长春市 2|220104 朝阳区 3|220200 吉林市 2|222400 延边朝鲜族自治州 2|222401 延吉市 3|310000 上海市 1
    310115 浦东新区 3|320000 江苏省 1|320100 南京市 2|320106 鼓楼区 3|320300 徐州市 2|320302 鼓楼区 3
    320500 苏州市 2|320583 昆山市 3|321300 宿迁市 2|321302 宿城区 3|321311 宿豫区 3|321323 泗阳县 3|321324 泗洪县 3
    330000 浙江省 1|330100 杭州市 2|330109 萧山区 3|330900 舟山市 2|330922 嵊泗县 3|340000 安徽省 1|340100 合肥市 2
    340104 蜀山区 3|340111 包河区 3|340181 巢湖市 3|340500 马鞍山市 2|340700 铜陵市 2|340711 郊区 3|340800 安庆市 2
    340826 宿松县 3|341000 黄山市 2|341003 黄山区 3|341200 阜阳市 2|341300 宿州市 2|341302 埇桥区 3|341321 砀山县 3
    341322 萧县 3|341323 灵璧县 3|341324 泗县 3|350000 福建省 1|350100 福州市 2|350102 鼓楼区 3|370000 山东省 1
    370200 青岛市 2|410000 河南省 1|410200 开封市 2|410204 鼓楼区 3|419001 济源市 3|440000 广东省 1|440100 广州市 2
    442000 中山市 2|460000 海南省 1|469005 文昌市 3|500000 重庆市 1|500103 渝中区 3|510000 四川省 1|510400 攀枝花市 2
    510402 东区 3|540000 西藏自治区 1|540300 昌都市 2|540326 八宿县 3|650000 新疆维吾尔自治区 1|650100 乌鲁木齐市 2
    650102 天山区 3|652900 阿克苏地区 2|652922 温宿县 3|810000 香港特别行政区 1|820000 澳门特别行政区 1
    """
  ).map { DivisionRow(code: $0, name: $1, level: $2, parent: nil) }

  static let smallHistorical: [HistoricalDivisionRow] = rows(
    """
    342200 宿县地区 2|342201 宿州市 3|342221 砀山县 3|342222 萧县 3|342223 宿县 3|342224 灵璧县 3|342225 泗县 3|341302 墉桥区 3
    341371 宿州马鞍山现代产业园区 3|341372 宿州经济技术开发区 3|341301 市辖区 3|340111 郊区 3|342100 阜阳地区 2|342101 阜阳市 3
    341402 居巢区 3
    """
  ).map { HistoricalDivisionRow(code: $0.0, name: $0.1) }

  private static func rows(_ text: String) -> [(RegionCode, String, Int)] {
    text.split { $0 == "|" || $0.isNewline }.map { row in
      let parts = row.split(separator: " ")
      return (RegionCode(parts[0])!, String(parts[1]), Int(parts[2])!)
    }
  }
}

extension Party {
  init(
    at address: String?, postcode: String? = nil, country: String? = nil, province: String? = nil,
    city: String? = nil, county: String? = nil
  ) {
    self.init(
      sequence: 1, name: "甲", country: country, postcode: postcode, address: address,
      province: province, city: city, county: county)
  }
}
