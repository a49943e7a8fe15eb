/// Compares sums of a table with the figures of ``IndustrySize``.
enum MapSums {
  /// Where the sum of a column exceeds the figure of its industry and area.
  static func excess(
    of column: String, in table: DataTable, by keys: [String], over whole: String,
    beside tables: MapTables
  ) -> [String] {
    guard let size = tables[IndustrySize.id] else { return [] }
    let wholes = size.sums(of: whole, by: ["industry", "area"])
    return table.sums(of: column, by: keys).filter { key, sum in
      sum > (wholes[Array(key.prefix(2))] ?? 0) + 1e-6
    }.map { key, sum in
      "\(table.id) \(key.map { $0.text ?? "" }.joined(separator: " ")): sum of \(column) \(sum), "
        + "\(whole) \(wholes[Array(key.prefix(2))] ?? 0)"
    }.sorted()
  }
}
