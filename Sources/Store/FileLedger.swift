import GRDB

/// One file that has been read: what it was, where it lay, what it gave.
package struct LedgerFile: Sendable, Hashable {
  package var id: Int64
  package var path: String
  /// 64 hexadecimal digits.
  package var sha256: String
  package var bytes: Int64
  /// The version of the readers that read it.
  package var reader: String
  /// The run that published what the file gave; nil until one has.
  package var run: String?
  /// The ids of the formats and registers it holds, sorted and joined by `+`.
  package var format: String
  /// Records read, rejected ones included.
  package var records: Int
  package var rejected: Int
  /// Index and image members that hold no record.
  package var ignored: Int
  /// Whether the rows still count: a newer version of the same register replaces the older one.
  package var isCurrent: Bool

  package init(
    path: String, sha256: String, bytes: Int64, reader: String, format: String, ignored: Int
  ) {
    id = 0
    self.path = path
    self.sha256 = sha256
    self.bytes = bytes
    self.reader = reader
    self.format = format
    self.ignored = ignored
    records = 0
    rejected = 0
    isCurrent = true
  }

  fileprivate init(_ row: Row) {
    id = row["id"]
    path = row["path"]
    sha256 = row["sha256"]
    bytes = row["bytes"]
    reader = row["reader"]
    run = row["run"]
    format = row["format"]
    records = row["records"]
    rejected = row["rejected"]
    ignored = row["ignored"]
    isCurrent = row["current"]
  }
}

/// What lay at a path when it was last looked at.
package struct SeenPath: Sendable, Hashable {
  package var bytes: Int64
  package var modified: Int64
  package var inode: Int64
  package var sha256: String

  package init(bytes: Int64, modified: Int64, inode: Int64, sha256: String) {
    self.bytes = bytes
    self.modified = modified
    self.inode = inode
    self.sha256 = sha256
  }
}

extension LedgerFile {
  /// Stands for the digest of a file that could not be opened; such a file is tried again each run.
  package static let unreadableDigest = String(repeating: "0", count: 64)

  /// Stands for the version of the readers where the file, or a part of it, could not be read although
  /// its digest was known: it vanished meanwhile, or a disk failed. It is read again each run.
  package static let interruptedReader = ""

  /// What stands for the file in the identity of a run. A file that was read in part gives another run
  /// than the whole file.
  package var identity: String {
    reader == LedgerFile.interruptedReader ? "\(sha256) interrupted" : sha256
  }

  /// Whether it gave what it holds: a record at least, or it was read to the end without any to give.
  package var isLoaded: Bool {
    !format.isEmpty && (records > rejected || records == 0)
  }

  /// The ids of the formats and registers it holds.
  package var formats: [String] { format.split(separator: "+").map(String.init) }

  /// The ids of the formats and registers that files really gave: with a record at least, or read to
  /// the end without any to give. A register of which every row was refused is not loaded.
  package static func loadedFormats(_ files: [LedgerFile]) -> Set<String> {
    Set(files.filter { $0.records > $0.rejected || $0.records == 0 }.flatMap { $0.formats })
  }
}

extension IPDatabase {
  /// All files read so far, in the order of their paths.
  package func files() throws -> [LedgerFile] {
    try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM file ORDER BY path, id").map { LedgerFile($0) }
    }
  }

  /// The files that count although rejects of theirs were closed, by id: another content lay at their
  /// path. Where one comes back, it is read again.
  package func filesWithClosedRejects() throws -> Set<Int64> {
    try queue.read { db in
      try Int64.fetchSet(
        db,
        sql: """
          SELECT id FROM file f WHERE current = 1 AND rejected > 0
            AND rejected > (SELECT COUNT(*) FROM reject WHERE file = f.id)
          """)
    }
  }

  /// Whether any publication that founds a dossier was read; without one there is nothing to count in.
  package func hasPublications() throws -> Bool {
    try queue.read { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM publication)") ?? false
    }
  }

  /// Whether any legal event was read; without one nothing is known to be in force.
  package func hasLegalStatus() throws -> Bool {
    try queue.read { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM event)") ?? false
    }
  }

  /// What lay at each path when it was last looked at.
  package func seenPaths() throws -> [String: SeenPath] {
    try queue.read { db in
      var seen: [String: SeenPath] = [:]
      let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM seen")
      while let row = try cursor.next() {
        seen[row["path"]] = SeenPath(
          bytes: row["bytes"], modified: row["modified"], inode: row["inode"],
          sha256: row["sha256"])
      }
      return seen
    }
  }

  /// Sets the paths of current files, by digest; a file that has its path already is not written.
  package func setPaths(_ paths: [String: String]) throws {
    let changed = try files().filter { file in
      file.isCurrent && paths[file.sha256].map { $0 != file.path } ?? false
    }
    guard !changed.isEmpty else { return }
    try queue.write { db in
      for file in changed {
        try db.execute(
          sql: "UPDATE file SET path = ? WHERE id = ?", arguments: [paths[file.sha256], file.id])
        // Evidence names the file.
        try db.touchApplications(of: file.id)
      }
    }
  }

  /// Remembers what lies at paths, and in one step which registers' contents it has replaced: a kill
  /// between the two would let them count for ever.
  package func setSeen(
    _ paths: [(path: String, seen: SeenPath)], replaced: [ReplacedContent]
  ) throws {
    guard !paths.isEmpty || !replaced.isEmpty else { return }
    try queue.write { db in
      if !replaced.isEmpty { try db.setReplaced(replaced) }
      for (path, seen) in paths {
        try db.execute(
          sql: "INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?, ?)",
          arguments: [path, seen.bytes, seen.modified, seen.inode, seen.sha256])
      }
    }
  }

  /// Counts a run and gives the new number, so that every seventh can look at all bytes again.
  package func countRun() throws -> Int {
    try queue.write { db in
      let old =
        try Int.fetchOne(
          db, sql: "SELECT CAST(value AS INTEGER) FROM workspace WHERE key = 'runs'") ?? 0
      try db.execute(
        sql: "INSERT OR REPLACE INTO workspace(key, value) VALUES ('runs', ?)",
        arguments: [String(old + 1)])
      return old + 1
    }
  }
}
