import Records

/// Counties, population, targets.
extension CellExplainer {
  static let counties: [CellExplainer] = [
    fixed(
      "/by_county/*/region", "县区的行政区划代码；市代码为未定县区。",
      "the county's code; the city's own code stands for 未定县区"),
    fixed(
      "/by_county/*/name", "县区的名称，取自 cn-divisions 表。",
      "the county's name in the table cn-divisions"),
    CellExplainer("/by_county/*/count") { cell in
      let region = cell.beside("region")?.text ?? ""
      let base = cell.run.patents.count { $0["region"] == region }
      return CellExplanation(
        "\(cell.beside("name")?.text ?? region)的高价值发明专利件数（按第一专利权人地址）。",
        "high-value patents counted under \(region), by the first patentee's address",
        formula:
          "\(cell.value.shown) of \(base) valid inventions there; all rows of by_county add up "
          + "to count = \(cell.document["count"]?.shown ?? "?")",
        ground: definition
      ).counting(
        cell.run.patentRows(.met) { $0["region"] == region && cell.run.isHighValue($0) })
    },
    CellExplainer("/by_county/*/value") { cell in
      let persons = cell.beside("population")?.integer
      let region = cell.beside("region")?.text ?? ""
      let explanation = CellExplanation(
        persons == nil ? "空：人口登记表中没有该区划的人口。" : "该县区每万人口高价值发明专利拥有量。",
        persons == nil
          ? "null: the population register has no row of it"
          : "the county's high-value patents per 10,000 residents, not rounded",
        formula: persons.map {
          "\(cell.beside("count")?.shown ?? "?") ÷ (\($0) ÷ 10000) = \(cell.value.shown)"
        }, ground: definition)
      return explanation.resting(on: try population(cell, region, persons), unit: "register row")
    },
    CellExplainer("/by_county/*/population") { cell in
      let persons = cell.value.integer
      return CellExplanation(
        persons == nil ? "空：人口登记表中没有该区划的人口。" : "该县区年末常住人口，年份与全市相同。",
        persons == nil
          ? "null: the population register has no row of it"
          : "the county's residents at the end of the city's year",
        ground: "register population"
      ).resting(
        on: try population(cell, cell.beside("region")?.text ?? "", persons), unit: "register row")
    },
    populationCell("persons", "全市年末常住人口。", "the city's residents at the end of the year"),
    populationCell("year", "人口的年份。", "the year of the population"),
    populationCell("source", "人口的来源。", "where the population comes from"),
  ]

  private static func population(
    _ cell: ExplainedCell, _ region: String, _ persons: Int?
  ) throws -> [CellRow] {
    guard let persons else { return [] }
    return try cell.run.populationRows(
      region: region, year: cell.document["population", "year"]?.integer ?? 0, persons: persons)
  }

  private static func populationCell(
    _ key: String, _ chinese: String, _ english: String
  ) -> CellExplainer {
    CellExplainer("/population/\(key)") { cell in
      let rows = try population(
        cell, cell.document["region"]?.text ?? "",
        cell.document["population", "persons"]?.integer)
      return CellExplanation(
        chinese, english,
        formula: "calibre.population = \(cell.document["calibre", "population"]?.shown ?? "?"), "
          + "as of \(cell.run.asOf)",
        ground: "register population"
      ).resting(on: rows, unit: "register row").noting(
        rows.isEmpty ? "the store no longer has such a row" : nil)
    }
  }

  static let targets: [CellExplainer] = [
    CellExplainer("/target") { _ in
      CellExplanation(
        "空：截止日之后规划不再有目标。", "null: the plan has no target at or after the cut-off's year")
    },
    CellExplainer("/last_target") { _ in
      CellExplanation(
        "空：规划还有本年或以后的目标，见 target。",
        "null: the plan still has a target of this year or a later one, see target")
    },
    CellExplainer("/target/gap") { cell in
      let target = cell.beside("value")?.shown ?? "?"
      return try targetCell(
        cell, "与目标的差距；负数为超出。", "what lacks to the target; negative is a surplus",
        "\(target) − \(cell.document["value"]?.shown ?? "?") = \(cell.value.shown)")
    },
    CellExplainer("/last_target/reached") { cell in
      try targetCell(
        cell, "最后一个目标是否达到。", "whether the last target is reached",
        "\(cell.document["value"]?.shown ?? "?") ≥ \(cell.beside("value")?.shown ?? "?"): "
          + cell.value.shown)
    },
    CellExplainer("/target/*") { try targetCell($0, "规划的下一个目标。", "the plan's next target") },
    CellExplainer("/last_target/*") { try targetCell($0, "规划的最后一个目标。", "the plan's last target") },
    CellExplainer("/plan_path/*/*") {
      try targetCell($0, "规划的目标路径：年份和目标值。", "a year and target of the plan's path")
    },
    fixed("/plan_path", "规划表没有此指标的目标。", "the table has no target of the indicator"),
  ]

  private static func targetCell(
    _ cell: ExplainedCell, _ chinese: String, _ english: String, _ formula: String? = nil
  ) throws -> CellExplanation {
    let table = try cell.run.tableFile("plan-targets")
    let explanation = CellExplanation(
      chinese, english, formula: formula, ground: "table plan-targets, row I1 (宿政办秘〔2022〕41号)")
    return explanation.resting(
      on: [
        CellRow(
          "plan-targets I1", table.line(beginning: "I1\t"),
          facts: [CellRow.Fact(file: table.path, record: "I1")])
      ], unit: "table row"
    ).noting(table.note)
  }
}
