import Foundation
import Records

/// A table on its way through the workers: its blocks are read in their order, one at a time.
///
/// Whoever has a block waits until the one before is read. Blocks are handed out in order, so the
/// first that is not read yet is always with a thread that waits for nothing.
///
/// `@unchecked Sendable`: all mutable state belongs to the thread whose block's turn it is; the turn
/// is guarded by `condition`.
final class TableRun: @unchecked Sendable {
  /// A piece of the table. Its bytes begin behind ``headroom`` free ones.
  struct Block {
    var bytes: ByteBlock
    /// 0 for the table's first block.
    var number: Int
    var isLast: Bool
    /// Why the table ends with this block before its end.
    var fault: ContainerFault?
  }

  /// Room in front of a block's bytes for the row that the block before left unfinished.
  static let headroom = 1 << 16
  /// A row longer than this, in bytes, is passed over.
  static let longestRow = 4 << 20

  private let id: String
  private let reader: any TableReader
  private let condition = NSCondition()
  private var turn = 0
  /// Bytes that were not taken yet.
  private var rest: [UInt8] = []
  /// Whether the rest of a line that is too long is being passed over.
  private var isPassingOver = false

  init(_ table: RecognisedTable) {
    id = table.id
    reader = table.makeReader()
  }

  /// Reads a block when it is its turn.
  func read(_ block: Block, source: Source, into output: inout UnitOutput) {
    condition.withLock { while turn != block.number { condition.wait() } }
    defer {
      condition.withLock {
        turn += 1
        condition.broadcast()
      }
    }
    output.bytes += block.bytes.count - TableRun.headroom
    let before = output.read.records.count
    take(block, source, &output.read)
    output.note(reader, of: source, isWhole: block.isLast)
    if let fault = block.fault { output.read.reject(source, fault.code, fault.reason) }
    output.formats[id, default: 0] += output.read.records.count - before
  }

  private func take(_ block: Block, _ source: Source, _ output: inout ReadOutput) {
    let bytes = block.bytes
    bytes.pad()
    var start = TableRun.headroom
    if isPassingOver {
      while start < bytes.count, bytes.bytes[start] != 0x0A { start += 1 }
      if start == bytes.count { return }
      start += 1
      isPassingOver = false
    }
    let isLast = block.isLast && block.fault == nil
    if rest.count <= start {
      start -= rest.count
      rest.withUnsafeBufferPointer {
        if let base = $0.baseAddress { (bytes.bytes + start).update(from: base, count: $0.count) }
      }
      read(bytes.bytes + start, bytes.count - start, isLast, source, &output)
    } else {
      // A row of more than the headroom: rare enough to be copied.
      var joined = rest
      joined += UnsafeBufferPointer(start: bytes.bytes + start, count: bytes.count - start)
      let count = joined.count
      joined += repeatElement(0, count: ByteBlock.padding)
      joined.withUnsafeBufferPointer { buffer in
        if let base = buffer.baseAddress { read(base, count, isLast, source, &output) }
      }
    }
  }

  private func read(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ isLast: Bool, _ source: Source,
    _ output: inout ReadOutput
  ) {
    let taken = reader.read(
      UnsafeBufferPointer(start: bytes, count: count), isLast: isLast, source: source,
      into: &output)
    let left = isLast ? 0 : max(0, count - taken)
    guard left > TableRun.longestRow else {
      rest = Array(UnsafeBufferPointer(start: bytes + (count - left), count: left))
      return
    }
    reader.passOverRow(longerThan: TableRun.longestRow, source: source, into: &output)
    rest = []
    var next = count - left
    while next < count, bytes[next] != 0x0A { next += 1 }
    if next == count {
      isPassingOver = true
    } else {
      rest = Array(UnsafeBufferPointer(start: bytes + next + 1, count: count - next - 1))
    }
  }
}
