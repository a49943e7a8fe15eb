import Classifiers

/// The figure under other readings, and late lapses.
extension CellExplainer {
  static let sensitivity: [CellExplainer] = [
    CellExplainer("/sensitivity/*/count") { cell in
      try reading(
        cell, "采用这一口径时的高价值发明专利件数，其余同本页。",
        "high-value patents with this setting read this way, all else as the plan says", "counts")
    },
    CellExplainer("/sensitivity/*/base") { cell in
      try reading(
        cell, "采用这一口径时的有效发明专利件数。",
        "patents of the base set with this setting read this way", "base")
    },
    CellExplainer("/sensitivity/*/per_10000") { cell in
      let persons = cell.beside("population")?.shown ?? "?"
      return CellExplanation(
        "采用这一口径时的每万人口件数。", "the figure with this setting read this way, not rounded",
        formula: "\(cell.beside("count")?.shown ?? "?") ÷ (\(persons) ÷ 10000) = "
          + cell.value.shown, ground: "decision 9 of the manual")
    },
    fixed("/sensitivity/*/setting", "口径设置在运行方案中的位置。", "the setting's place in a plan"),
    fixed(
      "/sensitivity/*/value", "该设置的取法，按运行方案的写法。",
      "how a plan writes the reading; half and double are of the plan's own amount"),
    fixed("/sensitivity/*/title", "事项和取法的中文名称。", "the setting and its reading in Chinese"),
    fixed("/sensitivity/*/chosen", "本次运行方案是否采用这一取法。", "whether the plan reads it this way"),
    fixed(
      "/late_lapses", "空：已读法律状态的历史不足以估计。",
      "null: the legal status read does not go back far enough, or over enough patents, to tell"),
    fixed(
      "/late_lapses/data_as_of", "已读法律状态的最新公告日。", "the newest day of legal status read"),
    fixed("/late_lapses/from", "用于估计的最早月末。", "the first month-end that was compared"),
    fixed("/late_lapses/to", "用于估计的最近月末。", "the last month-end that was compared"),
    fixed("/late_lapses/months", "用于估计的月末个数。", "how many month-ends were compared"),
    revision("base", "有效发明专利", "patents of the base set"),
    revision("count", "高价值发明专利", "high-value patents"),
    CellExplainer("/late_lapses/revised_value") { cell in
      let document = cell.document
      return CellExplanation(
        "扣除预计的滞后终止后的指标值。", "the figure after the expected revision",
        formula: "(\(document["count"]?.shown ?? "?") − "
          + "\(document["late_lapses", "count", "expected"]?.shown ?? "?")) ÷ "
          + "(\(document["population", "persons"]?.shown ?? "?") ÷ 10000) = \(cell.value.shown)")
    },
  ]

  private static func revision(
    _ key: String, _ chinese: String, _ english: String
  ) -> CellExplainer {
    CellExplainer("/late_lapses/\(key)/*") { cell in
      let late = cell.document["late_lapses"]
      return CellExplanation(
        "已生效而尚未公告的权利终止预计使\(chinese)减少的件数：期望、最少、最多。",
        "\(english) that lapses in effect but not published yet are expected to take off: the mean, "
          + "the least and the greatest of the past",
        formula: "share of patents in force whose lapse had taken effect and was published only "
          + "later, at \(late?["months"]?.shown ?? "?") month-ends "
          + "\(late?["from"]?.shown ?? "?") … \(late?["to"]?.shown ?? "?"), × "
          + "\(cell.document["base", "valid_inventions"]?.shown ?? "?") valid inventions",
        ground: "Sources/Analyses/Indicators/LateLapses.swift")
    }
  }

  private static func reading(
    _ cell: ExplainedCell, _ chinese: String, _ english: String, _ column: String
  ) throws -> CellExplanation {
    let setting = cell.beside("setting")?.text
    let value = cell.beside("value")?.text
    let explanation = CellExplanation(
      chinese, english,
      formula: "\(setting ?? "?") = \(value ?? "?"); the plan's own count is "
        + (cell.document["count"]?.shown ?? "?"), ground: "decision 9 of the manual")
    if cell.value.integer == nil { return explanation.noting("see reason beside it") }
    let bit = CalibreReading.all.firstIndex { $0.setting == setting && $0.value == value }
    // What is no reading of its own (the plan's own amount, parks, population) counts the plan's patents.
    let condition =
      bit.map { "(r.\(column) >> \($0)) & 1 = 1" }
      ?? "d.in_base = 1" + (column == "counts" ? " AND d.high_value = 1" : "")
    guard
      let rows = try cell.run.derivedRows(
        """
        SELECT r.application_no, COALESCE(d.title, ''), 1
        FROM reading r LEFT JOIN dossier d ON d.application_no = r.application_no
        WHERE \(condition) ORDER BY r.application_no
        """)
    else { return explanation.noting(cell.run.whyNoRows) }
    return explanation.counting(rows).noting(
      "the rows are the store's", cell.run.disagreement(rows, with: cell.value))
  }
}
