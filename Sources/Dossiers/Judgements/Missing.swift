import Records

/// What would have to be known to answer a question that stays undetermined.
package enum Missing: Hashable, Sendable {
  /// No legal-status file was read.
  case legalStatus
  /// The grant lies before the day from which the legal status is complete.
  case earlierLegalStatus(completeFrom: CalendarDay)
  /// The day on which the grant was published.
  case grantDate
  /// The day of filing, from which terms run.
  case filingDate
  /// The effect of an event that neither the code nor the name decides.
  case eventEffect(code: String?, name: String?)
  /// The day of an event that decides.
  case eventDate(code: String?, name: String?)
  /// The new end of a term that was compensated.
  case compensatedTermEnd
  /// A title, an abstract or both, searched for terms.
  case abstract
  case title
  /// A symbol of the IPC.
  case classification
  /// A register that was not loaded, by its file name prefix: `pledges`, `awards`.
  case register(String)
  /// The amount of a pledge contract.
  case pledgeAmount(registrationNumber: String?)
  /// The register's row of a contract that only a legal event names.
  case pledgeContract(registrationNumber: String?)
  /// Any row of the patent's family.
  case familySearch
  /// Whether a member of the family, known from a document of an undecided kind, was granted.
  case memberGrant(publication: String)
  /// The amount of a security interest that another office recorded against a family member.
  case securityInterest(recording: String?)
  /// A reference table that was not loaded, by its id.
  case table(String)
  /// The terms of a rule's keyword condition.
  case keywordTerms(rule: String)

  /// The stable name, for counts and machines.
  package var id: String {
    switch self {
    case .legalStatus, .earlierLegalStatus: return "legal-status"
    case .grantDate: return "grant-date"
    case .filingDate: return "filing-date"
    case .eventEffect: return "event-effect"
    case .eventDate: return "event-date"
    case .compensatedTermEnd: return "compensated-term-end"
    case .abstract: return "abstract"
    case .title: return "title"
    case .classification: return "classification"
    case .register(let name): return "register-" + name
    case .pledgeAmount: return "pledge-amount"
    case .pledgeContract: return "pledge-contract"
    case .familySearch: return "family-search"
    case .memberGrant: return "member-grant"
    case .securityInterest: return "security-interest-amount"
    case .table(let id): return "table-" + id
    case .keywordTerms: return "keyword-terms"
    }
  }

  /// What is missing, in Chinese, for reports.
  package var text: String {
    switch self {
    case .legalStatus: return "法律状态数据（未载入）"
    case .earlierLegalStatus(let day):
      return "\(day.isoText)之前的法律状态数据（授权早于该日）"
    case .grantDate: return "授权公告日"
    case .filingDate: return "申请日"
    case .eventEffect(let code, let name):
      return "法律状态事务的效力：" + Missing.named(code, name)
    case .eventDate(let code, let name):
      return "法律状态事务的日期：" + Missing.named(code, name)
    case .compensatedTermEnd: return "专利权期限补偿后的届满日"
    case .abstract: return "摘要"
    case .title: return "发明名称"
    case .classification: return "IPC分类号"
    case .register(let name): return "登记簿 " + name
    case .pledgeAmount(let number): return "质押金额：" + (number ?? "登记号不明")
    case .pledgeContract(let number): return "质押登记簿中的登记号：" + (number ?? "登记号不明")
    case .familySearch: return "同族检索结果"
    case .memberGrant(let publication): return "同族成员是否授权：" + publication
    case .securityInterest(let recording):
      return "境外登记的担保权益金额：" + (recording ?? "登记号不明")
    case .table(let id): return "参照表 " + id
    case .keywordTerms(let rule): return "关键词表中规则 \(rule) 的词条"
    }
  }

  private static func named(_ code: String?, _ name: String?) -> String {
    let text = [code, name].compactMap { $0 }.joined(separator: " ")
    return text.isEmpty ? "代码与名称均缺" : text
  }
}
