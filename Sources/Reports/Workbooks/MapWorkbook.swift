import Analyses
import CXlsxWriter
import Foundation
import Records

/// `<industry>.xlsx`: every table of an industry on a sheet of its own, and the headline figures as
/// formulas over them.
///
/// Sheets: 说明, 要点 (formulas, with the results that the page prints), one a table (headings frozen, with
/// filters), 数据字典. Four native charts. Text is never taken for a formula. The same tables give the same
/// bytes: the day of creation is the cut-off.
package struct MapWorkbook {
  /// Why a workbook could not be written.
  package struct Failure: Error, Sendable {
    package let reason: String
  }

  private let figures: IndustryFigures
  private let maps: IndustryMaps
  private let tables: [DataTable]
  /// By table id: its sheet's name.
  private let sheets: [String: String]

  package init(_ maps: IndustryMaps, figures: IndustryFigures) {
    self.maps = maps
    self.figures = figures
    tables = figures.all.map { maps.isPublic ? $0.open : $0 }
    var names: [String: String] = [:]
    for table in tables { names[table.id] = MapWorkbook.sheetName(table.title) }
    sheets = names
  }

  /// - Throws: ``Failure`` with libxlsxwriter's words.
  package func write(to path: String) throws {
    guard let book = workbook_new(path) else { throw Failure(reason: "cannot make \(path)") }
    setProperties(book)
    let styles = WorkbookStyles(book)
    writeNotes(sheet(book, "说明"), styles)
    writeHeadlines(sheet(book, "要点"), styles)
    var written: [String: UnsafeMutablePointer<lxw_worksheet>?] = [:]
    for table in tables {
      let sheet = sheet(book, sheets[table.id] ?? table.id)
      try write(table, on: sheet, styles)
      written[table.id] = sheet
    }
    writeDictionary(sheet(book, "数据字典"), styles)
    for chart in charts {
      if let sheet = written[chart.table] ?? nil { draw(chart, on: sheet, in: book) }
    }
    let code = workbook_close(book)
    guard code == LXW_NO_ERROR else {
      throw Failure(reason: "cannot write \(path): \(String(cString: lxw_strerror(code)))")
    }
  }

  private func sheet(
    _ book: UnsafeMutablePointer<lxw_workbook>, _ name: String
  ) -> UnsafeMutablePointer<lxw_worksheet>? {
    workbook_add_worksheet(book, name)
  }

  private func setProperties(_ book: UnsafeMutablePointer<lxw_workbook>) {
    var day = tm()
    day.tm_year = Int32(maps.asOf.year - 1900)
    day.tm_mon = Int32(maps.asOf.month - 1)
    day.tm_mday = Int32(maps.asOf.day)
    var properties = lxw_doc_properties()
    properties.created = timegm(&day)
    // The library copies the title and frees nothing of ours.
    let title = strdup("\(maps.regionName)\(figures.industry.name)产业知识产权图谱")
    properties.title = title
    workbook_set_properties(book, &properties)
    free(title)
  }

  // MARK: Sheets

  private func writeNotes(_ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ styles: WorkbookStyles) {
    let lines = [
      "\(maps.regionName)\(figures.industry.name)产业知识产权图谱",
      "截至\(ChineseFigures.day(maps.asOf))；运行 \(maps.run)",
      "产业链来源：\(figures.industry.source)",
      "数据来源：\(maps.sources)",
      maps.isPublic ? "可公开：只含派生列" : "内部使用：含交付数据的原样列，按数据使用条款不得转发",
    ]
    worksheet_set_column(sheet, 0, 0, 100, nil)
    for (index, line) in lines.enumerated() {
      worksheet_write_string(sheet, UInt32(index), 0, line, index == 0 ? styles.title : styles.note)
    }
    for (index, table) in tables.enumerated() {
      let row = UInt32(lines.count + 1 + index)
      worksheet_write_url_opt(
        sheet, row, 0, "internal:'\(sheets[table.id] ?? "")'!A1", nil,
        "\(table.title)：\(table.grain)", nil)
    }
  }

  /// The page's headline figures as sums over the sheet of sizes, each beside its result.
  private func writeHeadlines(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ styles: WorkbookStyles
  ) {
    worksheet_set_column(sheet, 0, 0, 24, nil)
    worksheet_set_column(sheet, 1, 1, 14, nil)
    worksheet_set_column(sheet, 2, 2, 40, nil)
    for (column, heading) in ["指标", "数值", "出处"].enumerated() {
      worksheet_write_string(sheet, 0, UInt16(column), heading, styles.heading)
    }
    guard let size = tables.first(where: { $0.id == IndustrySize.id }),
      let name = sheets[size.id], let area = size.position(of: "area")
    else { return }
    var row: UInt32 = 1
    for column in size.columns where column.kind == .integer && column.name != "persons" {
      guard let position = size.position(of: column.name) else { continue }
      let formula =
        "=SUMIFS('\(name)'!\(MapWorkbook.letters(position)):\(MapWorkbook.letters(position)),"
        + "'\(name)'!\(MapWorkbook.letters(area)):\(MapWorkbook.letters(area)),"
        + "\"\(maps.region.text)\")"
      worksheet_write_string(sheet, row, 0, column.title, nil)
      worksheet_write_formula_num(
        sheet, row, 1, formula, styles.integer, Double(figures.size(column.name)))
      worksheet_write_string(sheet, row, 2, "\(name)（\(column.unit ?? "")）", nil)
      row += 1
    }
  }

  private func write(
    _ table: DataTable, on sheet: UnsafeMutablePointer<lxw_worksheet>?, _ styles: WorkbookStyles
  ) throws {
    guard table.rows.count < 1_048_576 else {
      throw Failure(
        reason:
          "table \(table.id) has \(table.rows.count.counted("row")); a sheet holds 1,048,575 and a heading"
      )
    }
    for (index, column) in table.columns.enumerated() {
      let unit = column.unit.map { "（\($0)）" } ?? ""
      worksheet_write_string(sheet, 0, UInt16(index), column.title + unit, styles.heading)
      worksheet_set_column(
        sheet, UInt16(index), UInt16(index), MapWorkbook.width(of: table, index), nil)
    }
    for (line, values) in table.rows.enumerated() {
      for (index, value) in values.enumerated() {
        let (row, column) = (UInt32(line + 1), UInt16(index))
        switch value {
        case .null: break
        case .text(let text):
          let word = ChartWords.columns[table.columns[index].name]?[text] ?? text
          worksheet_write_string(sheet, row, column, word, nil)
        case .integer(let number):
          let isYear = ["year", "class"].contains(table.columns[index].name)
          worksheet_write_number(
            sheet, row, column, Double(number), isYear ? nil : styles.integer)
        case .decimal(let number):
          worksheet_write_number(
            sheet, row, column, number,
            table.columns[index].name.hasSuffix("share") ? styles.percent : styles.decimal)
        case .boolean(let flag):
          worksheet_write_boolean(sheet, row, column, flag ? 1 : 0, nil)
        }
      }
    }
    worksheet_freeze_panes(sheet, 1, 0)
    // On paper: A4 across, as wide as the sheet, with the headings on every page.
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_repeat_rows(sheet, 0, 0)
    if !table.columns.isEmpty {
      worksheet_autofilter(
        sheet, 0, 0, UInt32(max(table.rows.count, 1)), UInt16(table.columns.count - 1))
    }
  }

  private func writeDictionary(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ styles: WorkbookStyles
  ) {
    let headings = ["表", "列", "列名", "单位", "说明", "可否公开"]
    for (index, heading) in headings.enumerated() {
      worksheet_write_string(sheet, 0, UInt16(index), heading, styles.heading)
    }
    for (index, width) in [24.0, 20, 20, 10, 70, 10].enumerated() {
      worksheet_set_column(sheet, UInt16(index), UInt16(index), width, nil)
    }
    var row: UInt32 = 1
    for table in tables {
      for column in table.columns {
        let cells = [
          table.title, column.title, column.name, column.unit ?? "", column.note ?? "",
          column.disclosure == .open ? "可" : "否",
        ]
        for (index, cell) in cells.enumerated() {
          worksheet_write_string(sheet, row, UInt16(index), cell, nil)
        }
        row += 1
      }
    }
    worksheet_freeze_panes(sheet, 1, 0)
  }

  // MARK: Charts

  private struct NativeChart {
    var table: String
    var kind: lxw_chart_type
    var title: String
    var category: String
    var value: String
    /// Rows of the table, contiguous, from 0.
    var rows: ClosedRange<Int>
  }

  private var charts: [NativeChart] {
    let city = maps.region.text
    func rows(
      _ id: String, _ column: String, _ value: String, atMost limit: Int
    ) -> ClosedRange<Int>? {
      guard let table = tables.first(where: { $0.id == id }),
        let first = table.rows.indices.first(where: { table[$0, column].text == value }),
        let last = table.rows.indices.last(where: { table[$0, column].text == value })
      else { return nil }
      return first...min(last, first + limit - 1)
    }
    var charts: [NativeChart] = []
    func add(
      _ id: String, _ kind: lxw_chart_type, _ title: String, _ category: String, _ value: String,
      _ rows: ClosedRange<Int>?
    ) {
      if let rows {
        charts.append(
          NativeChart(
            table: id, kind: kind, title: title, category: category, value: value, rows: rows))
      }
    }
    add(
      IndustrySize.id, LXW_CHART_BAR, "各县区申请量", "area_name", "applications",
      rows(IndustrySize.id, "level", "county", atMost: 40))
    add(
      LeadingOwners.id, LXW_CHART_BAR, "主要权利人", "owner_name", "patents",
      rows(LeadingOwners.id, "area", city, atMost: 10))
    add(
      TechnologyFieldCounts.id, LXW_CHART_BAR, "技术领域", "field_name", "patents",
      rows(TechnologyFieldCounts.id, "area", city, atMost: 10))
    add(
      LifeCycle.id, LXW_CHART_LINE, "历年申请量", "year", "patents",
      rows(LifeCycle.id, "area", city, atMost: 60))
    return charts
  }

  private func draw(
    _ chart: NativeChart, on sheet: UnsafeMutablePointer<lxw_worksheet>,
    in book: UnsafeMutablePointer<lxw_workbook>
  ) {
    guard let table = tables.first(where: { $0.id == chart.table }), let name = sheets[table.id],
      let category = table.position(of: chart.category),
      let value = table.position(of: chart.value),
      let drawn = workbook_add_chart(book, UInt8(chart.kind.rawValue))
    else { return }
    func range(_ column: Int) -> String {
      let letters = MapWorkbook.letters(column)
      return
        "='\(name)'!$\(letters)$\(chart.rows.lowerBound + 2):$\(letters)$\(chart.rows.upperBound + 2)"
    }
    let series = chart_add_series(drawn, range(category), range(value))
    chart_series_set_name(series, chart.title)
    chart_title_set_name(drawn, chart.title)
    chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    if chart.kind == LXW_CHART_BAR { chart_axis_set_reverse(drawn.pointee.y_axis) }
    worksheet_insert_chart(sheet, 1, UInt16(table.columns.count + 1), drawn)
  }

  // MARK: Names

  /// At most 31 characters without the marks that sheets' names may not have.
  private static func sheetName(_ title: String) -> String {
    String(title.map { "[]:*?/\\'（）".contains($0) ? " " : $0 }.prefix(31))
      .split(separator: " ").joined(separator: " ")
  }

  /// `A`, `Z`, `AA`, from 0.
  static func letters(_ column: Int) -> String {
    var column = column
    var text = ""
    repeat {
      text = String(UnicodeScalar(UInt8(0x41 + column % 26))) + text
      column = column / 26 - 1
    } while column >= 0
    return text
  }

  /// By the longest of the first hundred cells; a Chinese character is two wide.
  private static func width(of table: DataTable, _ column: Int) -> Double {
    func width(_ text: String) -> Int {
      text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) }
    }
    let heading = width(table.columns[column].title + (table.columns[column].unit ?? "")) + 6
    let cells = table.rows.prefix(100).map { row -> Int in
      switch row[column] {
      case .text(let text): width(text)
      case .integer(let number): String(number).count + 2
      default: 10
      }
    }
    return Double(min(60, max(heading, cells.max() ?? 0) + 2))
  }
}
