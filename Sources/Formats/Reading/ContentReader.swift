import Records

/// Reads the content of files, members and blocks; a worker has one of its own.
final class ContentReader {
  /// Containers may be nested so deep: a ZIP in a ZIP in a ZIP in a ZIP; a compressed tar archive is one.
  static let maximumNesting = 4
  /// Content up to this size is read whole by a worker; larger content is cut into blocks.
  static let wholeLimit = 4 << 20

  private let documents: DocumentReader
  private let tables: (any TableFormat)?
  private let inflater = ZipInflater()
  private var blocks: [ByteBlock] = []
  /// For blocks of what is nested in small content.
  private let pool = BlockPool()

  init?(_ options: ReadOptions) {
    guard let documents = DocumentReader(strict: options.strict, digests: options.digests)
    else { return nil }
    self.documents = documents
    tables = options.tables
  }

  /// Reads one piece of work.
  ///
  /// - Parameter pool: where a block goes when it is read.
  func read(_ work: Unpacking.Work, pool: BlockPool, into output: inout UnitOutput) {
    switch work {
    case .whole(let range, let source, let depth, let fault):
      read(range, source: source.copied, into: &output) { block, source, output in
        read(block, source: source, depth: depth, fault: fault, into: &output)
      }
    case .workbook(let range, let source):
      read(range, source: source.copied, into: &output) { block, source, output in
        readWorkbook(block, source, &output)
      }
    case .members(let archive, let range, let source, let depth):
      read(
        archive.entries[range], of: archive, source: source.copied, depth: depth, into: &output)
    case .loaded(let contents):
      for content in contents {
        read(
          content.bytes, source: content.source.copied, depth: content.depth,
          fault: content.fault, into: &output)
      }
    case .block(let block, let source, let fault):
      output.bytes += block.bytes.count
      readDocuments(
        block.bytes, source: source.copied, offset: block.offset, fault: fault, into: &output)
      pool.give(block.bytes)
    case .rows(let block, let run, let source):
      run.read(block, source: source.copied, into: &output)
      pool.give(block.bytes)
    case .found(let found): output.merge(found)
    }
  }

  /// Reads content of known extent: a file, or a member's stored bytes.
  private func read(
    _ range: ByteRange, source: Source, into output: inout UnitOutput,
    _ body: (ByteBlock, Source, inout UnitOutput) -> Void
  ) {
    let block = blocks.popLast() ?? ByteBlock(capacity: Cutter.target)
    defer { if block.capacity <= 2 * ContentReader.wholeLimit { blocks.append(block) } }
    do throws(ContainerFault) {
      block.count = 0
      block.reserve(range.count)
      block.count = try range.read(at: 0, into: block.bytes, count: range.count)
      block.pad()
    } catch {
      output.read.reject(source, error.code, error.reason)
      return
    }
    body(block, source, &output)
  }

  /// Reads members of an archive.
  private func read(
    _ entries: ArraySlice<ZipEntry>, of archive: ZipArchive, source: Source, depth: Int,
    into output: inout UnitOutput
  ) {
    let block = blocks.popLast() ?? ByteBlock(capacity: Cutter.target)
    defer { blocks.append(block) }
    inflater.begin(entries, of: archive)
    for entry in entries where !entry.isFolder {
      let source = source.member(entry.name)
      do throws(ContainerFault) {
        try inflater.bytes(of: entry, in: archive, into: block)
      } catch {
        output.read.reject(source, error.code, error.reason)
        continue
      }
      read(block, source: source, depth: depth, fault: nil, into: &output)
    }
  }

