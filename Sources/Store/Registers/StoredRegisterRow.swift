import GRDB
import Records

/// A register's row as a table of its own keeps it: file, position, and the row's columns.
package protocol StoredRegisterRow: Sendable {
  static var table: RegisterTable { get }
  var source: Source { get }
  /// The values of the table's columns behind `file` and `position`, in their order.
  var columnValues: [(any DatabaseValueConvertible)?] { get }

  init(_ row: RegisterColumns) throws
}

/// The tables of register rows; the raw value is the table's name.
package enum RegisterTable: String, CaseIterable, Sendable {
  case pledge, award
  case familyMember = "family_member"
  case population
  case industryDecision = "industry_decision"
  case marketEntities = "market_entities"
  case enterprise
  case annualFee = "annual_fee"
  case licence
  case protectedMark = "protected_mark"
  case madrid
  case giProduct = "gi_product"
  case ownerDecision = "owner_decision"
  case indicator
}

/// One stored row, read by column into values.
package struct RegisterColumns {
  let row: Row
  let table: RegisterTable
  package let source: Source

  func text(_ column: String) -> String? { row[column] }

  func integer(_ column: String) -> Int? { row[column] }

  func required<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    guard let value = row[column] as Value? else { throw damaged(column, "NULL") }
    return value
  }

  func patent() throws -> PatentNumber {
    let text: String = try required("patent")
    guard let number = try? PatentNumber(parsing: text) else { throw damaged("patent", text) }
    return number
  }

  func day(_ column: String) throws -> CalendarDay? {
    guard let number = row[column] as Int? else { return nil }
    guard let day = CalendarDay(number: number) else { throw damaged(column, String(number)) }
    return day
  }

  func requiredDay(_ column: String) throws -> CalendarDay {
    guard let day = try day(column) else { throw damaged(column, "NULL") }
    return day
  }

  func region(_ column: String) throws -> RegionCode? {
    guard let number = row[column] as Int? else { return nil }
    guard let region = RegionCode(number: number) else { throw damaged(column, String(number)) }
    return region
  }

  /// A value in the form that the database keeps, or a fault that names the column.
  func parsed<Stored: DatabaseValueConvertible, Value>(
    _ column: String, _ parse: (Stored) throws -> Value?
  ) throws -> Value {
    let stored: Stored = try required(column)
    guard let value = try? parse(stored) else { throw damaged(column, "\(stored)") }
    return value
  }

  private func damaged(_ column: String, _ value: String) -> StoreError {
    StoreError.damaged(table: table.rawValue, column: column, value: value)
  }
}

extension IPDatabase {
  /// Reads the rows of one register from all current files, in the order of path and row.
  ///
  /// - Complexity: O(rows) in memory.
  package func rows<Row: StoredRegisterRow>(of type: Row.Type) throws -> [Row] {
    try queue.read { db in
      let cursor = try GRDB.Row.fetchCursor(
        db,
        sql: """
          SELECT t.*, f.path AS path FROM \(Row.table.rawValue) t JOIN file f ON f.id = t.file
          WHERE f.current = 1 ORDER BY f.path, f.id, t.position
          """)
      var rows: [Row] = []
      while let row = try cursor.next() {
        let position: Int = row["position"]
        let source = Source(file: row["path"], offset: position, record: String(position))
        rows.append(try Row(RegisterColumns(row: row, table: Row.table, source: source)))
      }
      return rows
    }
  }
}
