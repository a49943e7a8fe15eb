import Records

/// Reads one of the seven tables, a block after the other.
///
/// Every row of a block is a record or a reject. Only a row is rejected that cannot be told apart into
/// its cells, whose number, class or deciding date cannot be read, or whose text is not in the table's
/// encoding.
///
/// - Complexity: O(bytes); no allocation for a row.
final class CnipaTableReader: TableReader {
  private let fileName: String
  private var layout: CnipaLayout?
  private var isRejected = false
  /// Rows so far, the header being the first.
  private var number = 0
  private let cells: UnsafeMutablePointer<CnipaCell>

  init(fileName: String) {
    self.fileName = fileName
    cells = .allocate(capacity: CnipaRowScan.maximumCells)
  }

  deinit { cells.deallocate() }

  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, source: Source,
    into output: inout ReadOutput
  ) -> Int {
    if isRejected { return bytes.count }
    guard layout == nil else { return readRows(bytes, 0, isLast: isLast, source, &output) }
    guard let header = CnipaHeader(bytes, fileName: fileName) else {
      isRejected = true
      output.reject(
        place(1, source), .missingColumn,
        "the header is none of the seven trademark tables'; deliver the file again")
      return bytes.count
    }
    switch header.finding {
    case .table(let layout):
      self.layout = layout
      if isLast, header.isCut {
        isRejected = true
        output.reject(
          place(1, source), .truncated, "the table ends within its header; deliver the file again")
        return bytes.count
      }
      number = header.length == 0 || header.length == 3 ? 0 : 1
      return readRows(bytes, header.length, isLast: isLast, source, &output)
    case .incomplete(let table, let missing, let found):
      isRejected = true
      let name = missing.names.first ?? ""
      output.reject(
        place(1, source), .missingColumn,
        "no column \(name), which \(table.name) has; found \(found.joined(separator: ", ")); "
          + "deliver the table with all its columns")
      return bytes.count
    }
  }

  func passOverRow(longerThan limit: Int, source: Source, into output: inout ReadOutput) {
    guard !isRejected else { return }
    number += 1
    output.reject(
      place(number, source), .badRow,
      "row \(number): more than \(limit >> 20) MB without a line end, expected rows of text")
  }

  private func readRows(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, isLast: Bool, _ source: Source,
    _ output: inout ReadOutput
  ) -> Int {
    guard let layout else { return bytes.count }
    var writer = CnipaRowWriter(layout, bytes: bytes.count)
    var scan = CnipaRowScan(layout: layout, bytes: bytes, isLast: isLast, cells: cells)
    var place = start
    while place < bytes.count {
      guard case .cells(let end, let isCut) = scan.row(at: place) else { break }
      defer { place = end }
      number += 1
      if scan.count == 1, scan.isBlank(cells[0].start, cells[0].end) { continue }
      if isCut {
        reject(
          CellFault(
            code: .truncated, column: "",
            problem:
              "the table ends within this row, before its line end; deliver the file again, or "
              + "end the last row with a line end"), source, &output)
        continue
      }
      if let fault = write(&scan, layout, &writer) { reject(fault, source, &output) }
    }
    if let rows = writer.rows(part: layout.table.part, source: source) {
      output.records.reserveCapacity(output.records.count + rows.count)
      for index in 0..<rows.count { output.records.append(.trademarkRow(rows[index])) }
    }
    return place
  }

  /// Writes the row that was found; what is wrong with it otherwise.
  @inline(__always)
  private func write(
    _ scan: inout CnipaRowScan, _ layout: CnipaLayout, _ writer: inout CnipaRowWriter
  ) -> CellFault? {
    if scan.count != layout.width, let fault = CnipaRowRepair.fit(&scan) { return fault }
    let bytes = scan.bytes
    let mark = writer.begin()
    var niceClass: UInt8 = 0
    for index in 0..<scan.count {
      let cell = cells[index]
      switch layout.targets[index] {
      case .none: break
      case .text:
        if let fault = writer.append(bytes, cell) {
          writer.drop(to: mark)
          return textFault(fault, index, layout)
        }
      case .date(let slot):
        let (start, end) = CnipaTableReader.trimmed(bytes, cell)
        if let date = CnipaDate.read(bytes, start, end) {
          if date != 0 { writer.set(date, slot: slot, of: mark) }
        } else if CnipaLayout.isDeciding(layout.stored.dates[slot]) {
          writer.drop(to: mark)
          return valueFault(index, cell, scan, "a date such as 2020-01-02")
        }
      case .number:
        let (start, end) = CnipaTableReader.trimmed(bytes, cell)
        let length = TrademarkNumber.length(bytes, start, end)
        if length > 0, length == end - start {
          writer.appendCode(bytes, start, end)
        } else if let number = CnipaCellText(scan, cell).text.flatMap({
          TrademarkNumber(CellText.key($0))
        }) {
          writer.append(number.text)
        } else {
          writer.drop(to: mark)
          return numberFault(index, cell, scan)
        }
      case .niceClass:
        niceClass = CnipaTableReader.niceClass(scan, cell)
        if niceClass == 0, layout.columns[index]?.isRequired == true || cell.end > cell.start {
          writer.drop(to: mark)
          return valueFault(index, cell, scan, "a class from 1 to 45")
        }
      }
    }
    if layout.table.part == .basic, let fault = readTerm(scan, mark, &writer) {
      writer.drop(to: mark)
      return fault
    }
    writer.end(mark, row: number, niceClass: niceClass)
    return nil
  }

  /// Takes from 专用有效期 what the columns of its two ends do not give.
  @inline(__always)
  private func readTerm(
    _ scan: CnipaRowScan, _ mark: CnipaRowWriter.Mark, _ writer: inout CnipaRowWriter
  ) -> CellFault? {
    if writer.date(slot: 0, of: mark) != 0, writer.date(slot: 1, of: mark) != 0 { return nil }
    guard let index = scan.layout.columns.firstIndex(where: { $0?.role == .text(.term) }),
      index < scan.count, let text = CnipaCellText(scan, cells[index]).text, !text.isEmpty
    else { return nil }
    guard let range = CnipaDate.range(text) else {
      return CnipaDate.read(text) == 0
        ? nil : valueFault(index, cells[index], scan, "two dates with 至 between them")
    }
    if writer.date(slot: 0, of: mark) == 0 { writer.set(range.start, slot: 0, of: mark) }
    if writer.date(slot: 1, of: mark) == 0 { writer.set(range.end, slot: 1, of: mark) }
    return nil
  }

  /// 1 to 45, 0 for anything else; `09` and `第9类` are 9.
  @inline(__always)
  private static func niceClass(_ scan: CnipaRowScan, _ cell: CnipaCell) -> UInt8 {
    let (start, end) = trimmed(scan.bytes, cell)
    let first = start < end ? scan.bytes[start] &- 0x30 : 255
    if end - start == 1, first < 10 { return first }
    let second = start + 1 < end ? scan.bytes[start + 1] &- 0x30 : 255
    if end - start == 2, first < 10, second < 10 {
      let value = first * 10 + second
      return value <= 45 ? value : 0
    }
    guard start < end, let text = CnipaCellText(scan, cell).text else { return 0 }
    let digits = CellText.key(text).filter { $0 != "第" && $0 != "类" }
    return UInt8(digits).flatMap { (1...45).contains($0) ? $0 : nil } ?? 0
  }

  @inline(__always)
  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ cell: CnipaCell
  ) -> (start: Int, end: Int) {
    var start = cell.start
    var end = cell.end
    while start < end, bytes[start] == 0x20 || bytes[start] &- 0x09 < 5 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] &- 0x09 < 5 { end -= 1 }
    return (start, end)
  }
}

