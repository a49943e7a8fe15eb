import Store

/// One table of an industry map, counted in SQL over the facts.
///
/// The SQL keeps to what SQLite, DuckDB, PostgreSQL and Spark all read: common table expressions, windows,
/// CASE and standard aggregates, no functions of dates. Its columns stand in the order of ``columns``. The
/// first is the industry's id wherever a table is of industries, so that one query serves all of them.
package protocol MapAnalysis: Sendable {
  /// The table's id.
  static var id: String { get }
  /// In Chinese.
  static var title: String { get }
  /// What a row is, in Chinese.
  static var grain: String { get }
  static var columns: [DataColumn] { get }
  static var key: [String] { get }
  static var sql: String { get }
  /// What must hold of the table beside its own soundness; each violation a line in English with the
  /// row and both values.
  static func violations(of table: DataTable, beside tables: MapTables) -> [String]
}

extension MapAnalysis {
  package static func violations(of table: DataTable, beside tables: MapTables) -> [String] { [] }

  /// Runs the query.
  package static func table(from database: MapDatabase) throws -> DataTable {
    let rows = try database.rows(sql).map { row in
      zip(columns, row).map { column, value in DataValue(value, as: column.kind) }
    }
    return DataTable(id: id, title: title, grain: grain, columns: columns, key: key, rows: rows)
  }
}

extension DataValue {
  /// An engine's value as the column's kind; a whole number is a decimal where the column is one.
  fileprivate init(_ value: FactValue, as kind: DataColumn.Kind) {
    switch (value, kind) {
    case (.null, _): self = .null
    case (.integer(let number), .decimal): self = .decimal(Double(number))
    case (.integer(let number), .boolean): self = .boolean(number != 0)
    case (.integer(let number), _): self = .integer(number)
    case (.real(let number), _): self = .decimal(DataValue.rounded(number))
    case (.text(let text), _): self = .text(text)
    }
  }

  /// Sums of parts differ in their last digits by the order of summing; nine decimals are more than any
  /// table needs.
  private static func rounded(_ number: Double) -> Double {
    let scaled = (number * 1e9).rounded()
    return scaled == 0 ? 0 : scaled / 1e9
  }
}

/// Every table of industry maps, in the order of reports.
package let mapAnalyses: [any MapAnalysis.Type] = [
  IndustrySize.self,
  FilingsByYear.self,
  GrantsByYear.self,
  LegalStatusMix.self,
  RemainingLife.self,
  TechnologyFieldCounts.self,
  SubclassCounts.self,
  NodeCounts.self,
  NodeYears.self,
  NodeOverlaps.self,
  LeadingOwners.self,
  OwnerConcentration.self,
  OwnerKinds.self,
  OwnerYears.self,
  OwnerNodes.self,
  Specialisation.self,
  LifeCycle.self,
  CoApplicants.self,
  LeadingInventors.self,
  NotablePatents.self,
  HighValuePanel.self,
  RightFlows.self,
  MarksByClass.self,
  MarkOwners.self,
  ChainPaths.self,
  MappingShares.self,
  MappingCounts.self,
]
