extension Schema {
  /// What lets a night judge again only the marks that it must, as ``incremental`` does for patents.
  ///
  /// - `file_marks`: one row per file that gave records of marks: which rows of `trademark`. A file that
  ///   was read before this table has none;
  /// - `touched_mark`: marks of which something was delivered, replaced or renamed since the last run
  ///   that published. Without a number: the rows of the table of agencies;
  /// - `judged_mark`: one row per mark that may be the region's: the days between which the last
  ///   judgement of all its classes holds. NULL is "without bound". A mark of another place is so on
  ///   every day, and has no row.
  static let incrementalMarks = """
    CREATE TABLE file_marks(
      file INTEGER PRIMARY KEY REFERENCES file(id),
      -- The last row before the file's first, and the file's last.
      marks_after INTEGER NOT NULL, marks_to INTEGER NOT NULL);

    CREATE TABLE touched_mark(
      office TEXT NOT NULL, number TEXT, UNIQUE(office, number));

    CREATE TABLE judged_mark(
      office TEXT NOT NULL, number TEXT NOT NULL,
      valid_from INTEGER, valid_until INTEGER,
      PRIMARY KEY(office, number)) WITHOUT ROWID;

    DELETE FROM workspace WHERE key = 'marks-ground';
    """
}
