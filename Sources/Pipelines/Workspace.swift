import Foundation

/// The folder of a plan's database (mode 0700), held by one run at a time.
final class Workspace {
  let path: String
  private let lock: Int32

  /// Opens or creates the workspace and takes its lock, which ends with the process.
  ///
  /// - Throws: ``RunFailure`` if another run holds it or it cannot be made.
  init(path: String) throws {
    self.path = path
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    lock = open("\(path)/lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard lock >= 0 else {
      throw RunFailure("cannot write to workspace \(path); check the folder's rights")
    }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      throw RunFailure(
        "another run holds workspace \(path); wait for it to end, or use --workspace DIR")
    }
  }

  deinit { close(lock) }

  var databasePath: String { "\(path)/ip.sqlite" }
}
