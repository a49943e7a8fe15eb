import Dossiers

extension Missing {
  /// What to procure, in Chinese and without the single case's numbers, so that patents that wait for
  /// the same thing are counted together.
  var material: String {
    switch self {
    case .legalStatus, .earlierLegalStatus: return text
    case .grantDate: return "授权公告日"
    case .filingDate: return "申请日"
    case .eventEffect: return "法律状态事务的效力（事务代码及名称均未收录）"
    case .eventDate: return "法律状态事务的日期"
    case .compensatedTermEnd: return "专利权期限补偿后的届满日"
    case .abstract: return "摘要（发明名称中未命中关键词）"
    case .title: return "发明名称"
    case .classification: return "IPC分类号"
    case .register(let name): return "\(Missing.registerNames[name] ?? name)登记簿"
    case .pledgeAmount: return "质押合同金额"
    case .pledgeContract: return "质押登记簿中的合同（仅见质押登记公告）"
    case .familySearch: return "同族检索结果"
    case .memberGrant: return "同族成员是否授权（登记簿未载明，或文献种类代码未收录）"
    case .securityInterest: return "境外登记的担保权益金额"
    case .keywordTerms: return "关键词表中的词条"
    case .table(let name): return "参照表 \(name)"
    }
  }

  private static let registerNames = [
    "pledges": "质押登记", "awards": "奖项", "families": "同族", "population": "人口",
    "sei-decisions": "战新认定",
  ]
}
