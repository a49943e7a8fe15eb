/// The Chinese words for the codes that tables hold, as charts and pages print them.
enum ChartWords {
  static let kinds = ["invention": "发明", "utility-model": "实用新型", "design": "外观设计"]
  static let states = [
    "pending": "审中", "in-force": "有效", "ended": "失效", "closed": "未授权结案",
    "undetermined": "待定",
  ]
  static let ownerKinds = [
    "enterprise": "企业", "university": "高校", "institute": "科研机构", "public-body": "机关团体",
    "person": "个人", "unknown": "未识别",
  ]
  static let events = ["transferred": "转让", "licensed": "许可备案", "pledged": "质押登记"]
  static let directions = [
    "in": "转入", "out": "转出", "within": "市内", "elsewhere": "市外之间", "unknown": "地址未载明",
    "": "—",
  ]
  static let mappings = [
    "local": "本市重点产业", "sei": "战略性新兴产业", "patent-intensive": "专利密集型产业",
    "gbt4754": "国民经济行业", "wipo35": "WIPO技术领域",
  ]
  static let levels = [
    "city": "本市", "county": "县区", "benchmark": "对标城市", "province": "本省", "store": "库内全部",
  ]

  /// By column of the tables: code → word.
  static let columns: [String: [String: String]] = [
    "kind": kinds, "state": states, "owner_kind": ownerKinds, "owner_a_kind": ownerKinds,
    "owner_b_kind": ownerKinds, "event": events, "direction": directions, "mapping": mappings,
    "level": levels,
  ]
}
