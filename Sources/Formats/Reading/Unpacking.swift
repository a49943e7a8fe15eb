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

  enum Level {
    case zip(ZipArchive, next: Int, Source, depth: Int)
    case tar(TarArchive, TarState)
  }

  /// Where the reading of a tar archive stands.
  struct TarState {
    var source: Source
    var depth: Int
    /// What the archive's bytes come from, where that can end early.
    var origin: (any InterruptibleSource)?
    var isEmpty = true
    /// A member that was met while others were gathered.
    var pending: TarArchive.Item?
    var toldOrigin = false
  }

  struct Cutting {
    var cutter: Cutter
    var source: Source
    var origin: (any InterruptibleSource)?
  }

  struct TableCutting {
    var cutter: TableCutter
    var run: TableRun
    var source: Source
    var origin: (any InterruptibleSource)?
  }

  /// Content larger than this is never held in memory whole.
  static let memoryLimit = 64 << 20
  /// Small members that make one piece of work, at most.
  private static let membersAtOnce = 256
  /// A small archive in an archive is left to a worker, unless its content may be large.
  static let nestedLimit = 1 << 20

  let tables: (any TableFormat)?
  let blocks: BlockPool
  var levels: [Level] = []
  var cutting: Cutting?
  var table: TableCutting?
  /// What the content was found to be: `file`, `zip`, `gzip`, `tar` or `tar.gz`.
  var container = "file"

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
    while next < entries.count, next - first < Unpacking.membersAtOnce, bytes < Cutter.target,
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
        if loaded.count == Unpacking.membersAtOnce || bytes >= Cutter.target { break }
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

  static let noMembers = ContainerFault(
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

  func rejected(_ source: Source, _ fault: ContainerFault) -> UnitOutput {
    var output = UnitOutput()
    output.read.reject(source, fault.code, fault.reason)
    return output
  }
}
