import Analyses

/// What one setting means in words, on what ground it stands, and what else could be chosen.
struct CalibreNote {
  /// The ground of a reading.
  enum Ground {
    /// The plan or an official text says so.
    case official
    /// Press reports of official figures say so.
    case press
    /// Common practice; no text was found.
    case practice
    /// No official text was found; the setting decides.
    case open

    var label: String {
      switch self {
      case .official: "规划明确"
      case .press: "官方公开报道"
      case .practice: "通行做法"
      case .open: "无官方文本，按设置"
      }
    }
  }

  var topic: String
  var sentence: String
  var ground: Ground
  /// The other choices, for what is open.
  var alternative: String?

  /// What holds whatever the settings are.
  static let fixed = [
    CalibreNote(
      topic: "指标定义",
      sentence: "每万常住人口拥有的、符合五项条件之一的有效发明专利件数；同一专利符合多项的只计一次，不加权、不评分。",
      ground: .official),
    CalibreNote(
      topic: "专利类型",
      sentence: "只计截止日已获授权且有效的发明专利，实用新型和外观设计不计。", ground: .official),
    CalibreNote(
      topic: "权利归属",
      sentence: "按截止日第一专利权人的地址归属地区；转让后未载明新地址的不沿用原地址。", ground: .practice),
    CalibreNote(
      topic: "境外权利人",
      sentence: "第一专利权人为国外或港澳台的不计。", ground: .press),
    CalibreNote(
      topic: "法律状态",
      sentence: "以法律状态数据判断是否有效；缺少法律状态的列为待定，不计入件数，只计入上限。",
      ground: .practice),
  ]

  init(topic: String, sentence: String, ground: Ground, alternative: String? = nil) {
    self.topic = topic
    self.sentence = sentence
    self.ground = ground
    self.alternative = alternative
  }

  /// The note of one setting; a setting without a sentence of its own is printed as it stands.
  init(_ setting: CalibreSetting) {
    let path = setting.path
    let value = CalibreNote.text(setting.value)
    topic = CalibreNames.topic(path) ?? path
    sentence =
      CalibreNote.industry(path, value) ?? CalibreNote.criteria(path, value)
      ?? CalibreNote.general(path, value) ?? "设置值：\(value)。"
    ground =
      path == "strategic-emerging-industry.keywords" && value != "ignored" ? .press : .open
    alternative = CalibreNote.alternative(setting)
  }

  /// The choices that the setting leaves out, under the names of the table of other readings.
  private static func alternative(_ setting: CalibreSetting) -> String {
    let others = CalibreNames.choices(of: setting.path).filter { $0.value != setting.planText }
    switch setting.path {
    case "pledge-financing.minimum-amount": return "其他金额"
    case "award.levels": return "只计部分等级"
    case "population": return (others.map { $0.name } + ["指定年份"]).joined(separator: "、")
    default:
      return others.isEmpty ? "见运行方案" : others.map { $0.name }.joined(separator: "、")
    }
  }

  private static func industry(_ path: String, _ value: String) -> String? {
    switch path {
    case "strategic-emerging-industry.ipc":
      value == "main" ? "只看主分类号是否命中参照关系表。" : "任一分类号命中参照关系表即可。"
    case "strategic-emerging-industry.keywords":
      value == "ignored"
        ? "只按分类号认定，不核对关键词条件。"
        : "分类号命中后，还须符合参照关系表所列关键词条件（国家知识产权局：分类号须与关键词配合使用）。"
    case "strategic-emerging-industry.transfers":
      value == "ignore"
        ? "不按新旧位置对照表换算参照关系表发布后变动的分类号。" : "参照关系表发布后变动的分类号，按新旧位置对照表换算后认定。"
    default: nil
    }
  }

  private static func criteria(_ path: String, _ value: String) -> String? {
    switch path {
    case "overseas-family.family":
      value == "extended" ? "采用扩展同族。" : "采用简单同族（优先权完全相同）。"
    case "overseas-family.in-force-only":
      value == "是" ? "海外同族专利须在截止日仍有效。" : "海外同族专利曾获授权即可，不要求仍有效；仅公开未授权的不算。"
    case "overseas-family.hong-kong-macao-taiwan":
      value == "overseas" ? "港澳台授权视为海外。" : "港澳台授权不视为海外。"
    case "maintained-over-ten-years.from":
      value == "grant" ? "自授权公告日起算，截止日须晚于满十年之日。" : "自申请日起算，截止日须晚于满十年之日。"
    case "pledge-financing.minimum-amount": "登记质押金额达到\(value)万元的为“较高”。"
    case "pledge-financing.allocation":
      value == "equal-share" ? "一份合同多件专利的，金额按件数平均。" : "一份合同多件专利的，每件均按合同总额计。"
    case "pledge-financing.state":
      value == "active" ? "只计截止日尚未解除的质押。" : "截止日前曾登记的质押均计，含已解除的。"
    case "award.levels": "计入的等级：\(value)；省级奖项不计。"
    default: nil
    }
  }

  private static func general(_ path: String, _ value: String) -> String? {
    switch path {
    case "events":
      value == "published" ? "法律事件自公告日起算。" : "法律事件自其生效日起算，截止日后公告的也计。"
    case "restoration":
      value == "retroactive" ? "权利恢复追溯至终止之日。" : "权利恢复自公告之日起有效，不追溯。"
    case "parks":
      value == "county" ? "开发区的专利计入所在县区。" : "开发区单列，不并入县区。"
    case "population":
      value == "latest-published" ? "采用截止日之前最近一个年末的常住人口。" : "采用\(value)年末常住人口。"
    default: nil
    }
  }

  private static func text(_ value: CalibreSetting.Value) -> String {
    switch value {
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .number(let number): ChineseFigures.plain(number)
    case .flag(let flag): flag ? "是" : "否"
    case .list(let items): items.joined(separator: "、")
    }
  }
}
