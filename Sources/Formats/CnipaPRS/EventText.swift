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
    var start = 0
    var index = 0
    var separator = 0..<0
    while true {
      // Separators, and the one `#` that begins a piece.
      let length = index < bytes.count ? separatorLength(bytes, index) : 1
      if length == 0
        || (index < bytes.count && bytes[index] == 0x23 && !isBlank(bytes, start, index))
      {
        index += 1
        continue
      }
      take(trimmed(bytes, start, index), after: separator, of: bytes, to: &details)
      if index >= bytes.count { break }
      separator = index..<index + length
      index += length
      start = index
    }
    return details.compactMap { detail in
      guard let value = CanonicalText.text(detail.value),
        let label = CanonicalText.text(detail.label)
      else { return nil }
      return LegalEvent.Detail(label: label, value: value)
    }
  }

  /// Adds a pair, or the piece to the value before it.
  private static func take(
    _ piece: Range<Int>, after separator: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>,
    to details: inout [LegalEvent.Detail]
  ) {
    if piece.isEmpty { return }
    var colon = piece.lowerBound
    var width = 0
    while colon < piece.upperBound {
      if bytes[colon] == 0x3A { width = 1 }
      if isEqual(bytes, colon, 0xEF, 0xBC, 0x9A) { width = 3 }
      if width > 0 { break }
      colon += 1
    }
    guard width > 0, colon > piece.lowerBound else {
      guard let last = details.indices.last else { return }
      let isLine = separator.isEmpty || bytes[separator.lowerBound] < 0x3B
      details[last].value +=
        isLine ? " " : String(decoding: bytes[separator], as: UTF8.self)
      details[last].value += String(decoding: bytes[piece], as: UTF8.self)
      return
    }
    let label = String(decoding: bytes[trimmed(bytes, piece.lowerBound, colon)], as: UTF8.self)
    let valueRange = trimmed(bytes, colon + width, piece.upperBound)
    let value = String(decoding: bytes[valueRange], as: UTF8.self)
    append(label: label, value: value, to: &details)
  }

  /// The length of a line break, `;`, `；`, U+00A0 or `#`; 0 for anything else.
  private static func separatorLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    case 0x0A, 0x0D, 0x3B, 0x23: return 1
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
    case 0xEF: return isEqual(bytes, index, 0xEF, 0xBC, 0x9B) ? 3 : 0
    default: return 0
    }
  }

  private static func isBlank(
    _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int
  ) -> Bool { trimmed(bytes, from, to).isEmpty }

  /// The range without the spaces, tabs, U+3000 and U+00A0 at its ends.
  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int
  ) -> Range<Int> {
    var start = from
    var end = to
    while start < end {
      if bytes[start] == 0x20 || bytes[start] == 0x09 {
        start += 1
      } else if start + 3 <= end, isEqual(bytes, start, 0xE3, 0x80, 0x80) {
        start += 3
      } else if start + 2 <= end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
        end -= 1
      } else if end - 3 >= start, isEqual(bytes, end - 3, 0xE3, 0x80, 0x80) {
        end -= 3
      } else if end - 2 >= start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  private static func isEqual(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ first: UInt8, _ second: UInt8,
    _ third: UInt8
  ) -> Bool {
    bytes[index] == first && index + 2 < bytes.count && bytes[index + 1] == second
      && bytes[index + 2] == third
  }

  private static func append(
    label: String, value: String, to details: inout [LegalEvent.Detail]
  ) {
    if label == "描述信息" {
      for name in runOnLabels {
        guard let start = position(of: name, in: value[...]) else { continue }
        let after = value[value.index(start, offsetBy: name.count)...]
        guard let colon = after.first, colon == ":" || colon == "：" else { continue }
        details.append(LegalEvent.Detail(label: "描述信息", value: trimmed(value[..<start])))
        details.append(LegalEvent.Detail(label: name, value: trimmed(after.dropFirst())))
        return
      }
    }
    details.append(LegalEvent.Detail(label: label, value: value))
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
}
