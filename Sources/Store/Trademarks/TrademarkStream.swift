import GRDB
import Records

/// All stored records of one mark of one office, from all deliveries.
package struct StoredTrademark: Sendable {
  package var office: String
  /// Nil for the rows of the table of agencies, which belong to no mark.
  package var number: String?
  package var entries: [TrademarkEntry]
}

/// A table or document trademark records were read from.
package struct TrademarkOrigin: Hashable, Sendable {
  package var path: String
  package var member: String?
  package var format: String
  package var part: Trademark.Part?
}

extension IPDatabase {
  /// Whether any record of a mark of an office was read.
  package func hasTrademarks(office: String) throws -> Bool {
    try queue.read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM trademark WHERE office = ?)",
        arguments: [office]) ?? false
    }
  }

  /// The tables and documents that trademark records were read from.
  package func trademarkOrigins() throws -> [TrademarkOrigin] {
    try queue.read { db in
      try Row.fetchAll(
        db, sql: "\(StoredOrigin.query) ORDER BY f.path, s.member, s.format, s.part"
      ).map { TrademarkOrigin($0) }
    }
  }

  /// The records of one mark, or nil where there are none.
  package func trademark(
    office: String, number: String, order: (TrademarkOrigin) -> Int?
  ) throws -> StoredTrademark? {
    try queue.read { db in
      var found: StoredTrademark?
      try walkTrademarks(db, .one(office: office, number: number), order: order) { found = $0 }
      return found
    }
  }

  /// The numbers of an office's marks that a number may mean: the same letters and digits whatever
  /// marks stand between them, else the number of the registration where the application's is the
  /// mark's.
  ///
  /// - Complexity: O(marks of the office); reads their contents where the first finds nothing.
  package func trademarkNumbers(office: String, like number: String) throws -> [String] {
    func bare(_ text: String) -> String {
      let kept = text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
      return kept.hasPrefix(office) ? String(kept.dropFirst(office.count)) : kept
    }
    let wanted = bare(number)
    guard !wanted.isEmpty else { return [] }
    return try queue.read { db in
      let same = try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT number FROM trademark WHERE office = ? AND number IS NOT NULL
          ORDER BY number
          """, arguments: [office]
      ).filter { bare($0) == wanted }
      if !same.isEmpty { return same }
      return try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT number FROM trademark
          WHERE office = ? AND number IS NOT NULL AND instr(content, ?) > 0 ORDER BY number
          """, arguments: [office, "\"registration_no\":\"\(wanted)\""])
    }
  }

  /// The marks a walk goes through.
  enum MarkWalk {
    case all
    case one(office: String, number: String)
    /// Those of the temporary table `mark_work`, in its order.
    case work

    var query: String {
      switch self {
      case .all: "SELECT * FROM trademark ORDER BY office, number, id"
      case .one: "SELECT * FROM trademark WHERE office = ? AND number = ? ORDER BY id"
      case .work:
        """
        SELECT t.* FROM temp.mark_work w
          CROSS JOIN trademark t ON t.office = w.office AND t.number IS w.number
        ORDER BY w.rowid, t.id
        """
      }
    }
  }

  func walkTrademarks(
    _ db: Database, _ walk: MarkWalk, order: (TrademarkOrigin) -> Int?,
    _ body: (StoredTrademark) throws -> Void
  ) throws {
    let origins = try StoredOrigin.all(db, order: order)
    guard !origins.isEmpty else { return }
    var rows = try RawStatement(db, walk.query)
    if case .one(let office, let number) = walk {
      rows.bind(office)
      rows.bind(number)
    }
    var current: StoredTrademark?
    while try rows.next() {
      let entry = try rows.trademark(origins)
      if let mark = current, mark.number == entry.number, mark.office == entry.office {
        current?.entries.append(entry)
      } else {
        if let mark = current { try body(mark) }
        current = StoredTrademark(
          office: entry.office, number: entry.number, entries: [entry])
      }
    }
    if let mark = current { try body(mark) }
  }
}

extension RawTables {
  /// Gives every mark in question with all its records, by office and number; agencies come as a mark
  /// without number.
  ///
  /// - Parameter order: the order of a delivery among those of its format where its names tell it;
  ///   nil otherwise.
  /// - Complexity: O(records); memory for one mark.
  package func forEachTrademark(
    order: (TrademarkOrigin) -> Int?, _ body: (StoredTrademark) throws -> Void
  ) throws {
    var walk = IPDatabase.MarkWalk.all
    if case .work = scope { walk = .work }
    try database.walkTrademarks(db, walk, order: order, body)
  }
}

