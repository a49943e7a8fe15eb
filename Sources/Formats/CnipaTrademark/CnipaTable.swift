import Records

/// One of the seven tables with its columns.
struct CnipaTable {
  let part: Trademark.Part
  /// CNIPA's name of the table.
  let name: String
  let columns: [CnipaColumn]

  static let all: [CnipaTable] = [basic, holder, goods, coHolder, priority, international, agency]

  private static let number = CnipaColumn(
    role: .number, .number, required: true, "注册号/申请号", "申请号/注册号", "注册号", "申请号", "商标注册号",
    "商标申请号", "商标号")

  private static func niceClass(required: Bool) -> CnipaColumn {
    CnipaColumn(
      role: .niceClass, .niceClass, required: required, "国际分类", "国际分类号", "商标类别", "类别", "类号")
  }

  static let basic = CnipaTable(
    part: .basic, name: "注册商标基本信息",
    columns: [
      number, niceClass(required: true), CnipaColumn(.filing),
      CnipaColumn(.name, .text, "商标名称", "商标名"), CnipaColumn(.markType, .word),
      CnipaColumn(.agencyCode, .code, "代理机构代码", "代理机构编码", "代理人编码", "代理人代码"),
      CnipaColumn(.preliminaryIssue, .code), CnipaColumn(.preliminary),
      CnipaColumn(.registrationIssue, .code), CnipaColumn(.registration),
      CnipaColumn(.termStart, "专用权开始日期", "专用期起始日期", "专用期开始"),
      CnipaColumn(.termEnd, "专用权结束日期", "专用期截止日期", "专用期终止日期", "专用期结束"),
      CnipaColumn(.term, .term, "专用有效期", "专用权期限", "专用期限", "专用期"),
      CnipaColumn(.designNote, .text, "商标设计说明", "设计说明"),
      CnipaColumn(.colourNote, .text, "商标颜色说明", "颜色说明"),
      CnipaColumn(.disclaimer, .text),
      CnipaColumn(.isThreeDimensional, .answer, "是否立体商标", "是否三维标志"),
      CnipaColumn(.isJoint, .answer, "是否共有申请", "是否共有商标"),
      CnipaColumn(.form, .word, "商标形态", "商标形式"),
      CnipaColumn(.geographicalIndication, .text, "地理标志信息", "地理标志"),
      CnipaColumn(.colourMark, .word), CnipaColumn(.isWellKnown, .answer, "是否驰名商标", "驰名商标"),
    ])

  static let holder = CnipaTable(
    part: .holder, name: "商标注册人信息",
    columns: [number, niceClass(required: true)] + party(["注册人", "申请人", "商标注册人"]))

  static let goods = CnipaTable(
    part: .goods, name: "注册商标商品服务信息",
    columns: [
      number, niceClass(required: true),
      CnipaColumn(.group, .code, "类似群", "类似群组", "类似群号"),
      CnipaColumn(.itemNumber, .code, "商品序号", "序号"),
      CnipaColumn(.goodsName, .text, required: true, "商品中文名称", "商品名称", "商品/服务名称", "商品服务中文名称"),
      CnipaColumn(.goodsStatus, .word, "商品状态", "状态"),
    ])

  static let coHolder = CnipaTable(
    part: .coHolder, name: "注册商标共有人信息",
    columns: [number, niceClass(required: false)] + party(["共有人"]))

  static let priority = CnipaTable(
    part: .priority, name: "注册商标优先权信息",
    columns: [
      number, niceClass(required: false),
      CnipaColumn(.priorityNumber, .code, required: true, "优先权编号", "优先权号", "编号"),
      CnipaColumn(.priorityKind, .word, "优先权种类", "种类"),
      CnipaColumn(.priority, "日期"), CnipaColumn(.priorityGoods, .text, "优先权商品", "商品"),
      CnipaColumn(.priorityCountry, .word, "优先权国家/地区", "国家/地区", "优先权国家", "国家"),
    ])

  static let international = CnipaTable(
    part: .international, name: "国际注册基本信息",
    columns: [
      number, niceClass(required: false),
      CnipaColumn(.internationalNumber, .code, required: true),
      CnipaColumn(.internationalRegistration), CnipaColumn(.notification),
      CnipaColumn(.language, .word, "国际申请语种", "申请语种"),
      CnipaColumn(.applicationType, .word, "国际申请类型", "申请类型"),
      CnipaColumn(.internationalIssue, .code), CnipaColumn(.internationalPublication),
      CnipaColumn(.subsequentDesignation), CnipaColumn(.baseRegistration),
    ])

  static let agency = CnipaTable(
    part: .agency, name: "商标代理机构信息",
    columns: [
      CnipaColumn(
        .agencyCode, .code, required: true, "代理机构代码", "代理机构编码", "代理人编码", "代理人代码"),
      CnipaColumn(.agencyName, .text, required: true, "代理机构名称", "代理人名称"),
    ])

  /// Columns of a party, under each of the words the deliveries use for it. `英文文名称` is a slip of
  /// CNIPA's own.
  private static func party(_ words: [String]) -> [CnipaColumn] {
    func names(_ endings: String...) -> [String] {
      words.flatMap { word in endings.map { word + $0 } }
    }
    return [
      CnipaColumn(
        .partyName, .chinese, required: true, names: names("中文名称", "中文名", "名称", "名义")),
      CnipaColumn(
        .partyLatinName, .latin,
        names: names("外文名称", "英文名称", "英文文名称", "外文名", "英文名")),
      CnipaColumn(.partyAddress, .chinese, names: names("中文地址", "地址")),
      CnipaColumn(.partyLatinAddress, .latin, names: names("英文地址", "外文地址")),
    ]
  }

  /// What the header lacks to be this table, nil if it has all.
  ///
  /// The term of a mark may be given by its two ends or in one cell.
  func missing(_ found: Set<CnipaColumn.Role>) -> CnipaColumn? {
    if let column = columns.first(where: { $0.isRequired && !found.contains($0.role) }) {
      return column
    }
    guard part == .basic, !found.contains(.text(.term)) else { return nil }
    return columns.first {
      ($0.role == .date(.termStart) || $0.role == .date(.termEnd)) && !found.contains($0.role)
    }
  }
}

extension CnipaColumn {
  fileprivate init(
    _ text: TrademarkRow.TextColumn, _ shape: Shape, required: Bool = false, names: [String]
  ) {
    role = .text(text)
    self.shape = shape
    isRequired = required
    self.names = names.map { CnipaHeader.fold($0) }
  }
}
