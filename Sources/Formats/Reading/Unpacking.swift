import Records

/// Takes a file, or a container within one, apart into work of about a megabyte, in the order of its
/// bytes.
///
/// Used by one thread at a time. Small content is only named here, or loaded where a container can only
/// be read from front to back; what is large is cut. Memory does not grow with the content.
final class Unpacking {
  enum Work {
    case whole(ByteRange, Source, depth: Int, fault: ContainerFault?)
    case members(ZipArchive, Range<Int>, Source, depth: Int)
    case loaded([LoadedContent])
    /// A workbook, which is a ZIP archive but one table.
    case workbook(ByteRange, Source)
    /// A fault is why the content ends with this block before its end.
    case block(Cutter.Block, Source, fault: ContainerFault?)
    case rows(TableRun.Block, TableRun, Source)
    /// Something found while the work was divided: rejects and ignored members.
    case found(UnitOutput)
  }

  private enum Level {
    case zip(ZipArchive, next: Int, Source, depth: Int)
    case tar(TarArchive, TarState)
  }

  /// Where the reading of a tar archive stands.
  private struct TarState {
    var source: Source
    var depth: Int
    /// What the archive's bytes come from, where that can end early.
    var origin: (any InterruptibleSource)?
    var isEmpty = true
    /// A member that was met while others were gathered.
    var pending: TarArchive.Item?
    var toldOrigin = false
  }

  private struct Cutting {
    var cutter: Cutter
    var source: Source
    var origin: (any InterruptibleSource)?
  }

  private struct TableCutting {
    var cutter: TableCutter
    var run: TableRun
    var source: Source
    var origin: (any InterruptibleSource)?
  }

  /// Content larger than this is never held in memory whole.
  private static let memoryLimit = 64 << 20
  /// A small archive in an archive is left to a worker, unless its content may be large.
  private static let nestedLimit = 1 << 20

  private let tables: (any TableFormat)?
  private let blocks: BlockPool
  private var levels: [Level] = []
  private var cutting: Cutting?
  private var table: TableCutting?
  /// What the content was found to be: `file`, `zip`, `gzip`, `tar` or `tar.gz`.
  private(set) var container = "file"

  init(tables: (any TableFormat)?, pool: BlockPool) {
    self.tables = tables
    blocks = pool
  }

  /// Begins with content of known extent; gives work that is known at once.
  ///
  /// - Parameters:
  ///   - depth: how many containers are around it.
  ///   - fault: why it ends before its end.
  func begin(
    _ range: ByteRange, source: Source, depth: Int, fault: ContainerFault? = nil
  ) -> Work? {
    attempt(source, fault) { () throws(ContainerFault) in
      let content = CutSource(range, fault: fault)
      switch kind(try range.bytes(at: 0, count: TarHeader.blockCount), source) {
      case .zip: return try openZip(range, source, depth, fault)
      case .gzip: return try openGzip(content, source, depth, content)
      case .tar: return try openTar(content, source, depth, content)
      case nil:
        if range.count <= ContentReader.wholeLimit {
          return .whole(range, source, depth: depth, fault: fault)
        }
        return try cut(PeekedSource(content), source, content)
      }
    }
  }

  /// The next piece of work, nil at the end.
  func next() -> Work? {
    while true {
      if var cutting = cutting {
        self.cutting = nil
        do throws(ContainerFault) {
          let block = try cutting.cutter.next()
          let fault = cutting.origin?.fault
          if let block {
            // The block that was cut when the fault showed is the last.
            if fault == nil { self.cutting = cutting }
            return .block(block, cutting.source, fault: fault)
          }
          if let fault { return .found(rejected(cutting.source, fault)) }
        } catch {
          // A document that is too large is passed over; after any other fault nothing can follow.
          if error.code == .bomb, cutting.origin?.fault == nil { self.cutting = cutting }
          return .found(rejected(cutting.source, error))
        }
      }
      if var table = table {
        self.table = nil
        if var block = table.cutter.next() {
          if block.fault == nil { block.fault = table.origin?.fault }
          if block.fault == nil { self.table = table }
          return .rows(block, table.run, table.source)
        }
        continue
      }
      guard let level = levels.popLast() else { return nil }
      switch level {
      case .zip(let archive, let next, let source, let depth):
        if let work = zipWork(archive, next, source, depth) { return work }
      case .tar(let archive, let state):
        if let work = tarWork(archive, state) { return work }
      }
    }
  }

  // MARK: Members

  private func zipWork(
    _ archive: ZipArchive, _ first: Int, _ source: Source, _ depth: Int
  ) -> Work? {
    let entries = archive.entries
    var next = first
    guard next < entries.count else { return nil }
    let entry = entries[next]
    if isForUnpacking(entry) {
      levels.append(.zip(archive, next: next + 1, source, depth: depth))
      return largeMember(entry, archive, source.member(entry.name), depth)
    }
    var bytes = 0
    while next < entries.count, next - first < 256, bytes < Cutter.target,
      !isForUnpacking(entries[next])
    {
      bytes += entries[next].count
      next += 1
    }
    levels.append(.zip(archive, next: next, source, depth: depth))
    return .members(archive, first..<next, source, depth: depth)
  }

