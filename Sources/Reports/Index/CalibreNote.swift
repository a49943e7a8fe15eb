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
    let value = CalibreNote.text(setting.value)
    self =
      CalibreNote.industry(setting.path, value) ?? CalibreNote.criteria(setting.path, value)
      ?? CalibreNote.general(setting.path, value)
      ?? CalibreNote(
        topic: setting.path, sentence: "设置值：\(value)。", ground: .open,
        alternative: "见运行方案")
  }

  private static func industry(_ path: String, _ value: String) -> CalibreNote? {
    switch path {
    case "strategic-emerging-industry.ipc":
      CalibreNote(
        topic: "战新产业·分类号",
        sentence: value == "main" ? "只看主分类号是否命中参照关系表。" : "任一分类号命中参照关系表即可。",
        ground: .open, alternative: value == "main" ? "任一分类号" : "只看主分类号")
    case "strategic-emerging-industry.keywords":
      value == "ignored"
        ? CalibreNote(
          topic: "战新产业·关键词", sentence: "只按分类号认定，不核对关键词条件。", ground: .open,
          alternative: "同时核对关键词条件")
        : CalibreNote(
          topic: "战新产业·关键词",
          sentence: "分类号命中后，还须符合参照关系表所列关键词条件（国家知识产权局：分类号须与关键词配合使用）。",
          ground: .press)
    case "strategic-emerging-industry.transfers":
      CalibreNote(
        topic: "战新产业·分类号变动",
        sentence: value == "ignore"
          ? "不按新旧位置对照表换算参照关系表发布后变动的分类号。"
          : "参照关系表发布后变动的分类号，按新旧位置对照表换算后认定。",
        ground: .open, alternative: value == "ignore" ? "换算后认定" : "不换算")
    default: nil
    }
  }

  private static func criteria(_ path: String, _ value: String) -> CalibreNote? {
    switch path {
    case "overseas-family.family":
      CalibreNote(
        topic: "海外同族·同族范围",
        sentence: value == "extended" ? "采用扩展同族。" : "采用简单同族（优先权完全相同）。", ground: .open,
        alternative: value == "extended" ? "简单同族" : "扩展同族")
    case "overseas-family.in-force-only":
      CalibreNote(
        topic: "海外同族·权利状态",
        sentence: value == "是" ? "海外同族专利须在截止日仍有效。" : "海外同族专利曾获授权即可，不要求仍有效；仅公开未授权的不算。",
        ground: .open, alternative: value == "是" ? "曾获授权即可" : "要求仍有效")
    case "overseas-family.hong-kong-macao-taiwan":
      CalibreNote(
        topic: "海外同族·港澳台",
        sentence: value == "overseas" ? "港澳台授权视为海外。" : "港澳台授权不视为海外。", ground: .open,
        alternative: value == "overseas" ? "不视为海外" : "视为海外")
    case "maintained-over-ten-years.from":
      CalibreNote(
        topic: "维持年限·起算日",
        sentence: value == "grant"
          ? "自授权公告日起算，截止日须晚于满十年之日。" : "自申请日起算，截止日须晚于满十年之日。",
        ground: .open, alternative: value == "grant" ? "自申请日起算" : "自授权公告日起算")
    case "pledge-financing.minimum-amount":
      CalibreNote(
        topic: "质押融资·金额门槛", sentence: "登记质押金额达到\(value)万元的为“较高”。", ground: .open,
        alternative: "其他金额")
    case "pledge-financing.allocation":
      CalibreNote(
        topic: "质押融资·金额归属",
        sentence: value == "equal-share" ? "一份合同多件专利的，金额按件数平均。" : "一份合同多件专利的，每件均按合同总额计。",
        ground: .open, alternative: value == "equal-share" ? "按合同总额" : "按件数平均")
    case "pledge-financing.state":
      CalibreNote(
        topic: "质押融资·登记状态",
        sentence: value == "active" ? "只计截止日尚未解除的质押。" : "截止日前曾登记的质押均计，含已解除的。",
        ground: .open, alternative: value == "active" ? "含已解除的" : "只计未解除的")
    case "award.levels":
      CalibreNote(
        topic: "奖项·等级", sentence: "计入的等级：\(value)；省级奖项不计。", ground: .open,
        alternative: "只计部分等级")
    default: nil
    }
  }

  private static func general(_ path: String, _ value: String) -> CalibreNote? {
    switch path {
    case "events":
      CalibreNote(
        topic: "法律事件·生效时点",
        sentence: value == "published" ? "法律事件自公告日起算。" : "法律事件自其生效日起算，截止日后公告的也计。",
        ground: .open, alternative: value == "published" ? "自生效日起算" : "自公告日起算")
    case "restoration":
      CalibreNote(
        topic: "权利恢复",
        sentence: value == "retroactive" ? "权利恢复追溯至终止之日。" : "权利恢复自公告之日起有效，不追溯。",
        ground: .open, alternative: value == "retroactive" ? "自公告日起" : "追溯至终止之日")
    case "parks":
      CalibreNote(
        topic: "开发区",
        sentence: value == "county" ? "开发区的专利计入所在县区。" : "开发区单列，不并入县区。", ground: .open,
        alternative: value == "county" ? "单列" : "计入所在县区")
    case "population":
      CalibreNote(
        topic: "人口年份",
        sentence: value == "latest-published"
          ? "采用截止日之前最近一个年末的常住人口。" : "采用\(value)年末常住人口。",
        ground: .open, alternative: value == "latest-published" ? "指定年份" : "截止日前最近年末")
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
