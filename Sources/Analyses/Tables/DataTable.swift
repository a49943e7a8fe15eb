/// A published table: aggregates of some thousand rows at most, held in memory.
///
/// Every writer (CSV, Parquet, workbook, page) writes the same value, so that no two files of a run can
/// tell different numbers.
package struct DataTable: Hashable, Sendable {
  /// The file name without its ending: lower-case ASCII letters, digits and `-`.
  package let id: String
  /// The heading in Chinese.
  package let title: String
  /// What one row is, in Chinese: `每个申请年度一行`.
  package let grain: String
  package let columns: [DataColumn]
  /// The names of the columns whose values together occur once; empty for tables of one row.
  package let key: [String]
  /// In the order they are printed; each as long as ``columns``.
  package private(set) var rows: [[DataValue]]

  package init(
    id: String, title: String, grain: String, columns: [DataColumn], key: [String],
    rows: [[DataValue]] = []
  ) {
    self.id = id
    self.title = title
    self.grain = grain
    self.columns = columns
    self.key = key
    self.rows = rows
  }

  package mutating func append(_ row: [DataValue]) { rows.append(row) }

  package func position(of column: String) -> Int? { columns.firstIndex { $0.name == column } }

  /// The value of a row's column; null where there is no such column.
  package subscript(row: Int, column: String) -> DataValue {
    guard rows.indices.contains(row), let position = position(of: column) else { return .null }
    return rows[row][position]
  }

  /// The same table with the columns alone that may be given to everyone.
  package var open: DataTable {
    let kept = columns.indices.filter { columns[$0].disclosure == .open }
    let keptNames = Set(kept.map { columns[$0].name })
    return DataTable(
      id: id, title: title, grain: grain, columns: kept.map { columns[$0] },
      key: key.filter { keptNames.contains($0) }, rows: rows.map { row in kept.map { row[$0] } })
  }

  /// What is wrong with the table itself: rows of another length, values of another kind, keys that are
  /// empty or occur twice. Empty for a sound table.
  ///
  /// - Complexity: O(cells)
  package var defects: [String] {
    var defects: [String] = []
    let names = columns.map { $0.name }
    for name in key where !names.contains(name) {
      defects.append("table \(id): key column \(name) does not exist")
    }
    if Set(names).count != names.count { defects.append("table \(id): a column name stands twice") }
    guard defects.isEmpty else { return defects }
    let keyPositions = key.compactMap { position(of: $0) }
    var seen: Set<[DataValue]> = []
    for (index, row) in rows.enumerated() {
      guard row.count == columns.count else {
        defects.append(
          "table \(id) row \(index + 1): \(row.count) values, expected \(columns.count)")
        continue
      }
      for (column, value) in zip(columns, row) where !column.accepts(value) {
        defects.append(
          "table \(id) row \(index + 1): \(column.name) is \(value), expected \(column.kind)")
      }
      let values = keyPositions.map { row[$0] }
      if values.contains(.null) {
        defects.append("table \(id) row \(index + 1): key without value")
      }
      if !seen.insert(values).inserted, !key.isEmpty {
        defects.append("table \(id) row \(index + 1): key \(values) stands twice")
      }
    }
    return defects
  }
}

extension DataColumn {
  /// Whether a value is of the column's kind; null always is.
  package func accepts(_ value: DataValue) -> Bool {
    switch (kind, value) {
    case (_, .null), (.text, .text), (.day, .text), (.integer, .integer), (.decimal, .decimal),
      (.boolean, .boolean):
      true
    default: false
    }
  }
}
