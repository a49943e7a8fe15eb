import Analyses
import Records

/// What the document is, the figure, its base set, its bands.
extension CellExplainer {
  static let definition =
    "宿州市“十四五”知识产权发展规划（宿政办秘〔2022〕41号）主要指标表注①; Rules.md of the manual"

  static let identity: [CellExplainer] = [
    fixed("/schema", "本文件格式的版本。", "the version of this document's format"),
    fixed("/indicator", "指标的代号。", "the indicator's fixed name"),
    fixed("/region", "统计的行政区划代码，取自运行方案的 region。", "the region counted, the plan's `region`"),
    fixed(
      "/region_name", "行政区划的名称，取自 cn-divisions 表。",
      "the region's name in the table cn-divisions"),
    fixed(
      "/as_of", "统计截止日，取自运行方案的 as-of 或 --as-of。",
      "the cut-off, the plan's `as-of` or --as-of"),
    fixed(
      "/known_on", "只用此日之前已公布并已送达的数据。",
      "only what had been published and delivered by this day is used"),
    CellExplainer("/run") { cell in
      CellExplanation(
        "运行编号：工具版本、方案、截止日、参照表和输入文件的 SHA-256 的前 16 位。",
        "the run: the first 16 digits of SHA-256 over tool, plan, cut-off, tables and inputs",
        formula:
          "tool \(cell.run.record["tool", "version"]?.shown ?? "?"), as of \(cell.run.asOf), "
          + "\(cell.document["tables"]?.items.count ?? 0) tables",
        ground: "run.json")
    },
    CellExplainer("/undetermined") { cell in
      cell.value == .null
        ? CellExplanation("空：指标已知。", "null: the figure is known")
        : CellExplanation("指标未知的原因。", "why the figure is not known", ground: "PatentCoverage")
    },
  ]

  static func fixed(_ pattern: String, _ chinese: String, _ english: String) -> CellExplainer {
    CellExplainer(pattern) { _ in CellExplanation(chinese, english) }
  }

  static let figures: [CellExplainer] = [
    CellExplainer("/value") { cell in
      let document = cell.document
      let persons = document["population", "persons"]?.integer ?? 0
      return CellExplanation(
        "每万人口高价值发明专利拥有量（件/万人），不四舍五入。",
        "high-value invention patents per 10,000 residents, not rounded",
        formula: "count ÷ (persons ÷ 10000) = \(document["count"]?.shown ?? "?") ÷ "
          + "(\(persons) ÷ 10000) = \(cell.value.shown)",
        ground: definition
      ).resting(
        on: try cell.run.populationRows(
          region: document["region"]?.text ?? "",
          year: document["population", "year"]?.integer ?? 0,
          persons: persons) + cell.run.highValueRows, unit: "row (population, then patents)")
    },
    CellExplainer("/count") { cell in
      let parts = cell.document["by_county"]?.items.compactMap { $0["count"]?.integer } ?? []
      return CellExplanation(
        "高价值发明专利件数：有效发明专利中至少符合五项条件之一的件数。",
        "patents of the base set that meet one criterion or more",
        formula: "by_county: \(parts.map(String.init).joined(separator: " + ")) = "
          + "\(parts.reduce(0, +)); of \(cell.document["base", "valid_inventions"]?.shown ?? "?") "
          + "valid inventions",
        ground: definition
      ).counting(cell.run.highValueRows)
    },
    CellExplainer("/count_upper") { try countUpper($0) },
    CellExplainer("/base/valid_inventions") { cell in
      CellExplanation(
        "有效发明专利（基数）：截止日有效、第一专利权人地址在本市的发明专利。",
        "the base set: inventions in force at the cut-off whose first patentee lives in the region",
        ground: definition
      ).counting(cell.run.patentRows(.base))
    },
    CellExplainer("/base/undetermined_in_force") { cell in
      CellExplanation(
        "本市的发明专利中，截止日是否有效尚不能判定的件数；不计入基数。",
        "inventions of the region of which it is not known whether they are in force; not counted",
        ground: "undetermined.csv, question = in-force"
      ).counting(cell.run.undeterminedRows { $0["question"] == "in-force" })
    },
    CellExplainer("/base/unresolved_region") { cell in
      CellExplanation(
        "有效发明专利中，第一专利权人的地址不能确定属于何地的件数；不计入基数。",
        "inventions in force whose first patentee's place cannot be told; not counted",
        ground: "undetermined.csv, question = region"
      ).counting(cell.run.undeterminedRows { $0["question"] == "region" })
    },
    CellExplainer("/bands/sei_ipc_only") { cell in
      try band(
        cell, "战略性新兴产业只按 IPC 判断（不用关键词）时的件数。",
        "the count if the industry criterion asked for the IPC alone",
        "ipc_only = 1", isPublished: setting(cell) == "ignored")
    },
    CellExplainer("/bands/sei_with_keywords") { cell in
      try band(
        cell, "战略性新兴产业按 IPC 和关键词判断时的件数。",
        "the count with the keyword conditions of the industry table",
        "with_keywords = 1", isPublished: setting(cell) != "ignored")
    },
    CellExplainer("/bands/sei_without_transfers") { cell in
      try band(
        cell, "不计经 IPC 版本转移命中的专利时的件数。",
        "the count without hits through IPC symbols that have moved since the table",
        "high_value = 1 AND through_transfer = 0", isPublished: false)
    },
  ]

