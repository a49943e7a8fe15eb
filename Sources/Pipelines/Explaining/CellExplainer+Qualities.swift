import Analyses
import Records
import Reports
import Store

/// What the data lack, and how good the keyword table is.
extension CellExplainer {
  static let qualities: [CellExplainer] = [
    CellExplainer("/quality/malformed_ipc") { cell in
      let explanation = CellExplanation(
        "本市专利中不合格式的 IPC 号；原样保留，不命中任何规则。",
        "IPC symbols of the region's patents that are none; kept as text, they match nothing",
        ground: "the store's derived tables")
      guard
        let rows = try cell.run.derivedRows(
          "SELECT application_no, title, malformed FROM dossier WHERE malformed > 0 "
            + "ORDER BY application_no")
      else { return explanation.noting(cell.run.whyNoRows) }
      return explanation.counting(rows).noting(cell.run.disagreement(rows, with: cell.value))
    },
    CellExplainer("/quality/unclassified_events/*/count") { cell in
      let explanation = CellExplanation(
        "代码和名称都不在法律状态事务表中的事件数。",
        "legal events that no table classes, so that their effect is not known",
        ground: "table legal-events")
      guard
        let rows = try cell.run.unclassifiedRows(
          code: cell.beside("code")?.text, name: cell.beside("name")?.text)
      else { return explanation.noting(cell.run.whyNoRows) }
      return explanation.counting(rows).noting(cell.run.disagreement(rows, with: cell.value))
    },
    fixed("/quality/unclassified_events/*/code", "事件的代码。", "the event's code, as delivered"),
    fixed("/quality/unclassified_events/*/name", "事件的名称。", "the event's name, as delivered"),
    fixed(
      "/quality/unclassified_events", "所有事件都在表中。", "every event is in the table legal-events"),
    CellExplainer("/quality/unmatched_numbers") { cell in
      let rows = (cell.run.record["unmatched"]?.items ?? []).map { item in
        CellRow(
          item["number"]?.text ?? "", item["register"]?.text,
          facts: [CellRow.Fact(file: item["file"]?.text, record: item["row"]?.shown)])
      }
      return CellExplanation(
        "登记表中格式正确、但批量数据中没有的号码数。",
        "well-formed numbers of registers for which nothing was delivered",
        ground: "run.json, unmatched"
      ).counting(rows, unit: "register row")
    },
    CellExplainer("/quality/absent_files") { cell in
      let explanation = CellExplanation(
        "已不在输入中、但其记录仍计入的文件数。",
        "files whose records count although they are no longer among the inputs",
        ground: "the store's ledger of files")
      guard let rows = try cell.run.absentRows() else {
        return explanation.noting(cell.run.whyNoRows)
      }
      return explanation.counting(rows, unit: "file").noting(
        cell.run.disagreement(rows, with: cell.value))
    },
    fixed(
      "/quality/kept_registers", "各登记簿现有内容均可读取。", "every register could be read as it lies there"),
    CellExplainer("/quality/kept_registers/*") { cell in
      CellExplanation(
        "现有内容读不出、沿用上一次可读内容的登记簿。",
        "a register that could not be read as it lies there now; its last readable version counts",
        ground: "the store's ledger of files; the reject in rejects.ndjson says why")
    },
    CellExplainer("/quality/family_disagreements") { cell in
      let rows = cell.run.disagreements.map { row in
        CellRow(
          row["application_no"], "\(row["member"])  \(row["kind"])",
          facts: [
            CellRow.Fact("register: \(row["register"])", file: row["register_source"]),
            CellRow.Fact("bulk: \(row["bulk"])", file: row["bulk_source"]),
          ])
      }
      return CellExplanation(
        "同族登记表与全球数据说法不同的同族成员数；以登记表为准。",
        "members of families of which register and worldwide data differ; the register decides",
        ground: "family-disagreements.csv"
      ).counting(rows)
    },
    evaluation("code", "产业代码。", "the industry's code"),
    evaluation("name", "产业名称。", "the industry's name"),
    evaluation("labelled", "人工标注为该产业的专利数。", "patents labelled by hand with the industry"),
    evaluation(
      "precision", "关键词表命中的专利中，人工标注也属该产业的比例。",
      "found and right ÷ found by the keyword table"),
    evaluation(
      "recall", "人工标注属该产业的专利中，关键词表命中的比例。",
      "found and right ÷ labelled by hand"),
    fixed("/keyword_evaluation", "没有人工标注，未评估。", "there are no labels, so nothing was measured"),
  ]

  private static func evaluation(
    _ key: String, _ chinese: String, _ english: String
  ) -> CellExplainer {
    CellExplainer("/keyword_evaluation/*/\(key)") { cell in
      let code = cell.beside("code")?.text ?? ""
      let outcomes = KeywordEvaluationStage(try cell.run.tables()).outcomes()
      let labelled = outcomes.filter { $0.expected.contains(code) }
      let found = outcomes.count { $0.found.contains(code) }
      let right = labelled.count { $0.found.contains(code) }
      var formula: String?
      switch key {
      case "precision": formula = "\(right) ÷ \(found) = \(cell.value.shown)"
      case "recall": formula = "\(right) ÷ \(labelled.count) = \(cell.value.shown)"
      default: break
      }
      let table = try cell.run.tableFile("keywords")
      let rows =
        (key == "precision"
        ? outcomes.filter { $0.found.contains(code) } : labelled).map { item in
          CellRow(
            item.number, item.title,
            facts: [
              CellRow.Fact(
                "labelled \(item.expected.sorted().joined(separator: ";")), found "
                  + item.found.sorted().joined(separator: ";"), file: "labels-2021.tsv",
                record: item.number)
            ])
        }
      let explanation = CellExplanation(
        chinese, english, formula: formula, ground: "labels-2021.tsv beside the table keywords")
      return
        (key == "labelled"
        ? explanation.counting(rows, unit: "labelled text")
        : explanation.resting(on: rows, unit: "labelled text")).noting(table.note)
    }
  }
}

extension ExplainedRun {
  /// Each event that no table classes, by code and name; nil without a store.
  fileprivate func unclassifiedRows(code: String?, name: String?) throws -> [CellRow]? {
    guard let database = try judgedDatabase() else { return nil }
    var rows: [CellRow] = []
    for (key, number, count) in try database.unclassifiedApplications(code: code, name: name) {
      let events = try database.application(key)?.events.map { $0.event } ?? []
      let facts = events.filter { $0.code == code && $0.name == name }.map {
        CellRow.Fact("published \($0.publishedOn?.isoText ?? "?")", $0.source)
      }
      rows.append(CellRow(number, nil, weight: count, facts: facts))
    }
    return rows
  }

  fileprivate func absentRows() throws -> [CellRow]? {
    guard let database = try database() else { return nil }
    let present = Set(try InputDiscovery.files(of: plan).map { $0.name })
    return try database.files().filter {
      $0.isCurrent && $0.records > $0.rejected && !present.contains($0.path)
    }.map { CellRow($0.path, "\(($0.records).counted("record"))") }
  }
}
