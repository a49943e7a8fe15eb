import Crypto
import Foundation
import Records

/// A published file in the making: bytes are buffered, hashed and counted as they are written.
final class OutputFile {
  let name: String
  private let path: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var hash = SHA256()
  private(set) var byteCount = 0

  init(folder: String, name: String) throws {
    self.name = name
    let path = "\(folder)/\(name)"
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw OutputFile.failure(path) }
    self.path = path
    self.handle = handle
    buffer.reserveCapacity(1 << 16)
  }

  func write(_ bytes: some Sequence<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try flush() }
  }

  func write(_ text: String) throws { try write(text.utf8) }

  /// Writes what is buffered and closes; gives the file's digest.
  func close() throws -> ContentDigest? {
    try flush()
    // Some file systems tell only now that the disk is full.
    guard (try? handle.close()) != nil else { throw OutputFile.failure(path) }
    return ContentDigest(bytes: hash.finalize())
  }

  private func flush() throws {
    guard !buffer.isEmpty else { return }
    hash.update(data: buffer)
    byteCount += buffer.count
    var start = 0
    try buffer.withUnsafeBytes { bytes in
      while start < bytes.count {
        let count = Glibc.write(
          handle.fileDescriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
        if count < 0 {
          if errno == EINTR { continue }
          throw OutputFile.failure(path)
        }
        start += count
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// `errno` says why.
  private static func failure(_ path: String) -> RunFailure {
    RunFailure(
      "cannot write \(path): \(String(cString: strerror(errno))); check the folder's rights and the "
        + "free space")
  }
}
