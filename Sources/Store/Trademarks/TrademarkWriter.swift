import GRDB
import Records

/// Writes trademark records of one file: whole marks, and rows of CNIPA's tables as they lie in their
/// batch, without a string made of a cell.
struct TrademarkWriter: ~Copyable {
  private let file: Int64
  private let db: Database
  private var statement: RawStatement
  private var origin: (member: String?, format: String, part: Trademark.Part?, id: Int64)?
  /// The batch of rows that ``origin`` is known to stand for.
  private var batch: ObjectIdentifier?

  init(_ db: Database, file: Int64) throws {
    self.db = db
    self.file = file
    let marks = Array(repeating: "?", count: 32).joined(separator: ", ")
    let statement = try RawStatement(db, "INSERT INTO trademark VALUES (\(marks))")
    self.statement = statement
  }

  mutating func write(_ mark: Trademark, content: ArraySlice<UInt8>) throws {
    batch = nil
    let id = try originID(member: mark.source.member, format: mark.format, part: mark.part)
    let classes = mark.classes.map { $0.nice }
    statement.bind(nil as Int64?)
    statement.bind(id)
    statement.bind(mark.source.offset)
    statement.bind(mark.office)
    statement.bind(mark.storedNumber)
    statement.bind(mark.part == nil ? nil : classes.first)
    statement.bind(mark.priorities.first?.number)
    statement.bind(blob: mark.digest?.bytes ?? Fingerprint.of(content))
    statement.bind(mark.producedOn.map { Int($0.number) })
    statement.bind(mark.delivery?.rawValue)
    statement.bind(mark.internationalNumber)
    statement.bind(mark.originOffice)
    statement.bind(joined(classes.map { String($0) }))
    statement.bind(mark.classes.lazy.compactMap { $0.edition }.first)
    statement.bind(joined(mark.classes.flatMap { $0.groups }))
    statement.bind(mark.filingDate.map { Int($0.number) })
    statement.bind(mark.registrationDate.map { Int($0.number) })
    statement.bind(nil as Int64?)
    statement.bind(mark.expiryDate.map { Int($0.number) })
    statement.bind(mark.saysRegistered ? 1 : 0)
    statement.bind(mark.status)
    statement.bind(mark.statusDate.map { Int($0.number) })
    statement.bind(mark.isInForce.map { $0 ? 1 : 0 })
    statement.bind(mark.name)
    statement.bind(mark.kind?.rawValue)
    statement.bind(mark.isGeographicalIndication.map { $0 ? 1 : 0 })
    statement.bind(mark.isWellKnown.map { $0 ? 1 : 0 })
    statement.bind(nil as Int64?)
    statement.bind(nil as Int64?)
    statement.bind(
      joined(
        mark.holders.map {
          [$0.name, $0.latinName, $0.address, $0.country].map { $0 ?? "" }
            .joined(separator: "\u{1E}")
        }))
    statement.bind(
      joined(
        mark.events.map {
          [$0.code, $0.name, $0.date.map { String($0.number) }, $0.issue].map { $0 ?? "" }
            .joined(separator: "\u{1E}")
        }))
    statement.bind(text: content)
    try statement.execute()
  }

  mutating func write(_ row: TrademarkRow, content: ArraySlice<UInt8>) throws {
    let id: Int64
    if let origin, batch == ObjectIdentifier(row.rows) {
      id = origin.id
    } else {
      id = try originID(
        member: row.rows.source.member, format: TrademarkRow.format, part: row.part)
      batch = ObjectIdentifier(row.rows)
    }
    let isGoods = row.part == .goods
    statement.bind(nil as Int64?)
    statement.bind(id)
    statement.bind(row.position)
    statement.bind("CN")
    bindNumber(row)
    statement.bind(row.niceClass)
    bindItem(row)
    statement.bind(blob: Fingerprint.of(row))
    statement.bind(nil as Int64?)
    statement.bind(nil as Int64?)
    if row.has(.internationalNumber) {
      bind(row, .internationalNumber)
    } else {
      statement.bind(row.internationalNumberInNumber)
    }
    statement.bind(nil as Int64?)
    statement.bind(nil as Int64?)
    statement.bind(nil as Int64?)
    bind(row, .group)
    for column in [
      TrademarkRow.DateColumn.filing, .registration, .termStart, .termEnd,
    ] { statement.bind(row.date(column).map { Int($0.number) }) }
    statement.bind(row.isRegistered ? 1 : 0)
    statement.bind(nil as Int64?)
    statement.bind(nil as Int64?)
    statement.bind(nil as Int64?)
    bind(row, isGoods ? .goodsName : row.part == .agency ? .agencyName : .name)
    let isBasic = row.part == .basic
    statement.bind(isBasic ? row.kind?.rawValue : nil)
    statement.bind(isBasic ? row.isGeographicalIndication.map { $0 ? 1 : 0 } : nil)
    statement.bind(isBasic ? row.flag(.isWellKnown).map { $0 ? 1 : 0 } : nil)
    statement.bind(isBasic ? row.flag(.isJoint).map { $0 ? 1 : 0 } : nil)
    statement.bind(isGoods ? (row.isDeletedItem ? 1 : 0) : nil)
    statement.bind(row.storedHolder)
    statement.bind(nil as Int64?)
    content.withUnsafeBufferPointer { statement.bind(utf8: $0) }
    try statement.execute()
  }

