import Records

/// The text of a legal event, `标签:值` pairs.
///
/// Pairs are set apart by line breaks, `;`, `；` or U+00A0, label and value by `:` or `：`. A piece
/// without a colon belongs to the value before it. The form of older dumps begins with `#` and runs
/// the event's name into the first label: `描述信息：专利权的转移IPC(主分类):A41D 1/00;…`.
enum EventText {
  /// Labels that may follow a text without a mark between them.
  private static let runOnLabels = [
    "IPC(主分类)", "登记号", "登记生效日", "变更事项", "合同备案号", "专利号", "申请号", "申请日",
    "授权公告日", "终止日期", "无效宣告决定号", "无效宣告决定日", "放弃生效日", "解除日", "公开日",
  ]

  static func details(_ bytes: UnsafeBufferPointer<UInt8>) -> [LegalEvent.Detail] {
    var details: [LegalEvent.Detail] = []
    for piece in pieces(String(decoding: bytes, as: UTF8.self)) {
      guard let colon = piece.text.firstIndex(where: { $0 == ":" || $0 == "：" }),
        colon != piece.text.startIndex
      else {
        guard let last = details.indices.last, !piece.text.isEmpty else { continue }
        details[last].value += piece.separator + piece.text
        continue
      }
      append(
        label: piece.text[..<colon], value: piece.text[piece.text.index(after: colon)...],
        to: &details)
    }
    return details.compactMap { detail in
      var detail = detail
      guard let value = normal(detail.value), let label = normal(detail.label) else { return nil }
      detail.label = label
      detail.value = value
      return detail
    }
  }

  private static func append(
    label: Substring, value: Substring, to details: inout [LegalEvent.Detail]
  ) {
    if label == "描述信息" {
      for name in runOnLabels {
        guard let start = position(of: name, in: value) else { continue }
        let after = value[value.index(start, offsetBy: name.count)...]
        guard let colon = after.first, colon == ":" || colon == "：" else { continue }
        details.append(LegalEvent.Detail(label: "描述信息", value: trimmed(value[..<start])))
        details.append(LegalEvent.Detail(label: name, value: trimmed(after.dropFirst())))
        return
      }
    }
    details.append(LegalEvent.Detail(label: trimmed(label), value: trimmed(value)))
  }

  /// The text cut at separators; each piece with the separator before it, a line break as a space.
  private static func pieces(_ text: String) -> [(separator: String, text: String)] {
    var pieces: [(separator: String, text: String)] = []
    var current = ""
    var separator = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", ";", "；", "\u{A0}", "#":
        let piece = trimmed(current[...])
        if scalar == "#", !piece.isEmpty {
          current.unicodeScalars.append(scalar)
          continue
        }
        if !piece.isEmpty { pieces.append((separator, piece)) }
        current = ""
        separator = scalar == "\n" || scalar == "\r" || scalar == "#" ? " " : String(scalar)
      default: current.unicodeScalars.append(scalar)
      }
    }
    let piece = trimmed(current[...])
    if !piece.isEmpty { pieces.append((separator, piece)) }
    return pieces
  }

  private static func position(of name: String, in text: Substring) -> Substring.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix(name) { return index }
      index = text.index(after: index)
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    var scalars = text.unicodeScalars[...]
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || scalar == "\t" || scalar == "\u{3000}" || scalar == "\u{A0}"
    }
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }

  private static func normal(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { CanonicalText.text($0) }
  }
}
