import GRDB

/// The last rows of the large tables before a file's own.
struct LastRows {
  var publication: Int64
  var event: Int64
  var trademark: Int64
}

extension Database {
  func lastRows() throws -> LastRows {
    LastRows(
      publication: try Int64.fetchOne(self, sql: "SELECT MAX(id) FROM publication") ?? 0,
      event: try Int64.fetchOne(self, sql: "SELECT MAX(id) FROM event") ?? 0,
      trademark: try Int64.fetchOne(self, sql: "SELECT MAX(id) FROM trademark") ?? 0)
  }

  /// Notes which rows a file gave, and what of each format.
  func note(_ file: Int64, after before: LastRows, formats: FormatTally) throws {
    let last = try lastRows()
    try execute(
      sql: "INSERT OR REPLACE INTO file_rows VALUES (?, ?, ?, ?, ?)",
      arguments: [file, before.publication, last.publication, before.event, last.event])
    try noteMarks(file, after: before)
    for (format, count) in formats.all() {
      try execute(
        sql: "INSERT OR REPLACE INTO file_format VALUES (?, ?, ?, ?, ?)",
        arguments: [file, format, count.records, count.newest, count.givesEvents])
    }
  }

  /// Marks the applications and trademarks that a file says something of, so that the next run judges
  /// them again.
  ///
  /// Before the first judgement nothing is marked, since that one judges everything. - Complexity:
  /// O(the file's rows); O(linked applications of the region) for worldwide data.
  func touchApplications(of file: Int64) throws {
    try touchMarks(of: file)
    if try givesRegisterRows(file) { try forgetUnmatched() }
    guard try isJudged() else { return }
    let publications = try condition(file, "publications", alias: "p")
    let events = try condition(file, "events", alias: "e")
    try execute(
      sql: """
        INSERT OR IGNORE INTO touched SELECT p.application FROM publication p WHERE \(publications);
        INSERT OR IGNORE INTO touched SELECT e.application FROM event e WHERE \(events);
        -- A register that names a publication means the first application with its number.
        INSERT OR IGNORE INTO touched SELECT o.application
          FROM publication p JOIN publication o ON o.number = p.number WHERE \(publications);
        """)
    for table in Database.patentRegisters {
      try execute(
        sql: """
          INSERT OR IGNORE INTO touched SELECT application FROM (
            SELECT COALESCE(application_key(patent), (SELECT MIN(p.application) FROM publication p
              WHERE p.number = publication_number(patent))) AS application
            FROM \(table.rawValue) WHERE file = ?)
          WHERE application IS NOT NULL
          """, arguments: [file])
    }
    let isWorldwide =
      try Bool.fetchOne(
        self,
        sql: """
          SELECT EXISTS (SELECT 1 FROM worldwide_publication WHERE file = ?1)
            OR EXISTS (SELECT 1 FROM worldwide_event WHERE file = ?1)
          """, arguments: [file]) ?? false
    if isWorldwide {
      // Which families a record joins or leaves, only all of them together tell.
      try execute(
        sql: """
          INSERT OR IGNORE INTO touched SELECT application FROM judged
          WHERE flags & 1 = 1 AND application IN (
            SELECT chinese FROM worldwide_publication WHERE chinese IS NOT NULL
            UNION SELECT chinese FROM worldwide_mention)
          """)
    }
  }

  /// The registers that name patents and decide about them.
  private static let patentRegisters: [RegisterTable] = [
    .pledge, .award, .familyMember, .industryDecision,
  ]

  private func givesRegisterRows(_ file: Int64) throws -> Bool {
    try Database.patentRegisters.contains { table in
      try Bool.fetchOne(
        self, sql: "SELECT EXISTS (SELECT 1 FROM \(table.rawValue) WHERE file = ?)",
        arguments: [file]) ?? false
    }
  }

  /// Deletes what a file gave to the large tables, and takes it out of count.
  func deleteRows(of file: Int64) throws {
    // What named its publications may name nothing now.
    try forgetUnmatched()
    try deleteMarks(of: file)
    let publications = try condition(file, "publications", alias: "publication")
    let events = try condition(file, "events", alias: "event")
    try execute(
      sql: """
        DELETE FROM publication_content WHERE id IN
          (SELECT id FROM publication WHERE \(publications));
        DELETE FROM publication WHERE \(publications);
        DELETE FROM event WHERE \(events);
        DELETE FROM worldwide_mention WHERE publication IN
          (SELECT id FROM worldwide_publication WHERE file = \(file));
        DELETE FROM worldwide_publication WHERE file = \(file);
        DELETE FROM worldwide_event WHERE file = \(file);
        DELETE FROM file_format WHERE file = \(file);
        DELETE FROM file_rows WHERE file = \(file);
        DELETE FROM reject WHERE file = \(file);
        UPDATE file SET current = 0 WHERE id = \(file);
        """)
  }

  /// Whether a judgement has been written that later ones may keep.
  func isJudged() throws -> Bool {
    try setting(KeptJudgements.inventions.contextKey) != nil
  }

  /// A condition for the rows a file gave, by their range where it is known.
  private func condition(_ file: Int64, _ rows: String, alias: String) throws -> String {
    let range = try Row.fetchOne(
      self, sql: "SELECT \(rows)_after, \(rows)_to FROM file_rows WHERE file = ?",
      arguments: [file])
    guard let range else { return "\(alias).file = \(file)" }
    return "\(alias).id > \(range[0] as Int64) AND \(alias).id <= \(range[1] as Int64) "
      + "AND \(alias).file = \(file)"
  }
}
