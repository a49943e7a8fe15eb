import GRDB
import Records

/// A reject that is open, with the content it was found in.
package struct OpenReject: Sendable, Hashable {
  package var reject: Reject
  /// Of the file; ``LedgerFile/unreadableDigest`` where it could not be opened.
  package var sha256: String
  /// The version of the readers that refused it.
  package var reader: String
}

extension IPDatabase {
  /// All open rejects in the order of ``forEachReject(_:)``.
  package func openRejects() throws -> [OpenReject] {
    var files: [String: LedgerFile] = [:]
    var rejects: [OpenReject] = []
    for file in try self.files() where file.isCurrent && file.rejected > 0 {
      files[file.path] = file
    }
    try forEachReject { reject in
      let file = files[reject.source.file]
      rejects.append(
        OpenReject(
          reject: reject, sha256: file?.sha256 ?? LedgerFile.unreadableDigest,
          reader: file?.reader ?? ""))
    }
    return rejects
  }
}
