import Analyses

/// A table of a map as HTML, numbers as offices print them.
struct MapTableHTML {
  let table: DataTable
  /// Rows beyond this stay in the file.
  var limit = 60

  func html() -> HTML {
    var head: HTML = ""
    for column in table.columns {
      let unit: HTML = column.unit.map { "（\($0)）" as HTML } ?? ""
      head +=
        isNumber(column)
        ? "<th class=\"n\">\(column.title)\(unit)</th>" : "<th>\(column.title)\(unit)</th>"
    }
    let rows = table.rows.prefix(limit).map { row -> HTML in
      var cells: HTML = ""
      for (column, value) in zip(table.columns, row) {
        cells +=
          isNumber(column)
          ? "<td class=\"n\">\(MapTableHTML.text(value, column))</td>"
          : "<td class=\"any\">\(MapTableHTML.text(value, column))</td>"
      }
      return "<tr>\(cells)</tr>\n"
    }
    let more: HTML =
      table.rows.count > limit
      ? "<p class=\"note\">只列前\(limit)行，共\(table.rows.count)行，全部见数据文件。</p>" : ""
    return """
      <div class="scroll"><table class="data"><thead><tr>\(head)</tr></thead><tbody>
      \(rows)</tbody></table></div>\(more)
      """
  }

  private func isNumber(_ column: DataColumn) -> Bool {
    (column.kind == .integer && column.name != "year") || column.kind == .decimal
  }

  static func text(_ value: DataValue, _ column: DataColumn) -> String {
    switch value {
    case .null: "—"
    case .text(let text): ChartWords.columns[column.name]?[text] ?? text
    case .integer(let number):
      column.name == "year" || column.name == "class" || column.unit == nil
        ? String(number) : ChineseFigures.grouped(number)
    case .decimal(let number):
      column.name.hasSuffix("share")
        ? ChineseFigures.fixed(number * 100, places: 1) + "%"
        : ChineseFigures.fixed(number, places: column.unit == nil ? 3 : 2)
    case .boolean(let flag): flag ? "是" : "否"
    }
  }
}
