/// The rows that one block of a trademark table held, in a few arrays.
///
///     heads  [row number, class]  one a row
///     ends   [end of text 0, end of text 1, …]  textCount a row; each text begins where the one
///                                              before ends
///     dates  [date 0, date 1, …]  dateCount a row, yyyymmdd with zeros for what is missing, 0 = none
package final class TrademarkRows: Sendable {
  package struct Head: Sendable {
    /// The row's number in its table, header = 1.
    package var row: UInt32
    /// 0 where the table has no class.
    package var niceClass: UInt8

    package init(row: UInt32, niceClass: UInt8) {
      self.row = row
      self.niceClass = niceClass
    }
  }

  /// Which columns a table has, in their order.
  package struct Columns: Sendable {
    package let texts: [TrademarkRow.TextColumn]
    package let dates: [TrademarkRow.DateColumn]
    fileprivate let textSlots: [Int8]
    fileprivate let dateSlots: [Int8]

    package init(texts: [TrademarkRow.TextColumn], dates: [TrademarkRow.DateColumn]) {
      self.texts = texts
      self.dates = dates
      textSlots = TrademarkRow.TextColumn.allCases.map { column in
        Int8(texts.firstIndex(of: column) ?? -1)
      }
      dateSlots = TrademarkRow.DateColumn.allCases.map { column in
        Int8(dates.firstIndex(of: column) ?? -1)
      }
    }
  }

  package let part: Trademark.Part
  /// The file and member.
  package let source: Source
  package let columns: Columns
  let heads: [Head]
  let text: [UInt8]
  private let ends: [UInt32]
  private let dates: [Int32]

  /// - Precondition: the arrays have as many items for each head as ``Columns`` say.
  package init(
    part: Trademark.Part, source: Source, columns: Columns, heads: [Head], text: [UInt8],
    ends: [UInt32], dates: [Int32]
  ) {
    self.part = part
    self.source = source
    self.columns = columns
    self.heads = heads
    self.text = text
    self.ends = ends
    self.dates = dates
  }

  package var count: Int { heads.count }

  package subscript(place: Int) -> TrademarkRow { TrademarkRow(rows: self, place: place) }

  func range(of column: TrademarkRow.TextColumn, in place: Int) -> Range<Int> {
    let slot = Int(columns.textSlots[Int(column.rawValue)])
    guard slot >= 0 else { return 0..<0 }
    let index = place * columns.texts.count + slot
    return Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])
  }

  func date(of column: TrademarkRow.DateColumn, in place: Int) -> Int32 {
    let slot = Int(columns.dateSlots[Int(column.rawValue)])
    return slot < 0 ? 0 : dates[place * columns.dates.count + slot]
  }
}
