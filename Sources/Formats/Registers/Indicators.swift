import Records

/// Values of the plan's indicators that no export gives (其他指标).
enum Indicators: Register {
  static let kind = RegisterKind.indicators
  static let chineseName = "其他指标"

  static let id = RegisterColumn("指标编号", "id", required: true)
  static let year = RegisterColumn("年份", "year", required: true)
  static let value = RegisterColumn("数值", "value", required: true)
  static let origin = RegisterColumn("来源", "source")

  static let columns = [id, year, value, origin]

  static func row(_ cells: RegisterCells) throws(CellFault) -> RegisterRow {
    let text = try cells.requiredText(id, idForm)
    guard let indicator = IndicatorID(CellText.key(text)) else {
      throw cells.fault(id, text, idForm)
    }
    let unit = cells.layout.places[value.english].flatMap { HeaderName($0.name).remark }
    return .indicator(
      IndicatorRow(
        source: cells.source, indicator: indicator, year: try cells.year(year),
        value: try number(cells),
        // 数值(value) names the column twice; no unit.
        unit: unit == value.english || unit?.isEmpty == true ? nil : unit,
        origin: cells.text(origin)))
  }

  /// Units belong in the header or are the indicator's own, so a cell with one is refused.
  private static func number(_ cells: RegisterCells) throws(CellFault) -> Double {
    let text = try cells.requiredText(value, valueForm)
    guard let number = DecimalText.number(text) else {
      throw cells.fault(value, text, valueForm)
    }
    return number
  }

  private static let idForm = "an indicator's number, I2 to I10 or P1 to P33"
  private static let valueForm = "a number without a unit, such as 12.5, of at most 15 digits"
}
