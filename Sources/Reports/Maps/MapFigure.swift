import Analyses

/// One numbered figure of an industry map, with everything that a reader needs to trust it.
package struct MapFigure: Sendable {
  /// The number in the checklist of published reports, which the page keeps.
  package let number: String
  /// The file name without its ending.
  package let id: String
  package let title: String
  /// What it shows in one sentence, with numbers of its own table.
  let finding: String?
  /// Why there is nothing to draw; nil where there is something.
  let missing: String?
  package let chart: ChartSpecification?
  /// The tables behind it.
  let tables: [DataTable]
  let unit: String
  let dateBasis: String
  /// How many patents, marks or events it is of.
  let n: Int
  /// What a reader must not conclude.
  let limits: String?

  init(
    _ number: String, _ id: String, _ title: String, finding: String? = nil,
    missing: String? = nil, chart: ChartSpecification? = nil, tables: [DataTable], unit: String,
    dateBasis: String, n: Int, limits: String? = nil
  ) {
    self.number = number
    self.id = id
    self.title = title
    self.finding = missing == nil ? finding : nil
    self.missing = missing
    self.chart = missing == nil ? chart : nil
    self.tables = tables
    self.unit = unit
    self.dateBasis = dateBasis
    self.n = n
    self.limits = limits
  }
}
