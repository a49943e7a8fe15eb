import Records

/// Reads one register from comma-separated text, a block after the other.
///
/// Rows are records in the file's order, each with its row number as offset and record of its source.
/// The encoding, UTF-8 or GB18030, is judged by the first block, which is a whole table of up to 4 MB;
/// of a larger one, rows further on that are in another are rejected one by one.
/// A file that is empty, in another encoding, or without a required column is rejected as a whole,
/// once. Any other fault costs its own row.
final class RegisterReader: TableReader {
  /// What reading came to so far; whole once the last block is read.
  private(set) var summary: RegisterSummary
  private let kind: RegisterKind
  private let register: any Register.Type
  private var isFirst = true
  /// Whether the file was rejected as a whole.
  private var isRejected = false
  private var layout: RegisterLayout?
  /// Set by the first block.
  private var decoder: CellDecoder?
  private var number = 0

  var encoding: String? { decoder?.encoding }
  var unknownColumns: [RegisterSummary.UnknownColumn] { summary.unknownColumns }

  init(_ kind: RegisterKind) {
    self.kind = kind
    register = kind.register
    summary = RegisterSummary(kind: kind)
  }

  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, source: Source,
    into output: inout ReadOutput
  ) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    if isRejected { return bytes.count }
    if isFirst {
      let encoding = isLast ? TextEncoding(of: raw) : TextEncoding(ofHead: raw)
      decoder = CellDecoder(encoding)
      guard decoder != nil else {
        rejectFile(source, .encoding, encoding.refusal ?? "the encoding is not read", &output)
        return bytes.count
      }
    }
    var table = CSVTable(raw, isFirst: isFirst, isLast: isLast, number: number, decoder: decoder)
    defer {
      number = table.number
      // Until anything is taken, the next block begins with the same bytes.
      isFirst = isFirst && table.taken == 0
    }
    if layout == nil { readHeader(&table, isLast: isLast, source, &output) }
    if let layout { readRows(&table, layout, source, &output) }
    if isLast, let layout {
      // Commas at the ends of all lines make columns that nobody meant.
      summary.unknownColumns = zip(summary.unknownColumns, layout.unknown)
        .filter { $0.filledCells > 0 || $1.isNamed }.map { $0.0 }
    }
    return isLast || isRejected ? bytes.count : table.taken
  }

  func passOverRow(longerThan limit: Int, source: Source, into output: inout ReadOutput) {
    guard !isRejected else { return }
    number += 1
    let problem = "more than \(limit >> 20) MB without a line end, expected rows of text"
    guard layout != nil else {
      rejectFile(source, .badRow, row: 1, "header row: \(problem)", &output)
      return
    }
    reject(number, CellFault(code: .badRow, column: "", problem: problem), source, &output)
  }

  private func readHeader(
    _ table: inout CSVTable, isLast: Bool, _ source: Source, _ output: inout ReadOutput
  ) {
    switch table.next()?.row {
    case nil:
      guard isLast else { return }
      rejectFile(source, .empty, "the file holds no rows, expected a header row", &output)
    case .fault(let code, let problem):
      rejectFile(source, code, row: 1, "header row: \(problem)", &output)
    case .cells(let header):
      do {
        let layout = try RegisterLayout(header: header, of: register)
        summary.unknownColumns = layout.unknown.map { .init(name: $0.name, filledCells: 0) }
        self.layout = layout
      } catch {
        rejectFile(source, .missingColumn, row: 1, error.problem, &output)
      }
    }
  }

  private func readRows(
    _ table: inout CSVTable, _ layout: RegisterLayout, _ source: Source,
    _ output: inout ReadOutput
  ) {
    table.width = layout.width
    while let (number, row) = table.next() {
      do {
        let cells = try RegisterReader.cells(of: row, layout, place(number, in: source))
        try cells.checkCharacters()
        let read = try register.row(cells)
        for (index, column) in layout.unknown.enumerated()
        where column.index < cells.values.count
          && !CellText.trimmed(cells.values[column.index]).isEmpty
        {
          summary.unknownColumns[index].filledCells += 1
        }
        summary.rows += 1
        summary.accepted += 1
        output.records.append(.register(read))
      } catch {
        reject(number, error, source, &output)
      }
    }
  }

  private func reject(
    _ row: Int, _ fault: CellFault, _ source: Source, _ output: inout ReadOutput
  ) {
    summary.rows += 1
    summary.rejected += 1
    let column = fault.column.isEmpty ? "" : ", column \(fault.column)"
    output.reject(place(row, in: source), fault.code, "row \(row)\(column): \(fault.problem)")
  }

  private func rejectFile(
    _ source: Source, _ code: Reject.Code, row: Int? = nil, _ problem: String,
    _ output: inout ReadOutput
  ) {
    isRejected = true
    let file = source.member.map { "\(source.file)!\($0)" } ?? source.file
    output.reject(place(row, in: source), code, "\(file): \(problem)")
  }

  private func place(_ row: Int?, in source: Source) -> Source {
    Source(
      file: source.file, member: source.member, offset: row ?? 0, record: row.map { String($0) })
  }

  private static func cells(
    of row: CSVTable.Row, _ layout: RegisterLayout, _ source: Source
  ) throws(CellFault) -> RegisterCells {
    switch row {
    case .cells(let values): return RegisterCells(layout: layout, values: values, source: source)
    case .fault(let code, let problem):
      throw CellFault(code: code, column: "", problem: problem)
    }
  }
}
