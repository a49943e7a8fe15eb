import Foundation
import Store

/// The folder of a plan's database (mode 0700), held by one process that writes at a time: a run, a
/// restore, a prune, a rollback or a retry.
///
/// 1. The kernel's lock on `lock` (flock) is the truth: it ends with the process, however that ends.
/// 2. The lines in `lock` say who holds it and since when; a holder clears them when it ends well.
///    Lines that a dead process has left are taken over, with a word to the operator.
/// 3. Lines of a process that certainly runs, on a lock that was free all the same, mean that the file
///    system does not keep locks: the workspace is refused rather than written by two.
/// 4. A file system without locks, and one that other machines can write to, is refused.
final class Workspace {
  let path: String
  private let lock: Int32

  /// Opens or creates the workspace and takes its lock.
  ///
  /// - Parameters:
  ///   - command: the subcommand that holds it, for whoever comes second.
  ///   - since: the instant as ISO 8601 text.
  ///   - fileSystem: what holds the path, as ``Store/FileSystemKind/of(_:)`` tells.
  ///   - notice: is given what the operator should know, one line.
  /// - Throws: ``RunFailure`` if another process holds it or it cannot be made.
  init(
    path: String, command: String = "run", since: String = "",
    fileSystem: (String) -> FileSystemKind? = { FileSystemKind.of($0) },
    notice: (String) -> Void = { _ in }
  ) throws {
    self.path = path
    switch fileSystem(path) {
    case .network(let type):
      throw StoreError.networkFileSystem(path: "\(path)/ip.sqlite", type: type)
    case .unknown(let type):
      notice(
        "warning: workspace \(path) lies on a file system that is not known (\(type)); where other "
          + "machines can write to it, use --workspace DIR on a local disk")
    case .local, nil: break
    }
    if let failure = FolderCreation.create(path, mode: 0o700) {
      throw RunFailure(
        "cannot make workspace \(path): \(failure.reason); expected a folder that "
          + "\(Workspace.user) may write; correct the path or its rights, or use --workspace DIR")
    }
    lock = try Workspace.takeLock("\(path)/lock", workspace: path, notice: notice)
    Workspace.write(LockHolder.current(command: command, since: since).text, to: lock)
  }

  deinit {
    _ = ftruncate(lock, 0)
    close(lock)
  }

  var databasePath: String { "\(path)/ip.sqlite" }

  /// Whether a night has made a database there.
  static func hasDatabase(_ plan: Plan) -> Bool {
    FileManager.default.fileExists(atPath: "\(plan.workspace)/ip.sqlite")
  }

  private static var user: String {
    getpwuid(geteuid()).map { "user " + String(cString: $0.pointee.pw_name) } ?? "this user"
  }

  private static func takeLock(
    _ file: String, workspace: String, notice: (String) -> Void
  ) throws -> Int32 {
    while true {
      let descriptor = open(file, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        throw RunFailure(
          "cannot write to workspace \(workspace): \(String(cString: strerror(errno))); expected a "
            + "folder that \(user) may write; correct its rights or remount it, or use "
            + "--workspace DIR")
      }
      do {
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
          throw refusal(errno, workspace: workspace, holder: holder(in: descriptor))
        }
        // Whoever deleted the workspace deleted the lock that was just taken.
        guard isStill(descriptor, at: file) else {
          close(descriptor)
          continue
        }
        if let holder = holder(in: descriptor) {
          guard !holder.isAlive else {
            throw RunFailure(
              "workspace \(workspace) is held by \(holder.description), but its file system did not "
                + "keep the lock; use --workspace DIR on a local disk")
          }
          notice(
            "taking over workspace \(workspace) from \(holder.description), which has ended without "
              + "closing it")
        }
        return descriptor
      } catch {
        close(descriptor)
        throw error
      }
    }
  }

  private static func refusal(_ code: Int32, workspace: String, holder: LockHolder?) -> RunFailure {
    guard code == EWOULDBLOCK else {
      return RunFailure(
        "the file system of workspace \(workspace) keeps no locks: "
          + "\(String(cString: strerror(code))); use --workspace DIR on a local disk")
    }
    return RunFailure(
      "another run holds workspace \(workspace)"
        + (holder.map { ": \($0.description)" } ?? "")
        + "; wait for it to end, or use --workspace DIR")
  }

  private static func holder(in descriptor: Int32) -> LockHolder? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let got = pread(descriptor, &bytes, bytes.count, 0)
    return got > 0 ? LockHolder(parsing: String(decoding: bytes[..<got], as: UTF8.self)) : nil
  }

  private static func isStill(_ descriptor: Int32, at file: String) -> Bool {
    var held = stat()
    var found = stat()
    return fstat(descriptor, &held) == 0 && stat(file, &found) == 0
      && held.st_ino == found.st_ino && held.st_dev == found.st_dev
  }

  /// A full disk leaves the lines out, not the lock.
  private static func write(_ text: String, to descriptor: Int32) {
    _ = ftruncate(descriptor, 0)
    let bytes = Array(text.utf8)
    _ = pwrite(descriptor, bytes, bytes.count, 0)
  }
}
