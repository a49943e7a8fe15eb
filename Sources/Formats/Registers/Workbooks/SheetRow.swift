/// A row of a sheet, its cells by their own references.
struct SheetRow: Hashable {
  /// The row's number in the sheet, from 1.
  var number: Int
  /// From column A on; cells that the sheet leaves out are empty.
  var values: [String] = []
  /// Why a cell has no text, by column.
  var faults: [Int: String] = [:]
  /// The merged ranges that cross the row.
  var merged: [CellRange] = []
  /// Why the row as a whole cannot be read.
  var fault: String?

  /// Whether no cell holds anything.
  var isBlank: Bool {
    fault == nil && faults.isEmpty && values.allSatisfy { CellText.trimmed($0).isEmpty }
  }

  /// Why the cell of a column cannot be read, nil if it can.
  ///
  /// Of merged cells only the first has a value; what the others mean is a guess, so they are
  /// faults.
  func fault(ofColumn column: Int) -> String? {
    if let fault = faults[column] { return fault }
    let cell = CellReference(row: number, column: column)
    return merged.first { $0.covers(cell) }.map {
      "\(cell.text) lies within the merged cells \($0.text); unmerge them and fill in every row"
    }
  }
}
