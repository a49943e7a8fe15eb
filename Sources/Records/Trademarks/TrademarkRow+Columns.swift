extension TrademarkRow {
  /// The columns of the seven tables that hold text, codes or answers; the raw value is the place in
  /// ``TrademarkRows``' lists.
  package enum TextColumn: UInt8, Sendable, CaseIterable {
    case number
    case name, markType, agencyCode, preliminaryIssue, registrationIssue, term
    case designNote, colourNote, disclaimer
    case isThreeDimensional, isJoint, form, geographicalIndication, colourMark, isWellKnown
    /// Of a holder or a co-holder.
    case partyName, partyLatinName, partyAddress, partyLatinAddress
    case group, itemNumber, goodsName, goodsStatus
    case priorityNumber, priorityKind, priorityGoods, priorityCountry
    case internationalNumber, language, applicationType, internationalIssue
    case agencyName

    /// CNIPA's name of the column.
    package var label: String {
      switch self {
      case .number: "注册号/申请号"
      case .name: "商标名称"
      case .markType: "商标类型"
      case .agencyCode: "代理机构代码"
      case .preliminaryIssue: "初审公告期号"
      case .registrationIssue: "注册公告期号"
      case .term: "专用有效期"
      case .designNote: "商标设计说明"
      case .colourNote: "商标颜色说明"
      case .disclaimer: "放弃专用权说明"
      case .isThreeDimensional: "是否立体商标"
      case .isJoint: "是否共有申请"
      case .form: "商标形态"
      case .geographicalIndication: "地理标志信息"
      case .colourMark: "颜色标志"
      case .isWellKnown: "是否驰名商标"
      case .partyName: "中文名称"
      case .partyLatinName: "外文名称"
      case .partyAddress: "中文地址"
      case .partyLatinAddress: "英文地址"
      case .group: "类似群"
      case .itemNumber: "商品序号"
      case .goodsName: "商品中文名称"
      case .goodsStatus: "商品状态"
      case .priorityNumber: "优先权编号"
      case .priorityKind: "优先权种类"
      case .priorityGoods: "优先权商品"
      case .priorityCountry: "优先权国家/地区"
      case .internationalNumber: "国际注册号"
      case .language: "国际申请语种"
      case .applicationType: "国际申请类型"
      case .internationalIssue: "国际公告期号"
      case .agencyName: "代理机构名称"
      }
    }
  }

  /// The columns of the seven tables that hold dates.
  package enum DateColumn: UInt8, Sendable, CaseIterable {
    case filing, preliminary, registration, termStart, termEnd
    case priority
    case internationalRegistration, notification, internationalPublication, subsequentDesignation
    case baseRegistration

    /// CNIPA's name of the column.
    package var label: String {
      switch self {
      case .filing: "申请日期"
      case .preliminary: "初审公告日期"
      case .registration: "注册公告日期"
      case .termStart: "专用期开始日期"
      case .termEnd: "专用期结束日期"
      case .priority: "优先权日期"
      case .internationalRegistration: "国际注册日期"
      case .notification: "国际通知日期"
      case .internationalPublication: "国际公告日期"
      case .subsequentDesignation: "后期指定日期"
      case .baseRegistration: "基础注册日期"
      }
    }
  }
}
