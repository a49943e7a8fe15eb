import Records

/// A cell as text, for what is not done for every row: messages, and what is written unusually.
struct CnipaCellText {
  /// Nil if the bytes are not in the table's encoding.
  let text: String?

  init(_ scan: CnipaRowScan, _ cell: CnipaCell) {
    let bytes = UnsafeBufferPointer(rebasing: scan.bytes[cell.start..<max(cell.start, cell.end)])
    let text =
      scan.layout.isGB18030 ? GB18030.text(bytes) : String(validating: bytes, as: UTF8.self)
    self.text = text.map { CellText.trimmed($0) }
  }

  /// The text in quotes, at most 40 characters of it on one line.
  var quoted: String {
    guard let text else { return "bytes that are no text" }
    if text.isEmpty { return "nothing" }
    let line = text.prefix(40).map { $0.isNewline ? " " : String($0) }.joined()
    return "\"\(line)\(text.count > 40 ? "…" : "")\""
  }

  /// Whether the text has a Chinese character.
  var isChinese: Bool {
    text?.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } ?? false
  }

  /// Whether a cell of a column of this shape may hold the text.
  func fits(_ shape: CnipaColumn.Shape) -> Bool {
    guard let text else { return false }
    switch shape {
    case .number: return TrademarkNumber(CellText.key(text)) != nil
    case .niceClass: return Int(text).map { (1...45).contains($0) } ?? false
    case .date: return CnipaDate.read(text) != nil
    case .term: return text.isEmpty || CnipaDate.range(text) != nil || CnipaDate.read(text) == 0
    case .code:
      return text.utf8.count <= 24
        && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    case .answer: return ["", "是", "否", "0", "1", "Y", "N", "y", "n"].contains(text)
    case .word:
      return text.utf8.count <= 24 && !text.contains { $0 == " " || $0 == "、" }
    case .chinese: return text.isEmpty || isChinese
    case .latin: return !isChinese
    case .text: return true
    }
  }
}
