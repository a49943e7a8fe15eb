import Formats
import Records
import Store

/// The files whose records a run counted.
struct RecordSet: Sendable {
  let files: Set<Int64>
  /// The formats and registers of each path.
  let formats: [String: Set<String>]
  let loadedRegisters: Set<String>
  let hasLegalStatus: Bool

  init(_ files: [LedgerFile], in database: IPDatabase) throws {
    self.files = Set(files.map { $0.id })
    formats = Dictionary(
      files.map { ($0.path, Set($0.formats)) }, uniquingKeysWith: { $0.union($1) })
    loadedRegisters = LedgerFile.loadedFormats(files)
    hasLegalStatus = try database.hasLegalStatus(in: self.files)
  }

  /// Of all files that were read, those that counted when a run was published.
  ///
  /// Known to a run is a content that it, or a run before it, has published. Of registers only the
  /// newest known content of a path counts.
  ///
  /// - Parameters:
  ///   - digests: the digests of the contents known to the run.
  ///   - wasRead: whether a row of the ledger itself, and not only its content, was there already.
  static func files(
    known digests: Set<String>, among files: [LedgerFile], wasRead: (LedgerFile) -> Bool
  ) -> [LedgerFile] {
    let known = files.filter { digests.contains($0.sha256) }
    // A register that was read again later stands under its first reading's place in time.
    let read = Set(known.filter { wasRead($0) }.map { $0.sha256 })
    var kept: [LedgerFile] = []
    var registers: [String: LedgerFile] = [:]
    for file in known.sorted(by: { $0.id > $1.id }) {
      let isRegister =
        !file.formats.isEmpty && file.formats.allSatisfy { RegisterKind(formatID: $0) != nil }
      if !isRegister {
        if file.isCurrent { kept.append(file) }
      } else if wasRead(file) || !read.contains(file.sha256), registers[file.path] == nil {
        registers[file.path] = file
      }
    }
    return kept + registers.values.sorted { $0.id < $1.id }
  }
}
