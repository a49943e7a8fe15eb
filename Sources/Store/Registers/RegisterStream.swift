import GRDB
import Records

/// The rows of one register in the order of the applications they name, those of one application in
/// the order of path, member and row.
///
/// SQLite sorts them, on disk where they are many: memory does not grow with their number. Rows that
/// name a publication nobody delivered have no application, and come first. - Complexity: O(*n* log
/// *n*) before the first row.
struct RegisterStream<Item: StoredRegisterRow> {
  private let rows: RowCursor
  private var current: Row?
  /// The key of the current row's application.
  private var key: Int64?

  /// - Parameter condition: a `WHERE` clause on `application`, or nothing.
  init(_ db: Database, condition: String) throws {
    rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT * FROM (\(RegisterStream.query())) \(condition)
        ORDER BY application, path, file, archive_member, position
        """)
    try advance()
  }

  /// The rows of the register's current files with the keys of their applications.
  ///
  /// - Parameter rows: what gives the rows as `t`, in SQL; nil for all of them.
  static func query(of rows: String? = nil) -> String {
    """
    SELECT COALESCE(application_key(t.patent), (
        SELECT MIN(n.application) FROM publication n
        WHERE n.number = publication_number(t.patent))) AS application,
      t.*, f.path AS path
    FROM \(rows ?? "\(Item.table.rawValue) t") JOIN file f ON f.id = t.file
    WHERE f.current = 1
    """
  }

  /// The rows of an application. Those of applications before it are passed over.
  mutating func rows(of application: Int64) throws -> [Item] {
    while current != nil, key.map({ $0 < application }) ?? true { try advance() }
    var found: [Item] = []
    while let row = current, key == application {
      found.append(try Item(RegisterColumns(row, of: Item.table)))
      try advance()
    }
    return found
  }

  private mutating func advance() throws {
    current = try rows.next()
    key = current?["application"]
  }
}

/// The registers behind indicator 1, walked side by side.
struct RegisterStreams {
  private var pledges: RegisterStream<PledgeRow>
  private var awards: RegisterStream<AwardRow>
  private var families: RegisterStream<FamilyRow>
  private var decisions: RegisterStream<IndustryDecisionRow>

  init(_ db: Database, condition: String) throws {
    pledges = try RegisterStream(db, condition: condition)
    awards = try RegisterStream(db, condition: condition)
    families = try RegisterStream(db, condition: condition)
    decisions = try RegisterStream(db, condition: condition)
  }

  /// The rows of an application; applications must be asked for in the order of their keys.
  mutating func rows(of application: Int64) throws -> RegisterRows {
    var rows = RegisterRows()
    rows.pledges = try pledges.rows(of: application)
    rows.awards = try awards.rows(of: application)
    rows.families = try families.rows(of: application)
    rows.decisions = try decisions.rows(of: application)
    return rows
  }
}

extension IPDatabase {
  /// Calls `body` with each row of a register's current files and the application it names, be it by the
  /// number of a publication that was delivered; in no certain order.
  package func forEachResolvedRow<Item: StoredRegisterRow>(
    of type: Item.Type, _ body: (Item, ApplicationNumber?) throws -> Void
  ) throws {
    try queue.read { db in
      let rows = try Row.fetchCursor(db, sql: RegisterStream<Item>.query())
      while let row = try rows.next() {
        let key: Int64? = row["application"]
        try body(
          try Item(RegisterColumns(row, of: Item.table)), key.flatMap { ApplicationNumber(key: $0) }
        )
      }
    }
  }
}
