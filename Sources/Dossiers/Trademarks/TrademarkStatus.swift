/// What an office's word for the state of a mark means.
package enum TrademarkStatus: Hashable, Sendable {
  /// The mark is registered, or was; its dates say whether it is valid.
  case registered
  /// No registration yet.
  case pending
  /// The application was refused, or the registration has ended.
  case dead
  /// Something is under way that by itself ends nothing: 部分驳回, 撤三, 转让中, 无效宣告中.
  case undecided
  /// The word tells that the mark may have ended, but not whether it has.
  case unclear

  /// The meaning of a status as delivered; nil for an unknown one.
  ///
  /// Words are compared whole, without white space, a leading 商标 and the case of letters, since
  /// 驳回 is part of 部分驳回 and 无效 part of 无效宣告中.
  package init?(_ text: String) {
    var key = PartyText.key(text)
    if key.hasPrefix("商标"), key.count > 2 { key.removeFirst(2) }
    if let found = TrademarkStatus.words[key] {
      self = found
    } else if key.hasPrefix("变更") || key.hasPrefix("转让") || key.hasPrefix("续展")
      || key.hasPrefix("许可备案") || key.hasPrefix("质权登记")
    {
      self = .undecided
    } else {
      return nil
    }
  }

  private static let words: [String: TrademarkStatus] = {
    var words: [String: TrademarkStatus] = [:]
    for word in ["已注册", "注册", "注册公告", "核准注册", "注册证发文", "续展期", "宽展期"] {
      words[word] = .registered
    }
    for word in [
      "申请中", "等待实质审查", "受理通知书发文", "初步审定", "初审公告", "异议中", "驳回复审中", "实质审查中",
      "等待受理", "申请收文",
    ] { words[word] = .pending }
    for word in [
      "驳回", "已驳回", "不予注册", "期满未续展", "期满未续展注销", "未续展注销", "无效", "已无效", "宣告无效", "注销",
      "已注销", "撤销", "已撤销", "撤回", "已撤回", "申请撤回", "不予受理", "已失效", "失效",
    ] { words[word] = .dead }
    for word in ["部分驳回", "撤三", "撤销连续三年不使用", "撤三中", "无效宣告中", "部分无效", "部分撤销", "部分注销", "异议完成"] {
      words[word] = .undecided
    }
    words["撤销注册不当"] = .unclear
    // The list of WIPO ST.66, in lower case without white space, and what offices write beside it.
    for word in [
      "registered", "registration", "registrationpublished", "live", "renewed",
      "registrationrenewed",
    ] { words[word] = .registered }
    for word in [
      "applicationfiled", "applicationpublished", "applicationunderexamination", "examined",
      "oppositionpending", "appealpending", "filed", "published", "pending", "filingdateaccorded",
      "classificationchecked",
    ] { words[word] = .pending }
    for word in [
      "applicationrefused", "applicationwithdrawn", "registrationcancelled",
      "registrationsurrendered", "registrationexpired", "registrationinvalidated", "expired",
      "ended", "refused", "withdrawn", "cancelled", "canceled", "surrendered", "abandoned", "dead",
      "invalidated", "revoked", "lapsed", "removed",
    ] { words[word] = .dead }
    for word in [
      "revocationproceedingpending", "invalidityproceedingpending",
      "actionbeforecourtofjusticepending", "interruptionofproceeding",
      "cancellationpending",
    ] { words[word] = .undecided }
    return words
  }()
}

extension TrademarkStatus {
  /// Whether an event of a mark ends it as a whole, by code or name; partial ones do not.
  ///
  /// Codes are those of the Madrid register: RAN cancellation, REN2 not renewed, INNT invalidation.
  static func ends(code: String?, name: String?, office: String) -> Bool {
    if office == "WO" || office == "IB", let code, ["RAN", "REN2"].contains(code) { return true }
    guard office == "CN", let name, !name.contains("部分") else { return false }
    return endingNames.contains { name.hasSuffix($0) }
  }

  /// Headings of the gazette that publish an end.
  private static let endingNames = [
    "注销公告", "撤销公告", "宣告无效公告", "无效公告", "未续展注销", "注册商标注销", "注册商标撤销",
  ]
}
