/// A source of which the first bytes are known already.
struct PeekedSource: ByteSource {
  let head: [UInt8]
  private var taken = 0
  private var source: any ByteSource

  /// - Parameter head: the bytes that were read of it already.
  init(head: [UInt8], _ source: any ByteSource) {
    self.head = head
    self.source = source
  }

  init(_ source: any ByteSource) throws(ContainerFault) {
    var source = source
    var head = [UInt8](repeating: 0, count: 65_536)
    var fault: ContainerFault?
    var got = 0
    head.withUnsafeMutableBytes { raw in
      do throws(ContainerFault) {
        got = try source.read(into: raw)
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    head.removeLast(head.count - got)
    self.head = head
    self.source = source
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ContainerFault) -> Int {
    guard taken < head.count else { return try source.read(into: buffer) }
    let count = min(buffer.count, head.count - taken)
    head.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[taken..<taken + count]))
    }
    taken += count
    guard count < buffer.count else { return count }
    return count
      + (try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...])))
  }
}
