import Records

/// Where a table's columns stand, and how its rows are written.
struct CnipaLayout {
  /// What becomes of a cell.
  enum Target {
    case number
    case niceClass
    case text
    case date(Int)
    case none
  }

  let table: CnipaTable
  /// The header's columns in its order, nil for one that no table has.
  let columns: [CnipaColumn?]
  let separator: UInt8
  let isGB18030: Bool
  let targets: [Target]
  /// Texts in the order of their columns; dates in that of the table, with both ends of the term even
  /// where a cell of its own gives them.
  let stored: TrademarkRows.Columns
  /// A row must have so many cells; those behind may be left out by programs that trim rows.
  let minimum: Int
  /// Whether the first column tells where a row begins.
  let beginsWithNumber: Bool
  let beginsWithCode: Bool
  /// Whether the class follows the number, which makes a row's beginning certain.
  let hasClassSecond: Bool
  /// Whether a line break may stand in the last cell without quotes.
  let endsInText: Bool

  init(table: CnipaTable, columns: [CnipaColumn?], separator: UInt8, isGB18030: Bool) {
    self.table = table
    self.columns = columns
    self.separator = separator
    self.isGB18030 = isGB18030
    var texts: [TrademarkRow.TextColumn] = []
    var dates: [TrademarkRow.DateColumn] = table.part == .basic ? [.termStart, .termEnd] : []
    targets = columns.map { column in
      switch column?.role {
      case .number:
        texts.append(.number)
        return .number
      case .niceClass: return .niceClass
      case .text(let text):
        texts.append(text)
        return .text
      case .date(let date):
        if let slot = dates.firstIndex(of: date) { return .date(slot) }
        dates.append(date)
        return .date(dates.count - 1)
      case .unknown, nil: return .none
      }
    }
    stored = TrademarkRows.Columns(texts: texts, dates: dates)
    minimum = 1 + (columns.lastIndex { $0.map { CnipaLayout.isDeciding($0, table) } ?? false } ?? 0)
    let first = columns.first ?? nil
    beginsWithNumber = first?.role == .number
    beginsWithCode = first?.role == .text(.agencyCode)
    hasClassSecond = columns.count > 1 && columns[1]?.role == .niceClass
    endsInText = (columns.last ?? nil).map { $0.shape.isFree } ?? true
  }

  var width: Int { columns.count }

  /// Whether a mark would be counted wrongly without the column.
  static func isDeciding(_ column: CnipaColumn, _ table: CnipaTable) -> Bool {
    switch column.role {
    case .number, .niceClass: true
    case .date(let date): isDeciding(date)
    case .text(let text):
      switch text {
      case .goodsName, .partyName, .partyAddress, .agencyName, .priorityNumber,
        .internationalNumber:
        true
      case .term: table.part == .basic
      default: false
      }
    case .unknown: false
    }
  }

  /// Whether a date that cannot be read costs the row.
  static func isDeciding(_ date: TrademarkRow.DateColumn) -> Bool {
    switch date {
    case .filing, .registration, .termStart, .termEnd, .internationalRegistration, .priority: true
    case .preliminary, .notification, .internationalPublication, .subsequentDesignation,
      .baseRegistration:
      false
    }
  }

  /// The name under which messages speak of a column.
  func name(ofColumn index: Int) -> String {
    guard index < columns.count, let column = columns[index] else { return "\(index + 1)" }
    return switch column.role {
    case .number: "注册号/申请号"
    case .niceClass: "国际分类"
    case .text(let text): text.label
    case .date(let date): date.label
    case .unknown: "\(index + 1)"
    }
  }
}
