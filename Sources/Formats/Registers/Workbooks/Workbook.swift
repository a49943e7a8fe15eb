import Records

/// The first sheet of a workbook in Office Open XML (.xlsx, .xlsm).
///
/// First in the order of the workbook's tabs; hidden sheets and charts are passed over, since nobody
/// sees them as first. Cells are placed by their references. Formulas count by the values stored
/// with them. Hidden rows count, and so do filtered ones.
///
/// Source: ECMA-376-1, 18 (SpreadsheetML).
struct Workbook {
  /// The sheet's name as its tab shows it.
  let sheetName: String
  private let archive: ZipArchive
  private let sheet: ZipEntry
  private let strings: [String]
  private let formats: CellFormats
  private let countsFrom1904: Bool

  /// Whether an archive's members make it a workbook of this form.
  static func isWorkbook(_ entries: [ZipEntry]) -> Bool {
    var hasTypes = false
    var hasMainPart = false
    for entry in entries {
      switch path(entry) {
      case "[content_types].xml": hasTypes = true
      case "xl/workbook.xml": hasMainPart = true
      default: break
      }
    }
    return hasTypes && hasMainPart
  }

  init(_ archive: ZipArchive) throws(ContainerFault) {
    self.archive = archive
    if let fault = archive.fault { throw fault }
    let contents = WorkbookContents()
    guard try Workbook.read("xl/workbook.xml", of: archive, with: contents) else {
      throw Workbook.damaged("part xl/workbook.xml is missing")
    }
    let relationships = WorkbookRelationships()
    _ = try Workbook.read("xl/_rels/workbook.xml.rels", of: archive, with: relationships)
    func target(_ sheet: WorkbookContents.Sheet) -> WorkbookRelationships.Target? {
      sheet.relationship.flatMap { relationships.targets[$0] }
    }
    let sheets = contents.sheets.filter { target($0)?.type == "worksheet" }
    guard let first = sheets.first(where: { !$0.isHidden }) ?? sheets.first,
      let path = target(first)?.path
    else { throw Workbook.damaged("it has no worksheet") }
    guard let entry = Workbook.entry(path, of: archive) else {
      throw Workbook.damaged("part \(path) of sheet \"\(first.name)\" is missing")
    }
    sheetName = first.name
    sheet = entry
    countsFrom1904 = contents.countsFrom1904

    let strings = SharedStrings()
    let formats = CellFormats()
    for target in relationships.targets.values.sorted(by: { $0.path < $1.path }) {
      switch target.type {
      case "sharedStrings": _ = try Workbook.read(target.path, of: archive, with: strings)
      case "styles": _ = try Workbook.read(target.path, of: archive, with: formats)
      default: break
      }
    }
    self.strings = strings.strings
    self.formats = formats
  }

  /// Gives the rows that the sheet has, also blank ones, in their order.
  ///
  /// - Parameter body: takes a row, and says whether further ones are wanted.
  /// - Complexity: O(bytes of the sheet) in time and memory.
  func forEachRow(_ body: (SheetRow) -> Bool) throws(ContainerFault) {
    let block = try Workbook.bytes(sheet, of: archive)
    let merged = MergedCells()
    if ByteSearch.first("mergeCell", in: block.bytes, count: block.count) != nil {
      try WorkbookPart.read(block, name: sheet.name, with: merged)
    }
    // The reader holds the closure only until the part is read.
    var fault: ContainerFault?
    withoutActuallyEscaping(body) { body in
      let reader = SheetReader(
        strings: strings, formats: formats, countsFrom1904: countsFrom1904, merged: merged.ranges,
        body: body)
      do throws(ContainerFault) {
        try WorkbookPart.read(block, name: sheet.name, with: reader)
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
  }

  /// The rows of a workbook's first sheet that are not blank.
  static func rows(of bytes: [UInt8]) throws(ContainerFault) -> [SheetRow] {
    var rows: [SheetRow] = []
    try Workbook(ZipArchive(ByteRange(bytes))).forEachRow { row in
      if !row.isBlank { rows.append(row) }
      return true
    }
    return rows
  }

  // MARK: Parts

  /// Reads a part if the archive has it.
  private static func read(
    _ path: String, of archive: ZipArchive, with reader: any WorkbookPartReader
  ) throws(ContainerFault) -> Bool {
    guard let entry = entry(path, of: archive) else { return false }
    try WorkbookPart.read(try bytes(entry, of: archive), name: entry.name, with: reader)
    return true
  }

  private static func entry(_ path: String, of archive: ZipArchive) -> ZipEntry? {
    let wanted = path.lowercased()
    return archive.entries.first { Workbook.path($0) == wanted }
  }

  private static func bytes(
    _ entry: ZipEntry, of archive: ZipArchive
  ) throws(ContainerFault) -> ByteBlock {
    guard entry.count <= Cutter.limit else {
      throw ContainerFault(
        code: .bomb,
        reason: "part \(entry.name) of the workbook has \(entry.count.counted("byte")), at most "
          + "\(Cutter.limit) expected")
    }
    let block = ByteBlock(capacity: entry.count + 1)
    try ZipMember.bytes(of: entry, in: archive, into: block)
    if let isBigEndian = UTF16Source.byteOrder(block.buffer) {
      var decoded = UTF16Source(
        RangeSource(ByteRange(Array(block.buffer))), isBigEndian: isBigEndian)
      // UTF-8 takes at most three bytes where UTF-16 takes two.
      block.reserve(block.count * 2)
      let room = block.count * 2
      block.count = 0
      block.count = try decoded.read(
        into: UnsafeMutableRawBufferPointer(start: block.bytes, count: room))
      block.pad()
    }
    return block
  }

  /// The member's path as parts are named: with `/`, in any case.
  private static func path(_ entry: ZipEntry) -> String {
    let path = entry.name.lowercased().split { $0 == "/" || $0 == "\\" }.joined(separator: "/")
    return path
  }

  private static func damaged(_ problem: String) -> ContainerFault {
    ContainerFault(
      code: .badContainer, reason: "the workbook is damaged: \(problem); save it again as .xlsx")
  }
}