  /// Whether a member is opened here: what is left to a worker becomes one batch of records.
  private func isForUnpacking(_ entry: ZipEntry) -> Bool {
    if entry.count > ContentReader.wholeLimit { return true }
    if isGzip(entry.name) { return true }
    return entry.count > Unpacking.nestedLimit && MemberName.hasEnding(entry.name, ".zip")
  }

  private func isGzip(_ name: String) -> Bool {
    MemberName.hasEnding(name, ".gz") || MemberName.hasEnding(name, ".tgz")
  }

  private func largeMember(
    _ entry: ZipEntry, _ archive: ZipArchive, _ source: Source, _ depth: Int
  ) -> Work? {
    attempt(source, nil) { () throws(ContainerFault) in
      let peeked = try PeekedSource(try ZipMember(entry, of: archive))
      guard case .zip = kind(peeked.head, source) else {
        return try open(peeked, source, depth, nil)
      }
      // In place where it is stored; checked against its CRC where it is not.
      if entry.method == 0 {
        return try openZip(try archive.content(of: entry), source, depth, nil)
      }
      return try openZip(try held(peeked), source, depth, nil)
    }
  }

  private func tarWork(_ archive: TarArchive, _ before: TarState) -> Work? {
    var state = before
    var loaded: [LoadedContent] = []
    var bytes = 0
    while let item = state.pending ?? archive.next() {
      state.pending = nil
      state.isEmpty = false
      if case .member(let member) = item, MemberName.fault(member.name) == nil,
        member.count <= ContentReader.wholeLimit, !isGzip(member.name)
      {
        loaded.append(load(member, archive, &state))
        bytes += member.count
        if loaded.count == 256 || bytes >= Cutter.target { break }
        continue
      }
      if !loaded.isEmpty {
        state.pending = item
        break
      }
      switch item {
      case .member(let member):
        let source = state.source.member(member.name)
        levels.append(.tar(archive, state))
        if let fault = MemberName.fault(member.name) { return .found(rejected(source, fault)) }
        return attempt(source, nil) { () throws(ContainerFault) in
          let content = TarMemberSource(archive, origin: state.origin)
          return try open(try PeekedSource(content), source, state.depth, content)
        }
      case .ignored(let kind):
        levels.append(.tar(archive, state))
        var output = UnitOutput()
        output.ignored[kind] = 1
        return .found(output)
      case .fault(let fault, let name):
        let origin = state.toldOrigin ? nil : state.origin?.fault
        if origin != nil { state.toldOrigin = true }
        levels.append(.tar(archive, state))
        let source = name.map { state.source.member($0) } ?? state.source
        return .found(rejected(source, origin ?? fault))
      }
    }
    if !loaded.isEmpty {
      levels.append(.tar(archive, state))
      return .loaded(loaded)
    }
    // The end: what the bytes came from may have been damaged behind the last member.
    if let fault = state.origin?.fault, !state.toldOrigin, archive.interruption == nil {
      return .found(rejected(state.source, fault))
    }
    guard state.isEmpty else { return nil }
    return .found(rejected(state.source, Unpacking.noMembers))
  }

  private func load(
    _ member: TarArchive.Member, _ archive: TarArchive, _ state: inout TarState
  ) -> LoadedContent {
    let block = ByteBlock(capacity: member.count)
    block.count = archive.read(
      into: UnsafeMutableRawBufferPointer(start: block.bytes, count: member.count))
    block.pad()
    let fault = archive.interruption.map { state.origin?.fault ?? $0 }
    return LoadedContent(
      bytes: block, source: state.source.member(member.name), depth: state.depth, fault: fault)
  }

  // MARK: Opening

  /// Opens content that is read from front to back.
  private func open(
    _ peeked: PeekedSource, _ source: Source, _ depth: Int, _ origin: (any InterruptibleSource)?
  ) throws(ContainerFault) -> Work? {
    switch kind(peeked.head, source) {
    case .zip:
      let range = try held(peeked)
      return try openZip(range, source, depth, origin?.fault)
    case .gzip: return try openGzip(peeked, source, depth, origin)
    case .tar: return try openTar(peeked, source, depth, origin)
    case nil: return try cut(peeked, source, origin)
    }
  }

  private func openZip(
    _ range: ByteRange, _ source: Source, _ depth: Int, _ fault: ContainerFault?
  ) throws(ContainerFault) -> Work? {
    try checkDepth(depth)
    note("zip", depth)
    let archive = try ZipArchive(range)
    if let fault = UnreadableWorkbook.fault(archive: archive.entries) { throw fault }
    if tables != nil, fault == nil, archive.isWorkbook {
      guard range.count <= Unpacking.memoryLimit else {
        throw ContainerFault(
          code: .bomb,
          reason: "a workbook of \(range.count) bytes, at most \(Unpacking.memoryLimit) expected; "
            + "save it as CSV")
      }
      return .workbook(range, source)
    }
    levels.append(.zip(archive, next: 0, source, depth: depth + 1))
    if let fault = fault ?? archive.fault { return .found(rejected(source, fault)) }
    return archive.entries.isEmpty ? .found(rejected(source, Unpacking.noMembers)) : nil
  }

