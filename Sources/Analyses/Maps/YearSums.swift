/// Compares the sum over the years with the figure of ``IndustrySize``.
enum YearSums {
  /// The years together never exceed the whole; what lacks a day is in the whole alone.
  static func excess(
    of table: DataTable, over column: String, beside tables: MapTables
  ) -> [String] {
    guard let size = tables[IndustrySize.id] else { return [] }
    let wholes = size.sums(of: column, by: ["industry", "area"])
    return table.sums(of: "patents", by: ["industry", "area"]).filter { key, sum in
      sum > wholes[key] ?? 0
    }.map { key, sum in
      "\(table.id) \(key.map { $0.text ?? "" }.joined(separator: " ")): \(sum) over all years, "
        + "\(column) \(wholes[key] ?? 0)"
    }.sorted()
  }
}
