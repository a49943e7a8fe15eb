import GRDB
import Records

extension IPDatabase {
  /// The rows of registers that each file gave, counted in the tables themselves.
  package func registerRowCounts() throws -> [Int64: Int] {
    try queue.read { db in
      var counts: [Int64: Int] = [:]
      for table in RegisterTable.allCases {
        for row in try Row.fetchAll(
          db, sql: "SELECT file, COUNT(*) AS rows FROM \(table.rawValue) GROUP BY file")
        {
          counts[row["file"], default: 0] += row["rows"] as Int
        }
      }
      return counts
    }
  }

  /// The application of a publication; nil where none with its number was delivered.
  package func application(
    ofPublication number: PublicationNumber
  ) throws -> ApplicationNumber? {
    try queue.read { db in
      try Int64.fetchOne(
        db, sql: "SELECT MIN(application) FROM publication WHERE number = ?",
        arguments: [number.canonical]
      ).flatMap { ApplicationNumber(key: $0) }
    }
  }
}
