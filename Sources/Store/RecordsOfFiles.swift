import GRDB
import Records

/// What was read of applications and registers with the file of each record, whether it counts today
/// or not: what an earlier run knew is told by its files.
extension IPDatabase {
  /// The publications and events of applications, each by its file, without rows of registers; an
  /// application of which nothing was read is left out.
  ///
  /// - Complexity: O(records of these applications).
  package func records(
    of applications: some Sequence<ApplicationNumber>,
    _ body: (StoredApplication) throws -> Void
  ) throws {
    try queue.read { db in
      var paths: [Int64: String] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT id, path FROM file") {
        paths[row["id"]] = row["path"]
      }
      for number in applications {
        var item = StoredApplication(
          application: number, publications: [], events: [], registers: RegisterRows())
        var publications = try RawStatement(
          db, "SELECT * FROM publication WHERE application = \(number.key) ORDER BY id")
        while try publications.next() {
          item.publications.append(try publications.publication(number, paths: paths))
        }
        var events = try RawStatement(
          db, "SELECT * FROM event WHERE application = \(number.key) ORDER BY id")
        while try events.next() { item.events.append(try events.event(number, paths: paths)) }
        if !item.publications.isEmpty || !item.events.isEmpty { try body(item) }
      }
    }
  }

  /// Gives the rows of a register from some files, be they replaced by another content or not, in the
  /// order of path and row.
  ///
  /// - Parameter applications: leaves out rows that name another application by its number, if given;
  ///   rows that name a publication all come.
  package func forEachRow<Item: StoredRegisterRow>(
    of type: Item.Type, in files: Set<Int64>, naming applications: [ApplicationNumber]? = nil,
    _ body: (Item, Int64) throws -> Void
  ) throws {
    var condition = ""
    var arguments = StatementArguments()
    if let applications {
      condition = "AND (t.patent IN (SELECT value FROM json_each(?)) OR t.patent LIKE 'CN%')"
      let numbers = applications.map { "\"\($0.canonical)\"" }.joined(separator: ",")
      arguments = ["[\(numbers)]"]
    }
    let list = files.sorted().map { String($0) }.joined(separator: ",")
    try queue.read { db in
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT t.*, f.path AS path FROM \(Item.table.rawValue) t JOIN file f ON f.id = t.file
          WHERE t.file IN (\(list)) \(condition) ORDER BY f.path, f.id, t.archive_member, t.position
          """, arguments: arguments)
      while let row = try cursor.next() {
        try body(try Item(RegisterColumns(row, of: Item.table)), row["file"])
      }
    }
  }

  /// Whether any of the files gave a legal event.
  package func hasLegalStatus(in files: Set<Int64>) throws -> Bool {
    let list = files.sorted().map { String($0) }.joined(separator: ",")
    return try queue.read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM event WHERE file IN (\(list)))") ?? false
    }
  }
}