extension TrademarkOrigin {
  /// A row of ``StoredOrigin/query``.
  fileprivate init(_ row: Row) {
    self.init(
      path: row["path"], member: row["member"], format: row["format"],
      part: (row["part"] as String?).flatMap { Trademark.Part(rawValue: $0) })
  }
}

/// A row of `trademark_source` with what its names say.
private struct StoredOrigin {
  let file: Int64
  let origin: TrademarkOrigin
  let order: Int?

  static let query = """
    SELECT s.id AS id, s.file AS file, f.path AS path, s.member AS member, s.format AS format,
      s.part AS part
    FROM trademark_source s JOIN file f ON f.id = s.file
    """

  static func all(
    _ db: Database, order: (TrademarkOrigin) -> Int?
  ) throws -> [Int64: StoredOrigin] {
    var found: [Int64: StoredOrigin] = [:]
    let rows = try Row.fetchCursor(db, sql: query)
    while let row = try rows.next() {
      let origin = TrademarkOrigin(row)
      found[row["id"]] = StoredOrigin(file: row["file"], origin: origin, order: order(origin))
    }
    return found
  }
}

extension RawStatement {
  /// The columns of `trademark`, in the order of ``Schema``.
  fileprivate borrowing func trademark(
    _ origins: [Int64: StoredOrigin]
  ) throws -> TrademarkEntry {
    guard let source = origins[Int64(integer(1) ?? 0)], let office = text(3) else {
      throw StoreError.damaged(
        table: "trademark", column: "origin, office", value: String(integer(1) ?? 0))
    }
    let position = integer(2) ?? 0
    let origin = source.origin
    var entry = TrademarkEntry(
      file: source.file,
      source: Source(
        file: origin.path, member: origin.member, offset: position,
        record: origin.part == nil ? nil : String(position)),
      format: origin.format, part: origin.part, office: office, number: text(4))
    entry.order = source.order ?? integer(8) ?? 0
    entry.digest = Array(digest(7))
    entry.delivery = text(9).flatMap { DeliveryStatus(rawValue: $0) }
    entry.internationalNumber = text(10)
    entry.item = text(6)
    if let niceClass = integer(5) {
      entry.classes = [niceClass]
    } else if let classes = text(12) {
      entry.classes = classes.split(separator: "\u{1F}").compactMap { Int($0) }
    }
    if let groups = text(14) { entry.groups = groups.split(separator: "\u{1F}").map(String.init) }
    if origin.part == .goods || origin.part == .priority || origin.part == .agency {
      entry.isDeletedItem = integer(28) == 1
      return entry
    }
    entry.originOffice = text(11)
    entry.edition = text(13)
    entry.filingDate = date(15)
    entry.registrationDate = date(16)
    entry.termStart = date(17)
    entry.expiryDate = date(18)
    entry.isRegistered = integer(19) == 1
    entry.status = text(20)
    entry.statusDate = date(21)
    entry.isInForce = integer(22).map { $0 == 1 }
    entry.name = text(23)
    entry.kind = text(24).flatMap { Trademark.Kind(rawValue: $0) }
    entry.isGeographicalIndication = integer(25).map { $0 == 1 }
    entry.isWellKnown = integer(26).map { $0 == 1 }
    entry.isJoint = integer(27).map { $0 == 1 }
    entry.holders = lists(29).compactMap { parts in
      guard let name = parts.first ?? nil else { return nil }
      return Holder(
        name: name, latinName: parts.dropFirst().first ?? nil,
        address: parts.dropFirst(2).first ?? nil, country: parts.dropFirst(3).first ?? nil)
    }
    entry.events = lists(30).map { parts in
      TrademarkEvent(
        code: parts.first ?? nil, name: parts.dropFirst().first ?? nil,
        date: (parts.dropFirst(2).first ?? nil).flatMap { Int($0) }.flatMap {
          PartialDate(number: $0)
        }, issue: parts.dropFirst(3).first ?? nil)
    }
    return entry
  }

  private borrowing func date(_ column: Int32) -> PartialDate? {
    integer(column).flatMap { PartialDate(number: $0) }
  }

  /// Lists of values by U+001F, each by U+001E; an empty value is nil.
  private borrowing func lists(_ column: Int32) -> [[String?]] {
    guard let text = text(column) else { return [] }
    return text.split(separator: "\u{1F}").map { item in
      item.split(separator: "\u{1E}", omittingEmptySubsequences: false).map {
        $0.isEmpty ? nil : String($0)
      }
    }
  }
}
