import GRDB
import Records

/// What all files of one format gave.
package struct FormatCount: Sendable, Hashable {
  package var format: String
  package var files: Int
  package var records: Int
  /// The newest day of publication of a record; nil for registers.
  package var newestDay: CalendarDay?
}

extension IPDatabase {
  /// The formats that gave legal events of dossiers.
  ///
  /// - Parameter knownOn: looks at events that had been published and delivered by this day alone, if
  ///   given.
  package func eventFormats(knownOn: CalendarDay? = nil) throws -> Set<String> {
    let sql =
      knownOn == nil
      ? "SELECT DISTINCT format FROM file_format WHERE gives_events = 1"
      : "SELECT DISTINCT format FROM event e WHERE \(KnownRecords.condition(knownOn, "e"))"
    return try queue.read { db in try String.fetchSet(db, sql: sql) }
  }

  /// Files, records and newest day by format, by format id; registers are counted by their rows read.
  package func formatCounts() throws -> [FormatCount] {
    let registers = RegisterTable.allCases.map { table in
      """
      UNION ALL
      SELECT '\(table.registerID)', COUNT(DISTINCT file), COUNT(*), NULL FROM \(table.rawValue)
        WHERE file IN (SELECT id FROM file WHERE current = 1)
      """
    }.joined(separator: "\n")
    return try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT format, COUNT(*) AS files, SUM(records) AS records, MAX(newest) AS newest
          FROM file_format GROUP BY format
          \(registers)
          ORDER BY 1
          """
      ).compactMap { row in
        let format: String = row["format"]
        guard (row["records"] as Int) > 0 else { return nil }
        return FormatCount(
          format: format, files: row["files"], records: row["records"],
          newestDay: (row["newest"] as Int?).flatMap { PartialDate(number: $0)?.day })
      }
    }
  }
}
