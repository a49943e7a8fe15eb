import Records

/// Reads an office's own tables from comma-separated text.
package enum RegisterFile {
  /// The register that a file holds, or nil if it is none.
  ///
  /// A file whose name begins with a register's (`pledges`, 质押登记, in any case) is one if it is a
  /// `.csv` or its header has a column of that register; so a damaged header is reported by ``read``
  /// rather than taken for an unknown format. Any other file is one if its header has every required
  /// column of exactly one register.
  ///
  /// - Parameters:
  ///   - fileName: a name or a path.
  ///   - header: the file's beginning, at least its first line.
  package static func kind(
    fileName: String, header: UnsafeRawBufferPointer
  ) -> RegisterKind? {
    let name = fileName.split(separator: "/").last.map { String($0).lowercased() } ?? ""
    var table = CSVTable(header)
    var names: [HeaderName] = []
    if case .cells(let cells)? = table.next()?.row { names = cells.map { HeaderName($0) } }

    func has(_ column: RegisterColumn) -> Bool { names.contains { column.isNamed(by: $0) } }
    let named = RegisterKind.registers.first {
      name.hasPrefix($0.kind.rawValue) || name.hasPrefix($0.chineseName)
    }
    if let named {
      return name.hasSuffix(".csv") || named.columns.contains { has($0) } ? named.kind : nil
    }
    let fitting = RegisterKind.registers.filter { register in
      register.columns.allSatisfy { !$0.isRequired || has($0) }
    }
    return fitting.count == 1 ? fitting[0].kind : nil
  }

  /// Reads a whole register; rows go to `record` in the file's order, each with its row number as
  /// offset and record of its source.
  ///
  /// A file that is empty, in another encoding, or without a required column is rejected as a whole,
  /// once. Any other fault costs its own row.
  ///
  /// - Parameter source: the file; its offset and record are ignored.
  package static func read(
    _ bytes: UnsafeRawBufferPointer, kind: RegisterKind, source: Source,
    record: (RegisterRow) -> Void, reject: (Reject) -> Void
  ) -> RegisterSummary {
    var summary = RegisterSummary(kind: kind)
    let file = source.member.map { "\(source.file)!\($0)" } ?? source.file
    func rejectFile(_ code: Reject.Code, row: Int? = nil, _ problem: String) {
      reject(Reject(source: place(row, in: source), code: code, reason: "\(file): \(problem)"))
    }

    switch TextEncoding(of: bytes) {
    case .utf8, .brokenUTF8: break
    case .gb18030:
      rejectFile(.encoding, "the file is in GBK or GB18030, expected UTF-8; save as UTF-8")
      return summary
    case .utf16:
      rejectFile(.encoding, "the file is in UTF-16, expected UTF-8; save as UTF-8")
      return summary
    case .unknown:
      rejectFile(.encoding, "the file is in no known encoding, expected UTF-8; save as UTF-8")
      return summary
    }

    var table = CSVTable(bytes)
    let layout: RegisterLayout
    switch table.next()?.row {
    case nil:
      rejectFile(.empty, "the file holds no rows, expected a header row")
      return summary
    case .fault(let code, let problem):
      rejectFile(code, row: 1, "header row: \(problem)")
      return summary
    case .cells(let header):
      do {
        layout = try RegisterLayout(header: header, of: kind.register)
      } catch {
        rejectFile(.missingColumn, row: 1, error.problem)
        return summary
      }
    }

    table.width = layout.width
    summary.unknownColumns = layout.unknown.map { .init(name: $0.name, filledCells: 0) }
    while let (number, row) = table.next() {
      summary.rows += 1
      let source = place(number, in: source)
      do {
        let cells = try cells(of: row, layout, source)
        let read = try kind.register.row(cells)
        for (index, column) in layout.unknown.enumerated()
        where column.index < cells.values.count
          && !CellText.trimmed(cells.values[column.index]).isEmpty
        {
          summary.unknownColumns[index].filledCells += 1
        }
        summary.accepted += 1
        record(read)
      } catch {
        summary.rejected += 1
        let column = error.column.isEmpty ? "" : ", column \(error.column)"
        reject(
          Reject(
            source: source, code: error.code, reason: "row \(number)\(column): \(error.problem)"))
      }
    }
    // Commas at the ends of all lines make columns that nobody meant.
    summary.unknownColumns = zip(summary.unknownColumns, layout.unknown)
      .filter { $0.filledCells > 0 || $1.isNamed }.map { $0.0 }
    return summary
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

  private static func place(_ row: Int?, in source: Source) -> Source {
    Source(
      file: source.file, member: source.member, offset: row ?? 0, record: row.map { String($0) })
  }
}
