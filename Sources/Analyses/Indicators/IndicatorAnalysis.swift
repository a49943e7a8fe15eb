import Records
import Store

/// Counts indicator 1 over the derived tables.
///
/// The SQL keeps to what SQLite, DuckDB, PostgreSQL and Spark all read: CASE, GROUP BY, standard
/// aggregates, dates as ISO text. Grain of `dossier`: one row per application number; of `label`: one
/// row per application number and criterion.
package struct IndicatorAnalysis {
  /// All that the derived tables say of the indicator; population, targets and origin come beside.
  package struct Counts: Sendable {
    package var base = BaseSetCounts(
      validInventions: 0, undeterminedInForce: 0, unresolvedRegion: 0)
    package var count = 0
    package var countUpper = 0
    package var bands = IndustryBands(ipcOnly: 0, withKeywords: 0)
    package var criteria: [CriterionCounts] = []
    package var overlap: [CriteriaCombination] = []
    /// High-value patents by the code they are counted under; codes without any have no entry.
    package var byCounty: [RegionCode: Int] = [:]
  }

  private let database: IPDatabase

  package init(_ database: IPDatabase) { self.database = database }

  /// Counts everything in a few passes over the derived tables.
  package func counts() throws -> Counts {
    var counts = Counts()
    try countBase(&counts)
    counts.base.missingStanding = try missingStanding()
    try countCriteria(&counts)
    try database.query(
      """
      SELECT combination, COUNT(*) AS patents FROM dossier
      WHERE in_base = 1 AND high_value = 1 GROUP BY combination ORDER BY combination
      """
    ) { row in
      let ids: String = row["combination"]
      let criteria = ids.split(separator: ";").compactMap {
        HighValueCriterion(rawValue: String($0))
      }
      counts.overlap.append(CriteriaCombination(criteria, count: row["patents"]))
    }
    try database.query(
      """
      SELECT county, COUNT(*) AS patents FROM dossier
      WHERE in_base = 1 AND high_value = 1 GROUP BY county ORDER BY county
      """
    ) { row in
      if let code = RegionCode(row["county"] as String) { counts.byCounty[code] = row["patents"] }
    }
    return counts
  }

  private func countBase(_ counts: inout Counts) throws {
    try database.query(
      """
      SELECT
        SUM(CASE WHEN in_base = 1 THEN 1 ELSE 0 END) AS valid,
        SUM(CASE WHEN standing = 'undetermined' AND place = 'region' THEN 1 ELSE 0 END) AS unknown,
        SUM(CASE WHEN standing = 'in-force' AND place = 'unresolved' THEN 1 ELSE 0 END) AS unplaced,
        SUM(CASE WHEN in_base = 1 AND high_value = 1 THEN 1 ELSE 0 END) AS high,
        SUM(CASE WHEN place = 'region' AND high_value_upper = 1 THEN 1 ELSE 0 END) AS upper,
        SUM(CASE WHEN in_base = 1 AND ipc_only = 1 THEN 1 ELSE 0 END) AS ipc_only,
        SUM(CASE WHEN in_base = 1 AND with_keywords = 1 THEN 1 ELSE 0 END) AS with_keywords,
        SUM(CASE WHEN in_base = 1 AND high_value = 1 AND through_transfer = 0 THEN 1 ELSE 0 END)
          AS without_transfers
      FROM dossier
      """
    ) { row in
      counts.base = BaseSetCounts(
        validInventions: row["valid"] ?? 0, undeterminedInForce: row["unknown"] ?? 0,
        unresolvedRegion: row["unplaced"] ?? 0)
      counts.count = row["high"] ?? 0
      counts.countUpper = row["upper"] ?? 0
      counts.bands = IndustryBands(
        ipcOnly: row["ipc_only"] ?? 0, withKeywords: row["with_keywords"] ?? 0,
        withoutTransfers: row["without_transfers"] ?? 0)
    }
  }

  /// What patents of the region lack for it to be known whether they are in force, the most first.
  private func missingStanding() throws -> [MissingMaterial] {
    var materials: [MissingMaterial] = []
    try database.query(
      """
      SELECT missing, COUNT(*) AS patents FROM dossier
      WHERE standing = 'undetermined' AND place = 'region'
      GROUP BY missing ORDER BY COUNT(*) DESC, missing
      """
    ) { row in
      materials.append(
        MissingMaterial(reason: row["missing"] ?? "原因未载明", count: row["patents"]))
    }
    return materials
  }

  private func countCriteria(_ counts: inout Counts) throws {
    var answers: [String: Int] = [:]
    try database.query(
      """
      SELECT verdicts, COUNT(*) AS patents FROM dossier WHERE in_base = 1 GROUP BY verdicts
      """
    ) { row in
      let verdicts: String = row["verdicts"]
      for (criterion, verdict) in zip(
        HighValueCriterion.allCases, verdicts.split(separator: ";"))
      {
        answers["\(criterion.id) \(verdict)", default: 0] += row["patents"] as Int
      }
    }
    var missing: [String: [String: Int]] = [:]
    try database.query(
      """
      SELECT l.criterion, l.missing, COUNT(*) AS patents
      FROM label l JOIN dossier d ON d.application_no = l.application_no
      WHERE d.in_base = 1 AND l.verdict = 'undetermined' GROUP BY l.criterion, l.missing
      """
    ) { row in
      let reasons: String = row["missing"] ?? ""
      // One patent may lack several things: it stands under each of them.
      for reason in Set(reasons.split(separator: "\u{1F}")) {
        missing[row["criterion"], default: [:]][String(reason), default: 0] += row["patents"] as Int
      }
    }
    counts.criteria = HighValueCriterion.allCases.map { criterion in
      CriterionCounts(
        criterion: criterion, met: answers["\(criterion.id) met"] ?? 0,
        notMet: answers["\(criterion.id) not_met"] ?? 0,
        undetermined: answers["\(criterion.id) undetermined"] ?? 0,
        missing: (missing[criterion.id] ?? [:])
          .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
          .map { MissingMaterial(reason: $0.key, count: $0.value) })
    }
  }

  /// Gives the base set's rows of `patents.csv` by application number.
  package func forEachPatent(_ body: (PatentRow) throws -> Void) throws {
    try database.scan(
      """
      SELECT application_no, publication_no, title, owner, county, filing_date, grant_date,
        ipc_main, verdicts, sei_codes
      FROM dossier WHERE in_base = 1 ORDER BY application_no
      """
    ) { row in
      let number = row.text(0) ?? ""
      guard let application = ApplicationNumber(canonical: number),
        let code = row.text(4).flatMap({ RegionCode($0) })
      else {
        throw StoreError.damaged(
          table: "dossier", column: "application_no, county",
          value: "\(number), \(row.text(4) ?? "NULL")")
      }
      let found = (row.text(8) ?? "").split(separator: ";").map {
        CriterionVerdict(rawValue: String($0)) ?? .undetermined
      }
      guard found.count == HighValueCriterion.allCases.count else {
        throw StoreError.damaged(
          table: "dossier", column: "verdicts", value: row.text(8) ?? "NULL")
      }
      let order = HighValueCriterion.allCases
      try body(
        PatentRow(
          applicationNumber: application,
          publicationNumber: row.text(1).flatMap { PublicationNumber($0) },
          title: row.text(2), owner: row.text(3), region: code,
          filingDate: row.text(5).flatMap { PartialDate($0) },
          grantDate: row.text(6).flatMap { PartialDate($0) }, mainSymbol: row.text(7),
          verdicts: CriterionVerdicts { found[order.firstIndex(of: $0) ?? 0] },
          industryCodes: (row.text(9) ?? "").split(separator: ";").map(String.init)))
    }
  }

  /// Gives the base set's lines of `evidence.ndjson` as UTF-8 bytes, by application number.
  package func forEachEvidence(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    try database.scan(
      """
      SELECT e.line FROM dossier d JOIN evidence e ON e.application_no = d.application_no
      WHERE d.in_base = 1 ORDER BY d.application_no
      """
    ) { row in
      try row.withBytes(0) { try body($0) }
    }
  }

  /// Gives every patent that is not counted but might be, by application number.
  package func forEachUndetermined(_ body: (UndeterminedPatent) throws -> Void) throws {
    var current: UndeterminedPatent?
    try database.query(
      """
      SELECT d.application_no, d.publication_no, d.title, d.owner, d.address, d.county, d.place,
        d.standing, d.missing, l.criterion, l.missing AS lacks
      FROM dossier d LEFT JOIN label l
        ON l.application_no = d.application_no AND d.in_base = 1 AND l.verdict = 'undetermined'
      WHERE (d.in_base = 1 AND d.high_value = 0 AND d.high_value_upper = 1)
        OR (d.place = 'region' AND d.standing = 'undetermined')
        OR (d.place = 'unresolved' AND d.standing = 'in-force')
      ORDER BY d.application_no, l.criterion
      """
    ) { row in
      let lacks = ((row["lacks"] as String?) ?? "").split(separator: "\u{1F}").joined(
        separator: "；")
      if var patent = current, patent.applicationNumber == row["application_no"] {
        patent.question += ";" + ((row["criterion"] as String?) ?? "")
        if !patent.missing.contains(lacks) { patent.missing += "；" + lacks }
        current = patent
        return
      }
      if let current { try body(current) }
      let isPlaced = (row["place"] as String) == "region"
      let isInForce = (row["standing"] as String) == "in-force"
      current = UndeterminedPatent(
        applicationNumber: row["application_no"], publicationNumber: row["publication_no"],
        title: row["title"], owner: row["owner"], address: row["address"], region: row["county"],
        question: !isPlaced ? "region" : isInForce ? row["criterion"] ?? "" : "in-force",
        missing: isPlaced && isInForce ? lacks : row["missing"] ?? "")
    }
    if let current { try body(current) }
  }
}
