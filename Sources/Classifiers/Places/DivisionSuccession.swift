import Records

/// Which of today's divisions stands where a former one stood.
///
/// A row's own `today` wins, then the list below, then the name: the same name in the same city, the
/// same name in the province (not for districts, whose names recur), or the same name with another
/// suffix (桐城县 → 桐城市). A park's statistical code is its own successor while its city exists.
struct DivisionSuccession {
  private var byName: [String: [DivisionRow]] = [:]
  private var byStem: [String: [DivisionRow]] = [:]
  private var codes: Set<RegionCode> = []

  init(_ divisions: [DivisionRow]) {
    for row in divisions {
      codes.insert(row.code)
      byName[row.name, default: []].append(row)
      byStem[DivisionName.stem(row.name), default: []].append(row)
    }
  }

  func today(of row: HistoricalDivisionRow) -> RegionCode? {
    if let today = row.today { return today }
    if let listed = Self.listed[row.code.number], let code = RegionCode(number: listed),
      codes.contains(code)
    {
      return code
    }
    if row.code.isPark { return codes.contains(row.code.city) ? row.code : nil }
    let sameName = (byName[row.name] ?? []).filter { $0.code.province == row.code.province }
    if let same = sameName.first(where: { $0.code.city == row.code.city }) { return same.code }
    if row.name.hasSuffix("区"), !row.name.hasSuffix("地区") { return nil }
    if sameName.count == 1 { return sameName[0].code }
    let sameStem = (byStem[DivisionName.stem(row.name)] ?? [])
      .filter { $0.code.province == row.code.province && $0.level > 1 }
    if row.name.hasSuffix("地区") { return sameStem.first { $0.level == 2 }?.code }
    return (sameStem.first { $0.level == 3 } ?? sameStem.first)?.code
  }

  /// Successors that no name gives, former code → today's.
  ///
  /// 宿县 and the county-level 宿州市 (342201), merged in 1992, became 埇桥区 when the prefecture 宿县地区
  /// became the city 宿州 in 1998; so 宿州市 means 埇桥区 only behind 宿县地区.
  private static let listed: [Int32: Int] = [
    342_200: 341_300, 342_201: 341_302, 342_223: 341_302,
    342_300: 341_100, 342_323: 341_100, 342_327: 341_182, 341_127: 341_182,
    342_700: 341_000, 342_701: 341_002, 342_727: 341_003,
    341_402: 340_181, 342_600: 340_181, 340_221: 340_210, 340_721: 340_706, 340_208: 340_209,
    342_126: 341_602, 342_121: 341_200,
  ]
}

extension RegionCode {
  /// Whether the code is the statistics office's for a park, not a division's.
  var isPark: Bool { (71...79).contains(number % 100) && number / 10_000 < 71 }
}
