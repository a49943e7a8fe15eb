import Foundation

/// The lines of a large file, read in blocks and given as bytes.
struct LineStream: ~Copyable {
  private let descriptor: Int32
  private var buffer: [UInt8]
  private var filled = 0
  private var next = 0
  private var hasEnded = false
  /// The current line without its end; nil before the first and after the last.
  private var line: Range<Int>?

  /// - Throws: ``RunFailure`` where the file cannot be opened.
  init(path: String) throws {
    descriptor = open(path, O_RDONLY)
    buffer = [UInt8](repeating: 0, count: 1 << 20)
    guard descriptor >= 0 else {
      throw RunFailure("cannot read \(path): \(String(cString: strerror(errno)))")
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Moves to the next line; false after the last.
  mutating func advance() throws -> Bool {
    var searched = next
    while true {
      let end = buffer.withUnsafeBytes { bytes -> Int? in
        guard let start = bytes.baseAddress, searched < filled,
          let found = memchr(start + searched, 0x0A, filled - searched)
        else { return nil }
        return start.distance(to: UnsafeRawPointer(found))
      }
      if let end {
        line = next..<end
        next = end + 1
        return true
      }
      if hasEnded {
        guard next < filled else {
          line = nil
          return false
        }
        line = next..<filled
        next = filled
        return true
      }
      searched = filled - next
      try refill()
    }
  }

  /// Calls `body` with the current line's bytes.
  borrowing func withLine<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
    try buffer.withUnsafeBytes { bytes in
      try body(UnsafeRawBufferPointer(rebasing: bytes[line ?? 0..<0]))
    }
  }

  /// Moves what is left to the buffer's front and reads on; a line longer than the buffer makes it
  /// grow.
  private mutating func refill() throws {
    if next > 0 {
      buffer.withUnsafeMutableBytes { bytes in
        if let start = bytes.baseAddress { memmove(start, start + next, filled - next) }
      }
      filled -= next
      next = 0
    }
    if filled == buffer.count {
      buffer.append(contentsOf: repeatElement(0, count: buffer.count))
    }
    let start = filled
    let got = buffer.withUnsafeMutableBytes { bytes -> Int in
      guard let base = bytes.baseAddress else { return -1 }
      while true {
        let got = read(descriptor, base + start, bytes.count - start)
        if got >= 0 || errno != EINTR { return got }
      }
    }
    guard got >= 0 else {
      throw RunFailure("cannot read a published file: \(String(cString: strerror(errno)))")
    }
    filled += got
    hasEnded = got == 0
  }
}
