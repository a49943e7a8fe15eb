import Formats
import Records
import Store

/// What discovery found: which inputs must be read, and which the database knows already.
package struct PendingInputs: Sendable {
  package struct Pending: Sendable {
    package var input: DiscoveredInput
    package var sha256: String
  }

  /// Inputs whose content has not been read by this version of the readers, in the order of names.
  package var toRead: [Pending] = []
  /// Inputs whose content is in the database.
  package var known: [DiscoveredInput] = []
  /// The first name of every known content, by digest.
  private var names: [String: String] = [:]
  fileprivate var seen: [(path: String, seen: SeenPath)] = []

  /// Compares the inputs with the ledger.
  ///
  /// A file whose path, size, time and inode equal what was seen last is not read again to hash it.
  ///
  /// - Parameter rehashes: whether every file is hashed all the same.
  package static func find(
    _ inputs: [DiscoveredInput], database: IPDatabase?, rehashes: Bool,
    progress: (String) -> Void = { _ in }
  ) throws -> PendingInputs {
    var result = PendingInputs()
    let seen = try database?.seenPaths() ?? [:]
    var current: Set<String> = []
    for file in try database?.files() ?? []
    where file.isCurrent && file.reader == Version.readers {
      current.insert(file.sha256)
    }
    var promised: Set<String> = []
    for input in inputs {
      let digest: String
      if !rehashes, let old = seen[input.name], old.bytes == input.bytes,
        old.modified == input.modified, old.inode == input.inode
      {
        digest = old.sha256
      } else {
        progress("hashing \(input.name)")
        do {
          digest = try FileDigest.sha256(
            volumes: input.volumes.isEmpty ? [input.path] : input.volumes
          ).text
        } catch {
          // The reader meets the same fault and rejects the file with its reason.
          result.toRead.append(Pending(input: input, sha256: LedgerFile.unreadableDigest))
          continue
        }
        result.seen.append(
          (
            input.name,
            SeenPath(
              bytes: input.bytes, modified: input.modified, inode: input.inode, sha256: digest)
          ))
      }
      if current.contains(digest) {
        result.known.append(input)
        if result.names[digest] == nil { result.names[digest] = input.name }
      } else if !promised.insert(digest).inserted {
        result.known.append(input)
      } else {
        result.toRead.append(Pending(input: input, sha256: digest))
      }
    }
    return result
  }

  /// Gives known contents the names they lie under now, the first by bytes where there are several:
  /// what is published of a file does not depend on the name it arrived under.
  func rename(in database: IPDatabase) throws { try database.setPaths(names) }

  /// Remembers what lies at each path that was hashed.
  func remember(in database: IPDatabase) throws { try database.setSeen(seen) }
}
