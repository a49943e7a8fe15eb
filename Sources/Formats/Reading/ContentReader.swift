import Records

/// Reads the content of files, members and blocks; a worker has one of its own.
final class ContentReader {
  /// Containers may be nested so deep: a ZIP in a ZIP in a ZIP in a ZIP.
  static let maximumNesting = 4
  /// Content up to this size is read whole by a worker; larger content is cut into blocks.
  static let wholeLimit = 4 << 20

  private let documents: DocumentReader
  private let tables: (any TableFormat)?
  private let inflater = ZipInflater()
  private var blocks: [ByteBlock] = []

  init?(_ options: ReadOptions) {
    guard let documents = DocumentReader(strict: options.strict, digests: options.digests)
    else { return nil }
    self.documents = documents
    tables = options.tables
  }

  /// Reads a block that the cutter made.
  func read(block: Cutter.Block, source: Source, into output: inout UnitOutput) {
    output.bytes += block.bytes.count
    documents.read(
      block.bytes.bytes, count: block.bytes.count, source: source, offset: block.offset,
      into: &output)
  }

  /// Reads content of known extent: a file, or a member's stored bytes.
  func read(_ range: ByteRange, source: Source, depth: Int, into output: inout UnitOutput) {
    let block = blocks.popLast() ?? ByteBlock(capacity: Cutter.target)
    defer { blocks.append(block) }
    do throws(ContainerFault) {
      block.count = 0
      block.reserve(range.count)
      block.count = try range.read(at: 0, into: block.bytes, count: range.count)
      block.pad()
    } catch {
      output.read.reject(source, error.code, error.reason)
      return
    }
    read(block, source: source, depth: depth, into: &output)
  }

  /// Reads members of an archive.
  func read(
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
      read(block, source: source, depth: depth, into: &output)
    }
  }

  private func read(
    _ block: ByteBlock, source: Source, depth: Int, into output: inout UnitOutput
  ) {
    output.bytes += block.count
    if ZipArchive.isArchive(block.buffer) {
      nested(Array(block.buffer), source, depth, &output)
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
      output.read.reject(source, .empty, "no content; deliver the file again")
    case .ignored(let kind): output.ignored[kind, default: 0] += 1
    case .table(let table):
      let before = output.read.records.count
      _ = table.makeReader().read(
        block.buffer, isLast: true, source: source, into: &output.read)
      output.formats[table.id, default: 0] += output.read.records.count - before
    case .documents:
      let before = (output.read.records.count, output.read.rejects.count, output.ignored)
      documents.read(block.bytes, count: block.count, source: source, offset: 0, into: &output)
      if before == (output.read.records.count, output.read.rejects.count, output.ignored),
        output.formats.isEmpty
      {
        output.read.reject(source, .empty, "no document found; deliver the file again")
      }
    }
  }

  private func nested(
    _ bytes: [UInt8], _ source: Source, _ depth: Int, _ output: inout UnitOutput
  ) {
    guard depth < ContentReader.maximumNesting else {
      output.read.reject(
        source, .nesting,
        "an archive nested deeper than \(ContentReader.maximumNesting); unpack it first")
      return
    }
    output.containers.insert("zip")
    do throws(ContainerFault) {
      let archive = try ZipArchive(ByteRange(bytes))
      if let fault = archive.fault { output.read.reject(source, fault.code, fault.reason) }
      if archive.entries.isEmpty {
        output.read.reject(source, .empty, "an archive without members")
      }
      read(archive.entries[...], of: archive, source: source, depth: depth + 1, into: &output)
    } catch {
      output.read.reject(source, error.code, error.reason)
    }
  }
}

extension Source {
  /// The source of a member of this one; members of nested containers are joined with `!`.
  func member(_ name: String) -> Source {
    Source(file: file, member: member.map { "\($0)!\(name)" } ?? name)
  }
}
