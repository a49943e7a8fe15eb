/// The Chinese names of the open settings and of the ways to read them.
///
/// The only place that names them: the table of other readings, the tables of the calibre, the feeds
/// and the manual all take them from here.
package enum CalibreNames {
  /// The name of a setting by its place in a plan; nil for an unknown one.
  package static func topic(_ setting: String) -> String? { topics[setting] }

  /// The name of a way to read a setting.
  ///
  /// - Parameter value: as a plan writes it: `grant`, `true`, `500`, `[金奖, 银奖]`.
  package static func reading(_ setting: String, _ value: String) -> String {
    if let name = choices(of: setting).first(where: { $0.value == value })?.name { return name }
    switch setting {
    case "pledge-financing.minimum-amount": return value + "万元"
    case "award.levels":
      return value.split { "[], ".contains($0) }.joined(separator: "、")
    case "population": return value + "年末"
    default: return value
    }
  }

  /// The values that a plan may choose among, with their names; empty for amounts and lists.
  package static func choices(of setting: String) -> [(value: String, name: String)] {
    switch setting {
    case "strategic-emerging-industry.ipc": [("any", "任一分类号命中即可"), ("main", "只看主分类号")]
    case "strategic-emerging-industry.keywords":
      [("required", "核对关键词条件"), ("ignored", "不核对关键词条件")]
    case "strategic-emerging-industry.transfers": [("include", "换算后认定"), ("ignore", "不换算")]
    case "overseas-family.family": [("simple", "简单同族"), ("extended", "扩展同族")]
    case "overseas-family.in-force-only": [("false", "曾获授权即可"), ("true", "要求截止日仍有效")]
    case "overseas-family.hong-kong-macao-taiwan":
      [("domestic", "不视为海外"), ("overseas", "视为海外")]
    case "maintained-over-ten-years.from": [("filing", "自申请日起算"), ("grant", "自授权公告日起算")]
    case "pledge-financing.allocation": [("contract", "按合同总额"), ("equal-share", "按件数平均")]
    case "pledge-financing.state": [("ever", "含已解除的"), ("active", "只计未解除的")]
    case "events": [("effective", "自生效日起算"), ("published", "自公告日起算")]
    case "restoration":
      [("from-publication", "自恢复公告之日起有效"), ("retroactive", "追溯至终止之日")]
    case "parks": [("separate", "单列"), ("county", "计入所在县区")]
    case "population": [("latest-published", "截止日前最近一个年末")]
    default: []
    }
  }

  private static let topics = [
    "strategic-emerging-industry.ipc": "战新产业·分类号",
    "strategic-emerging-industry.keywords": "战新产业·关键词",
    "strategic-emerging-industry.transfers": "战新产业·分类号变动",
    "overseas-family.family": "海外同族·同族范围",
    "overseas-family.in-force-only": "海外同族·权利状态",
    "overseas-family.hong-kong-macao-taiwan": "海外同族·港澳台",
    "maintained-over-ten-years.from": "维持年限·起算日",
    "pledge-financing.minimum-amount": "质押融资·金额门槛",
    "pledge-financing.allocation": "质押融资·金额归属",
    "pledge-financing.state": "质押融资·登记状态",
    "award.levels": "奖项·等级",
    "events": "法律事件·生效时点",
    "restoration": "权利恢复",
    "parks": "开发区",
    "population": "人口年份",
  ]
}
