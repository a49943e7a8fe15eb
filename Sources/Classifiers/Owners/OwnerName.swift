/// A name in the form in which it is compared, and what it tells of its bearer.
package struct OwnerName: Hashable, Sendable {
  package let raw: String
  /// Without differences of spelling: width, brackets, spaces, punctuation, 有限责任公司 for 有限公司. Two
  /// names of one normal form are one owner. Empty where the name holds no letter.
  package let normal: String
  /// The normal form without the legal form at its end; equal to it where there is none.
  package let stem: String
  /// The firm of which the name says it is a branch (分公司), in normal form.
  package let branchOf: String?
  /// The university of which it is a campus (校区), in normal form.
  package let campusOf: String?
  package let kind: OwnerKind
  /// Patent and trademark agencies and law firms, which stand among owners by mistake.
  package let isAgency: Bool

  package init(_ raw: String) {
    self.raw = raw
    let folded = OwnerText.folded(raw)
    let text = String(String.UnicodeScalarView(folded))
    guard folded.contains(where: OwnerText.isChinese) else {
      let core = LatinLegalForms.core(text)
      normal = core.name
      stem = core.name
      branchOf = nil
      campusOf = nil
      isAgency = false
      kind = OwnerKindRules.latin(core.name, hasForm: core.hasForm)
      return
    }
    normal = OwnerName.legalFormFolded(text)
    stem = OwnerName.withoutForm(normal)
    branchOf = OwnerName.branch(normal)
    campusOf = OwnerName.campus(normal)
    isAgency = OwnerKindRules.isAgency(normal)
    kind = OwnerKindRules.chinese(normal, raw: raw)
  }

  /// Legal forms at the end of a name, the longest first.
  private static let forms = [
    "股份有限公司", "有限公司", "股份合作公司", "集团公司", "总公司", "公司", "普通合伙", "有限合伙",
    "特殊普通合伙", "个体工商户", "个人独资",
  ]

  /// 有限责任公司 and 有限公司 are one form, 股份公司 short for 股份有限公司; the two forms stay apart.
  ///
  /// Source: 公司法 (2023) art. 7: a limited company's name has 有限责任公司 or 有限公司, a joint-stock
  /// company's 股份有限公司 or 股份公司.
  private static func legalFormFolded(_ name: String) -> String {
    guard name.contains("公司") else { return name }
    var name = name.replacing("有限责任公司", with: "有限公司")
    name = name.replacing("股份有限公司", with: "\u{0}").replacing("股份公司", with: "\u{0}")
    return name.replacing("\u{0}", with: "股份有限公司")
  }

  private static func withoutForm(_ name: String) -> String {
    for form in forms where name.hasSuffix(form) && name.count > form.count + 1 {
      return String(name.dropLast(form.count))
    }
    return name
  }

  private static func branch(_ name: String) -> String? {
    for ending in ["分公司", "分厂", "分店", "分行"] where name.hasSuffix(ending) {
      guard let firm = name.range(of: "公司", before: ending) else { return nil }
      return String(name[..<firm])
    }
    return nil
  }

  private static func campus(_ name: String) -> String? {
    guard name.hasSuffix("校区") else { return nil }
    for word in ["大学", "学院", "学校"] {
      if let range = name.ranges(of: word).first { return String(name[..<range.upperBound]) }
    }
    return nil
  }
}

extension String {
  /// The end of the last `word` that stands before the text's own ending, with something before it.
  fileprivate func range(of word: String, before ending: String) -> String.Index? {
    let head = dropLast(ending.count)
    guard let last = head.ranges(of: word).last, last.lowerBound > startIndex else { return nil }
    return last.upperBound
  }
}
