import Foundation
import GRDB

/// A value of a row of facts.
package enum FactValue: Hashable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)

  package init(_ value: Int?) { self = value.map { .integer($0) } ?? .null }
  package init(_ value: String?) { self = value.map { .text($0) } ?? .null }
}

/// The database of one run's map facts: written once, queried, and deleted.
///
/// It lies beside the store and not in it: facts are derived of everything at one cut-off, so that nothing
/// of them outlives the run, and a run that is killed leaves a file that the next one removes.
package final class MapDatabase: Sendable {
  private let queue: DatabaseQueue
  package let path: String

  /// Makes an empty database; one of the same path is replaced.
  package init(path: String) throws {
    self.path = path
    for suffix in ["", "-journal", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // What is lost with the power is made again.
      try db.execute(
        sql: """
          PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
          PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536
          """)
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { try $0.execute(sql: MapSchema.sql) }
  }

  /// Lets `body` insert rows, in one transaction.
  package func fill(_ body: (MapWriter) throws -> Void) throws {
    try queue.inDatabase { db in
      try db.execute(sql: "BEGIN")
      try body(MapWriter(db))
      try db.execute(sql: "COMMIT")
    }
  }

  /// Makes the indexes, once all rows are in.
  package func finish() throws {
    try queue.inDatabase { try $0.execute(sql: MapSchema.indexes) }
  }

  /// The rows of a query, each value as the engine gives it.
  package func rows(_ sql: String) throws -> [[FactValue]] {
    try queue.inDatabase { db in
      var rows: [[FactValue]] = []
      let cursor = try Row.fetchCursor(db, sql: sql)
      while let row = try cursor.next() {
        rows.append(
          row.databaseValues.map { value in
            switch value.storage {
            case .null, .blob: .null
            case .int64(let number): .integer(Int(number))
            case .double(let number): .real(number)
            case .string(let text): .text(text)
            }
          })
      }
      return rows
    }
  }

  package func remove() {
    for suffix in ["", "-journal"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }
}

/// Inserts rows of facts through statements that are prepared once.
package final class MapWriter {
  private let db: Database
  private var statements: [String: Statement] = [:]

  init(_ db: Database) { self.db = db }

  /// Adds a row; its values in the order of the table's columns.
  package func insert(_ table: String, _ values: FactValue...) throws {
    let statement: Statement
    if let known = statements[table] {
      statement = known
    } else {
      let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
      statement = try db.makeStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
      statements[table] = statement
    }
    statement.setUncheckedArguments(
      StatementArguments(
        values.map { value -> DatabaseValue in
          switch value {
          case .null: .null
          case .integer(let number): number.databaseValue
          case .real(let number): number.databaseValue
          case .text(let text): text.databaseValue
          }
        }))
    try statement.execute()
  }
}
