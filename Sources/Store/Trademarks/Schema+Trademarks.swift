extension Schema {
  /// Trademarks: what deliveries said, and what a run made of it.
  ///
  /// - `trademark_source`: one row per table or document, so that a row need not repeat its names;
  /// - `trademark`: one row per record of one delivery, never overwritten;
  /// - `mark`: derived, one row per office, number and class of the region, or of a place that could
  ///   not be resolved; rewritten by each run;
  /// - `mark_holder`: derived, one row per such mark and holder who lives in the region.
  static let trademarks = """
    CREATE TABLE trademark_source(
      id INTEGER PRIMARY KEY,
      file INTEGER NOT NULL REFERENCES file(id),
      member TEXT,
      format TEXT NOT NULL,
      -- The table of CNIPA's open data; NULL for whole marks.
      part TEXT);
    CREATE INDEX trademark_source_by_file ON trademark_source(file);

    CREATE TABLE trademark(
      id INTEGER PRIMARY KEY,
      origin INTEGER NOT NULL REFERENCES trademark_source(id),
      position INTEGER NOT NULL,
      office TEXT NOT NULL,
      number TEXT,
      -- One class in a row of a table, NULL where it has none or the mark has several.
      class INTEGER,
      item TEXT,
      digest BLOB NOT NULL,
      produced INTEGER,
      delivery TEXT,
      international TEXT, origin_office TEXT,
      classes TEXT, edition TEXT, groups TEXT,
      filed INTEGER, registered INTEGER, term_start INTEGER, expires INTEGER,
      is_registered INTEGER NOT NULL,
      status TEXT, status_on INTEGER, in_force INTEGER,
      name TEXT, kind TEXT,
      geographical INTEGER, well_known INTEGER, joint INTEGER, deleted_item INTEGER,
      -- Each of several by U+001F: name, Latin name, address, country, by U+001E.
      holders TEXT,
      -- Each of several by U+001F: code, name, date, issue, by U+001E.
      events TEXT,
      -- The rest of the record: JSON members of a whole mark, labels and values of a row.
      content TEXT);

    CREATE TABLE mark(
      office TEXT NOT NULL,
      number TEXT NOT NULL,
      -- 0 where the record names no class.
      class INTEGER NOT NULL,
      name TEXT, kind TEXT, holder TEXT, co_holders TEXT NOT NULL, address TEXT,
      place TEXT NOT NULL,
      region TEXT, county TEXT,
      filing_date TEXT, registration_date TEXT, expiry_date TEXT,
      state TEXT NOT NULL,
      period TEXT, period_end TEXT,
      geographical INTEGER NOT NULL, well_known INTEGER NOT NULL, outgoing INTEGER NOT NULL,
      edition TEXT, groups TEXT NOT NULL,
      missing TEXT,
      source TEXT NOT NULL,
      format TEXT NOT NULL,
      PRIMARY KEY(office, number, class)) WITHOUT ROWID;

    CREATE TABLE mark_holder(
      office TEXT NOT NULL, number TEXT NOT NULL, class INTEGER NOT NULL,
      -- The name as it is compared, after the office's own decisions on owners.
      holder TEXT NOT NULL, kind TEXT NOT NULL, county TEXT NOT NULL,
      PRIMARY KEY(office, number, class, holder)) WITHOUT ROWID;
    """
}
