/// The tables of one run's industry maps, by id, with the checks that hold between them.
package struct MapTables: Sendable {
  package private(set) var tables: [DataTable] = []

  package init() {}

  package subscript(id: String) -> DataTable? { tables.first { $0.id == id } }

  package mutating func add(_ table: DataTable) { tables.append(table) }

  /// What is wrong with the tables; a run with any is not published.
  package var violations: [String] {
    var found: [String] = []
    for table in tables { found += table.defects }
    guard found.isEmpty else { return found }
    for analysis in mapAnalyses {
      if let table = self[analysis.id] {
        found += analysis.violations(of: table, beside: self)
      }
    }
    return found
  }

  /// The tables of one industry: the rows of it alone, without the column that says so.
  package func tables(of industry: String) -> [DataTable] {
    tables.compactMap { $0.slice("industry", .text(industry)) }
  }
}

extension DataTable {
  /// The rows with one value in a column, without that column; nil where there is no such column.
  package func slice(_ column: String, _ value: DataValue) -> DataTable? {
    guard let position = position(of: column) else { return nil }
    var columns = columns
    columns.remove(at: position)
    let rows = rows.filter { $0[position] == value }.map { row in
      var row = row
      row.remove(at: position)
      return row
    }
    return DataTable(
      id: id, title: title, grain: grain, columns: columns, key: key.filter { $0 != column },
      rows: rows)
  }

  /// The sum of a column's numbers by the values of others; what has no number counts nothing.
  package func sums(of column: String, by keys: [String]) -> [[DataValue]: Double] {
    let positions = keys.compactMap { self.position(of: $0) }
    guard let value = position(of: column) else { return [:] }
    var sums: [[DataValue]: Double] = [:]
    for row in rows {
      sums[positions.map { row[$0] }, default: 0] += row[value].number ?? 0
    }
    return sums
  }
}
