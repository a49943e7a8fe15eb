import Foundation

/// Blocks that were read and may be filled again.
///
/// Blocks of a megabyte that one thread allocates and another one frees cost a quarter of the time on
/// two threads, most of it in page faults.
///
/// `@unchecked Sendable`: the blocks are guarded by `lock`.
final class BlockPool: @unchecked Sendable {
  /// More are never under way, unless many threads read.
  private static let limit = 16
  /// Larger blocks held single large documents, which are rare.
  private static let capacityLimit = 4 << 20

  private let lock = NSLock()
  private var blocks: [ByteBlock] = []

  /// An empty block with room for so many bytes.
  func take(capacity: Int) -> ByteBlock {
    guard let block = lock.withLock({ blocks.popLast() }) else {
      return ByteBlock(capacity: capacity)
    }
    block.count = 0
    block.reserve(capacity)
    return block
  }

  func give(_ block: ByteBlock) {
    guard block.capacity <= BlockPool.capacityLimit else { return }
    lock.withLock { if blocks.count < BlockPool.limit { blocks.append(block) } }
  }
}
