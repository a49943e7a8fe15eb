/// Collects rows and passes them on in large pieces, so that a file of any length needs little
/// memory.
///
/// The sink is called with pieces of at least `capacity` bytes, the last one excepted; whatever it
/// throws ends the writing.
package struct RowStream {
  private var buffer: [UInt8] = []
  private let capacity: Int
  private let sink: ([UInt8]) throws -> Void

  package init(capacity: Int = 1 << 16, sink: @escaping ([UInt8]) throws -> Void) {
    self.capacity = capacity
    self.sink = sink
    buffer.reserveCapacity(capacity + 4096)
  }

  /// Lets `append` add one row to the buffer.
  package mutating func write(_ append: (inout [UInt8]) -> Void) throws {
    append(&buffer)
    if buffer.count >= capacity { try flush() }
  }

  /// Passes on what is left; nothing is written after it.
  package mutating func finish() throws {
    if !buffer.isEmpty { try flush() }
  }

  private mutating func flush() throws {
    try sink(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
