import GRDB

/// Why the IP database refuses to work.
package enum StoreError: Error, Sendable {
  /// The workspace belongs to another plan or region.
  case otherWorkspace(path: String, found: String, expected: String)
  /// The database was written by a newer version of the tool.
  case newerSchema(path: String)
  /// A stored value cannot be read back.
  case damaged(table: String, column: String, value: String)
  /// The database would lie where other machines can write to it.
  case networkFileSystem(path: String, type: String)
  /// SQLite cannot open, read or write the file.
  case sqlite(path: String?, fault: Fault, message: String)

  /// What hinders SQLite.
  package enum Fault: Sendable {
    case corrupt, notADatabase, readOnly, cannotOpen, full, busy, inputOutput, other
  }

  /// One line: what was found, what was expected, what to do.
  package var reason: String {
    switch self {
    case .otherWorkspace(let path, let found, let expected):
      return "workspace \(path) belongs to \(found), this plan is \(expected); "
        + "give each plan a workspace of its own with --workspace DIR"
    case .newerSchema(let path):
      return "database \(path) was written by a newer version of ipatlas; install that version, "
        + "restore a backup of this version's (ipatlas store restore FILE), or read the inputs again "
        + "into a new workspace with --workspace DIR"
    case .damaged(let table, let column, let value):
      return "database table \(table), column \(column) holds \"\(value)\", which cannot be read "
        + "back; restore a backup (ipatlas store restore FILE), or delete the workspace and read the "
        + "inputs again"
    case .networkFileSystem(let path, let type):
      return
        "database \(path) would lie on a network file system (\(type)), where SQLite's locks and "
        + "write-ahead log are not safe; expected a disk of this machine; give one with "
        + "--workspace DIR"
    case .sqlite(let path, let fault, let message):
      return "database\(path.map { " \($0)" } ?? "") \(StoreError.text(of: fault)): \(message); "
        + StoreError.remedy(of: fault)
    }
  }

  /// What SQLite's own error means for the database at a path; nil for other errors.
  package init?(_ error: any Error, path: String?) {
    guard let error = error as? DatabaseError else { return nil }
    let fault: Fault
    switch error.resultCode {
    case .SQLITE_CORRUPT: fault = .corrupt
    case .SQLITE_NOTADB: fault = .notADatabase
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: fault = .readOnly
    case .SQLITE_CANTOPEN: fault = .cannotOpen
    case .SQLITE_FULL: fault = .full
    case .SQLITE_BUSY, .SQLITE_LOCKED: fault = .busy
    case .SQLITE_IOERR: fault = .inputOutput
    default: fault = .other
    }
    let message = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    self = .sqlite(
      path: path, fault: fault,
      message: message + (error.sql.map { fault == .other ? " in \"\($0)\"" : "" } ?? ""))
  }

  private static func text(of fault: Fault) -> String {
    switch fault {
    case .corrupt: "is damaged"
    case .notADatabase: "is no SQLite database"
    case .readOnly: "cannot be written"
    case .cannotOpen: "cannot be opened"
    case .full: "has no room left on its disk"
    case .busy: "is held by another process"
    case .inputOutput: "could not be read or written"
    case .other: "refused a statement"
    }
  }

  private static func remedy(of fault: Fault) -> String {
    switch fault {
    case .corrupt, .notADatabase:
      "restore a backup (ipatlas store restore FILE), or delete the workspace and read the inputs "
        + "again; look at the disk first"
    case .readOnly, .cannotOpen:
      "expected a folder that this user may write; correct its rights or remount it, or use "
        + "--workspace DIR"
    case .full: "free space on the disk and run again: what was stored is kept"
    case .busy: "end the process that holds it, such as an open sqlite3, and run again"
    case .inputOutput: "look at the disk and its free space (dmesg, df), then ipatlas store check"
    case .other: "run ipatlas store check"
    }
  }
}
