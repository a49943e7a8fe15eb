import Records

/// What a holder is, as far as its name tells.
package enum HolderKind: String, Hashable, Sendable, CaseIterable {
  /// An enterprise or other market entity with a name of its own, 个体工商户 included.
  case enterprise
  /// A body that trades in nothing: an association, a school, a hospital, a public office.
  case institution
  case person
  /// The name fits none of these.
  case unknown

  /// Reads a name. Words for bodies stand at its end; a branch or note in brackets is passed over.
  ///
  /// A person is a name of two to four characters, or one with a middle dot, without any such word.
  package init(name: String) {
    var key = PartyText.key(name)
    while key.hasSuffix(")"), let open = key.lastIndex(of: "("), open != key.startIndex {
      key = String(key[..<open])
    }
    // Personal names come with a masked or whole number of an identity card behind.
    while let last = key.last, last.isASCII, last.isNumber || last == "*" { key.removeLast() }
    if HolderKind.institutions.contains(where: { key.hasSuffix($0) }) {
      self = .institution
    } else if key.count <= 4, let last = key.last, HolderKind.ambiguous.contains(last) {
      self = .unknown
    } else if HolderKind.enterprises.contains(where: { key.hasSuffix($0) })
      || key.contains("公司") || HolderKind.latin.contains(where: { key.hasSuffix($0) })
    {
      self = .enterprise
    } else if HolderKind.isPersonal(key) {
      self = .person
    } else {
      self = .unknown
    }
  }

  private static func isPersonal(_ key: String) -> Bool {
    let parts = key.split(whereSeparator: { "·•．.".contains($0) })
    guard key.unicodeScalars.allSatisfy({ isHan($0) || "·•．.".unicodeScalars.contains($0) }) else {
      return false
    }
    return parts.count > 1 ? key.count <= 16 : (2...4).contains(key.count)
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
  }

  /// Looked at first: 合作社联合社 is a market entity, 行业协会 is none.
  private static let institutions = [
    "协会", "学会", "商会", "研究会", "联合会", "促进会", "基金会", "委员会", "学校", "大学", "学院", "中学", "小学",
    "幼儿园", "医院", "卫生院", "政府", "管理局", "农业局", "事务所服务站", "推广中心", "推广站", "服务站",
    "研究院", "研究所", "科学院", "博物馆", "图书馆", "村民委员会", "居民委员会", "农业农村局", "林业局", "工作站", "电视台",
    "局", "委", "宣传部", "统战部", "组织部", "武装部", "办公室", "支队", "大队", "街道办事处", "技术服务中心", "控制中心",
    "指导中心", "培训中心", "保护中心", "发展中心", "文化中心", "融媒体中心", "监测中心", "检验中心",
  ]

  /// Ends of shop names that short personal names may end in too: 百草堂, 王建行.
  private static let ambiguous: Set<Character> = [
    "行", "园", "城", "庄", "堂", "阁", "轩", "吧", "社", "站", "矿", "屋", "户", "场", "坊",
  ]

  private static let enterprises = [
    "公司", "集团", "企业", "厂", "合作社", "联合社", "商行", "商店", "经营部", "门市部", "销售部", "服务部", "经销部",
    "批发部", "加工部", "供应部", "部", "店", "行", "场", "农场", "坊", "作坊", "铺", "馆", "超市", "酒店", "饭店",
    "酒楼", "餐厅", "工作室", "中心", "事务所", "合伙)", "工厂", "酒厂", "园", "城", "庄", "堂", "阁", "轩", "吧",
    "社", "站", "矿", "个体工商户", "有限合伙", "普通合伙", "商贸", "食品", "摊", "屋", "户",
  ]

  private static let latin = [
    "ltd", "ltd.", "limited", "inc", "inc.", "llc", "gmbh", "corp", "corp.", "s.a.", "co.",
  ]
}
