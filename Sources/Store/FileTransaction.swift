import GRDB
import Records

/// A record ready to be stored: the reader's value and the JSON text of what has no column.
package struct StorableRecord: Sendable {
  package var record: ExportRecord
  /// Range of the record's content in the batch's bytes; empty for rows of tables.
  package var content: Range<Int>
  /// Whether only the stub is kept (the plan's `scope: {others: stub}`).
  package var isStub: Bool
  /// Whether it is an event that moves a patent into the plan's region; told only where stubs are kept.
  package var movesIntoRegion: Bool

  package init(
    record: ExportRecord, content: Range<Int>, isStub: Bool = false, movesIntoRegion: Bool = false
  ) {
    self.record = record
    self.content = content
    self.isStub = isStub
    self.movesIntoRegion = movesIntoRegion
  }
}

/// Stores one file: its records, its rejects and its ledger row in one transaction, or nothing.
///
/// Begin with ``IPDatabase/beginFile(_:)``, add batches, then ``commit(_:)``; a transaction that is
/// dropped without commit is rolled back.
package final class FileTransaction {
  private let database: IPDatabase
  private let file: Int64
  /// The last rows before the file's own.
  private let before: LastRows
  private var formats = FormatTally()
  private var records = 0
  private var rejected = 0
  private var isOpen = true

  init(database: IPDatabase, file: Int64, before: LastRows) {
    self.database = database
    self.file = file
    self.before = before
  }

  deinit {
    if isOpen { try? database.queue.inDatabase { try $0.execute(sql: "ROLLBACK") } }
  }

  /// Adds a batch. `bytes` holds the content of its records.
  package func add(
    _ batch: [StorableRecord], bytes: [UInt8], rejects: [Reject]
  ) throws {
    try database.queue.inDatabase { db in
      var writer = try RecordWriter(db, file: file)
      for item in batch { try writer.write(item, bytes: bytes) }
      for reject in rejects { try writer.write(reject) }
    }
    for item in batch { formats.add(item.record) }
    records += batch.count + rejects.count
    rejected += rejects.count
  }

  /// Takes back all that was added.
  package func rollBack() throws {
    try database.queue.inDatabase { try $0.execute(sql: "ROLLBACK") }
    isOpen = false
  }

  /// Writes the ledger row and commits. `ledger.records` and `ledger.rejected` are counted here.
  package func commit(_ ledger: LedgerFile, isRegister: Bool) throws {
    try database.queue.inDatabase { db in
      // A register is an office's living table: a new version replaces the older one whole, unless not
      // one row of it could be read.
      if isRegister, records > rejected || records == 0 {
        let replaced = try Int64.fetchAll(
          db, sql: "SELECT id FROM file WHERE path = ? AND id <> ? AND current = 1",
          arguments: [ledger.path, file])
        for old in replaced { try db.touchApplications(of: old) }
        try db.execute(
          sql: "UPDATE file SET current = 0 WHERE path = ? AND id <> ?",
          arguments: [ledger.path, file])
      }
      // The same bytes read by an older reader: its rows give way to these.
      let replaced = try Int64.fetchAll(
        db, sql: "SELECT id FROM file WHERE sha256 = ? AND sha256 <> ? AND id <> ?",
        arguments: [ledger.sha256, LedgerFile.unreadableDigest, file])
      for old in replaced {
        try db.touchApplications(of: old)
        try db.deleteRows(of: old)
      }
      // An older content of this path that gave nothing but rejects has no rows to count; a register
      // of a header alone says that it is loaded and empty.
      try db.execute(
        sql: "UPDATE file SET current = 0 WHERE path = ? AND id <> ? "
          + "AND records = rejected AND (rejected > 0 OR format = '')",
        arguments: [ledger.path, file])
      // What the older content of this path left open has been answered by the newer content; of one
      // that could not be read at all nothing is known but that.
      try db.execute(
        sql: """
          DELETE FROM reject WHERE file IN
            (SELECT id FROM file WHERE path = ?1 AND id <> ?2 AND (sha256 = ?4 OR ?3 <> ?4))
          """,
        arguments: [ledger.path, file, ledger.sha256, LedgerFile.unreadableDigest])
      try db.execute(
        sql: """
          UPDATE file SET path = ?, sha256 = ?, bytes = ?, reader = ?, format = ?, records = ?,
            rejected = ?, ignored = ?, current = 1 WHERE id = ?
          """,
        arguments: [
          ledger.path, ledger.sha256, ledger.bytes, ledger.reader, ledger.format, records,
          rejected, ledger.ignored, file,
        ])
      try db.note(file, after: before, formats: formats)
      try db.touchApplications(of: file)
      try db.execute(sql: "COMMIT")
    }
    isOpen = false
  }
}

extension IPDatabase {
  /// Opens the transaction of one file.
  package func beginFile() throws -> FileTransaction {
    let (id, before) = try queue.inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      let before = try db.lastRows()
      try db.execute(
        sql: """
          INSERT INTO file(path, sha256, bytes, reader, format, records, rejected, ignored, current)
          VALUES ('', '', 0, '', '', 0, 0, 0, 0)
          """)
      return (db.lastInsertedRowID, before)
    }
    return FileTransaction(database: self, file: id, before: before)
  }
}
