import GRDB

/// What a database file says of itself, read without changing it.
package struct StoreState: Sendable, Hashable {
  /// The plan and region it is bound to, as ``IPDatabase/binding(plan:region:)`` writes them.
  package var boundTo: String?
  /// The name of its last migration.
  package var schema: String
  /// Whether a newer version of the tool wrote it.
  package var isNewer: Bool
  package var lastRun: String?
  package var files: Int

  /// - Throws: ``StoreError``: damaged, or no database.
  package static func of(_ path: String) throws -> StoreState {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return try queue.read { db in
        let migrator = Schema.migrator
        guard try db.tableExists("workspace"), try db.tableExists("file") else {
          throw StoreError.sqlite(
            path: path, fault: .notADatabase, message: "it has no tables of ipatlas")
        }
        return StoreState(
          boundTo: try String.fetchOne(
            db, sql: "SELECT value FROM workspace WHERE key = 'bound-to'"),
          schema: try migrator.completedMigrations(db).last ?? "",
          isNewer: try migrator.hasBeenSuperseded(db),
          lastRun: try String.fetchOne(
            db, sql: "SELECT id FROM run ORDER BY sequence DESC LIMIT 1"),
          files: try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM file") ?? 0)
      }
    } catch {
      throw StoreError(error, path: path) ?? error
    }
  }

  /// What `PRAGMA integrity_check` finds in a file, nothing where it is sound; at most 100 lines.
  package static func integrityFaults(of path: String) throws -> [String] {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return try queue.read { try faults($0) }
    } catch {
      throw StoreError(error, path: path) ?? error
    }
  }

  static func faults(_ db: Database) throws -> [String] {
    let lines = try String.fetchAll(db, sql: "PRAGMA integrity_check")
    return lines == ["ok"] ? [] : lines
  }
}

extension IPDatabase {
  /// What a workspace is bound to.
  package static func binding(plan: String, region: String) -> String {
    "plan \"\(plan)\", region \(region)"
  }

  /// Copies the database as it stands at one instant to a new file of its own, without a log beside
  /// it; a night may go on writing meanwhile.
  ///
  /// - Parameter path: must not exist. May lie on a network file system: nobody else opens it.
  package func copy(to path: String) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = OFF")
    }
    do {
      let target = try DatabaseQueue(path: path, configuration: configuration)
      try queue.backup(to: target)
      try target.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
      }
      try target.close()
    } catch {
      throw StoreError(error, path: path) ?? error
    }
  }

  /// Ends the connection; the log is folded into the file where no other process has it open.
  package func close() throws { try queue.close() }
}
