import Foundation

/// Single files that upkeep writes and looks at.
enum UpkeepFile {
  /// Writes a file beside, syncs it and renames it over the old one.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let temporary = path + ".tmp"
    let descriptor = open(temporary, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw UpkeepFailure.system("open", temporary) }
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = UpkeepFailure.system("write", temporary)
        close(descriptor)
        _ = unlink(temporary)
        throw failure
      }
      start += count
    }
    let isSynced = fsync(descriptor) == 0
    close(descriptor)
    guard isSynced, rename(temporary, path) == 0 else {
      throw UpkeepFailure.system("rename", temporary)
    }
  }

  /// Copies a file to one that does not exist yet, and syncs it.
  static func copy(_ source: String, to target: String) throws {
    let input = open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw UpkeepFailure.system("open", source) }
    defer { close(input) }
    let output = open(target, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw UpkeepFailure.system("open", target) }
    defer { close(output) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let got = read(input, &buffer, buffer.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw UpkeepFailure.system("read", source) }
      if got == 0 { break }
      var start = 0
      while start < got {
        let count = buffer[start..<got].withUnsafeBytes {
          Glibc.write(output, $0.baseAddress, $0.count)
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw UpkeepFailure.system("write", target) }
        start += count
      }
    }
    guard fsync(output) == 0 else { throw UpkeepFailure.system("fsync", target) }
  }

  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
