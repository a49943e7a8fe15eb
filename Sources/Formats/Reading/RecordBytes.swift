import Records

/// The bytes of one record as its file holds them, for whoever looks at what was rejected.
package struct RecordBytes: Sendable {
  package var bytes: [UInt8]
  /// What follows that does not belong to the record, or was left out, is not in ``bytes``; this says
  /// whether the record's own end was found.
  package var hasEnd: Bool

  /// A record's end is looked for so far.
  static let limit = 16 << 20
  /// Tables up to this size are searched for a row.
  static let tableLimit = 64 << 20

  /// Reads the record at a source's member and offset.
  ///
  /// XML is cut at the end of the element that begins there, else where reading resumes behind a broken
  /// document; a table at the row's end. Bytes in UTF-16 are given as UTF-8. A row of a workbook, whose
  /// bytes mean nothing by themselves, is given as its cells, each behind its column's name.
  ///
  /// - Throws: ``UnreadableFile`` where there is no such member, or it cannot be unpacked.
  package static func read(_ input: InputFile, at source: Source) throws -> RecordBytes {
    do throws(ContainerFault) {
      let range =
        input.volumes.isEmpty
        ? ByteRange(try OpenFile(path: input.path)) : try SplitArchive.open(input.volumes)
      var content = try open(
        PeekedSource(RangeSource(range)), range: range, name: input.name, member: source.member,
        depth: 0)
      if let order = content.head.withUnsafeBufferPointer({ UTF16Source.byteOrder($0) }) {
        content = try PeekedSource(UTF16Source(content, isBigEndian: order))
      }
      let start = content.head.first { $0 > 0x20 && $0 < 0x80 }
      let isTable = start != 0x3C && !content.head.isEmpty
      return isTable && source.offset > 0
        ? try row(source.offset, of: content) : try document(at: source.offset, of: content)
    } catch {
      throw UnreadableFile(path: input.path, reason: error.reason)
    }
  }

  /// - Parameter member: the path within the content, as records give it; nil for the content itself.
  private static func open(
    _ content: PeekedSource, range: ByteRange?, name: String, member: String?, depth: Int
  ) throws(ContainerFault) -> PeekedSource {
    let kind = content.head.withUnsafeBufferPointer { ContainerKind($0, name: name) }
    guard depth <= 2 * ContentReader.maximumNesting else {
      throw ContainerFault(code: .nesting, reason: "archives nested too deep to look into")
    }
    switch kind {
    case .gzip:
      return try open(
        try PeekedSource(GzipSource(content)), range: nil, name: MemberName.withoutGzip(name),
        member: member, depth: depth + 1)
    case .zip where member != nil:
      let unpacking = Unpacking(tables: nil, pool: BlockPool())
      var held: ByteRange
      if let range { held = range } else { held = try unpacking.held(content) }
      let archive = try ZipArchive(held)
      for entry in archive.entries {
        guard let (rest, isFound) = below(entry.name, member), isFound else { continue }
        return try open(
          try PeekedSource(try ZipMember(entry, of: archive)), range: nil, name: entry.name,
          member: rest, depth: depth + 1)
      }
    case .tar where member != nil:
      let archive = TarArchive(content)
      while let item = archive.next() {
        guard case .member(let entry) = item, let (rest, isFound) = below(entry.name, member),
          isFound
        else { continue }
        return try open(
          try PeekedSource(TarMemberSource(archive, origin: nil)), range: nil, name: entry.name,
          member: rest, depth: depth + 1)
      }
    default:
      // A fault of an archive itself has no member; then its first bytes are what there is.
      if member == nil { return content }
    }
    throw ContainerFault(
      code: .unreadable, reason: "no member \"\(member ?? "")\" was found in \(name)")
  }

  /// The rest of a member's path below an entry: nil where it is the entry itself.
  private static func below(_ entry: String, _ member: String?) -> (rest: String?, isFound: Bool)? {
    guard let member else { return nil }
    if member == entry { return (nil, true) }
    return member.hasPrefix(entry + "!") ? (String(member.dropFirst(entry.count + 1)), true) : nil
  }

  private static func document(
    at offset: Int, of content: PeekedSource
  ) throws(ContainerFault) -> RecordBytes {
    var content = content
    try skip(offset, of: &content)
    let block = try take(RecordBytes.limit, of: &content)
    let prolog = DocumentProlog(block.bytes, count: block.count)
    guard let root = prolog.root else {
      let end = DocumentBoundary.declaration(block.bytes, block.count, after: prolog.start + 1)
      return cut(block, end ?? block.count, hasEnd: end != nil || block.count < RecordBytes.limit)
    }
    var scan = MarkupScan(bytes: block.bytes, count: block.count)
    if case .rootEnd(let end) = scan.run(from: root) { return cut(block, end, hasEnd: true) }
    let end = DocumentBoundary.next(
      block.bytes, block.count, after: root + 1,
      sibling: UnsafeBufferPointer(
        start: block.bytes + prolog.rootName.lowerBound, count: prolog.rootName.count))
    return cut(block, end, hasEnd: end < block.count || block.count < RecordBytes.limit)
  }

  /// - Parameter number: the 1-based row, the header being row 1.
  private static func row(
    _ number: Int, of content: PeekedSource
  ) throws(ContainerFault) -> RecordBytes {
    var content = content
    let block = try take(RecordBytes.tableLimit, of: &content)
    guard block.count < RecordBytes.tableLimit else {
      throw ContainerFault(
        code: .bomb,
        reason:
          "the table has more than \(RecordBytes.tableLimit.counted("byte")); look at its row \(number) "
          + "with: sed -n \(number)p")
    }
    if ZipArchive.isArchive(block.buffer) { return try packed(number, of: Array(block.buffer)) }
    let header = block.buffer.prefix { $0 != 0x0A }
    let start =
      header.contains(0x09)
      ? line(number, block) : separated(number, block)
    guard let range = start else {
      throw ContainerFault(code: .unreadable, reason: "the table has no row \(number)")
    }
    return RecordBytes(bytes: Array(block.buffer[range]), hasEnd: true)
  }

  /// A row of a workbook, or of the only table in an archive: a register's rows do not keep the member
  /// they came from.
  private static func packed(
    _ number: Int, of bytes: [UInt8]
  ) throws(ContainerFault) -> RecordBytes {
    let archive = try ZipArchive(ByteRange(bytes))
    if Workbook.isWorkbook(archive.entries) { return try cells(number, of: bytes) }
    let members = archive.entries.filter { !$0.name.hasSuffix("/") }
    guard members.count == 1 else {
      throw ContainerFault(
        code: .unreadable,
        reason: "row \(number) is of one of \(members.count.counted("member")) of the archive, and "
          + "which one was not kept; unpack it to look")
    }
    return try row(number, of: try PeekedSource(try ZipMember(members[0], of: archive)))
  }

  /// The cells of a row of a workbook's first sheet.
  private static func cells(
    _ number: Int, of bytes: [UInt8]
  ) throws(ContainerFault) -> RecordBytes {
    let rows = try Workbook.rows(of: bytes)
    guard let row = rows.first(where: { $0.number == number }) else {
      throw ContainerFault(
        code: .unreadable, reason: "the workbook's first sheet has no row \(number) with content")
    }
    let titles = number == rows[0].number ? [] : rows[0].values
    var shown: [String] = []
    for column in 0..<max(row.values.count, (row.faults.keys.max() ?? -1) + 1) {
      var text = column < row.values.count ? row.values[column] : ""
      if let fault = row.faults[column] { text += "(\(fault))" }
      guard !CellText.trimmed(text).isEmpty else { continue }
      let title = column < titles.count ? CellText.trimmed(titles[column]) : ""
      shown.append(title.isEmpty ? text : "\(title)：\(text)")
    }
    if let fault = row.fault { shown.append("(\(fault))") }
    let line = shown.map { String($0.map { $0.isNewline ? " " : $0 }) }.joined(separator: " | ")
    return RecordBytes(bytes: Array(line.utf8), hasEnd: true)
  }

  private static func separated(_ number: Int, _ block: ByteBlock) -> Range<Int>? {
    var table = CSVTable(UnsafeRawBufferPointer(block.buffer))
    var start = 0
    while table.next() != nil {
      if table.number >= number { return start..<max(start, table.taken) }
      start = table.taken
    }
    return nil
  }

  private static func line(_ number: Int, _ block: ByteBlock) -> Range<Int>? {
    var start = 0
    for _ in 1..<number {
      guard let end = block.buffer[start...].firstIndex(of: 0x0A) else { return nil }
      start = end + 1
    }
    let end = block.buffer[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? block.count
    return start < end ? start..<end : nil
  }

  private static func cut(_ block: ByteBlock, _ end: Int, hasEnd: Bool) -> RecordBytes {
    RecordBytes(bytes: Array(block.buffer[..<min(end, block.count)]), hasEnd: hasEnd)
  }

  private static func skip(_ count: Int, of content: inout PeekedSource) throws(ContainerFault) {
    let block = ByteBlock(capacity: 1 << 20)
    var left = count
    while left > 0 {
      let got = try content.read(
        into: UnsafeMutableRawBufferPointer(start: block.bytes, count: min(left, 1 << 20)))
      guard got > 0 else {
        throw ContainerFault(
          code: .unreadable, reason: "the content ends before byte \(count)")
      }
      left -= got
    }
  }

  private static func take(
    _ limit: Int, of content: inout PeekedSource
  ) throws(ContainerFault) -> ByteBlock {
    let block = ByteBlock(capacity: 1 << 16)
    while block.count < limit {
      let room = min(max(block.count, 1 << 16), limit - block.count)
      block.reserve(block.count + room)
      let got = try content.read(
        into: UnsafeMutableRawBufferPointer(start: block.bytes + block.count, count: room))
      block.count += got
      if got == 0 { break }
    }
    block.pad()
    return block
  }
}
