import GRDB

/// How the worldwide rows of one file stand against all other deliveries.
package struct WorldwideCounts: Hashable, Sendable {
  package var loaded = 0
  package var stubbed = 0
  package var superseded = 0
  package var duplicate = 0

  package init() {}
}

extension IPDatabase {
  /// Counts the worldwide rows of each file by how they stand: of the deliveries of one publication
  /// in one format the last produced counts, then the greatest digest; same bytes are duplicates.
  package func worldwideCounts() throws -> [Int64: WorldwideCounts] {
    try queue.read { db in
      var counts: [Int64: WorldwideCounts] = [:]
      for (sql, isPublication) in [
        (IPDatabase.publicationRanks, true), (IPDatabase.eventRanks, false),
      ] {
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
          let file: Int64 = row["file"]
          let number: Int = row["rows"]
          if row["is_repeated"] as Bool {
            counts[file, default: WorldwideCounts()].duplicate += number
          } else if row["is_older"] as Bool {
            counts[file, default: WorldwideCounts()].superseded += number
          } else if isPublication, row["stub"] as Bool {
            counts[file, default: WorldwideCounts()].stubbed += number
          } else {
            counts[file, default: WorldwideCounts()].loaded += number
          }
        }
      }
      return counts
    }
  }

  private static let publicationRanks = """
    SELECT file, stub, is_older, is_repeated, COUNT(*) AS rows FROM (
      SELECT file, stub,
        ROW_NUMBER() OVER w > 1 AS is_older,
        ROW_NUMBER() OVER (PARTITION BY format, country, joining_number, kind, digest
          ORDER BY id) > 1 AS is_repeated
      FROM worldwide_publication
      WINDOW w AS (PARTITION BY format, country, joining_number, kind
        ORDER BY COALESCE(produced, 0) DESC, digest DESC, id))
    GROUP BY file, stub, is_older, is_repeated
    """

  private static let eventRanks = """
    SELECT file, 0 AS is_older, is_repeated, COUNT(*) AS rows FROM (
      SELECT file,
        ROW_NUMBER() OVER (PARTITION BY format, country, application, joining_number, kind,
          identifier, code, published, digest, details ORDER BY id) > 1 AS is_repeated
      FROM worldwide_event)
    GROUP BY file, is_repeated
    """
}
