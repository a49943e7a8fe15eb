import Analyses

/// The Chinese names of causes and figures.
package enum ChangeNames {
  package static func name(_ cause: ChangeCause) -> String {
    switch cause {
    case .granted: "授权"
    case .restored: "权利恢复"
    case .termCompensated: "期限补偿"
    case .lapsed: "未缴年费等终止"
    case .expired: "期限届满"
    case .abandoned: "放弃"
    case .invalidated: "宣告无效"
    case .revoked: "撤销"
    case .withdrawn: "授权公告撤回"
    case .movedIn: "迁入"
    case .movedOut: "迁出"
    case .movedWithin: "县区间迁移"
    case .placeKnown: "地址查明"
    case .placeUnknown: "地址不明"
    case .standingKnown: "法律状态查明"
    case .standingUnknown: "法律状态不明"
    case .crossedTenYears: "满十年"
    case .familyRight: "海外同族授权或终止"
    case .pledge: "质押登记或解除"
    case .award: "获奖"
    case .industryDecision: "产业人工认定"
    case .keywordTableChanged: "关键词表变更"
    case .tableChanged: "参照表变更"
    case .planChanged: "方案设置变更"
    case .rulesChanged: "多项规则同时变更"
    case .toolChanged: "程序版本变更"
    case .registerLoaded: "首次载入登记簿"
    case .firstDelivered: "首次收到文献"
    case .dataCorrected: "数据更正"
    case .reDelivered: "撤回后重新交付"
    case .earlierCutOff: "截止日提前"
    case .undetermined: "原因未定"
    }
  }

  /// - Parameters:
  ///   - region: the city's own code, under which patents of no known county are counted.
  ///   - counties: the names of the counties by code.
  package static func name(
    _ figure: ChangeFigure, region: String, counties: [String: String]
  ) -> String {
    switch figure {
    case .base: "有效发明专利"
    case .highValue: "高价值发明专利"
    case .criterion(let criterion): ChineseNames.name(criterion)
    case .county(let code):
      code.text == region ? "未定县区" : counties[code.text] ?? code.text
    }
  }

  package static func name(_ direction: PatentChange.Direction) -> String {
    switch direction {
    case .entry: "进入"
    case .exit: "退出"
    }
  }
}
