/// One step that made two names one owner.
package struct OwnerMerge: Hashable, Comparable, Sendable {
  /// Why two names are one owner.
  package enum Reason: String, CaseIterable, Sendable {
    case spelling
    case branch
    case campus
    case renamed
    case decision

    package var chinese: String {
      switch self {
      case .spelling: "写法不同"
      case .branch: "分公司归入公司"
      case .campus: "校区归入学校"
      case .renamed: "更名"
      case .decision: "人工归并"
      }
    }
  }

  package let left: String
  package let right: String
  package let reason: Reason
  /// The event or the decision.
  package let evidence: String?

  package static func < (left: OwnerMerge, right: OwnerMerge) -> Bool {
    (left.left, left.right, left.reason.rawValue) < (right.left, right.right, right.reason.rawValue)
  }
}

/// Two names that may or may not be one owner.
package struct DoubtfulOwnerPair: Hashable, Sendable {
  package enum Reason: String, CaseIterable, Sendable {
    /// 有限公司 and 股份有限公司 of one stem, or with and without a legal form.
    case legalForm = "legal-form"
    /// The same but for a place at the beginning: 安徽…, 宿州….
    case place
    /// One character differs.
    case character
    /// An event tells of a renaming between owners of different kinds.
    case renaming

    package var chinese: String {
      switch self {
      case .legalForm: "字号相同而组织形式不同"
      case .place: "仅行政区划前缀不同"
      case .character: "仅一字之差"
      case .renaming: "更名前后类型不符"
      }
    }

    /// How likely one owner is behind both, for the order of the list alone.
    var rank: Int {
      switch self {
      case .renaming: 0
      case .legalForm: 1
      case .place: 2
      case .character: 3
      }
    }
  }

  package let left: String
  package let right: String
  package let reason: Reason
  /// How many rights name one of the two.
  package let rights: Int
}
