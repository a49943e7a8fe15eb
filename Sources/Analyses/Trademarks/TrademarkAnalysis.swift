import Records
import Store

/// Counts marks over the derived tables.
///
/// Grain of `mark`: one row per office, number and class; of `mark_holder`: one per such mark and
/// holder of the region.
package struct TrademarkAnalysis {
  /// The region's marks of one kind: by number and class, by number, and by county.
  package struct Count: Hashable, Sendable {
    package var cases = 0
    package var numbers = 0
    package var casesByCounty: [RegionCode: Int] = [:]
    /// A number whose classes lie in several counties counts under the first by code.
    package var numbersByCounty: [RegionCode: Int] = [:]
  }

  private let database: IPDatabase

  package init(_ database: IPDatabase) { self.database = database }

  private static let local = "office = 'CN' AND place = 'region'"

  /// The valid registered marks of the region at the office of China.
  package func valid() throws -> Count {
    try count("\(TrademarkAnalysis.local) AND state = 'valid'")
  }

  /// The valid geographical-indication marks among them.
  package func geographical() throws -> Count {
    try count("\(TrademarkAnalysis.local) AND state = 'valid' AND geographical = 1")
  }

  /// Cases of the region by state, registered at the office of China.
  package func casesByState() throws -> [String: Int] {
    var counts: [String: Int] = [:]
    try database.query(
      """
      SELECT state, COUNT(*) AS cases FROM mark
      WHERE \(TrademarkAnalysis.local) GROUP BY state
      """
    ) { counts[$0["state"]] = $0["cases"] }
    return counts
  }

  /// Cases that would be valid, or might be, but whose holder's place is not resolved.
  package func unresolvedPlace(geographicalOnly: Bool = false) throws -> Int {
    try integer(
      """
      SELECT COUNT(*) AS n FROM mark WHERE office = 'CN' AND place = 'unresolved'
        AND state IN ('valid', 'undetermined')
        \(geographicalOnly ? "AND geographical = 1" : "")
      """)
  }

  /// Cases of the region whose state is undetermined.
  package func undetermined(geographicalOnly: Bool = false) throws -> Int {
    try integer(
      """
      SELECT COUNT(*) AS n FROM mark WHERE \(TrademarkAnalysis.local)
        AND state = 'undetermined' \(geographicalOnly ? "AND geographical = 1" : "")
      """)
  }

  /// Cases whose renewal window, or 宽展期, is open.
  package func inPeriod(_ period: String) throws -> Int {
    try integer(
      """
      SELECT COUNT(*) AS n FROM mark
      WHERE \(TrademarkAnalysis.local) AND period = '\(period)'
      """)
  }

  /// Holders of the region with a valid mark at the office of China, by kind; by county for
  /// enterprises, each under the first of its counties by code.
  package func holders() throws -> (byKind: [String: Int], enterprises: [String: RegionCode]) {
    var kinds: [String: Int] = [:]
    var enterprises: [String: RegionCode] = [:]
    try database.query(
      """
      SELECT h.holder AS holder, MIN(h.kind) AS kind, MIN(h.county) AS county
      FROM mark_holder h JOIN mark m
        ON m.office = h.office AND m.number = h.number AND m.class = h.class
      WHERE m.office = 'CN' AND m.state = 'valid' GROUP BY h.holder ORDER BY h.holder
      """
    ) { row in
      let kind: String = row["kind"]
      kinds[kind, default: 0] += 1
      if kind == "enterprise", let county = RegionCode(row["county"] as String) {
        enterprises[row["holder"]] = county
      }
    }
    return (kinds, enterprises)
  }

  /// Numbers of valid marks of the region that the office's data flag as well known, with the county.
  package func wellKnown() throws -> [String: RegionCode] {
    try numbers("\(TrademarkAnalysis.local) AND state = 'valid' AND well_known = 1")
  }

  /// Valid outgoing international registrations of the region, by number, with the county.
  package func outgoing() throws -> [String: RegionCode] {
    try numbers("outgoing = 1 AND place = 'region' AND state = 'valid'")
  }

  /// Numbers of the region's or unresolved outgoing registrations in another state, by state.
  package func outgoingWithout() throws -> (undetermined: Int, unresolved: Int, others: Int) {
    (
      try integer(
        """
        SELECT COUNT(DISTINCT number) AS n FROM mark
        WHERE outgoing = 1 AND place = 'region' AND state = 'undetermined'
        """),
      try integer(
        """
        SELECT COUNT(DISTINCT number) AS n FROM mark WHERE outgoing = 1 AND place = 'unresolved'
          AND state IN ('valid', 'undetermined')
        """),
      try integer(
        """
        SELECT COUNT(DISTINCT number) AS n FROM mark
        WHERE outgoing = 1 AND place = 'region' AND state NOT IN ('valid', 'undetermined')
        """)
    )
  }

  /// The state and place of each number at the office of China that a register names: the best of its
  /// classes.
  package func standing(
    ofNumber number: MarkNumber, class niceClass: Int?
  ) throws -> (state: String, place: String, county: RegionCode?)? {
    var found: (state: String, place: String, county: RegionCode?)?
    try database.query(
      """
      SELECT state, place, county FROM mark
      WHERE office = 'CN' AND number = '\(number.text.filter { $0.isLetter || $0.isNumber })'
        \(niceClass.map { "AND class = \($0)" } ?? "")
      ORDER BY CASE state WHEN 'valid' THEN 0 WHEN 'undetermined' THEN 1 ELSE 2 END, class
      """
    ) { row in
      if found == nil {
        found = (
          row["state"], row["place"], (row["county"] as String?).flatMap { RegionCode($0) }
        )
      }
    }
    return found
  }

  /// The numbers of the region's marks with a name in a class, at the office of China.
  package func numbers(named name: String, class niceClass: Int) throws -> [String] {
    try numbers(
      "\(TrademarkAnalysis.local) AND class = \(niceClass) AND name = "
        + "'\(name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    ).keys.sorted()
  }

  /// Gives the rows of `trademarks.csv`, or those of `trademarks-undetermined.csv`, by office, number
  /// and class.
  package func forEachMark(
    isUndetermined: Bool, _ body: (MarkRow) throws -> Void
  ) throws {
    let condition =
      isUndetermined
      ? "place = 'unresolved' AND state IN ('valid', 'grace', 'pending', 'undetermined')"
        + " OR place = 'region' AND state = 'undetermined'"
      : "place = 'region'"
    try database.query(
      "SELECT * FROM mark WHERE \(condition) ORDER BY number, office, class"
    ) { try body(MarkRow($0)) }
  }

  private func count(_ condition: String) throws -> Count {
    var count = Count()
    try database.query(
      """
      SELECT county, COUNT(*) AS cases FROM mark WHERE \(condition)
      GROUP BY county ORDER BY county
      """
    ) { row in
      count.cases += row["cases"] as Int
      if let code = RegionCode(row["county"] as String) { count.casesByCounty[code] = row["cases"] }
    }
    for county in try numbers(condition).values {
      count.numbers += 1
      count.numbersByCounty[county, default: 0] += 1
    }
    return count
  }

  private func numbers(_ condition: String) throws -> [String: RegionCode] {
    var found: [String: RegionCode] = [:]
    try database.query(
      """
      SELECT number, MIN(county) AS county FROM mark WHERE \(condition)
      GROUP BY office, number ORDER BY number
      """
    ) { row in
      if let code = RegionCode(row["county"] as String) { found[row["number"]] = code }
    }
    return found
  }

  private func integer(_ sql: String) throws -> Int {
    var found = 0
    try database.query(sql) { found = $0["n"] }
    return found
  }
}
