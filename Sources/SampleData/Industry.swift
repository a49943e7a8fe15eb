/// What the five criteria answer, as the generator intends it.
enum Verdict: String, Sendable {
  case met
  case notMet = "not_met"
  case undetermined
}

/// A kind of invention with an unmistakable answer to the strategic-emerging-industry criterion.
///
/// The IPC symbols, the words in the title and the absence of other words decide it: the symbol of
/// a rule without keyword condition, a rule's product named literally, or neither.
/// Source: 战略性新兴产业分类与国际专利分类参照关系表（2021）（试行）, 国知办函规字〔2021〕121号.
struct Industry: Sendable {
  /// Symbols, the main one first.
  let symbols: [String]
  /// What the invention is, without 一种 and adjectives.
  let products: [String]
  let verdict: Verdict
  /// Whether an IPC symbol alone meets a rule, whatever its keyword condition.
  let meetsByIPCAlone: Bool
  /// An analyst's row: the code and whether it belongs.
  var decision: (code: String, belongs: Bool)?
  /// Whether the documents carry an abstract.
  var hasAbstract = true

  init(
    _ symbols: [String], _ products: [String], _ verdict: Verdict, byIPC: Bool,
    decision: (code: String, belongs: Bool)? = nil, hasAbstract: Bool = true
  ) {
    self.symbols = symbols
    self.products = products
    self.verdict = verdict
    meetsByIPCAlone = byIPC
    self.decision = decision
    self.hasAbstract = hasAbstract
  }
}

extension Industry {
  static let all: [Industry] = strategic + ordinary + decided + withoutAbstract

  /// Met: a rule that needs no keyword, or the product of a rule with one.
  static let strategic: [Industry] = [
    Industry(["A61B17/56", "A61F5/01"], ["骨科固定支架", "骨科复位牵引装置"], .met, byIPC: true),
    Industry(["A61M5/14"], ["输液用支架", "输液袋悬挂装置"], .met, byIPC: true),
    Industry(["F03D1/06"], ["风力发电机叶片", "风轮叶片根部结构"], .met, byIPC: true),
    Industry(["H02S20/30", "H10F19/80"], ["光伏组件安装支架", "果园光伏板调节架"], .met, byIPC: true),
    Industry(["G06F30/20"], ["零件模型仿真方法", "床体结构仿真设计方法"], .met, byIPC: true),
    Industry(["B82Y30/00"], ["纳米颗粒制备方法", "纳米粉体分散装置"], .met, byIPC: true),
    Industry(["C08B37/00"], ["梨渣多糖提取方法", "果胶提取装置"], .met, byIPC: true),
    Industry(["A01N63/20"], ["芽孢杆菌制剂", "酥梨病害生防菌剂"], .met, byIPC: true),
    Industry(["G06F40/30"], ["文本语义分析方法", "云客服语义理解方法"], .met, byIPC: true),
    Industry(["B25J9/16"], ["机械臂轨迹规划方法", "码垛臂控制方法"], .met, byIPC: true),
    Industry(["A47B47/00", "E01B29/02"], ["轨道铺设架", "轨枕铺设装置"], .met, byIPC: true),
    Industry(["A61B5/0476"], ["脑电采集帽", "脑电电极固定带"], .met, byIPC: true),
    Industry(["B25J13/08"], ["工业机器人", "工业机器人抓取装置"], .met, byIPC: true),
    Industry(["H01M10/0567"], ["锂离子电池电解液", "锂离子电池电解液添加剂"], .met, byIPC: true),
    Industry(["C22C21/00"], ["铝锂合金", "铝锂合金板材制备方法"], .met, byIPC: true),
    Industry(["C08L77/06"], ["生物基聚酰胺组合物", "生物基聚酰胺复合材料"], .met, byIPC: true),
    Industry(["C08L81/02"], ["聚苯硫醚复合材料", "聚苯硫醚改性方法"], .met, byIPC: true),
    Industry(["E04B1/76"], ["气凝胶毡", "气凝胶墙体结构"], .met, byIPC: true),
    Industry(["B01F17/00"], ["表面活性剂", "表面活性剂制备方法"], .met, byIPC: true),
    Industry(["A01C7/08"], ["智能农业动力机械", "智能农业动力机械底盘"], .met, byIPC: true),
    Industry(["B60L53/30"], ["纯电动客车直流充电桩", "电动汽车充电桩"], .met, byIPC: true),
  ]

  /// Not met: no rule's symbol, or a rule's symbol without its product.
  static let ordinary: [Industry] = [
    Industry(["A47J27/00"], ["蒸饭锅", "面食蒸锅"], .notMet, byIPC: false),
    Industry(["A23N7/00"], ["酥梨削皮装置", "黄桃去皮装置"], .notMet, byIPC: false),
    Industry(["A23N12/02", "A23N5/00"], ["水果清洗机", "砀山酥梨清洗槽"], .notMet, byIPC: false),
    Industry(["B27M3/00"], ["木皮拼缝装置", "板材修边装置"], .notMet, byIPC: false),
    Industry(["A47B13/00", "A47C7/00"], ["餐桌", "折叠椅"], .notMet, byIPC: false),
    Industry(["A41D13/00"], ["工作服", "围裙"], .notMet, byIPC: false),
    Industry(["A43B13/00"], ["防滑鞋底", "雨鞋"], .notMet, byIPC: false),
    Industry(["B65D25/10", "B65D81/00"], ["水果包装箱", "鸡蛋托盘"], .notMet, byIPC: false),
    Industry(["D06F57/00"], ["晾衣架", "伸缩衣杆"], .notMet, byIPC: false),
    Industry(["A23G3/00"], ["梨膏糖", "梨膏熬制锅"], .notMet, byIPC: false),
    Industry(["E05B65/00", "H04L29"], ["柜门锁扣", "抽屉锁"], .notMet, byIPC: false),
    Industry(["A63B23/00", "G06F17-30"], ["拉力带", "跳绳手柄"], .notMet, byIPC: false),
    Industry(["A47G19/00"], ["陶瓷碗", "餐盘"], .notMet, byIPC: false),
    Industry(["E04C3/36"], ["凉亭立柱", "竹制廊柱"], .notMet, byIPC: true),
    Industry(["B66C1/28"], ["水泥管吊装夹具", "电线杆吊装夹具"], .notMet, byIPC: true),
    Industry(["G01B11/02"], ["木板长度检测尺", "布料宽度检测尺"], .notMet, byIPC: true),
    Industry(["B60L53/30"], ["电动自行车充电棚", "电动自行车换电柜"], .notMet, byIPC: true),
    Industry(["C22C38/18"], ["铁锅", "菜刀坯料"], .notMet, byIPC: true),
  ]

  /// An analyst's verdict stands against what the table says.
  static let decided: [Industry] = [
    Industry(
      ["A61M5/14"], ["输液椅", "候诊椅"], .notMet, byIPC: true, decision: ("4.2", false)),
    Industry(
      ["B27M1/08", "B27F1/16"], ["木工数控加工中心", "多轴木工加工台"], .met, byIPC: false,
      decision: ("2.1", true)),
  ]

  /// A rule's symbol, no product in the title and no abstract to look in.
  static let withoutAbstract: [Industry] = [
    Industry(
      ["E04C3/30"], ["门廊柱", "廊架横梁"], .undetermined, byIPC: true, hasAbstract: false)
  ]
}
