import Records

/// Cuts a stream of any length into blocks of whole documents, about a megabyte each.
///
/// A block ends behind the last end tag in it that has the name of its first root. A document of
/// records (`PRS`) is cut behind its records: each block is its header, some records and the end tags
/// of what the header opened, a document of its own. Only a single document or record must fit in
/// memory, up to 256 MB.
struct Cutter {
  struct Block {
    var bytes: ByteBlock
    /// What to add to a place in the block to get the place in the stream.
    var offset: Int
  }

  static let target = 1 << 20
  /// Beyond this a document without an end tag is taken to be broken, and declarations cut too.
  private static let suspicious = 8 << 20
  static let limit = 256 << 20

  private enum Mode {
    case documents
    case records(header: [UInt8], footer: [UInt8], name: [UInt8], element: StaticString)
    case skipping
  }

  private let pool: BlockPool
  private var source: any ByteSource
  private var carry = ByteBlock()
  private var carryOffset = 0
  private var isAtEnd = false
  private var mode = Mode.documents
  private(set) var bytesRead = 0

  /// - Parameter pool: where blocks come from; who has read one gives it back.
  init(_ source: any ByteSource, pool: BlockPool) {
    self.source = source
    self.pool = pool
  }

  /// The next block, nil at the end.
  mutating func next() throws(ContainerFault) -> Block? {
    while true {
      switch mode {
      case .documents:
        if let block = try documents() { return block }
        if case .documents = mode { return nil }
      case .records(let header, let footer, let name, let element):
        return try records(header, footer, name, element)
      case .skipping:
        try skip()
        if isAtEnd, carry.count == 0 { return nil }
      }
    }
  }

  private mutating func documents() throws(ContainerFault) -> Block? {
    let block = pool.take(capacity: max(Cutter.target, carry.count * 2))
    block.append(carry.buffer)
    let offset = carryOffset
    var wanted = max(Cutter.target, carry.count + Cutter.target / 2)
    while true {
      try fill(block, to: wanted)
      block.pad()
      if block.count == 0 { return nil }
      if isAtEnd { return finish(block, block.count, offset) }
      let prolog = DocumentProlog(block.bytes, count: block.count)
      let rootName = UnsafeBufferPointer(
        start: block.bytes + prolog.rootName.lowerBound, count: prolog.rootName.count)
      let lastEnd =
        prolog.root == nil
        ? DocumentBoundary.lastRootEnd(block.bytes, block.count)
        : DocumentBoundary.lastEnd(
          ofQualified: rootName, block.bytes, from: prolog.start, block.count)
      let format = prolog.format(block.bytes, block.count).map { Formats.all[$0] }
      if let lastEnd, prolog.root == nil || format != nil {
        return finish(
          block, DocumentBoundary.spaceEnd(block.bytes, block.count, from: lastEnd), offset)
      }
      if prolog.start < block.count {
        if prolog.root != nil, format == nil { return unknown(block, offset) }
        if !prolog.isMarkup { return unknown(block, offset) }
        if let format, let root = prolog.root,
          let first = cutsRecords(block, prolog, root: root, format)
        {
          keep(block, from: first, offset: offset)
          return nil
        }
      }
      if block.count >= Cutter.suspicious, let last = lastDeclaration(block) {
        return finish(block, last, offset)
      }
      guard block.count < Cutter.limit else {
        mode = .skipping
        keep(block, from: block.count, offset: offset)
        throw ContainerFault(
          code: .bomb,
          reason: "a document of more than \(Cutter.limit >> 20) MB at byte \(offset); "
            + "it was passed over")
      }
      wanted = min(block.count * 2, Cutter.limit)
    }
  }

  /// Turns to cutting behind records if the block begins a document of them; gives the place of the
  /// first.
  private mutating func cutsRecords(
    _ block: ByteBlock, _ prolog: DocumentProlog, root: Int, _ format: any DocumentFormat.Type
  ) -> Int? {
    let bytes = UnsafePointer(block.bytes)
    guard
      let element = format.recordElement(
        of: UnsafeBufferPointer(start: bytes + root, count: block.count - root)),
      prolog.localRootName(bytes) != "\(format.recordElement ?? element)",
      let start = DocumentBoundary.startTags(
        "\(element)", bytes, from: prolog.start, to: block.count
      ).first
    else { return nil }
    let first = DocumentBoundary.headerEnd(bytes, root: root, to: start, element: element)
    let name = UnsafeBufferPointer(
      start: bytes + prolog.rootName.lowerBound, count: prolog.rootName.count)
    mode = .records(
      header: Array(
        UnsafeBufferPointer(start: bytes + prolog.start, count: first - prolog.start)),
      footer: DocumentBoundary.endTags(
        bytes, of: DocumentBoundary.openElements(bytes, root: root, to: first)),
      name: Array(name), element: element)
    return first
  }