  private func openGzip(
    _ compressed: any ByteSource, _ source: Source, _ depth: Int,
    _ origin: (any InterruptibleSource)?
  ) throws(ContainerFault) -> Work? {
    try checkDepth(depth)
    note("gzip", depth)
    let gzip = GzipSource(compressed, origin: origin)
    let block = ByteBlock(capacity: ContentReader.wholeLimit)
    block.count = gzip.read(
      into: UnsafeMutableRawBufferPointer(
        start: block.bytes, count: ContentReader.wholeLimit))
    block.pad()
    let kind = ContainerKind(block.buffer, name: Unpacking.name(source))
    // A tar archive and the gzip file around it count as one container.
    let inner: Int
    if case .tar = kind { inner = depth } else { inner = depth + 1 }
    guard block.count == ContentReader.wholeLimit else {
      if kind == nil || gzip.fault?.code == .badChecksum {
        return .loaded([
          LoadedContent(bytes: block, source: source, depth: inner, fault: gzip.fault)
        ])
      }
      return begin(ByteRange(Array(block.buffer)), source: source, depth: inner, fault: gzip.fault)
    }
    return try open(PeekedSource(head: Array(block.buffer), gzip), source, inner, gzip)
  }

  private func openTar(
    _ content: any ByteSource, _ source: Source, _ depth: Int,
    _ origin: (any InterruptibleSource)?
  ) throws(ContainerFault) -> Work? {
    try checkDepth(depth)
    note("tar", depth)
    levels.append(
      .tar(
        TarArchive(content), TarState(source: source, depth: depth + 1, origin: origin)))
    return nil
  }

  /// Starts to cut large content; what holds no records is passed over.
  private func cut(
    _ content: PeekedSource, _ source: Source, _ origin: (any InterruptibleSource)?
  ) throws(ContainerFault) -> Work? {
    var peeked = content
    if let order = peeked.head.withUnsafeBufferPointer({ UTF16Source.byteOrder($0) }) {
      peeked = try PeekedSource(UTF16Source(peeked, isBigEndian: order))
    }
    let kind = peeked.head.withUnsafeBufferPointer { head in
      ContentKind(head, source: source, tables: tables)
    }
    switch kind {
    case .ignored(let kind):
      var output = UnitOutput()
      output.ignored[kind] = 1
      return .found(output)
    case .table(let recognised):
      table = TableCutting(
        cutter: TableCutter(peeked, pool: blocks), run: TableRun(recognised), source: source,
        origin: origin)
    case .documents, .empty:
      cutting = Cutting(
        cutter: Cutter(peeked, pool: blocks), source: source, origin: origin)
    }
    return nil
  }

  /// The bytes of an archive that was compressed: in memory, or in a file without a name if they are
  /// many.
  private func held(_ peeked: PeekedSource) throws(ContainerFault) -> ByteRange {
    var source = peeked
    let block = ByteBlock(capacity: Unpacking.nestedLimit)
    while block.count < Unpacking.memoryLimit {
      let room = max(block.count, Unpacking.nestedLimit)
      block.reserve(block.count + room)
      let got = try source.read(
        into: UnsafeMutableRawBufferPointer(start: block.bytes + block.count, count: room))
      block.count += got
      if got < room { return ByteRange(Array(block.buffer)) }
    }
    return ByteRange(
      try OpenFile(temporaryFrom: PeekedSource(head: Array(block.buffer), source)))
  }

  private func checkDepth(_ depth: Int) throws(ContainerFault) {
    guard depth < ContentReader.maximumNesting else {
      throw ContainerFault(
        code: .nesting,
        reason: "an archive nested deeper than \(ContentReader.maximumNesting); unpack it first")
    }
  }

  private func kind(_ head: [UInt8], _ source: Source) -> ContainerKind? {
    head.withUnsafeBufferPointer { ContainerKind($0, name: Unpacking.name(source)) }
  }

  private static func name(_ source: Source) -> String { source.member ?? source.file }

  private func note(_ kind: String, _ depth: Int) {
    guard depth == 0 else { return }
    container = container == "gzip" && kind == "tar" ? "tar.gz" : kind
  }

  private static let noMembers = ContainerFault(
    code: .empty, reason: "an archive without members")

  private func attempt(
    _ source: Source, _ fault: ContainerFault?,
    _ make: () throws(ContainerFault) -> Work?
  ) -> Work? {
    do throws(ContainerFault) {
      return try make()
    } catch {
      return .found(rejected(source, fault ?? error))
    }
  }

  private func rejected(_ source: Source, _ fault: ContainerFault) -> UnitOutput {
    var output = UnitOutput()
    output.read.reject(source, fault.code, fault.reason)
    return output
  }
}
