import Foundation
import GRDB

/// The IP database of one workspace: raw records with their source, derived tables, ledgers.
///
/// One connection, since a night has one writer; write-ahead logging, one transaction a file, so a
/// run that is killed at any instant leaves every file wholly in or wholly out.
package final class IPDatabase: Sendable {
  let queue: DatabaseQueue
  package let path: String

  /// Opens or creates the database and brings its schema up to date.
  ///
  /// - Parameters:
  ///   - path: the SQLite file; its folder must exist.
  ///   - busySeconds: how long another connection's lock is waited for.
  /// - Throws: ``StoreError``.
  package init(path: String, busySeconds: Double = 10) throws {
    self.path = path
    if case .network(let type)? = FileSystemKind.of(path) {
      throw StoreError.networkFileSystem(path: path, type: type)
    }
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(busySeconds)
    // A file is stored over several accesses, batch by batch, within one transaction.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA page_size = 16384; PRAGMA synchronous = NORMAL")
      db.add(function: .applicationKey)
      db.add(function: .publicationNumber)
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      let migrator = Schema.migrator
      if try queue.read({ try migrator.hasBeenSuperseded($0) }) {
        throw StoreError.newerSchema(path: path)
      }
      try migrator.migrate(queue)
    } catch {
      throw StoreError(error, path: path) ?? error
    }
  }

  /// Ties the workspace to a plan's name and region, or confirms that it is already tied to them.
  ///
  /// - Throws: ``StoreError/otherWorkspace(path:found:expected:)``.
  package func bind(plan: String, region: String) throws {
    let expected = IPDatabase.binding(plan: plan, region: region)
    try queue.write { db in
      let found = try String.fetchOne(
        db, sql: "SELECT value FROM workspace WHERE key = 'bound-to'")
      if let found, found != expected {
        throw StoreError.otherWorkspace(path: path, found: found, expected: expected)
      }
      try db.execute(
        sql: "INSERT OR IGNORE INTO workspace(key, value) VALUES ('bound-to', ?)",
        arguments: [expected])
    }
  }

  /// Makes the indexes that a first load goes without.
  package func createIndexes() throws {
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: Schema.indexes)
    }
  }

  /// Folds the write-ahead log into the database file.
  package func checkpoint() throws {
    try queue.writeWithoutTransaction { db in
      _ = try db.checkpoint(.truncate)
    }
  }
}
