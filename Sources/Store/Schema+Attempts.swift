extension Schema {
  /// Every attempt of a run, whatever became of it: a retry adds a row and replaces none.
  ///
  /// `run` has one row per run that published; its rows from before this table stand in it as well.
  static let attempts = """
    CREATE TABLE attempt(
      sequence INTEGER PRIMARY KEY,
      plan TEXT NOT NULL, as_of TEXT NOT NULL, tool TEXT NOT NULL, host TEXT,
      started TEXT NOT NULL,
      -- NULL until the attempt has ended; `killed` where the next one found it so.
      ended TEXT, outcome TEXT,
      -- The stage it is in, or ended in; NULL once it has gone through all.
      stage TEXT,
      run TEXT,
      -- Why nothing was published: a word for programs, a line for people.
      code TEXT, reason TEXT,
      -- Files among the inputs, and what the attempt read anew.
      files INTEGER, records INTEGER, rejected INTEGER,
      count INTEGER, value REAL, published TEXT,
      -- The plan as resolved and the digests of its tables, one `key: value` a line.
      settings TEXT, tables TEXT,
      -- JSON: the stages as `run.json` has them, those after it included.
      stages TEXT);
    INSERT INTO attempt(plan, as_of, tool, started, ended, outcome, run, records, rejected, count,
        value, published)
      SELECT plan, as_of, tool, started, finished, 'published', id, records, rejected,
        CASE WHEN value IS NULL THEN NULL ELSE count END, value, published
      FROM run ORDER BY sequence;

    -- When a content was first found among the inputs, and under which name.
    CREATE TABLE arrival(
      sha256 TEXT PRIMARY KEY, path TEXT NOT NULL, arrived TEXT NOT NULL) WITHOUT ROWID;
    INSERT OR IGNORE INTO arrival
      SELECT f.sha256, f.path, r.started FROM file f JOIN run r ON r.id = f.run
      ORDER BY r.sequence, f.path;
    """
}
