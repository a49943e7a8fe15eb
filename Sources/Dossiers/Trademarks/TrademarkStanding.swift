import Records

/// The state of a mark in one class at a day.
package enum TrademarkStanding: Hashable, Sendable {
  /// Registered, and the term is not over.
  case valid(because: [Evidence])
  /// Within the 宽展期 behind the end of the term: a state of its own, not valid.
  case grace(until: CalendarDay, because: [Evidence])
  /// Filed, and not registered as far as the data go.
  case pending(because: [Evidence])
  /// Refused, cancelled, invalid, or expired and not renewed.
  case dead(because: [Evidence])
  /// Filed after the day.
  case notFiled(because: [Evidence])
  case undetermined(missing: [TrademarkMissing], because: [Evidence])

  package enum Kind: String, Sendable, CaseIterable {
    case valid, grace, pending, dead
    case notFiled = "not-filed"
    case undetermined
  }

  package var kind: Kind {
    switch self {
    case .valid: .valid
    case .grace: .grace
    case .pending: .pending
    case .dead: .dead
    case .notFiled: .notFiled
    case .undetermined: .undetermined
    }
  }

  package var evidence: [Evidence] {
    switch self {
    case .valid(let evidence), .grace(_, let evidence), .pending(let evidence),
      .dead(let evidence), .notFiled(let evidence), .undetermined(_, let evidence):
      evidence
    }
  }

  package var missing: [TrademarkMissing] {
    if case .undetermined(let missing, _) = self { return missing }
    return []
  }
}

/// What would have to be known of a mark.
package enum TrademarkMissing: Hashable, Sendable {
  /// Rows of these tables were delivered, but no row of 注册商标基本信息 or whole record.
  case markRecord(only: [Trademark.Part])
  /// The end of the term: the term of registration is over, and whether it was renewed is not known.
  case expiryDate
  /// The day of registration, for a mark that is registered.
  case registrationDate
  /// What the office's word for the state means.
  case statusEffect(String)
  /// Whether a class is registered of which all items were deleted.
  case deletedItems
  /// Which of these statements on the state holds: none of them is known to be the later one.
  case laterStatement([String])

  /// In Chinese, for reports.
  package var text: String {
    switch self {
    case .markRecord(let parts):
      "商标基本信息（只有\(parts.map { $0.tableName }.joined(separator: "、"))）"
    case .expiryDate: "专用期结束日期"
    case .registrationDate: "注册日期"
    case .statusEffect(let status): "商标状态的含义：" + status
    case .deletedItems: "该类注册是否仍有效（商品项目均已删除）"
    case .laterStatement(let statements):
      "各来源的状态不一致，不能判定先后：" + statements.joined(separator: "、")
    }
  }
}

extension Trademark.Part {
  /// The table's name, without what all have in common.
  package var tableName: String {
    switch self {
    case .basic: "基本信息"
    case .holder: "注册人信息"
    case .goods: "商品服务信息"
    case .coHolder: "共有人信息"
    case .priority: "优先权信息"
    case .international: "国际注册基本信息"
    case .agency: "代理机构信息"
    }
  }
}

/// The time in which something must be done for a mark at a day.
package struct TrademarkDeadline: Hashable, Sendable {
  package enum Kind: String, Sendable {
    /// Renewal may be applied for.
    case renewal
    case grace
  }

  package var kind: Kind
  package var until: CalendarDay
}
