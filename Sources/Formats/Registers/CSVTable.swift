import Records

/// The rows of comma-separated text (RFC 4180), one after the other.
///
/// Accepts CRLF, LF and CR as line ends, a byte-order mark, blank rows, and spaces behind a closing
/// quote. A row whose quotes are broken is given as a fault and reading goes on at the next line of
/// the text, so an open quote costs its own line and never the rest of the file.
///
/// A text may come in parts. A row is given only once no further byte can change it; what a part
/// leaves begins the next one. The rows do not depend on where the text is cut.
///
/// - Complexity: O(bytes) for well-formed text; a broken quote costs at most ``longestCell`` more.
struct CSVTable {
  enum Row {
    case cells([String])
    case fault(Reject.Code, String)
  }

  /// A quoted cell longer than this, in bytes, counts as not closed.
  static let longestCell = 65_536

  /// The number of cells a row may have; cells beyond it must be blank. Set once the header is read.
  var width: Int?

  private let bytes: UnsafeRawBufferPointer
  /// Nil for UTF-8.
  private let decoder: CellDecoder?
  /// Whether the text ends with these bytes.
  private let isLast: Bool
  private var offset: Int
  /// The number of rows so far, the header and blank rows behind it among them.
  private(set) var number = 0
  /// Where the first byte stands that no row was made of yet.
  private(set) var taken = 0
  /// Whether the row read last ended before the bytes did, so that no further byte can change it.
  private var isWhole = true

  /// A whole text, or its last part.
  init(_ bytes: UnsafeRawBufferPointer, decoder: CellDecoder? = nil) {
    self.init(bytes, isFirst: true, isLast: true, number: 0, decoder: decoder)
  }

  /// A part of a text.
  ///
  /// - Parameters:
  ///   - isFirst: whether the text begins here, perhaps with a byte-order mark.
  ///   - number: the number of rows in the parts before.
  ///   - decoder: makes texts of cells; nil for UTF-8.
  init(
    _ bytes: UnsafeRawBufferPointer, isFirst: Bool, isLast: Bool, number: Int,
    decoder: CellDecoder? = nil
  ) {
    self.bytes = bytes
    self.decoder = decoder
    self.isLast = isLast
    self.number = number
    let hasMark =
      isFirst && bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    offset = hasMark ? 3 : 0
  }

  /// The next row that is not blank, with its number: the first such row, the header, is 1, and blank
  /// rows behind it count. Nil where no whole row follows.
  mutating func next() -> (number: Int, row: Row)? {
    while offset < bytes.count {
      let start = offset
      let row = read()
      if case .fault(.badRow, _) = row, isWhole { offset = lineEnd(from: start) }
      guard isWhole else {
        offset = bytes.count
        return nil
      }
      taken = offset
      if case .cells(let cells) = row, cells.allSatisfy({ CellText.trimmed($0).isEmpty }) {
        if number > 0 { number += 1 }
        continue
      }
      number += 1
      return (number, row)
    }
    return nil
  }

  private mutating func read() -> Row {
    var cells: [String] = []
    cells.reserveCapacity(width ?? 8)
    var isText = true
    while true {
      let text: String?
      if offset < bytes.count, bytes[offset] == 0x22 {
        switch quoted(cell: cells.count + 1) {
        case .success(let content): text = content.text
        case .failure(let fault): return .fault(.badRow, fault.problem)
        }
      } else {
        let start = offset
        while offset < bytes.count, !isEnd(bytes[offset]) { offset += 1 }
        text = self.text(UnsafeRawBufferPointer(rebasing: bytes[start..<offset]))
      }
      if text == nil { isText = false }
      cells.append(text ?? "?")
      guard offset < bytes.count, bytes[offset] == 0x2C else { break }
      offset += 1
      // A comma at the very end of the text still has an empty cell behind it.
    }
    passLineEnd()
    if !isText {
      let encoding = decoder?.encoding.uppercased() ?? "UTF-8"
      return .fault(.encoding, "the row is not \(encoding); save the file as CSV UTF-8")
    }
    if let width, cells.count > width,
      cells[width...].contains(where: { !CellText.trimmed($0).isEmpty })
    {
      return .fault(
        .badRow,
        "\(cells.count.counted("cell")) found, expected \(width) as in the header; "
          + "put a cell that holds a comma in double quotes")
    }
    return .cells(cells)
  }

  /// A cell's text, nil if its bytes are not in the table's encoding.
  private func text(_ bytes: UnsafeRawBufferPointer) -> String? {
    if let decoder { return decoder.text(Array(bytes)) }
    return String(validating: bytes, as: UTF8.self)
  }

  /// What stands between quotes.
  private struct QuotedContent {
    /// Nil where it is not UTF-8.
    var text: String?
  }

  /// Reads a quoted cell, from its opening quote to the comma or line end behind it.
  private mutating func quoted(cell number: Int) -> Result<QuotedContent, QuoteFault> {
    offset += 1
    /// What stands before the last doubled quote, and where the rest begins.
    var before: [UInt8] = []
    var start = offset
    while offset < bytes.count, before.count + offset - start <= CSVTable.longestCell {
      let byte = bytes[offset]
      offset += 1
      guard byte == 0x22 else { continue }
      if offset < bytes.count, bytes[offset] == 0x22 {
        before += bytes[start..<offset]
        offset += 1
        start = offset
        continue
      }
      let end = offset - 1
      while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
      guard offset == bytes.count || isEnd(bytes[offset]) else {
        return .failure(
          QuoteFault(
            problem: "cell \(number) has text behind its closing quote, expected a comma or the "
              + "line's end; write a quote inside a quoted cell twice"))
      }
      let rest = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      if before.isEmpty { return .success(QuotedContent(text: text(rest))) }
      before += rest
      return .success(
        QuotedContent(text: before.withUnsafeBytes { text($0) }))
    }
    // A cell that is too long stays so whatever follows.
    isWhole = isLast || before.count + offset - start > CSVTable.longestCell
    return .failure(
      QuoteFault(
        problem: "cell \(number) opens a quote that is not closed; close it, or write it twice "
          + "inside a quoted cell"))
  }

  private func isEnd(_ byte: UInt8) -> Bool { byte == 0x2C || byte == 0x0A || byte == 0x0D }

  private mutating func passLineEnd() { offset = lineEnd(from: offset) }

  /// The offset behind the line that holds `start`.
  private mutating func lineEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    // A line feed may follow a return that is the last byte.
    isWhole = isLast || end < bytes.count && (bytes[end] == 0x0A || end + 1 < bytes.count)
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
    return min(end + 1, bytes.count)
  }

  private struct QuoteFault: Error {
    var problem: String
  }
}
