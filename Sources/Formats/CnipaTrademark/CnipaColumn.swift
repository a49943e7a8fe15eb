import Records

/// One column of one of the seven tables.
struct CnipaColumn {
  enum Role: Hashable {
    case number
    case niceClass
    case text(TrademarkRow.TextColumn)
    case date(TrademarkRow.DateColumn)
    /// A column that no table has.
    case unknown
  }

  /// What cells of the column look like, by which a row with an unquoted comma is put right.
  enum Shape {
    case number
    case niceClass
    case date
    /// Two dates with 至 between them.
    case term
    /// An issue, a code, an item's number: Latin letters, digits and signs.
    case code
    /// 是, 否, 1, 0, Y, N.
    case answer
    /// 一般, 集体, 证明, 特殊 and the like: a short word.
    case word
    /// A name or address in Chinese characters.
    case chinese
    /// A name or address without Chinese characters.
    case latin
    case text

    /// Whether a cell may hold a comma that was not quoted.
    var isFree: Bool {
      switch self {
      case .chinese, .latin, .text: true
      default: false
      }
    }
  }

  let role: Role
  let shape: Shape
  let isRequired: Bool
  /// The names it has in headers, folded; the first is CNIPA's present one.
  let names: [String]

  init(role: Role, _ shape: Shape, required: Bool = false, _ names: String...) {
    self.role = role
    self.shape = shape
    isRequired = required
    self.names = names.map { CnipaHeader.fold($0) }
  }

  init(_ text: TrademarkRow.TextColumn, _ shape: Shape, required: Bool = false, _ names: String...)
  {
    role = .text(text)
    self.shape = shape
    isRequired = required
    self.names = (names.isEmpty ? [text.label] : names).map { CnipaHeader.fold($0) }
  }

  init(_ date: TrademarkRow.DateColumn, required: Bool = false, _ names: String...) {
    role = .date(date)
    shape = .date
    isRequired = required
    self.names = ([date.label] + names).map { CnipaHeader.fold($0) }
  }
}