extension CnipaTableReader {
  private func numberFault(
    _ index: Int, _ cell: CnipaCell, _ scan: CnipaRowScan
  ) -> CellFault {
    CellFault(
      code: .noNumber, column: scan.layout.name(ofColumn: index),
      problem: "\(CnipaCellText(scan, cell).quoted) found, expected a number such as 88000001 or "
        + "G1234567A; correct the row or deliver the table again")
  }

  private func valueFault(
    _ index: Int, _ cell: CnipaCell, _ scan: CnipaRowScan, _ expected: String
  ) -> CellFault {
    CellFault(
      code: .badValue, column: scan.layout.name(ofColumn: index),
      problem:
        "\(CnipaCellText(scan, cell).quoted) found, expected \(expected); correct the row or "
        + "deliver the table again")
  }

  private func textFault(
    _ fault: CnipaRowWriter.TextFault, _ index: Int, _ layout: CnipaLayout
  ) -> CellFault {
    let column = layout.name(ofColumn: index)
    switch fault {
    case .control(let byte):
      return CellFault(
        code: .controlCharacter, column: column, problem: CellText.controlProblem(byte))
    case .encoding:
      return CellFault(
        code: .encoding, column: column,
        problem:
          "the cell is not \(layout.isGB18030 ? "GB18030" : "UTF-8") as the header is; deliver "
          + "the table again")
    }
  }

  private func reject(_ fault: CellFault, _ source: Source, _ output: inout ReadOutput) {
    let column = fault.column.isEmpty ? "" : ", column \(fault.column)"
    output.reject(place(number, source), fault.code, "row \(number)\(column): \(fault.problem)")
  }

  private func place(_ row: Int, _ source: Source) -> Source {
    Source(file: source.file, member: source.member, offset: row, record: String(row))
  }
}
