/// Cuts the bytes of a table into blocks of about a megabyte; where rows end is for the table's
/// reader to say.
struct TableCutter {
  private let pool: BlockPool
  private var source: any ByteSource
  private var number = 0
  private var isAtEnd = false

  /// - Parameter pool: where blocks come from; who has read one gives it back.
  init(_ source: any ByteSource, pool: BlockPool) {
    self.source = source
    self.pool = pool
  }

  /// The next block, nil behind the last one. A table of no bytes is one block without any.
  mutating func next() -> TableRun.Block? {
    guard !isAtEnd else { return nil }
    let block = pool.take(capacity: TableRun.headroom + Cutter.target)
    block.count = TableRun.headroom
    var fault: ContainerFault?
    let room = Cutter.target
    do throws(ContainerFault) {
      let got = try source.read(
        into: UnsafeMutableRawBufferPointer(start: block.bytes + block.count, count: room))
      block.count += got
      isAtEnd = got < room
    } catch {
      fault = error
      isAtEnd = true
    }
    defer { number += 1 }
    return TableRun.Block(bytes: block, number: number, isLast: isAtEnd, fault: fault)
  }
}
