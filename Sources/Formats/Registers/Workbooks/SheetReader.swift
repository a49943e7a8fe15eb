/// Reads the rows of a sheet one after the other.
final class SheetReader: WorkbookPartReader {
  private let strings: [String]
  private let formats: CellFormats
  private let countsFrom1904: Bool
  /// By their first row.
  private let merged: [CellRange]
  /// Takes a row, and says whether further ones are wanted.
  private let body: (SheetRow) -> Bool
  private(set) var isDone = false

  private var row: SheetRow?
  private var lastRow = 0
  private var nextMerged = 0
  private var crossing: [CellRange] = []

  private var cell: CellReference?
  private var lastColumn = -1
  private var filled: Set<Int> = []
  private var kind = "n"
  private var style: Int?
  private var hasFormula = false
  private var value: [UInt8]?
  private var isInValue = false
  private var inline = WorkbookText()

  init(
    strings: [String], formats: CellFormats, countsFrom1904: Bool, merged: [CellRange],
    body: @escaping (SheetRow) -> Bool
  ) {
    self.strings = strings
    self.formats = formats
    self.countsFrom1904 = countsFrom1904
    self.merged = merged.sorted { $0.first.row < $1.first.row }
    self.body = body
  }

  func start(_ element: WorkbookElement) {
    switch element.name {
    case "row": begin(row: element["r"])
    case "c" where row != nil: begin(cell: element)
    case "v" where cell != nil:
      isInValue = true
      value = []
    case "f" where cell != nil: hasFormula = true
    default: if cell != nil { inline.start(element.name) }
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInValue { value?.append(contentsOf: bytes) } else if cell != nil { inline.append(bytes) }
  }

  func end(_ name: String) {
    switch name {
    case "row":
      if let row, !isDone { isDone = !body(row) }
      row = nil
    case "c": endCell()
    case "v": isInValue = false
    default: if cell != nil { inline.end(name) }
    }
  }

  private func begin(row reference: String?) {
    let number = reference.map { Int($0) } ?? lastRow + 1
    var fault: String?
    if let number, (1...CellReference.lastRow).contains(number) {
      if number <= lastRow { fault = "row \(number) stands behind row \(lastRow)" }
    } else {
      fault = "row number \(reference ?? "") found, expected 1 to \(CellReference.lastRow)"
    }
    let place = fault == nil ? number ?? lastRow + 1 : max(lastRow, 1)
    lastRow = max(lastRow, place)
    var row = SheetRow(number: place)
    row.fault = fault
    while nextMerged < merged.count, merged[nextMerged].first.row <= place {
      crossing.append(merged[nextMerged])
      nextMerged += 1
    }
    crossing.removeAll { $0.last.row < place }
    row.merged = crossing
    self.row = row
    lastColumn = -1
    filled.removeAll(keepingCapacity: true)
  }

  private func begin(cell element: WorkbookElement) {
    guard let row else { return }
    var place = CellReference(row: row.number, column: lastColumn + 1)
    if let text = element["r"] {
      guard let reference = CellReference(text), reference.row == row.number || row.fault != nil
      else {
        fail("cell reference \(text) found in row \(row.number)")
        return
      }
      place = reference
    }
    guard place.column <= CellReference.lastColumn, filled.insert(place.column).inserted else {
      fail("cell \(place.text) stands twice, or beyond the last column")
      return
    }
    lastColumn = place.column
    cell = place
    kind = element["t"] ?? "n"
    style = element["s"].flatMap { Int($0) }
    hasFormula = false
    value = nil
    inline.removeAll()
  }

  private func fail(_ problem: String) {
    if row?.fault == nil { row?.fault = problem }
  }

  private func endCell() {
    guard let place = cell else { return }
    cell = nil
    isInValue = false
    let stored = value.map { String(decoding: $0, as: UTF8.self) }
    switch content(stored) {
    case .success(let text):
      guard !text.isEmpty else { return }
      if let count = row?.values.count, count <= place.column {
        row?.values += Array(repeating: "", count: place.column + 1 - count)
      }
      row?.values[place.column] = text
    case .failure(let fault): row?.faults[place.column] = "cell \(place.text): \(fault.problem)"
    }
  }

  /// The cell's text by its type. Source: ECMA-376-1, 18.18.11 (ST_CellType).
  private func content(_ stored: String?) -> Result<String, CellNumberFault> {
    switch kind {
    case "inlineStr": return .success(inline.text)
    case "str": return .success(WorkbookText.unescaped(stored ?? ""))
    case "e":
      return .failure(CellNumberFault("the error \(stored ?? "") found; correct the formula"))
    default: break
    }
    guard let stored, !CellText.trimmed(stored).isEmpty else {
      return hasFormula
        ? .failure(
          CellNumberFault(
            "a formula without a stored value; open the workbook in a spreadsheet program and save it"
          )) : .success("")
    }
    let text = CellText.trimmed(stored)
    switch kind {
    case "s":
      guard let index = Int(text), strings.indices.contains(index) else {
        return .failure(
          CellNumberFault("string \(text) found, the workbook has \(strings.count) strings"))
      }
      return .success(strings[index])
    case "b":
      guard text == "0" || text == "1" else {
        return .failure(CellNumberFault("\"\(text)\" found where 0 or 1 is expected"))
      }
      return .success(text == "1" ? "TRUE" : "FALSE")
    // 2024-05-06T00:00:00
    case "d": return .success(String(text.prefix { $0 != "T" }))
    case "n":
      return CellNumber.text(text, format: formats[style], countsFrom1904: countsFrom1904)
    default: return .failure(CellNumberFault("cell type \"\(kind)\" is not known"))
    }
  }
}

/// Finds the merged ranges of a sheet, which stand behind its rows.
final class MergedCells: WorkbookPartReader {
  private(set) var ranges: [CellRange] = []

  func start(_ element: WorkbookElement) {
    if element.name == "mergeCell", let range = element["ref"].flatMap({ CellRange($0) }) {
      ranges.append(range)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: String) {}
}
