import Records

/// Hands out the work of reading files, in their order and in pieces of about a megabyte.
///
/// Used by one thread at a time. How a file is taken apart is ``Unpacking``'s.
final class Feeder {
  struct Unit {
    var file: FileProgress
    var work: Unpacking.Work
    /// Where blocks go when they are read.
    var pool: BlockPool
    /// Whether the file is read when this and all earlier units are.
    var isLast = false

    /// About how many bytes the work has; what is cut already counts as a bundle of its own.
    var cost: Int {
      if case .whole(let range, _, _, _) = work { return range.count }
      return Feeder.bundleBytes
    }
  }

  /// Units are handed to a worker until they have so many bytes together.
  static let bundleBytes = 1 << 18

  private let files: [InputFile]
  private let tables: (any TableFormat)?
  private let blocks = BlockPool()
  private var fileIndex = 0
  private var current: (file: FileProgress, unpacking: Unpacking)?

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
      if let (file, unpacking) = current {
        if let work = unpacking.next() { return Unit(file: file, work: work, pool: blocks) }
        current = nil
        return Unit(file: file, work: .found(UnitOutput()), pool: blocks, isLast: true)
      }
      guard fileIndex < files.count else { return nil }
      let file = FileProgress(index: fileIndex, name: files[fileIndex].name)
      fileIndex += 1
      if let unit = open(files[file.index], file) { return unit }
    }
  }

  /// Opens a file; a small one that is no container is a unit at once.
  private func open(_ input: InputFile, _ progress: FileProgress) -> Unit? {
    let source = Source(file: input.name)
    do throws(ContainerFault) {
      let range = try Feeder.range(of: input)
      let unpacking = Unpacking(tables: tables, pool: blocks)
      let work = unpacking.begin(range, source: source, depth: 0)
      progress.setFile(bytes: range.count, container: unpacking.container)
      if case .whole? = work {
        return work.map { Unit(file: progress, work: $0, pool: blocks, isLast: true) }
      }
      current = (progress, unpacking)
      return work.map { Unit(file: progress, work: $0, pool: blocks) }
    } catch {
      var output = UnitOutput()
      output.read.reject(source, error.code, error.reason)
      return Unit(file: progress, work: .found(output), pool: blocks, isLast: true)
    }
  }

  private static func range(of input: InputFile) throws(ContainerFault) -> ByteRange {
    guard input.volumes.isEmpty else { return try SplitArchive.open(input.volumes) }
    let range = ByteRange(try OpenFile(path: input.path))
    // The last volume of a split archive begins with anything.
    if MemberName.hasEnding(input.path, ".zip"),
      !(try range.bytes(at: 0, count: 8).withUnsafeBufferPointer { ZipArchive.isArchive($0) }),
      let end = try? ZipDirectory.endRecord(of: range), end.lastVolume > 0
    {
      return try SplitArchive.open([input.path])
    }
    return range
  }
}
