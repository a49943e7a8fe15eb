import Foundation

/// Renames and links whose effect is looked at afterwards: a network file system may lose one that it
/// has acknowledged, or carry out one that it has reported as failed.
struct FileMoves {
  /// As rename(2).
  var rename: (String, String) -> Int32 = { Glibc.rename($0, $1) }
  /// How often what did not take place is tried.
  var attempts = 5
  /// Waits before another attempt, given its number from 1.
  var pause: (Int) -> Void = { usleep(useconds_t($0 * 50_000)) }

  /// Renames a folder to a name that is free.
  ///
  /// - Throws: ``RunFailure`` if afterwards the folder does not lie under its new name alone.
  func moveFolder(_ old: String, to new: String) throws {
    guard let identity = FileMoves.identity(of: old) else { throw FileMoves.failure("rename", old) }
    try repeating("rename", old, to: new) {
      FileMoves.identity(of: new) == identity && FileMoves.identity(of: old) == nil
    }
  }

  /// Points a relative link at a target, by making it beside and renaming it over the old one.
  func switchLink(_ link: String, to target: String, by temporary: String) throws {
    for attempt in 1...attempts {
      _ = unlink(temporary)
      guard symlink(target, temporary) == 0, FileMoves.target(of: temporary) == target else {
        if attempt < attempts, errno == EEXIST || errno == ESTALE {
          pause(attempt)
          continue
        }
        throw FileMoves.failure("symlink", temporary)
      }
      let result = rename(temporary, link)
      let code = errno
      if FileMoves.target(of: link) == target, FileMoves.identity(of: temporary) == nil { return }
      if result != 0, code != ENOENT, code != ESTALE {
        errno = code
        throw FileMoves.failure("rename", temporary)
      }
      if attempt < attempts { pause(attempt) }
    }
    throw FileMoves.lost(temporary, link)
  }

  private func repeating(
    _ call: String, _ old: String, to new: String, hasTakenPlace: () -> Bool
  ) throws {
    for attempt in 1...attempts {
      let result = rename(old, new)
      let code = errno
      if hasTakenPlace() { return }
      if result != 0, code != ENOENT, code != ESTALE {
        errno = code
        throw FileMoves.failure(call, old)
      }
      if attempt < attempts { pause(attempt) }
    }
    throw FileMoves.lost(old, new)
  }

  /// The target of a link as it stands, nil where there is no link.
  static func target(of link: String) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: link)
  }

  /// Device and inode of what lies at a path, links not followed.
  private static func identity(of path: String) -> [UInt64]? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  /// `errno` says why.
  static func failure(_ call: String, _ path: String) -> RunFailure {
    RunFailure(
      "cannot publish: \(call) of \(path) failed: \(String(cString: strerror(errno))); "
        + "check the folder's rights and the free space")
  }

  private static func lost(_ old: String, _ new: String) -> RunFailure {
    RunFailure(
      "cannot publish: the file system of \(new) acknowledged a rename of \(old) that did not take "
        + "place; run again, or publish to a folder on a local disk")
  }
}
