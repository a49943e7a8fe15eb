import Records

/// Makes a row's cells as many as the header has, where there is only one way to do it.
enum CnipaRowRepair {
  /// What is wrong with the row, nil if its cells now fit the header.
  ///
  /// 1. Cells beyond the header that are blank are left out.
  /// 2. Fewer cells are as good as blank ones, if no deciding column is among those that lack.
  /// 3. More cells come from separators within a text that was not quoted. They are joined to the one
  ///    column of free text with which all other cells look like their columns. If several columns
  ///    would do, nobody can tell which it was, and the row is rejected.
  static func fit(_ scan: inout CnipaRowScan) -> CellFault? {
    let layout = scan.layout
    let excess = scan.count - layout.width
    if excess < 0 {
      if scan.count >= layout.minimum { return nil }
      return fault(scan, "the row lacks cells or was cut; deliver the table again")
    }
    if (layout.width..<scan.count).allSatisfy({
      scan.isBlank(scan.cells[$0].start, scan.cells[$0].end)
    }) {
      scan.keep(layout.width)
      return nil
    }
    let fitting = layout.columns.indices.filter { fits(scan, joining: $0, excess: excess) }
    guard fitting.count == 1 else {
      return fault(
        scan,
        fitting.isEmpty
          ? "no column takes the rest; put cells that hold a separator in double quotes"
          : "several columns might take the rest; put cells that hold a separator in double quotes")
    }
    scan.join(fitting[0], excess: excess)
    return nil
  }

  private static func fits(_ scan: CnipaRowScan, joining column: Int, excess: Int) -> Bool {
    let layout = scan.layout
    guard let joined = layout.columns[column], joined.shape.isFree else { return false }
    for index in 0..<scan.count {
      // A piece of a joined text has to look like the whole: one without Chinese characters belongs
      // to no Chinese name.
      let target = index < column ? index : index <= column + excess ? column : index - excess
      guard let shape = layout.columns[target]?.shape else { continue }
      guard CnipaCellText(scan, scan.cells[index]).fits(shape) else { return false }
      if target == column, scan.cells[index].isQuoted { return false }
    }
    return true
  }

  private static func fault(_ scan: CnipaRowScan, _ problem: String) -> CellFault {
    CellFault(
      code: .badRow, column: "",
      problem:
        "\(scan.count.counted("cell")) found, expected \(scan.layout.width) as in the header; \(problem)"
    )
  }
}
