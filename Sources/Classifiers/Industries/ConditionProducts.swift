/// The products that the keyword condition of a rule names, cut from its text as it is printed.
///
/// The keyword table keeps terms for each of them; a test compares the two, so that no product is
/// without a term. The steps are those of `Pipelines/keywords/README.md`:
/// 1. brackets go, with what stands in them: an alias or an example, not a product,
/// 2. clauses end at `；`,
/// 3. exceptions (`除…以外的`) go, since they hold `、`,
/// 4. pieces end at `、`, `，` and `及其他`,
/// 5. parts end at an `等` that does not begin `等离子`: `A、B等X制造` names A, B and X,
/// 6. each part is trimmed,
/// 7. empty parts and repetitions go.
///
/// A list that shares one head (`渗碳、中碳、高温轴承钢`) gives parts that mean little alone; the terms of
/// such a part are written for the whole.
package enum ConditionProducts {
  /// Dropped from the start of a part, in this order, each once, if something is left.
  private static let prefixes = ["不包括", "不包含", "领域的", "领域", "其他", "各种", "用于", "的"]
  /// Dropped from the end of a part, the first that fits, if something is left.
  private static let suffixes = [
    "相关关键词", "及相关服务", "关键词", "与服务", "制造业", "制造", "服务", "加工",
  ]

  /// The products in the order of the condition, each once; `自动导引车（AGV）` gives `自动导引车`.
  package static func of(_ condition: String) -> [String] {
    var products: [String] = []
    for clause in withoutBrackets(condition).split(separator: "；") {
      let list = withoutExceptions(String(clause)).replacing("及其他", with: "、")
      for piece in list.split(whereSeparator: { $0 == "、" || $0 == "，" }) {
        for part in parts(piece) {
          let product = trimmed(part)
          if !product.isEmpty, !products.contains(product) { products.append(product) }
        }
      }
    }
    return products
  }

  /// Removes every group in brackets; full-width and ASCII ones may close each other.
  private static func withoutBrackets(_ text: String) -> String {
    var result = ""
    var group: String?
    for character in text {
      switch character {
      case "（", "(":
        result += group ?? ""
        group = String(character)
      case "）", ")":
        if group == nil { result.append(character) }
        group = nil
      default:
        if group == nil { result.append(character) } else { group?.append(character) }
      }
    }
    return result + (group ?? "")
  }

  private static func withoutExceptions(_ text: String) -> String {
    var rest = text[...]
    var result = ""
    while let start = rest.firstRange(of: "除"),
      let end = rest[start.upperBound...].firstRange(of: "以外的")
    {
      result += rest[..<start.lowerBound]
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  private static func parts(_ piece: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = piece.startIndex
    for range in piece.ranges(of: "等") where !piece[range.upperBound...].hasPrefix("离子") {
      parts.append(piece[start..<range.lowerBound])
      start = range.upperBound
    }
    parts.append(piece[start...])
    return parts
  }

  private static func trimmed(_ part: Substring) -> String {
    var part = part.drop { $0.isWhitespace }
    while part.last?.isWhitespace == true { part.removeLast() }
    if let range = part.dropFirst().firstRange(of: "及其") { part = part[..<range.lowerBound] }
    for prefix in prefixes where part.hasPrefix(prefix) && part.count > prefix.count {
      part = part.dropFirst(prefix.count)
    }
    if let suffix = suffixes.first(where: { part.hasSuffix($0) && part.count > $0.count }) {
      part = part.dropLast(suffix.count)
    }
    return String(part)
  }
}
