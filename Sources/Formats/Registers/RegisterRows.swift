import Records

/// Reads the rows of one register below its header, whatever form of table they stand in.
struct RegisterRows {
  let kind: RegisterKind
  private let layout: RegisterLayout
  private var counts: RegisterSummary
  /// The filled cells beyond the header's last, by column.
  private var beyondHeader: [Int: Int] = [:]

  init(kind: RegisterKind, header: [String]) throws(HeaderFault) {
    self.kind = kind
    layout = try RegisterLayout(header: header, of: kind.register)
    counts = RegisterSummary(kind: kind)
    counts.unknownColumns = layout.unknown.map { .init(name: $0.name, filledCells: 0) }
  }

  /// Whether a column of the register stands at the index.
  func isKnown(_ index: Int) -> Bool { layout.places.values.contains { $0.index == index } }

  /// Reads one row.
  ///
  /// - Parameters:
  ///   - values: the cells from the first column on.
  ///   - source: the row's place.
  ///   - fault: why the cell at an index has no value, nil if it has one.
  mutating func read(
    _ values: [String], source: Source, fault: (Int) -> String? = { _ in nil }
  ) throws(CellFault) -> RegisterRow {
    counts.rows += 1
    do throws(CellFault) {
      for place in layout.places.values.sorted(by: { $0.index < $1.index }) {
        if let problem = fault(place.index) {
          throw CellFault(code: .badValue, column: place.name, problem: problem)
        }
      }
      let cells = RegisterCells(layout: layout, values: values, source: source)
      try cells.checkCharacters()
      let row = try kind.register.row(cells)
      for (index, column) in layout.unknown.enumerated()
      where column.index < values.count && !CellText.trimmed(values[column.index]).isEmpty {
        counts.unknownColumns[index].filledCells += 1
      }
      for index in values.indices.dropFirst(layout.width)
      where !CellText.trimmed(values[index]).isEmpty {
        beyondHeader[index, default: 0] += 1
      }
      counts.accepted += 1
      return row
    } catch {
      counts.rejected += 1
      throw error
    }
  }

  /// Counts a row that could not even be taken apart into cells.
  mutating func rejected() {
    counts.rows += 1
    counts.rejected += 1
  }

  /// What the rows came to. Columns without name and values were meant by nobody.
  var summary: RegisterSummary {
    var summary = counts
    summary.unknownColumns = zip(counts.unknownColumns, layout.unknown)
      .filter { $0.filledCells > 0 || $1.isNamed }.map { $0.0 }
    summary.unknownColumns += beyondHeader.sorted { $0.key < $1.key }
      .map { .init(name: "column \($0.key + 1)", filledCells: $0.value) }
    return summary
  }
}

extension CellFault {
  /// The fault as a reject says it.
  func reason(row: Int) -> String {
    "row \(row)\(column.isEmpty ? "" : ", column \(column)"): \(problem)"
  }
}
