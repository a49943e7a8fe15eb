/// The facts that industry maps are counted from: one file a run, made anew and thrown away.
///
/// Days are ISO text and years numbers, since the SQL over these tables must run unchanged on other engines.
/// Grain: `patent` one row per application; `patent_area` one per application and place it counts in;
/// `patent_industry`, `patent_node`, `patent_code` one per application and label, with the part of the
/// application that falls to the label (`weight`, summing to one over an application and a mapping);
/// `patent_owner` one per application and owner; `mark` one per mark and class.
enum MapSchema {
  static let sql = """
    CREATE TABLE cutoff(day TEXT NOT NULL, year INTEGER NOT NULL);
    CREATE TABLE area(
      area TEXT NOT NULL, name TEXT NOT NULL,
      -- city, county, benchmark, province, store
      level TEXT NOT NULL, position INTEGER NOT NULL,
      -- Registered population, NULL where no register tells.
      persons INTEGER);
    CREATE TABLE industry(
      industry TEXT NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL);
    CREATE TABLE node(
      industry TEXT NOT NULL, node TEXT NOT NULL, name TEXT NOT NULL,
      stage TEXT NOT NULL, stage_name TEXT NOT NULL, parent TEXT, position INTEGER NOT NULL);
    CREATE TABLE code(
      mapping TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, parent TEXT,
      position INTEGER NOT NULL);
    CREATE TABLE ipc_title(place TEXT NOT NULL, title TEXT NOT NULL);
    CREATE TABLE nice_class(class INTEGER NOT NULL, name TEXT NOT NULL);

    CREATE TABLE patent(
      patent INTEGER PRIMARY KEY,
      application_no TEXT NOT NULL,
      -- invention, utility-model, design
      kind TEXT NOT NULL,
      title TEXT,
      -- pending, in-force, ended, closed, undetermined
      state TEXT NOT NULL,
      reason TEXT,
      filed TEXT, filing_year INTEGER,
      granted TEXT, grant_year INTEGER,
      ended TEXT,
      expires TEXT,
      -- Whole years until the term ends, of rights in force.
      remaining_years INTEGER,
      high_value INTEGER NOT NULL,
      combination TEXT NOT NULL,
      -- region, elsewhere, foreign, unresolved
      place TEXT NOT NULL,
      claims INTEGER,
      -- Offices of its simple family, its own included.
      offices INTEGER NOT NULL,
      agency TEXT);
    CREATE TABLE patent_area(patent INTEGER NOT NULL, area TEXT NOT NULL);
    CREATE TABLE patent_industry(
      patent INTEGER NOT NULL, industry TEXT NOT NULL, weight REAL NOT NULL);
    CREATE TABLE patent_node(
      patent INTEGER NOT NULL, industry TEXT NOT NULL, node TEXT NOT NULL, weight REAL NOT NULL);
    CREATE TABLE patent_code(
      patent INTEGER NOT NULL, mapping TEXT NOT NULL, code TEXT NOT NULL, weight REAL NOT NULL);
    CREATE TABLE patent_ipc(
      patent INTEGER NOT NULL, subclass TEXT NOT NULL, is_main INTEGER NOT NULL);
    CREATE TABLE owner(
      owner INTEGER PRIMARY KEY, name TEXT NOT NULL,
      -- enterprise, university, institute, public-body, person, unknown
      kind TEXT NOT NULL,
      variants INTEGER NOT NULL);
    CREATE TABLE patent_owner(
      patent INTEGER NOT NULL, owner INTEGER NOT NULL, position INTEGER NOT NULL);
    CREATE TABLE patent_inventor(
      patent INTEGER NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL);
    CREATE TABLE patent_document(patent INTEGER NOT NULL, number TEXT NOT NULL);
    CREATE TABLE patent_citation(patent INTEGER NOT NULL, number TEXT NOT NULL);
    CREATE TABLE patent_event(
      patent INTEGER NOT NULL,
      -- transferred, licensed, pledged
      kind TEXT NOT NULL,
      day TEXT NOT NULL, year INTEGER NOT NULL,
      -- in, out, within, elsewhere, unknown; of transfers
      direction TEXT NOT NULL);

    -- Every patent once per industry and area it counts in.
    CREATE VIEW counted AS
      SELECT pi.industry, pi.weight, pa.area, p.*
      FROM patent_industry pi
      JOIN patent p ON p.patent = pi.patent
      JOIN patent_area pa ON pa.patent = pi.patent;

    CREATE TABLE mark(
      mark INTEGER PRIMARY KEY, number TEXT NOT NULL, class INTEGER NOT NULL,
      name TEXT, holder TEXT, county TEXT NOT NULL,
      -- valid, …, as in trademarks.csv
      state TEXT NOT NULL,
      registered TEXT, registration_year INTEGER, expires TEXT,
      geographical INTEGER NOT NULL,
      -- Whether it expires within twelve months after the cut-off.
      is_due INTEGER NOT NULL);
    CREATE TABLE class_industry(
      class INTEGER NOT NULL, industry TEXT NOT NULL, weight REAL NOT NULL);
    """

  /// Made after the rows are in.
  static let indexes = """
    CREATE INDEX patent_industry_by_industry ON patent_industry(industry, patent);
    CREATE INDEX patent_area_by_patent ON patent_area(patent, area);
    CREATE INDEX patent_owner_by_patent ON patent_owner(patent, position);
    CREATE INDEX patent_inventor_by_patent ON patent_inventor(patent);
    CREATE INDEX patent_document_by_number ON patent_document(number);
    CREATE INDEX patent_node_by_patent ON patent_node(patent, industry);
    CREATE INDEX patent_code_by_patent ON patent_code(patent, mapping);
    CREATE INDEX patent_event_by_patent ON patent_event(patent);
    ANALYZE;
    """
}
