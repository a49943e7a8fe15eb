#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file being written from the start, through one buffer.
final class OutputFile {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Creates or empties the file.
  init(path: String) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SampleWriteFailure(path: path, errorNumber: errno) }
  }

  deinit { close(descriptor) }

  func append(_ bytes: [UInt8]) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 18 { try flush() }
  }

  func append(_ text: String) throws { try append(Array(text.utf8)) }

  func flush() throws {
    var start = 0
    while start < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw SampleWriteFailure(path: path, errorNumber: errno)
      }
      start += written
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes a whole file.
  static func writeFile(_ bytes: [UInt8], to path: String) throws {
    let file = try OutputFile(path: path)
    try file.append(bytes)
    try file.flush()
  }

  /// Creates a folder and those above it; one that exists is kept.
  static func createFolder(_ path: String) throws {
    var partial = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      partial += part
      if mkdir(partial, 0o755) != 0, errno != EEXIST {
        throw SampleWriteFailure(path: partial, errorNumber: errno)
      }
      partial += "/"
    }
  }
}
