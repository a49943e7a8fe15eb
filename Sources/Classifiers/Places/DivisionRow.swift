import Records

/// A division of today's table (行政区划): province, city or county.
package struct DivisionRow: Hashable, Sendable {
  package var code: RegionCode
  package var name: String
  /// 1 province, 2 city, 3 county.
  package var level: Int
  /// Nil for a province; a county without a city has its province.
  package var parent: RegionCode?

  package init(code: RegionCode, name: String, level: Int, parent: RegionCode?) {
    self.code = code
    self.name = name
    self.level = level
    self.parent = parent
  }
}

/// A division under a code or name that is no longer, or not only, today's; also a statistical code
/// of a park (third pair of digits 71 to 79).
package struct HistoricalDivisionRow: Hashable, Sendable {
  package var code: RegionCode
  package var name: String
  /// Today's code for the place; nil = by its name (``DivisionSuccession``).
  package var today: RegionCode?

  package init(code: RegionCode, name: String, today: RegionCode? = nil) {
    self.code = code
    self.name = name
    self.today = today
  }
}
