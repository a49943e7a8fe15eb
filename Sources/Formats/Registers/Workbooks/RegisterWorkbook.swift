import Records

/// Reads an office's own tables from workbooks.
package enum RegisterWorkbook {
  /// Reads the register in a workbook's first sheet; rows go to `record` in the sheet's order, each
  /// with the sheet's row number as offset and record of its source.
  ///
  /// The first row that is not empty is the header. A workbook that cannot be opened, or whose
  /// header fits no register, is rejected as a whole, once; any other fault costs its own row.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - source: the file or member; its name may tell the register.
  /// - Returns: nil if the workbook as a whole was rejected before its register was known.
  package static func read(
    _ bytes: [UInt8], source: Source, record: (RegisterRow) -> Void, reject: (Reject) -> Void
  ) -> RegisterSummary? {
    do throws(ContainerFault) {
      if let fault = bytes.withUnsafeBufferPointer({ UnreadableWorkbook.fault(compoundFile: $0) }) {
        throw fault
      }
      return read(
        try ZipArchive(ByteRange(bytes)), source: source, record: record, reject: reject)
    } catch {
      reject(Reject(source: source, code: error.code, reason: error.reason))
      return nil
    }
  }

  /// The register in a workbook's first sheet, or nil if the workbook cannot be opened or its header
  /// fits none; ``read(_:source:record:reject:)`` says why.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - fileName: a name or a path, which may tell the register.
  package static func kind(of bytes: [UInt8], fileName: String) -> RegisterKind? {
    var kind: RegisterKind?
    do throws(ContainerFault) {
      try Workbook(ZipArchive(ByteRange(bytes))).forEachRow { row in
        if row.isBlank { return true }
        kind = RegisterHeader.kind(fileName: fileName, header: row.values, isTable: true)
        return false
      }
    } catch {
      return nil
    }
    return kind
  }

  /// Reads the register in a workbook that is already open as an archive.
  static func read(
    _ archive: ZipArchive, source: Source, record: (RegisterRow) -> Void,
    reject: (Reject) -> Void
  ) -> RegisterSummary? {
    var sheet = RegisterSheet(source: source)
    do throws(ContainerFault) {
      if let fault = UnreadableWorkbook.fault(archive: archive.entries) { throw fault }
      let workbook = try Workbook(archive)
      sheet.name = workbook.sheetName
      try workbook.forEachRow { row in
        sheet.read(row, record: record, reject: reject)
        return !sheet.isRejected
      }
      sheet.finish(reject: reject)
    } catch {
      sheet.reject(error.code, error.reason, reject: reject)
    }
    return sheet.summary
  }
}

/// The register in one sheet while its rows come in.
private struct RegisterSheet {
  let source: Source
  var name: String?
  private var rows: RegisterRows?
  private var kind: RegisterKind?
  private(set) var isRejected = false

  init(source: Source) { self.source = source }

  /// Nil until the register is known.
  var summary: RegisterSummary? { rows?.summary ?? kind.map { RegisterSummary(kind: $0) } }

  mutating func read(
    _ row: SheetRow, record: (RegisterRow) -> Void, reject: (Reject) -> Void
  ) {
    if isRejected || row.isBlank { return }
    guard var rows else {
      begin(row, reject: reject)
      return
    }
    // Held once, so that a row's counts are changed in place.
    self.rows = nil
    defer { self.rows = rows }
    if let fault = row.fault {
      rows.rejected()
      reject(Reject(source: place(row), code: .badRow, reason: "row \(row.number): \(fault)"))
      return
    }
    // Formulas drawn down beside the table leave errors in rows that hold nothing else.
    if row.values.allSatisfy({ CellText.trimmed($0).isEmpty }),
      !row.faults.keys.contains(where: { rows.isKnown($0) })
    {
      return
    }
    do throws(CellFault) {
      record(
        try rows.read(row.values, source: place(row), fault: { row.fault(ofColumn: $0) }))
    } catch {
      reject(Reject(source: place(row), code: error.code, reason: error.reason(row: row.number)))
    }
  }

  mutating func finish(reject: (Reject) -> Void) {
    if rows == nil, !isRejected {
      self.reject(.empty, "the sheet holds no rows, expected a header row", reject: reject)
    }
  }

  /// Rejects the sheet as a whole.
  mutating func reject(
    _ code: Reject.Code, _ problem: String, row: SheetRow? = nil, reject: (Reject) -> Void
  ) {
    isRejected = true
    let file = source.member.map { "\(source.file)!\($0)" } ?? source.file
    let sheet = name.map { ", sheet \"\($0)\"" } ?? ""
    reject(
      Reject(
        source: row.map { place($0) } ?? Source(file: source.file, member: source.member),
        code: code, reason: "\(file)\(sheet): \(problem)"))
  }

  private mutating func begin(_ header: SheetRow, reject: (Reject) -> Void) {
    if let fault = header.fault {
      self.reject(.badRow, "header row: \(fault)", row: header, reject: reject)
      return
    }
    // A title above the header is the commonest reason for a header that fits nothing.
    let hint =
      header.values.count { !CellText.trimmed($0).isEmpty } == 1
      ? "; row \(header.number) was taken as the header: delete titles above the column names" : ""
    guard
      let kind = RegisterHeader.kind(
        fileName: source.member ?? source.file, header: header.values, isTable: true)
    else {
      let mismatch = RegisterHeader.mismatch(header.values)
      self.reject(
        mismatch.nearest == nil ? .unknownFormat : .missingColumn, mismatch.reason + hint,
        row: header, reject: reject)
      return
    }
    self.kind = kind
    do throws(HeaderFault) {
      rows = try RegisterRows(kind: kind, header: header.values)
    } catch {
      self.reject(.missingColumn, error.problem + hint, row: header, reject: reject)
    }
  }

  private func place(_ row: SheetRow) -> Source {
    Source(
      file: source.file, member: source.member, offset: row.number, record: String(row.number))
  }
}
