import Analyses
import Classifiers
import Records

/// The criteria: how many patents each answers in which way, alone and together.
extension CellExplainer {
  private static func title(_ id: String) -> String {
    Classifiers.criteria.first { $0.id == id }?.title ?? id
  }

  static let criteria: [CellExplainer] = [
    answer("met", "符合", "meet"), answer("not_met", "不符合", "do not meet"),
    answer("undetermined", "尚不能判定", "may or may not meet"),
    CellExplainer("/overlap/*/count") { cell in
      let ids = cell.beside("criteria")?.items.compactMap { $0.text } ?? []
      return CellExplanation(
        "恰好符合以下条件、不符合其他条件的件数：" + ids.map { title($0) }.joined(separator: "、"),
        "patents that meet exactly \(ids.joined(separator: ", ")) and no other criterion",
        formula: "all combinations add up to count = \(cell.document["count"]?.shown ?? "?")",
        ground: definition
      ).counting(cell.run.patentRows(.criteria(ids)) { ExplainedRun.met($0) == ids })
    },
    CellExplainer("/overlap/*/criteria/*") { cell in
      let id = cell.value.text ?? ""
      return CellExplanation(
        "此组合中的一项条件：\(title(id))。", "a criterion of this exact combination: \(id)",
        ground: definition)
    },
    CellExplainer("/only_by/*") { cell in
      let id = cell.captures[0]
      return CellExplanation(
        "只因“\(title(id))”一项而计入、不符合其他条件的件数。",
        "patents that no criterion but \(id) would count",
        formula: "the entry of overlap whose criteria are exactly [\(id)]", ground: definition
      ).counting(cell.run.patentRows(.criteria([id])) { ExplainedRun.met($0) == [id] })
    },
    CellExplainer("/missing/*/count") { cell in
      let id = cell.beside("criterion")?.text ?? ""
      let reason = cell.beside("reason")?.text ?? ""
      let run = cell.run
      let explanation = CellExplanation(
        "“\(title(id))”不能判定，因缺少：\(reason)。",
        "patents of the base set for which \(id) waits for this material",
        ground: "evidence.ndjson, criteria.\(id).missing")
      let waiting = run.patentRows(.criteria([id])) { $0[id] == "undetermined" }
      // Where all wait for this, the published file lists them; else the store tells them apart.
      if waiting.count == cell.value.integer { return explanation.counting(waiting) }
      let quoted = reason.replacing("'", with: "''")
      guard
        let rows = try run.derivedRows(
          """
          SELECT l.application_no, d.title, 1
          FROM label l JOIN dossier d ON d.application_no = l.application_no
          WHERE d.in_base = 1 AND l.criterion = '\(id)' AND l.verdict = 'undetermined'
            AND instr(char(31) || l.missing || char(31), char(31) || '\(quoted)' || char(31)) > 0
          ORDER BY l.application_no
          """)
      else { return explanation.noting(run.whyNoRows) }
      return explanation.counting(rows).noting(run.disagreement(rows, with: cell.value))
    },
    CellExplainer("/missing/*/criterion") { cell in
      CellExplanation(
        "缺少材料的条件：\(title(cell.value.text ?? ""))。", "the criterion that lacks the material",
        ground: definition)
    },
    fixed("/missing/*/reason", "所缺的材料。", "what the undetermined answers wait for"),
    fixed("/overlap", "没有计入的专利，故无组合。", "no patent is counted, so there is no combination"),
    fixed("/missing", "没有不能判定的条件。", "no answer is undetermined"),
  ]

  private static func answer(_ verdict: String, _ chinese: String, _ english: String)
    -> CellExplainer
  {
    CellExplainer("/criteria/*/\(verdict)") { cell in
      let id = cell.captures[0]
      let parts = ["met", "not_met", "undetermined"].map { cell.beside($0)?.integer ?? 0 }
      return CellExplanation(
        "有效发明专利中，\(chinese)条件“\(title(id))”的件数。",
        "patents of the base set that \(english) \(id)",
        formula: "met \(parts[0]) + not_met \(parts[1]) + undetermined \(parts[2]) = "
          + "\(parts.reduce(0, +)) = base.valid_inventions "
          + "\(cell.document["base", "valid_inventions"]?.shown ?? "?")",
        ground: definition
      ).counting(cell.run.patentRows(.criteria([id])) { $0[id] == verdict })
    }
  }
}
