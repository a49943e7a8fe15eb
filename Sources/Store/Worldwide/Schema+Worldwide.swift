extension Schema {
  /// Publications and legal events that found no dossier of their own: those of other offices, and
  /// what worldwide collections say of Chinese ones. Families, foreign rights and security interests
  /// come from them.
  ///
  /// - `worldwide_publication`: one row per record of one delivery, never overwritten;
  ///   `joining_number` is ``Records/PublishedDocument/joiningNumber``, `chinese` the key of a Chinese
  ///   application;
  /// - `worldwide_mention`: one row per Chinese application listed in a record;
  /// - `worldwide_event`: the same for legal events.
  static let worldwide = """
    CREATE TABLE worldwide_publication(
      id INTEGER PRIMARY KEY,
      file INTEGER NOT NULL REFERENCES file(id),
      member TEXT, position INTEGER NOT NULL,
      format TEXT NOT NULL,
      country TEXT NOT NULL,
      number TEXT NOT NULL,
      kind TEXT NOT NULL,
      joining_number TEXT NOT NULL,
      published INTEGER,
      application_country TEXT, application TEXT,
      chinese INTEGER,
      filed INTEGER,
      family TEXT,
      status TEXT,
      produced INTEGER,
      digest BLOB NOT NULL,
      title TEXT, applicant TEXT,
      stub INTEGER NOT NULL,
      -- The rest of the record as the JSON members that `convert` writes.
      content TEXT NOT NULL);
    CREATE INDEX worldwide_publication_by_family ON worldwide_publication(family)
      WHERE family IS NOT NULL;
    CREATE INDEX worldwide_publication_by_chinese ON worldwide_publication(chinese)
      WHERE chinese IS NOT NULL;
    CREATE INDEX worldwide_publication_by_number
      ON worldwide_publication(country, joining_number, kind);
    CREATE INDEX worldwide_publication_by_file ON worldwide_publication(file);

    -- Chinese applications that a record lists as members of its family.
    CREATE TABLE worldwide_mention(publication INTEGER NOT NULL, chinese INTEGER NOT NULL);
    CREATE INDEX worldwide_mention_by_chinese ON worldwide_mention(chinese);
    CREATE INDEX worldwide_mention_by_publication ON worldwide_mention(publication);

    CREATE TABLE worldwide_event(
      id INTEGER PRIMARY KEY,
      file INTEGER NOT NULL REFERENCES file(id),
      member TEXT, position INTEGER NOT NULL,
      format TEXT NOT NULL,
      country TEXT NOT NULL,
      application TEXT,
      number TEXT, kind TEXT, joining_number TEXT,
      identifier TEXT,
      code TEXT, name TEXT, class TEXT,
      published INTEGER, effective INTEGER,
      digest BLOB NOT NULL,
      details TEXT NOT NULL);
    CREATE INDEX worldwide_event_by_number ON worldwide_event(country, joining_number);
    CREATE INDEX worldwide_event_by_application ON worldwide_event(country, application);
    CREATE INDEX worldwide_event_by_file ON worldwide_event(file);
    """
}
