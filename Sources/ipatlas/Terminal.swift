import Foundation

/// Where the command speaks to people: stderr, with progress only on a terminal.
enum Terminal {
  static let isInteractive = isatty(STDERR_FILENO) == 1

  /// Writes one line to stderr.
  static func say(_ line: String) {
    erase()
    write(line + "\n", to: STDERR_FILENO)
  }

  /// Writes one line to stdout.
  static func print(_ line: String) {
    write(line + "\n", to: STDOUT_FILENO)
  }

  /// Shows a passing state on a terminal; elsewhere nothing.
  static func progress(_ line: String) {
    guard isInteractive else { return }
    write("\r\u{1B}[2K" + line, to: STDERR_FILENO)
  }

  static func erase() {
    guard isInteractive else { return }
    write("\r\u{1B}[2K", to: STDERR_FILENO)
  }

  /// Writes all bytes; ends the process quietly where the reader has gone (`| head`).
  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var start = 0
    bytes.withUnsafeBytes { buffer in
      while start < buffer.count {
        let count = Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
        if count < 0 {
          if errno == EINTR { continue }
          exit(errno == EPIPE ? 0 : 2)
        }
        start += count
      }
    }
  }

  private static func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
  }
}
