import Foundation

/// Makes folders with the system's own reason where one cannot be made.
enum FolderCreation {
  struct Failure {
    /// The folder that could not be made.
    var path: String
    var code: Int32

    var reason: String { "\(path): \(String(cString: strerror(code)))" }
  }

  /// Makes the folder and those above it that are missing; nil where it exists afterwards.
  ///
  /// - Parameter mode: of the last folder; those above get 0755.
  static func create(_ path: String, mode: mode_t = 0o755) -> Failure? {
    var made = ""
    let parts = path.split(separator: "/")
    for (index, part) in parts.enumerated() {
      made += index == 0 && !path.hasPrefix("/") ? String(part) : "/" + part
      if mkdir(made, index == parts.count - 1 ? mode : 0o755) == 0 { continue }
      let code = errno
      var status = stat()
      if stat(made, &status) == 0 {
        guard status.st_mode & S_IFMT == S_IFDIR else { return Failure(path: made, code: ENOTDIR) }
      } else {
        return Failure(path: made, code: code)
      }
    }
    return nil
  }
}
