import Records

extension Unpacking {
  /// Opens content that is read from front to back.
  func open(
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

  func openZip(
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
          reason:
            "a workbook of \(range.count.counted("byte")), at most \(Unpacking.memoryLimit) expected; "
            + "save it as CSV")
      }
      return .workbook(range, source)
    }
    levels.append(.zip(archive, next: 0, source, depth: depth + 1))
    if let fault = fault ?? archive.fault { return .found(rejected(source, fault)) }
    return archive.entries.isEmpty ? .found(rejected(source, Unpacking.noMembers)) : nil
  }

  func openGzip(
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

  func openTar(
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
  func cut(
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
  func held(_ peeked: PeekedSource) throws(ContainerFault) -> ByteRange {
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

  func kind(_ head: [UInt8], _ source: Source) -> ContainerKind? {
    head.withUnsafeBufferPointer { ContainerKind($0, name: Unpacking.name(source)) }
  }

  private static func name(_ source: Source) -> String { source.member ?? source.file }

  private func note(_ kind: String, _ depth: Int) {
    guard depth == 0 else { return }
    container = container == "gzip" && kind == "tar" ? "tar.gz" : kind
  }
}
