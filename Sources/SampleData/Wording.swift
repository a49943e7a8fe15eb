/// The word lists from which names, titles and texts are composed; every name is invented.
enum Wording {
  static func company(_ generator: inout SplitMix64, trade: String) -> String {
    brand(&generator) + trade + generator.pick(companyForms)
  }

  /// An owner: mostly a company, sometimes a school or a person.
  static func owner(_ generator: inout SplitMix64) -> String {
    switch generator.below(20) {
    case 0...2: return "宿州" + brand(&generator) + "示例学院"
    case 3...5: return person(&generator)
    default: return company(&generator, trade: generator.pick(trades))
    }
  }

  static func person(_ generator: inout SplitMix64) -> String {
    generator.pick(surnames) + generator.pick(given)
      + (generator.chance(60) ? generator.pick(given) : "")
  }

  static func foreignOwner(_ generator: inout SplitMix64) -> String {
    generator.pick(["阿尔多", "贝尔纳", "柯尔温", "J·M·多尔曼", "K•塔格利", "示例・泰诺"])
      + (generator.chance(70) ? "株式会社" : "")
  }

  static func title(_ generator: inout SplitMix64, product: String) -> String {
    (generator.chance(80) ? "一种" : "") + generator.pick(adjectives) + product
  }

  static func street(_ generator: inout SplitMix64) -> String {
    generator.pick(["创业路", "迎宾路", "文昌街"]) + String(1 + generator.below(980)) + "号"
  }

  private static func brand(_ generator: inout SplitMix64) -> String {
    generator.pick(syllables) + generator.pick(syllables)
  }

  private static let syllables = [
    "汴", "禾", "泽", "砺", "睢", "垣", "芮", "屿", "沐", "澄", "霁", "岚", "钧", "昱", "朔", "翊",
  ]
  private static let trades = ["家具", "鞋业", "食品", "云计算", "生物", "板材", "新材料", "机械", "农业", "服饰"]
  private static let companyForms = ["有限公司", "科技有限公司", "股份有限公司", "（普通合伙）厂", "(普通合伙)厂"]
  private static let surnames = [
    "赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈",
  ]
  private static let given = ["驲", "之", "明", "远", "禾", "沐", "宁", "岚", "川", "静", "然", "喆", "玥", "𬭚"]
  private static let adjectives = [
    "", "可调节的", "便于清理的", "省力的", "便于携带的", "结构稳定的", "可拆卸的", "防倾倒的", "双层", "快装式",
  ]

  /// Agencies with their code, as deliveries write them together.
  static let agencies = [
    ("合肥禾沐专利事务所（普通合伙）", "34901"), ("宿州砺泽知识产权代理有限公司", "34902"),
    ("北京昱朔知识产权代理有限责任公司", "11903"),
  ]

  /// Sentences of descriptions: no industry's product is named in them.
  static let sentences = [
    "为了使本领域的人员更好地理解方案，下面结合附图对实施方式进行清楚、完整的描述。",
    "所描述的实施方式仅仅是一部分实施方式，而不是全部的实施方式。",
    "现有的同类产品在使用一段时间之后容易松动，需要反复紧固，影响使用寿命。",
    "底座的上表面开设有凹槽，凹槽的内壁与滑块滑动配合，滑块的一端固定有把手。",
    "通过转动把手带动丝杆旋转，使滑块沿导轨往复移动，从而完成位置的调整。",
    "所述第一支撑件与第二支撑件之间留有间隙，间隙的宽度为３～８ｍｍ。",
    "与现有技术相比，本方案的有益效果在于：结构简单，操作方便，成本较低。",
    "在本说明书的描述中，“上”、“下”、“左”、“右”等术语仅为了便于描述。",
    "应当理解，当元件被称为“固定于”另一个元件时，它可以直接在另一个元件上。",
    "对于本领域的普通人员而言，可以具体情况理解上述术语的具体含义。",
    "温度控制在６０℃±２℃，时间为 30 min，重复三次，取平均值。",
    "以上所述仅为较佳的实施方式，并不用以限制保护范围。",
    "弹簧的一端与挡板相连，另一端与壳体的内壁相连，使挡板能够自动复位。",
    "壳体的侧壁开设有若干通孔，通孔沿圆周方向均匀分布，便于观察和清理。",
    "步骤S2中，将所得物料与水按质量比 1:4 混合，搅拌均匀后静置备用。",
  ]
}
