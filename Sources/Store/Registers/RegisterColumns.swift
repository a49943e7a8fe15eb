import GRDB
import Records

/// One stored row, read by column into values.
package struct RegisterColumns {
  private let row: Row
  private let table: RegisterTable
  package let source: Source

  /// - Parameter row: the table's columns, and `path`, that of the file.
  init(_ row: Row, of table: RegisterTable) {
    self.row = row
    self.table = table
    let position: Int = row["position"]
    source = Source(
      file: row["path"], member: row["archive_member"], offset: position, record: String(position))
  }

  func text(_ column: String) -> String? { row[column] }

  func integer(_ column: String) -> Int? { row[column] }

  func boolean(_ column: String) -> Bool? { row[column] }

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
