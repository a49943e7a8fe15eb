import Records

/// Hands out the work of reading files, in their order and in pieces of about a megabyte.
///
/// Used by one thread at a time. Small files and members are only named here: workers read and
/// inflate them. Large ones are cut here.
final class Feeder {
  struct Unit {
    enum Work {
      case whole(ByteRange, Source)
      case members(ZipArchive, Range<Int>, Source, depth: Int)
      case block(Cutter.Block, Source, BlockPool)
      case rows(TableRun.Block, TableRun, Source, BlockPool)
      /// Something found while the work was divided: rejects and ignored members.
      case found(UnitOutput)
    }

    var file: FileProgress
    var work: Work
    /// Whether the file is read when this and all earlier units are.
    var isLast = false

    /// About how many bytes the work has; what is cut already counts as a bundle of its own.
    var cost: Int {
      if case .whole(let range, _) = work { return range.count }
      return Feeder.bundleBytes
    }
  }

  /// Units are handed to a worker until they have so many bytes together.
  static let bundleBytes = 1 << 18

  private struct Level {
    var archive: ZipArchive
    var next = 0
    var source: Source
    var depth: Int
  }

  private let files: [InputFile]
  private let tables: (any TableFormat)?
  private let blocks = BlockPool()
  private var fileIndex = 0
  private var current: FileProgress?
  private var levels: [Level] = []
  private var cutter: (Cutter, Source)?
  private var table: (TableCutter, TableRun, Source)?

  init(_ files: [InputFile], tables: (any TableFormat)?) {
    self.files = files
    self.tables = tables
  }

  /// The next piece of work, nil when all files are handed out.
  func next() -> Unit? {
    guard let unit = nextUnit() else { return nil }
    unit.file.begin()
    return unit
  }

  private func nextUnit() -> Unit? {
    while true {
      if let file = current {
        if let work = nextWork() { return Unit(file: file, work: work) }
        current = nil
        return Unit(file: file, work: .found(UnitOutput()), isLast: true)
      }
      guard fileIndex < files.count else { return nil }
      let file = FileProgress(index: fileIndex, name: files[fileIndex].name)
      fileIndex += 1
      if let unit = open(files[file.index], file) { return unit }
      current = file
    }
  }

  /// Opens a file; a small one that is no container is a unit at once.
  private func open(_ input: InputFile, _ progress: FileProgress) -> Unit? {
    let source = Source(file: input.name)
    do throws(ContainerFault) {
      let file = try OpenFile(path: input.path)
      let range = ByteRange(file)
      let isArchive = try range.bytes(at: 0, count: 4).withUnsafeBufferPointer {
        ZipArchive.isArchive($0)
      }
      progress.setFile(bytes: range.count, container: isArchive ? "zip" : "file")
      if !isArchive, range.count <= ContentReader.wholeLimit {
        return Unit(file: progress, work: .whole(range, source), isLast: true)
      }
      if isArchive {
        let archive = try ZipArchive(range)
        levels = [Level(archive: archive, source: source, depth: 1)]
        if archive.fault != nil || archive.entries.isEmpty {
          current = progress
          return Unit(file: progress, work: .found(opened(archive, source)))
        }
      } else {
        if let work = try largeWork(PeekedSource(RangeSource(range)), source) {
          current = progress
          return Unit(file: progress, work: work)
        }
      }
      return nil
    } catch {
      return Unit(file: progress, work: .found(rejected(source, error)), isLast: true)
    }
  }

  private func nextWork() -> Unit.Work? {
    while true {
      if var (cutting, source) = cutter {
        cutter = nil
        do throws(ContainerFault) {
          guard let block = try cutting.next() else { continue }
          cutter = (cutting, source)
          return .block(block, source, blocks)
        } catch {
          // A document that is too large is passed over; after any other fault nothing can follow.
          if error.code == .bomb { cutter = (cutting, source) }
          return .found(rejected(source, error))
        }
      }
      if var (cutting, run, source) = table {
        table = nil
        if let block = cutting.next() {
          table = (cutting, run, source)
          return .rows(block, run, source, blocks)
        }
      }
      guard var level = levels.popLast() else { return nil }
      let entries = level.archive.entries
      guard level.next < entries.count else { continue }
      let entry = entries[level.next]
      if entry.count > ContentReader.wholeLimit {
        level.next += 1
        levels.append(level)
        if let work = largeMember(entry, level) { return work }
        continue
      }
      let start = level.next
      var bytes = 0
      while level.next < entries.count, level.next - start < 256, bytes < Cutter.target,
        entries[level.next].count <= ContentReader.wholeLimit
      {
        bytes += entries[level.next].count
        level.next += 1
      }
      levels.append(level)
      return .members(level.archive, start..<level.next, level.source, depth: level.depth)
    }
  }

  private func largeMember(_ entry: ZipEntry, _ level: Level) -> Unit.Work? {
    let source = level.source.member(entry.name)
    do throws(ContainerFault) {
      let peeked = try PeekedSource(try ZipMember(entry, of: level.archive))
      let isArchive = peeked.head.withUnsafeBufferPointer { ZipArchive.isArchive($0) }
      if isArchive {
        guard level.depth < ContentReader.maximumNesting else {
          throw ContainerFault(
            code: .nesting,
            reason: "an archive nested deeper than \(ContentReader.maximumNesting); unpack it first"
          )
        }
        let range = try nestedRange(entry, level.archive)
        let archive = try ZipArchive(range)
        levels.append(Level(archive: archive, source: source, depth: level.depth + 1))
        return archive.fault != nil || archive.entries.isEmpty
          ? .found(opened(archive, source)) : nil
      }
      return try largeWork(peeked, source)
    } catch {
      return .found(rejected(source, error))
    }
  }

  /// Starts to cut large content; what holds no records is passed over.
  private func largeWork(
    _ peeked: PeekedSource, _ source: Source
  ) throws(ContainerFault) -> Unit.Work? {
    var peeked = peeked
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
      table = (TableCutter(peeked, pool: blocks), TableRun(recognised), source)
    case .documents, .empty: cutter = (Cutter(peeked, pool: blocks), source)
    }
    return nil
  }

  /// The bytes of an archive within an archive: in place if stored, else inflated to memory, or to
  /// a file without a name if they are many.
  private func nestedRange(
    _ entry: ZipEntry, _ archive: ZipArchive
  ) throws(ContainerFault) -> ByteRange {
    if entry.method == 0 { return try archive.content(of: entry) }
    if entry.count <= 64 << 20 {
      let block = ByteBlock(capacity: entry.count + 1)
      try ZipMember.bytes(of: entry, in: archive, into: block)
      return ByteRange(Array(block.buffer))
    }
    let member = try ZipMember(entry, of: archive)
    return ByteRange(try OpenFile(temporaryFrom: member))
  }

  private func opened(_ archive: ZipArchive, _ source: Source) -> UnitOutput {
    if let fault = archive.fault { return rejected(source, fault) }
    return rejected(
      source, ContainerFault(code: .empty, reason: "an archive without members"))
  }

  private func rejected(_ source: Source, _ fault: ContainerFault) -> UnitOutput {
    var output = UnitOutput()
    output.read.reject(source, fault.code, fault.reason)
    return output
  }
}
