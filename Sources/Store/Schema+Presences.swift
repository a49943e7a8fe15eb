extension Schema {
  /// On which days an invention is of the base set; takes the place of `lifespan`, which knew one life of
  /// those that are of the region today.
  ///
  /// - `presence`: derived, one row per invention and stretch of days in the base set by all that is
  ///   known, and one per stretch in which it was taken for one of it until the end of its right was
  ///   published.
  ///
  /// All is judged again, since the table is filled by judging.
  static let presences = """
    DROP TABLE lifespan;
    CREATE TABLE presence(
      application_no TEXT NOT NULL,
      -- ISO days, the last one exclusive; NULL: without end.
      from_on TEXT NOT NULL, until_on TEXT,
      -- NULL: of the base set. Else the day on which the end was published that keeps it out.
      end_published_on TEXT,
      is_lapse INTEGER NOT NULL,
      -- Of a lapse, the first of the days on which the patent counted as high-value as far as was known
      -- until its publication.
      high_value_from TEXT);
    CREATE INDEX presence_by_application ON presence(application_no);
    DELETE FROM workspace WHERE key = 'judged-context';
    """
}
