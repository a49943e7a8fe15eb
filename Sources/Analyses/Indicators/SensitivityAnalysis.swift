import Store

/// Counts the base set and the high-value patents under other readings, over the derived tables.
package struct SensitivityAnalysis {
  private let database: IPDatabase

  package init(_ database: IPDatabase) { self.database = database }

  /// The two counts of each reading, by its bit.
  package func counts(readings: Int) throws -> [(base: Int, count: Int)] {
    let columns = (0..<readings).map { bit in
      "SUM((base >> \(bit)) & 1) AS b\(bit), SUM((counts >> \(bit)) & 1) AS c\(bit)"
    }
    var counts: [(base: Int, count: Int)] = []
    try database.query("SELECT \(columns.joined(separator: ", ")) FROM reading") { row in
      counts = (0..<readings).map { bit in
        (base: row["b\(bit)"] ?? 0, count: row["c\(bit)"] ?? 0)
      }
    }
    return counts
  }
}
