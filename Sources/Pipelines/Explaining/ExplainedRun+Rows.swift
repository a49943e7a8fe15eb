import Analyses
import Records
import Reports
import Store

/// The rows behind cells.
extension ExplainedRun {
  /// Which facts of a patent's evidence are shown below it.
  enum Facts {
    /// Why it is in the base set.
    case base
    /// Those of some criteria.
    case criteria([String])
    /// Those of the criteria it meets.
    case met
  }

  static let ids = HighValueCriterion.allCases.map { $0.id }

  /// The ids of the criteria that a row of `patents.csv` meets, sorted as `overlap` has them.
  static func met(_ row: PublishedTable.Row) -> [String] {
    ids.filter { row[$0] == CriterionVerdict.met.rawValue }.sorted()
  }

  /// The patents of the base set that fit, with their evidence.
  func patentRows(
    _ facts: Facts, where fits: (PublishedTable.Row) -> Bool = { _ in true }
  ) -> [CellRow] {
    patents.filter(fits).map { row in
      let number = row["application_no"]
      let line = evidence[number]
      var items: [EvidenceLine.Item] = []
      switch facts {
      case .base: items = line?.baseSet ?? []
      case .criteria(let ids): items = ids.flatMap { line?.criteria[$0]?.evidence ?? [] }
      case .met:
        items = ExplainedRun.met(row).flatMap { line?.criteria[$0]?.evidence.prefix(2) ?? [] }
      }
      var shown = [CellRow.Fact(file: PatentsCSV.fileName, record: String(row.number))]
      shown = items.isEmpty ? shown : items.map { CellRow.Fact($0) }
      let met = ExplainedRun.met(row)
      return CellRow(
        number, row["title"] + (met.isEmpty ? "" : "  [\(met.joined(separator: ", "))]"),
        facts: shown)
    }
  }

  func isHighValue(_ row: PublishedTable.Row) -> Bool { row["high_value"] == "1" }

  var highValueRows: [CellRow] { patentRows(.met, where: isHighValue) }

  /// The rows of `undetermined.csv` that fit.
  func undeterminedRows(where fits: (PublishedTable.Row) -> Bool) -> [CellRow] {
    undetermined.filter(fits).map { row in
      CellRow(
        row["application_no"], "\(row["title"])  \(row["question"])：\(row["missing"])",
        facts: [CellRow.Fact(file: UndeterminedCSV.fileName, record: String(row.number))])
    }
  }

  /// The store while its derived tables are those of the run; nil after another one was judged.
  func judgedDatabase() throws -> IPDatabase? {
    guard let database = try database(), try database.judgedRun() == run else { return nil }
    return database
  }

  /// The rows of a query over the store's derived tables: a number, a title, a weight.
  ///
  /// - Returns: nil where the store is gone or was judged for another run since: ``whyNoRows``.
  func derivedRows(_ sql: String) throws -> [CellRow]? {
    guard let database = try judgedDatabase() else { return nil }
    var rows: [CellRow] = []
    try database.scan(sql) { row in
      rows.append(CellRow(row.text(0) ?? "", row.text(1), weight: row.integer(2) ?? 1))
    }
    return rows
  }

  /// Why the rows of a cell cannot be listed.
  var whyNoRows: String {
    guard let judged = (try? database())?.flatMap({ try? $0.judgedRun() }), judged != run else {
      return "the store is gone, and the published files do not list the rows"
    }
    let knownOn = indicator["known_on"]?.text.map { " --as-known-on \($0)" } ?? ""
    return "the published files do not list the rows, and the store holds the judgements of run "
      + "\(judged) now; ipatlas run \(plan.path) --as-of \(asOf)\(knownOn) judges this day again"
  }

  /// Says that the store has moved on since the run was published.
  func disagreement(_ rows: [CellRow], with cell: PublishedNode) -> String? {
    let total = rows.reduce(0) { $0 + $1.weight }
    guard total != cell.integer else { return nil }
    return "the store no longer agrees with the run: it gives \(total), the run published "
      + "\(cell.shown); what was delivered or judged since is in it; ipatlas run \(plan.path) "
      + "--as-of \(asOf) judges this day again"
  }

  /// The row of the population register that gives a number of persons.
  func populationRows(region: String, year: Int, persons: Int) throws -> [CellRow] {
    guard let database = try database() else { return [] }
    return try database.populations(knownOn: plan.knownOn).filter {
      $0.region.text == region && $0.year == year && $0.persons == persons
    }.suffix(1).map {
      CellRow(
        "\(region) \(year)", "年末常住人口 \(persons)" + ($0.origin.map { "（\($0)）" } ?? ""),
        facts: [CellRow.Fact(nil, $0.source)])
    }
  }
}