  private func lastDeclaration(_ block: ByteBlock) -> Int? {
    var last: Int?
    while let found = DocumentBoundary.declaration(block.bytes, block.count, after: last ?? 1) {
      last = found
    }
    return last
  }

  private mutating func records(
    _ header: [UInt8], _ footer: [UInt8], _ name: [UInt8], _ element: StaticString
  ) throws(ContainerFault) -> Block? {
    let block = pool.take(capacity: max(Cutter.target, carry.count * 2))
    header.withUnsafeBufferPointer { block.append($0) }
    block.append(carry.buffer)
    let offset = carryOffset - header.count
    var wanted = max(Cutter.target, block.count + Cutter.target / 2)
    while true {
      try fill(block, to: wanted)
      block.pad()
      let end = name.withUnsafeBufferPointer {
        DocumentBoundary.endTag($0, block.bytes, block.count, from: header.count)
      }
      if let end {
        mode = .documents
        return finish(block, end + name.count + 3, offset)
      }
      if isAtEnd {
        mode = .documents
        return finish(block, block.count, offset)
      }
      if let cut = DocumentBoundary.lastEnd(
        of: element, block.bytes, from: header.count, block.count)
      {
        // The last record is held back, so that no block is left without one.
        let before = DocumentBoundary.lastEnd(
          of: element, block.bytes, from: header.count, cut - element.utf8CodeUnitCount - 2)
        let result = finish(block, before ?? cut, offset)
        footer.withUnsafeBufferPointer { block.append($0) }
        block.pad()
        return result
      }
      guard block.count < Cutter.limit else {
        mode = .skipping
        keep(block, from: block.count, offset: offset)
        throw ContainerFault(
          code: .bomb,
          reason: "a record of more than \(Cutter.limit >> 20) MB at byte \(carryOffset)")
      }
      wanted = min(block.count * 2, Cutter.limit)
    }
  }

  /// Hands out what begins an unknown content, for one reject, and passes over the rest.
  private mutating func unknown(_ block: ByteBlock, _ offset: Int) -> Block {
    if let next = DocumentBoundary.declaration(block.bytes, block.count, after: 0) {
      let prolog = DocumentProlog(block.bytes, count: block.count)
      if next > (prolog.root ?? prolog.start) { return finish(block, next, offset) }
      if let later = DocumentBoundary.declaration(block.bytes, block.count, after: next) {
        return finish(block, later, offset)
      }
    }
    mode = .skipping
    return finish(block, block.count, offset)
  }

  /// Reads on to the next declaration.
  private mutating func skip() throws(ContainerFault) {
    let block = pool.take(capacity: Cutter.target)
    defer { pool.give(block) }
    block.append(carry.buffer)
    let offset = carryOffset
    try fill(block, to: Cutter.target)
    block.pad()
    if let next = DocumentBoundary.declaration(block.bytes, block.count, after: -1) {
      keep(block, from: next, offset: offset)
      mode = .documents
    } else {
      keep(block, from: isAtEnd ? block.count : max(0, block.count - 8), offset: offset)
    }
  }

  private mutating func finish(_ block: ByteBlock, _ end: Int, _ offset: Int) -> Block {
    keep(block, from: end, offset: offset)
    block.count = end
    block.pad()
    return Block(bytes: block, offset: offset)
  }

  private mutating func keep(_ block: ByteBlock, from: Int, offset: Int) {
    carry.count = 0
    carry.append(UnsafeBufferPointer(start: block.bytes + from, count: block.count - from))
    carryOffset = offset + from
  }

  private mutating func fill(_ block: ByteBlock, to wanted: Int) throws(ContainerFault) {
    block.reserve(wanted)
    while block.count < wanted, !isAtEnd {
      let room = wanted - block.count
      let got = try source.read(
        into: UnsafeMutableRawBufferPointer(start: block.bytes + block.count, count: room))
      block.count += got
      bytesRead += got
      if got < room { isAtEnd = true }
    }
  }
}
