/// A reused buffer of whole documents, with room for the zero bytes scanners read past the end.
///
/// `@unchecked Sendable`: a block belongs to one thread at a time; it is handed over under a lock.
final class ByteBlock: @unchecked Sendable {
  static let padding = 16

  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  var count = 0

  init(capacity: Int = 65_536) {
    self.capacity = capacity
    bytes = .allocate(capacity: capacity + ByteBlock.padding)
  }

  deinit { bytes.deallocate() }

  /// Makes room for so many bytes, keeping those that are there.
  func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(
      capacity: max(wanted, capacity * 2) + ByteBlock.padding)
    larger.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = larger
    capacity = max(wanted, capacity * 2)
  }

  func append(_ source: UnsafeBufferPointer<UInt8>) {
    guard let start = source.baseAddress else { return }
    reserve(count + source.count)
    (bytes + count).update(from: start, count: source.count)
    count += source.count
  }

  /// Writes the zero bytes behind the last byte.
  func pad() { (bytes + count).update(repeating: 0, count: ByteBlock.padding) }

  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }
}
