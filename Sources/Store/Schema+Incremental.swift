extension Schema {
  /// What lets a night judge again only what it must.
  ///
  /// - `file_rows`: one row per file that was read: which rows of the large tables it gave. Rows of
  ///   one file lie together, since one transaction writes them;
  /// - `file_format`: one row per file and format: what the file gave of it, so that no run counts
  ///   the records themselves;
  /// - `touched`: applications of which something was delivered, replaced or renamed since the last
  ///   run that published;
  /// - `judged`: one row per invention: the days between which its last judgement holds. NULL is
  ///   "without bound";
  /// - `unclassified`, `family_disagreement`, `reading`, `lifespan`: derived beside `dossier`, and
  ///   rewritten with it.
  static let incremental = """
    CREATE TABLE file_rows(
      file INTEGER PRIMARY KEY REFERENCES file(id),
      -- The last row before the file's first, and the file's last.
      publications_after INTEGER NOT NULL, publications_to INTEGER NOT NULL,
      events_after INTEGER NOT NULL, events_to INTEGER NOT NULL);

    CREATE TABLE file_format(
      file INTEGER NOT NULL REFERENCES file(id),
      format TEXT NOT NULL,
      records INTEGER NOT NULL,
      -- The newest day of publication, and whether the format gave legal events of dossiers.
      newest INTEGER,
      gives_events INTEGER NOT NULL,
      PRIMARY KEY(file, format)) WITHOUT ROWID;

    CREATE TABLE touched(application INTEGER PRIMARY KEY);

    CREATE TABLE judged(
      application INTEGER PRIMARY KEY,
      valid_from INTEGER, valid_until INTEGER,
      -- Bit 0: in force (or undetermined) and of the region; bit 1: has events of pledges.
      flags INTEGER NOT NULL);

    -- Rows of registers, by table, that named nothing that was delivered when last looked at.
    CREATE TABLE unmatched(
      register TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY(register, row)) WITHOUT ROWID;

    CREATE TABLE unclassified(
      application INTEGER NOT NULL, code TEXT, name TEXT, count INTEGER NOT NULL);
    CREATE INDEX unclassified_by_application ON unclassified(application);

    CREATE TABLE family_disagreement(
      application_no TEXT NOT NULL, member TEXT NOT NULL, kind TEXT NOT NULL,
      register_value TEXT, register_file TEXT, register_member TEXT, register_position INTEGER,
      bulk_value TEXT NOT NULL,
      bulk_file TEXT NOT NULL, bulk_member TEXT, bulk_position INTEGER NOT NULL);
    CREATE INDEX family_disagreement_by_application ON family_disagreement(application_no);

    -- Base set, and inventions that only missing facts keep out of it (standing, region). The rows
    -- are narrow, since they are counted every night; the evidence lies in a table of its own.
    DROP TABLE dossier;
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
      -- The five verdicts in the order of the definition, separated by `;`; empty where none was
      -- asked for.
      verdicts TEXT NOT NULL,
      sei_codes TEXT NOT NULL,
      ipc_only INTEGER NOT NULL,
      with_keywords INTEGER NOT NULL,
      through_transfer INTEGER NOT NULL,
      malformed INTEGER NOT NULL,
      -- What the place or the standing lacks, in Chinese; NULL where neither lacks anything.
      missing TEXT) WITHOUT ROWID;

    -- One line of `evidence.ndjson` per patent of the region.
    CREATE TABLE evidence(application_no TEXT PRIMARY KEY, line TEXT NOT NULL) WITHOUT ROWID;

    -- Under which other readings of open settings a patent is of the base set, and counts: one bit a
    -- reading.
    CREATE TABLE reading(
      application_no TEXT PRIMARY KEY, base INTEGER NOT NULL, counts INTEGER NOT NULL)
      WITHOUT ROWID;

    -- Inventions of the region that were granted: from when to when they were in force.
    CREATE TABLE lifespan(
      application_no TEXT PRIMARY KEY,
      granted_on TEXT NOT NULL, ended_on TEXT,
      -- Of an end that was lapse: the day the lapse was published, and the first day, not before its
      -- effect, on which the patent counted as high-value as far as was known until then.
      lapse_published_on TEXT, high_value_from TEXT) WITHOUT ROWID;

    INSERT INTO file_format
      SELECT file, format, SUM(records), MAX(newest), MAX(gives_events) FROM (
        SELECT file, format, COUNT(*) AS records, MAX(published) AS newest, 0 AS gives_events
          FROM publication GROUP BY file, format
        UNION ALL
        SELECT file, format, COUNT(*), MAX(published), 1 FROM event GROUP BY file, format
        UNION ALL
        SELECT file, format, COUNT(*), MAX(published), 0 FROM worldwide_publication
          GROUP BY file, format
        UNION ALL
        SELECT file, format, COUNT(*), MAX(published), 0 FROM worldwide_event
          GROUP BY file, format
        UNION ALL
        SELECT s.file, s.format, COUNT(*), NULL, 0
          FROM trademark t JOIN trademark_source s ON s.id = t.origin GROUP BY s.file, s.format)
      GROUP BY file, format;
    """
}
