/// Bytes that are read from front to back.
protocol ByteSource {
  /// Fills the buffer as far as there are bytes; 0 only at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ContainerFault) -> Int
}

/// A range read from front to back.
struct RangeSource: ByteSource {
  let range: ByteRange
  private var offset = 0

  init(_ range: ByteRange) { self.range = range }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ContainerFault) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    let got = try range.read(at: offset, into: base, count: buffer.count)
    offset += got
    return got
  }
}

/// UTF-16 with a byte order mark, given as UTF-8.
///
/// An unpaired surrogate becomes the byte 0xFF, which the document's check then reports.
struct UTF16Source: ByteSource {
  private var source: any ByteSource
  private let isBigEndian: Bool
  private var pending: [UInt8] = []
  private var rest: [UInt8] = []
  private var isAtEnd = false

  init(_ source: any ByteSource, isBigEndian: Bool) {
    self.source = source
    self.isBigEndian = isBigEndian
  }

  /// The byte order a UTF-16 byte order mark tells, nil where there is none.
  static func byteOrder(_ head: UnsafeBufferPointer<UInt8>) -> Bool? {
    guard head.count >= 2 else { return nil }
    if head[0] == 0xFE, head[1] == 0xFF { return true }
    if head[0] == 0xFF, head[1] == 0xFE { return false }
    return nil
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ContainerFault) -> Int {
    while pending.count < buffer.count, !isAtEnd { try decode() }
    let count = min(pending.count, buffer.count)
    pending.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<count]))
    }
    pending.removeFirst(count)
    return count
  }

  private mutating func decode() throws(ContainerFault) {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    var fault: ContainerFault?
    var got = 0
    chunk.withUnsafeMutableBytes { raw in
      do throws(ContainerFault) {
        got = try source.read(into: raw)
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    if got == 0 {
      isAtEnd = true
      if !rest.isEmpty { pending.append(0xFF) }
      return
    }
    var bytes = rest
    bytes += chunk[..<got]
    rest = []
    var index = 0
    while index + 1 < bytes.count {
      let unit = self.unit(bytes, index)
      if unit & 0xFC00 == 0xD800 {
        guard index + 3 < bytes.count else { break }
        let low = self.unit(bytes, index + 2)
        if low & 0xFC00 == 0xDC00 {
          append(0x1_0000 + ((unit & 0x3FF) << 10) + (low & 0x3FF))
          index += 4
          continue
        }
      }
      if unit & 0xF800 == 0xD800 { pending.append(0xFF) } else { append(unit) }
      index += 2
    }
    rest = Array(bytes[index...])
  }

  private func unit(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    let first = UInt32(bytes[index])
    let second = UInt32(bytes[index + 1])
    return isBigEndian ? first << 8 | second : second << 8 | first
  }

  private mutating func append(_ value: UInt32) {
    guard let scalar = UnicodeScalar(value), let encoded = UTF8.encode(scalar) else { return }
    pending.append(contentsOf: encoded)
  }
}