  /// The number that joins the rows of a mark.
  private mutating func bindNumber(_ row: TrademarkRow) {
    if row.withBytes(of: .number, { MarkNumber.mayHaveLeadingZeros($0) }), let raw = row.number {
      statement.bind(MarkNumber(raw, office: "CN")?.text ?? raw)
    } else {
      bind(row, .number)
    }
  }

  /// What tells rows of one number and class apart.
  private mutating func bindItem(_ row: TrademarkRow) {
    switch row.part {
    case .goods: bind(row, row.has(.goodsName) ? .goodsName : .itemNumber)
    case .priority: bind(row, .priorityNumber)
    case .agency: bind(row, .agencyCode)
    case .basic, .holder, .coHolder, .international: statement.bind(nil as Int64?)
    }
  }

  private mutating func bind(_ row: TrademarkRow, _ column: TrademarkRow.TextColumn) {
    row.withBytes(of: column) { statement.bind(utf8: $0) }
  }

  private func joined(_ items: [String]) -> String? {
    items.isEmpty ? nil : items.joined(separator: "\u{1F}")
  }

  /// The row of `trademark_source`, made where the file has none like it yet.
  private mutating func originID(
    member: String?, format: String, part: Trademark.Part?
  ) throws -> Int64 {
    if let origin, origin.part == part, origin.format == format, origin.member == member {
      return origin.id
    }
    let arguments: StatementArguments = [file, member, format, part?.rawValue]
    let found = try Int64.fetchOne(
      db,
      sql: """
        SELECT id FROM trademark_source
        WHERE file = ? AND member IS ? AND format = ? AND part IS ?
        """, arguments: arguments)
    let id: Int64
    if let found {
      id = found
    } else {
      try db.execute(
        sql: "INSERT INTO trademark_source(file, member, format, part) VALUES (?, ?, ?, ?)",
        arguments: arguments)
      id = db.lastInsertedRowID
    }
    origin = (member, format, part, id)
    return id
  }
}

extension Trademark {
  /// The number a mark is stored under.
  ///
  /// A Chinese mark has one number from filing on; elsewhere the number of the application stays the
  /// same when the mark is registered. International registrations have theirs.
  package var storedNumber: String? {
    let number: String?
    switch office {
    case "CN": number = registrationNumber ?? applicationNumber ?? internationalNumber
    case "WO", "IB": number = internationalNumber ?? registrationNumber ?? applicationNumber
    default: number = applicationNumber ?? registrationNumber ?? internationalNumber
    }
    return number.map { MarkNumber($0, office: office)?.text ?? $0.uppercased() }
  }

  /// Whether the record speaks of a registration. Some offices repeat the application's number as the
  /// registration's before there is one.
  var saysRegistered: Bool {
    if registrationDate != nil || isInForce == true { return true }
    guard let registrationNumber else { return false }
    return registrationNumber != applicationNumber || expiryDate != nil
  }
}

extension TrademarkRow {
  fileprivate var position: Int { source.offset }

  fileprivate var internationalNumberInNumber: String? {
    guard let number, number.hasPrefix("G") else { return nil }
    return String(number.dropFirst())
  }

  /// The party of the row in the form of the column `holders`.
  fileprivate var storedHolder: String? {
    guard part == .holder || part == .coHolder else { return nil }
    let latin = text(.partyLatinName)
    guard let name = text(.partyName) ?? latin else { return nil }
    let address = text(.partyAddress) ?? text(.partyLatinAddress)
    return [name, has(.partyName) ? latin : nil, address, nil].map { $0 ?? "" }
      .joined(separator: "\u{1E}")
  }
}