  private static func setting(_ cell: ExplainedCell) -> String {
    cell.document["calibre", "strategic-emerging-industry", "keywords"]?.text ?? ""
  }

  /// - Parameter isPublished: whether the band is the plan's own reading, which patents.csv lists.
  private static func band(
    _ cell: ExplainedCell, _ chinese: String, _ english: String, _ condition: String,
    isPublished: Bool
  ) throws -> CellExplanation {
    let count = cell.document["count"]?.shown ?? "?"
    let explanation = CellExplanation(
      chinese, english, formula: "count under the plan's own calibre = \(count)",
      ground: "战略性新兴产业分类与国际专利分类参照关系表 (sei-ipc), keywords, ipc-transfers")
    if isPublished { return explanation.counting(cell.run.highValueRows) }
    guard
      let rows = try cell.run.derivedRows(
        """
        SELECT application_no, title, 1 FROM dossier WHERE in_base = 1 AND \(condition)
        ORDER BY application_no
        """)
    else { return explanation.noting(cell.run.whyNoRows) }
    return explanation.counting(rows).noting(
      "the rows are the store's", cell.run.disagreement(rows, with: cell.value))
  }

  private static func countUpper(_ cell: ExplainedCell) throws -> CellExplanation {
    let run = cell.run
    let sure = run.highValueRows
    let mayMeet = run.undeterminedRows { !["in-force", "region"].contains($0["question"]) }
    let mayBeInForce = run.undeterminedRows { $0["question"] == "in-force" }
    let explanation = CellExplanation(
      "上限：所有尚不能判定的答案都为“符合”时的件数；地址不明的不在其中。",
      "the count if every undetermined answer turned out met; unresolved addresses are not in it",
      formula: "\(sure.count) counted + \(mayMeet.count) that may meet a criterion + those of "
        + "\(mayBeInForce.count) perhaps in force that meet or may meet one = \(cell.value.shown)",
      ground: "decision 5 of the manual")
    let all = sure + mayMeet + mayBeInForce
    if all.count == cell.value.integer { return explanation.counting(all) }
    // Which of those perhaps in force may meet a criterion, no published file says.
    guard
      let candidates = try run.derivedRows(
        """
        SELECT application_no, title, 1 FROM dossier
        WHERE place = 'region' AND high_value_upper = 1 AND standing = 'undetermined'
        ORDER BY application_no
        """)
    else { return explanation.counting(sure + mayMeet).noting(run.whyNoRows) }
    let numbers = Set(candidates.map { $0.id })
    let rows = sure + mayMeet + mayBeInForce.filter { numbers.contains($0.id) }
    return explanation.counting(rows).noting(run.disagreement(rows, with: cell.value))
  }
}
