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
  /// Every input that could be read, with the digest of its content.
  private(set) var contents: [(name: String, sha256: String)] = []
  /// The first name of every known content, by digest.
  private var names: [String: String] = [:]
  /// The digests of all inputs that could be read.
  private var digests: Set<String> = []
  /// The names of the inputs that could not.
  private var unreadable: Set<String> = []
  /// What lay, when last looked at, at a path that holds another content now.
  private var replaced: [ReplacedContent] = []
  fileprivate var seen: [(path: String, seen: SeenPath)] = []

  /// Compares the inputs with the ledger.
  ///
  /// A file whose path, size, time and inode equal what was seen last is not read again to hash it.
  ///
  /// - Parameters:
  ///   - readers: what decides how a file is read; one read otherwise is read again.
  ///   - rehashes: whether every file is hashed all the same.
  package static func find(
    _ inputs: [DiscoveredInput], database: IPDatabase?, readers: String, rehashes: Bool,
    progress: (String) -> Void = { _ in }
  ) throws -> PendingInputs {
    var result = PendingInputs()
    let seen = try database?.seenPaths() ?? [:]
    var current: Set<String> = []
    let answered = try database?.filesWithClosedRejects() ?? []
    for file in try database?.files() ?? []
    where file.isCurrent && file.reader == readers && !answered.contains(file.id) {
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
          result.unreadable.insert(input.name)
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
      result.digests.insert(digest)
      result.contents.append((input.name, digest))
      if let old = seen[input.name], old.sha256 != digest {
        result.replaced.append(ReplacedContent(sha256: old.sha256, path: input.name))
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

  /// Whether the content of a file that was read lies among the inputs, under whatever name.
  private func hold(_ file: LedgerFile) -> Bool {
    digests.contains(file.sha256) || unreadable.contains(file.path)
  }

  /// The files whose records count although their content is no longer among the inputs.
  package func absent(_ files: [LedgerFile]) -> [LedgerFile] {
    files.filter { $0.isCurrent && $0.records > $0.rejected && !hold($0) }
  }

  /// The files that gave no record and are no longer among the inputs: whoever moved them out has
  /// answered their rejects.
  func outdated(_ files: [LedgerFile]) -> [LedgerFile] {
    files.filter { file in
      guard file.isCurrent, !hold(file) else { return false }
      // A register of a header alone gave no record either, but says that it is loaded and empty.
      return file.records == file.rejected && (file.rejected > 0 || file.formats.isEmpty)
    }
  }

  /// What becomes of registers at whose path another content lies now.
  struct Replacements {
    /// They count no more: what replaced them was read.
    var outdated: [LedgerFile] = []
    /// They still count, since what lies at the path now could not be read.
    var kept: [(file: LedgerFile, path: String)] = []
    /// What must be asked again the next night.
    var awaiting: [ReplacedContent] = []
  }

  /// Settles what was replaced, after reading. The path in the ledger alone does not tell it: a register
  /// that lay under two names stands there under one of them.
  func replacements(_ files: [LedgerFile], _ contents: [ReplacedContent]) -> Replacements {
    var result = Replacements()
    let current = files.filter { $0.isCurrent }
    let loaded = Set(current.filter { $0.isLoaded }.map { $0.sha256 })
    let lying = Dictionary(self.contents.map { ($0.name, $0.sha256) }, uniquingKeysWith: { $1 })
    for content in contents {
      let file = current.first { file in
        file.sha256 == content.sha256 && !hold(file) && !file.formats.isEmpty
          && file.formats.allSatisfy { RegisterKind(formatID: $0) != nil }
      }
      guard let file else { continue }
      if let now = lying[content.path], loaded.contains(now) {
        result.outdated.append(file)
      } else {
        if lying[content.path] != nil { result.kept.append((file, content.path)) }
        result.awaiting.append(content)
      }
    }
    return result
  }

  /// Gives known contents the names they lie under now, the first by bytes where there are several:
  /// what is published of a file does not depend on the name it arrived under.
  func rename(in database: IPDatabase) throws { try database.setPaths(names) }

  /// Remembers what lies at each path that was hashed, and what it has replaced.
  func remember(in database: IPDatabase) throws {
    let awaiting = try database.replacedContents()
    try database.setSeen(seen, replaced: awaiting + replaced.filter { !awaiting.contains($0) })
  }
}