  /// - Parameter fault: why the content ends before its end; what is whole in it is read all the same,
  ///   unless its bytes may be wrong.
  private func read(
    _ block: ByteBlock, source: Source, depth: Int, fault: ContainerFault?,
    into output: inout UnitOutput
  ) {
    output.bytes += block.count
    if let fault, fault.code == .badChecksum || block.count == 0 {
      output.read.reject(source, fault.code, fault.reason)
      return
    }
    if ContainerKind(block.buffer, name: source.member ?? source.file) != nil {
      readNested(Array(block.buffer), source, depth, fault, &output)
      return
    }
    if let isBigEndian = UTF16Source.byteOrder(block.buffer) {
      output.noteEncoding(isBigEndian ? "utf-16be" : "utf-16le")
      let range = ByteRange(Array(block.buffer))
      var decoded = UTF16Source(RangeSource(range), isBigEndian: isBigEndian)
      block.count = 0
      // UTF-8 takes at most three bytes where UTF-16 takes two.
      block.reserve(range.count * 2)
      let target = UnsafeMutableRawBufferPointer(start: block.bytes, count: range.count * 2)
      block.count = (try? decoded.read(into: target)) ?? 0
      block.pad()
    }
    switch ContentKind(block.buffer, source: source, tables: tables) {
    case .empty:
      if let fault {
        output.read.reject(source, fault.code, fault.reason)
      } else {
        output.read.reject(source, .empty, "no content; deliver the file again")
      }
    case .ignored(let kind):
      output.ignored[kind, default: 0] += 1
      if let fault { output.read.reject(source, fault.code, fault.reason) }
    case .table(let table): readTable(table, block, source, fault, &output)
    case .documents:
      let before = (output.read.records.count, output.read.rejects.count, output.ignored)
      readDocuments(block, source: source, offset: 0, fault: fault, into: &output)
      if before == (output.read.records.count, output.read.rejects.count, output.ignored),
        output.formats.isEmpty
      {
        output.read.reject(source, .empty, "no document found; deliver the file again")
      }
    }
  }

  /// Reads documents; of one that is cut because its container is, the container's fault is told.
  private func readDocuments(
    _ block: ByteBlock, source: Source, offset: Int, fault: ContainerFault?,
    into output: inout UnitOutput
  ) {
    let before = output.read.rejects.count
    documents.read(block.bytes, count: block.count, source: source, offset: offset, into: &output)
    guard let fault else { return }
    // Behind the last root's end tag, or anywhere in a document that has none.
    let whole = DocumentBoundary.lastRootEnd(block.bytes, block.count) ?? 0
    var place = source
    place.offset = offset + block.count
    var reason = fault.reason
    if output.read.rejects.count > before, let last = output.read.rejects.last,
      last.source.offset >= offset + whole
    {
      output.read.rejects.removeLast()
      place = last.source
      reason += "; the document at byte \(place.offset) of the content is cut"
    }
    output.read.reject(place, fault.code, reason)
  }

  /// Reads a table that is one block. Of one that is cut, the row that is cut is not read.
  private func readTable(
    _ table: RecognisedTable, _ block: ByteBlock, _ source: Source, _ fault: ContainerFault?,
    _ output: inout UnitOutput
  ) {
    let before = output.read.records.count
    let reader = table.makeReader()
    _ = reader.read(block.buffer, isLast: fault == nil, source: source, into: &output.read)
    output.note(reader, of: source, isWhole: fault == nil)
    if let fault { output.read.reject(source, fault.code, fault.reason) }
    output.formats[table.id, default: 0] += output.read.records.count - before
  }

  private func readWorkbook(_ block: ByteBlock, _ source: Source, _ output: inout UnitOutput) {
    output.bytes += block.count
    guard
      let table = tables?.table(
        fileName: source.member ?? source.file, header: UnsafeRawBufferPointer(block.buffer))
    else {
      output.read.reject(
        source, .unknownFormat,
        "a workbook whose first sheet is no register; expected a register's columns in its first "
          + "row")
      return
    }
    readTable(table, block, source, nil, &output)
  }

  private func readNested(
    _ bytes: [UInt8], _ source: Source, _ depth: Int, _ fault: ContainerFault?,
    _ output: inout UnitOutput
  ) {
    let unpacking = Unpacking(tables: tables, pool: pool)
    var work = unpacking.begin(ByteRange(bytes), source: source, depth: depth, fault: fault)
    while true {
      if let work { read(work, pool: pool, into: &output) }
      work = unpacking.next()
      if work == nil { return }
    }
  }
}

extension Source {
  /// The source of a member of this one; members of nested containers are joined with `!`.
  func member(_ name: String) -> Source {
    Source(file: file, member: member.map { "\($0)!\(name)" } ?? name)
  }

  /// The same source with texts of its own: every record refers to them, and two threads that count
  /// references to one text wait for each other.
  fileprivate var copied: Source {
    Source(
      file: String(decoding: Array(file.utf8), as: UTF8.self),
      member: member.map { String(decoding: Array($0.utf8), as: UTF8.self) }, offset: offset,
      record: record)
  }
}
