import Records

/// The header of a table, and which of the seven tables it shows.
struct CnipaHeader {
  enum Finding {
    case table(CnipaLayout)
    /// Columns of a mark, but a required one of the nearest table is missing.
    case incomplete(CnipaTable, missing: CnipaColumn, found: [String])
  }

  let finding: Finding
  /// The bytes of the byte-order mark and the header; 0 where the table begins with a row.
  let length: Int
  /// Whether the bytes end before the header's line does.
  let isCut: Bool

  /// Nil if the beginning shows none of the tables; it may end within a row.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, fileName: String) {
    var start = 0
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = 3 }
    while start < bytes.count, bytes[start] == 0x0A || bytes[start] == 0x0D { start += 1 }
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, end - start < 8192 { end += 1 }
    let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
    guard let (text, isGB18030) = CnipaHeader.decoded(line) else { return nil }
    isCut = end == bytes.count
    let separator: Character = text.contains("\t") ? "\t" : ","
    let names = text.split(separator: separator, omittingEmptySubsequences: false).map {
      String($0)
    }
    let ascii = UInt8(separator == "\t" ? 0x09 : 0x2C)
    if let finding = CnipaHeader.finding(names, separator: ascii, isGB18030: isGB18030) {
      self.finding = finding
      length = min(end + 1, bytes.count)
    } else if let layout = CnipaHeader.withoutHeader(
      names, fileName: fileName, separator: ascii,
      isGB18030: CnipaHeader.isGB18030(UnsafeBufferPointer(rebasing: bytes[start...])))
    {
      finding = .table(layout)
      length = start
    } else {
      return nil
    }
  }

  /// A header cell without what deliveries change: width, white space, quotes, `/`, case.
  static func fold(_ name: String) -> String {
    let ignored: Set<Unicode.Scalar> = ["\"", "'", "/", "_", "-", "*", "、"]
    var kept = String.UnicodeScalarView()
    for scalar in HeaderName.fold(CellText.narrow(name)).unicodeScalars
    where !ignored.contains(scalar) {
      kept.append(scalar)
    }
    return String(kept)
  }

  /// The folded names that a header cell may stand for, the likeliest first.
  ///
  /// Some deliveries write a path: `初审公告日期>日期`, `注册人：中文名称`.
  private static func candidates(_ cell: String) -> [String] {
    let folded = fold(cell)
    let parts = folded.split(whereSeparator: { $0 == ">" || $0 == ":" || $0 == "|" }).map {
      String($0)
    }
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return [folded] }
    return [parts.joined(), first, last]
  }

  private static func finding(
    _ cells: [String], separator: UInt8, isGB18030: Bool
  ) -> Finding? {
    let named = cells.map { candidates($0) }
    /// The columns of a table that the header has, in the header's order.
    func columns(of table: CnipaTable) -> [CnipaColumn?] {
      var taken: Set<CnipaColumn.Role> = []
      return named.map { names in
        for name in names {
          if let column = table.columns.first(where: { $0.names.contains(name) }),
            taken.insert(column.role).inserted
          {
            return column
          }
        }
        return nil
      }
    }
    let found = CnipaTable.all.map { (table: $0, columns: columns(of: $0)) }
    let ranked = found.map { ($0.table, $0.columns, $0.columns.filter { $0 != nil }.count) }
      .sorted { $0.2 > $1.2 }
    let fitting = ranked.first { table, columns, count in
      let roles = Set(columns.compactMap { $0?.role })
      // Two columns that any list of agencies may have are no trademark table beside many others.
      return table.missing(roles) == nil && (table.part != .agency || count + 1 >= cells.count)
    }
    if let (table, columns, _) = fitting {
      return .table(
        CnipaLayout(table: table, columns: columns, separator: separator, isGB18030: isGB18030))
    }
    guard let (table, columns, _) = ranked.first else { return nil }
    let roles = Set(columns.compactMap { $0?.role })
    guard roles.contains(.number), roles.contains(.niceClass), let column = table.missing(roles)
    else { return nil }
    return .incomplete(
      table, missing: column, found: cells.prefix(12).map { CellText.trimmed($0) })
  }

  /// The layout of a part of the split goods table that begins with a row: its file is named
  /// 商品服务信息 and the first row has the six columns.
  private static func withoutHeader(
    _ cells: [String], fileName: String, separator: UInt8, isGB18030: Bool
  ) -> CnipaLayout? {
    guard fileName.contains("商品服务信息"), cells.count == CnipaTable.goods.columns.count,
      TrademarkNumber(CellText.key(cells[0])) != nil,
      let niceClass = Int(CellText.trimmed(cells[1])), (1...45).contains(niceClass),
      cells[2].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return CnipaLayout(
      table: .goods, columns: CnipaTable.goods.columns, separator: separator, isGB18030: isGB18030)
  }

  private static func decoded(
    _ line: UnsafeBufferPointer<UInt8>
  ) -> (text: String, isGB18030: Bool)? {
    // A file's head may end within a character.
    if let text = String(validating: line, as: UTF8.self) { return (text, false) }
    return GB18030.text(line).map { ($0, true) }
  }

  /// Whether the first line beyond ASCII is GB18030 and no UTF-8.
  private static func isGB18030(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if line.contains(where: { $0 >= 0x80 }) {
        return String(validating: line, as: UTF8.self) == nil && GB18030.text(line) != nil
      }
      start = end + 1
    }
    return false
  }
}
