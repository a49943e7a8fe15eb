/// A range read from front to back, of which it may be known that more should follow.
final class CutSource: InterruptibleSource {
  private var source: RangeSource
  private let faultAtEnd: ContainerFault?
  private(set) var fault: ContainerFault?

  /// - Parameter fault: why the range ends before its end.
  init(_ range: ByteRange, fault: ContainerFault?) {
    source = RangeSource(range)
    faultAtEnd = fault
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ContainerFault) -> Int {
    let got = try source.read(into: buffer)
    if got < buffer.count { fault = faultAtEnd }
    return got
  }
}
