import GRDB

/// The database's schema and its migrations: one step a released version, never edited afterwards.
///
/// Grain of the tables:
/// - `file`: one row per content that was read (the ledger of files); `seen`: one per path;
/// - `publication`, `event`: one row per record of one delivery, never overwritten;
/// - the tables of ``RegisterTable``: one row per row of a register;
/// - `reject`: one row per record or file that could not be read;
/// - `run`: one row per run that published; `attempt`: one per attempt, whatever became of it;
///   `run_digest`: one per published record;
/// - `dossier`, `label`: derived, each run judges anew what may have changed for its own cut-off
///   date.
///
/// Dates are integers `yyyymmdd` (00 for a missing month or day) in the raw tables, since terms are
/// compared there by the million, and ISO text in the derived tables, since SQL texts must run
/// unchanged on other engines. `application` is ``Records/ApplicationNumber/key``.
enum Schema {
  /// The indexes are made after a first load, which is about four times faster than before it.
  static let indexes = """
    CREATE INDEX IF NOT EXISTS publication_by_application ON publication(application);
    CREATE INDEX IF NOT EXISTS event_by_application ON event(application);
    CREATE INDEX IF NOT EXISTS publication_by_number ON publication(number, application);
    CREATE INDEX IF NOT EXISTS publication_by_parent ON publication(parent, application)
      WHERE parent IS NOT NULL;
    CREATE INDEX IF NOT EXISTS trademark_by_number ON trademark(office, number);
    """

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: raw records, ledger, derived tables") { db in
      try db.execute(sql: version1)
    }
    migrator.registerMigration("2: further registers") { db in
      try db.execute(sql: furtherRegisters)
    }
    migrator.registerMigration("3: worldwide publications and events") { db in
      try db.execute(sql: worldwide)
    }
    migrator.registerMigration("4: trademarks") { db in
      try db.execute(sql: trademarks)
    }
    migrator.registerMigration("5: incremental judging") { db in
      try db.execute(sql: incremental)
    }
    migrator.registerMigration("6: attempts of runs") { db in
      try db.execute(sql: attempts)
    }
    migrator.registerMigration("7: digests of runs") { db in
      try db.execute(sql: runDigests)
    }
    migrator.registerMigration("8: incremental judging of marks") { db in
      try db.execute(sql: incrementalMarks)
    }
    migrator.registerMigration("9: presences in the base set") { db in
      try db.execute(sql: presences)
    }
    migrator.registerMigration("10: events that move a patent into the region") { db in
      try db.execute(sql: movesIntoRegion)
    }
    migrator.registerMigration("11: members of archives that rows of registers lie in") { db in
      for table in registersOfVersion11 {
        try db.execute(sql: "ALTER TABLE \(table) ADD COLUMN archive_member TEXT")
      }
    }
    return migrator
  }

  private static let version1 = """
    CREATE TABLE workspace(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

    CREATE TABLE file(
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      reader TEXT NOT NULL,
      -- The id of the run that published what the file gave; NULL until one has.
      run TEXT,
      format TEXT NOT NULL,
      records INTEGER NOT NULL,
      rejected INTEGER NOT NULL,
      ignored INTEGER NOT NULL,
      -- 0: a newer version of the register, or a newer reader, has replaced the rows.
      current INTEGER NOT NULL);
    CREATE INDEX file_by_digest ON file(sha256);
    CREATE INDEX file_by_path ON file(path);

    -- Which content lies at a path, as long as size, time and inode stay the same.
    CREATE TABLE seen(
      path TEXT PRIMARY KEY, bytes INTEGER NOT NULL, modified INTEGER NOT NULL,
      inode INTEGER NOT NULL, sha256 TEXT NOT NULL) WITHOUT ROWID;

    CREATE TABLE reject(
      file INTEGER NOT NULL REFERENCES file(id),
      member TEXT, position INTEGER NOT NULL, record TEXT,
      code TEXT NOT NULL, reason TEXT NOT NULL);

    CREATE TABLE publication(
      id INTEGER PRIMARY KEY,
      file INTEGER NOT NULL REFERENCES file(id),
      member TEXT, position INTEGER NOT NULL,
      format TEXT NOT NULL,
      application INTEGER NOT NULL,
      number TEXT NOT NULL,
      kind TEXT NOT NULL,
      published INTEGER,
      invention INTEGER NOT NULL,
      status TEXT,
      produced INTEGER,
      digest BLOB NOT NULL,
      filed INTEGER,
      filed_internationally INTEGER,
      parent INTEGER,
      title TEXT,
      assignee TEXT, assignee_country TEXT, assignee_postcode TEXT, assignee_address TEXT,
      assignee_province TEXT, assignee_city TEXT, assignee_county TEXT,
      applicant TEXT, applicant_country TEXT, applicant_postcode TEXT, applicant_address TEXT,
      applicant_province TEXT, applicant_city TEXT, applicant_county TEXT,
      -- The other patentees, separated by U+001F: name, U+001E, address.
      co_patentees TEXT,
      stub INTEGER NOT NULL);

    -- The rest of a record as the JSON members that `convert` writes.
    CREATE TABLE publication_content(id INTEGER PRIMARY KEY, content TEXT NOT NULL);

    CREATE TABLE event(
      id INTEGER PRIMARY KEY,
      file INTEGER NOT NULL REFERENCES file(id),
      member TEXT, position INTEGER NOT NULL,
      format TEXT NOT NULL,
      application INTEGER NOT NULL,
      identifier TEXT,
      code TEXT, name TEXT,
      published INTEGER, produced INTEGER,
      digest BLOB NOT NULL,
      details TEXT NOT NULL);

    CREATE TABLE pledge(
      file INTEGER NOT NULL REFERENCES file(id), position INTEGER NOT NULL,
      registration TEXT NOT NULL, patent TEXT NOT NULL, pledgor TEXT, pledgee TEXT,
      registered INTEGER NOT NULL, released INTEGER, amount INTEGER);
    CREATE TABLE award(
      file INTEGER NOT NULL REFERENCES file(id), position INTEGER NOT NULL,
      patent TEXT NOT NULL, award TEXT NOT NULL, level TEXT NOT NULL, year INTEGER NOT NULL,
      session TEXT, link TEXT, origin TEXT);
    CREATE TABLE family_member(
      file INTEGER NOT NULL REFERENCES file(id), position INTEGER NOT NULL,
      patent TEXT NOT NULL, member TEXT, country TEXT, granted INTEGER, granted_on INTEGER,
      ceased_on INTEGER, family_kind TEXT NOT NULL, checked_on INTEGER);
    CREATE TABLE population(
      file INTEGER NOT NULL REFERENCES file(id), position INTEGER NOT NULL,
      region INTEGER NOT NULL, year INTEGER NOT NULL, persons INTEGER NOT NULL, origin TEXT);
    CREATE TABLE industry_decision(
      file INTEGER NOT NULL REFERENCES file(id), position INTEGER NOT NULL,
      patent TEXT NOT NULL, industry TEXT NOT NULL, belongs INTEGER NOT NULL,
      decided_by TEXT, decided_on INTEGER, reason TEXT);

    CREATE TABLE run(
      sequence INTEGER PRIMARY KEY,
      id TEXT NOT NULL, plan TEXT NOT NULL, as_of TEXT NOT NULL, tool TEXT NOT NULL,
      started TEXT NOT NULL, finished TEXT NOT NULL, records INTEGER NOT NULL,
      rejected INTEGER NOT NULL, count INTEGER NOT NULL, value REAL, published TEXT NOT NULL);

    -- Base set, and inventions that only missing facts keep out of it (standing, region).
    CREATE TABLE dossier(
      application_no TEXT PRIMARY KEY,
      standing TEXT NOT NULL,
      place TEXT NOT NULL,
      region TEXT,
      county TEXT,
      publication_no TEXT, title TEXT, owner TEXT, address TEXT,
      filing_date TEXT, grant_date TEXT, ipc_main TEXT,
      in_base INTEGER NOT NULL,
      high_value INTEGER NOT NULL,
      high_value_upper INTEGER NOT NULL,
      combination TEXT NOT NULL,
      sei_codes TEXT NOT NULL,
      ipc_only INTEGER NOT NULL,
      with_keywords INTEGER NOT NULL,
      through_transfer INTEGER NOT NULL,
      -- What the place or the standing lacks, in Chinese; NULL where neither lacks anything.
      missing TEXT,
      evidence TEXT NOT NULL) WITHOUT ROWID;

    CREATE TABLE label(
      application_no TEXT NOT NULL, criterion TEXT NOT NULL, verdict TEXT NOT NULL,
      missing TEXT,
      PRIMARY KEY(application_no, criterion)) WITHOUT ROWID;
    """

  /// The tables of registers when rows began to say which member of an archive they were read from.
  private static let registersOfVersion11 = [
    "pledge", "award", "family_member", "population", "industry_decision", "market_entities",
    "enterprise", "annual_fee", "licence", "protected_mark", "madrid", "gi_product",
    "owner_decision", "indicator",
  ]

  private static let furtherRegisters = """
    CREATE TABLE market_entities(
      file INTEGER NOT NULL REFERENCES file(id), position INTEGER NOT NULL,
      region INTEGER NOT NULL, year INTEGER NOT NULL, count INTEGER NOT NULL);
    CREATE TABLE enterprise(
      file INTEGER NOT NULL REFERENCES file(id), position INTEGER NOT NULL,
      name TEXT NOT NULL, uscc TEXT, list TEXT NOT NULL, year INTEGER, region INTEGER,
      industry TEXT);
    CREATE TABLE annual_fee(
      file INTEGER NOT NULL REFERENCES file(id), position INTEGER NOT NULL,
      patent TEXT NOT NULL, fee_year INTEGER NOT NULL, due_on INTEGER NOT NULL, paid_on INTEGER);
    CREATE TABLE licence(
      file INTEGER NOT NULL REFERENCES file(id), position INTEGER NOT NULL,
      record TEXT NOT NULL, patent TEXT NOT NULL, licensor TEXT, licensee TEXT, kind TEXT,
      recorded_on INTEGER NOT NULL);
    CREATE TABLE protected_mark(
      file INTEGER NOT NULL REFERENCES file(id), position INTEGER NOT NULL,
      mark TEXT NOT NULL, class INTEGER NOT NULL, registration TEXT, list TEXT, owner TEXT);
    CREATE TABLE madrid(
      file INTEGER NOT NULL REFERENCES file(id), position INTEGER NOT NULL,
      number TEXT NOT NULL, mark TEXT, holder TEXT NOT NULL, registered_on INTEGER NOT NULL,
      expires_on INTEGER,
      -- Separated by U+001F.
      designations TEXT);
    CREATE TABLE gi_product(
      file INTEGER NOT NULL REFERENCES file(id), position INTEGER NOT NULL,
      name TEXT NOT NULL, announcement TEXT NOT NULL, announced_on INTEGER, place TEXT);
    CREATE TABLE owner_decision(
      file INTEGER NOT NULL REFERENCES file(id), position INTEGER NOT NULL,
      name TEXT NOT NULL, canonical TEXT NOT NULL, reason TEXT, decided_by TEXT,
      decided_on INTEGER);
    CREATE TABLE indicator(
      file INTEGER NOT NULL REFERENCES file(id), position INTEGER NOT NULL,
      indicator TEXT NOT NULL, year INTEGER NOT NULL, value REAL NOT NULL, unit TEXT, origin TEXT);
    """
}
