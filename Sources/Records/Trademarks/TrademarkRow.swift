/// One row of one of CNIPA's trademark tables: what it says of one mark, or of one of its classes.
///
/// A row is a place in ``TrademarkRows``, where the rows of a block of bytes lie together. So making
/// and copying one costs no allocation: the tables have tens of millions of rows of 50 to 200 bytes.
/// ``trademark`` gives the same as a record of its own.
package struct TrademarkRow: Sendable {
  package let rows: TrademarkRows
  private let place: UInt32

  init(rows: TrademarkRows, place: Int) {
    self.rows = rows
    self.place = UInt32(place)
  }

  package static var format: String { "cnipa-trademark" }

  /// The table the row stands in.
  package var part: Trademark.Part { rows.part }

  /// 注册号/申请号 in upper case, `88000001`, `G1234567A`; nil in the table of agencies only.
  package var number: String? { text(.number) }

  /// 国际分类, 1 to 45; nil where the table has no class.
  package var niceClass: Int? {
    let head = rows.heads[Int(place)]
    return head.niceClass == 0 ? nil : Int(head.niceClass)
  }

  package var source: Source {
    let row = Int(rows.heads[Int(place)].row)
    return Source(
      file: rows.source.file, member: rows.source.member, offset: row, record: String(row))
  }

  /// A cell's text, nil where it is empty or the table has no such column.
  package func text(_ column: TextColumn) -> String? {
    withBytes(of: column) { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a cell holds anything.
  package func has(_ column: TextColumn) -> Bool { !rows.range(of: column, in: Int(place)).isEmpty }

  /// Hands over a cell's text as UTF-8, without making a string; empty where there is none.
  package func withBytes<T>(
    of column: TextColumn, _ body: (UnsafeBufferPointer<UInt8>) -> T
  ) -> T {
    let range = rows.range(of: column, in: Int(place))
    return rows.text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// A cell's date, nil where it is empty or the table has no such column.
  package func date(_ column: DateColumn) -> PartialDate? {
    let number = rows.date(of: column, in: Int(place))
    return number == 0 ? nil : PartialDate(number: Int(number))
  }

  /// What a cell says to a yes-or-no question; nil where it is empty or says anything else.
  package func flag(_ column: TextColumn) -> Bool? {
    switch text(column) {
    case "是", "1", "Y", "y", "T", "TRUE", "true", "True": true
    case "否", "0", "N", "n", "F", "FALSE", "false", "False": false
    default: nil
    }
  }
}

extension TrademarkRow: Hashable {
  /// Rows are equal if they stand at one place of one source and say the same.
  package static func == (left: TrademarkRow, right: TrademarkRow) -> Bool {
    left.part == right.part && left.source == right.source && left.niceClass == right.niceClass
      && TextColumn.allCases.allSatisfy { left.text($0) == right.text($0) }
      && DateColumn.allCases.allSatisfy { left.date($0) == right.date($0) }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(number)
    hasher.combine(niceClass)
  }
}
