import Analyses
import Records
import Reports

/// Settings, tables, inputs, rejects.
extension CellExplainer {
  static let settings: [CellExplainer] = [
    CellExplainer("/calibre/**") { cell in
      let keys = cell.captures.filter { Int($0) == nil }
      let name = "calibre." + keys.joined(separator: ".")
      let resolved = cell.run.record["plan", "resolved", name]?.shown
      return CellExplanation(
        "口径设置 \(name)，影响计数的规则。", "a setting of the calibre, the plan's or the default",
        formula: resolved.map { "\(name): \($0)" },
        ground:
          "\(cell.run.record["plan", "path"]?.text ?? cell.run.plan.path); Plans.md of the manual"
      ).resting(
        on: [
          CellRow(name, resolved, facts: [CellRow.Fact(file: "run.json", record: "plan.resolved")])
        ], unit: "setting"
      ).noting(resolved == nil ? "run.json does not name this setting" : nil)
    },
    table("id", "参照表的代号。", "the table's name"),
    table("edition", "所用参照表的版本。", "the edition of the table that was used"),
    table("sha256", "所用参照表的 SHA-256。", "the digest of the table's bytes"),
    fixed("/tables", "没有参照表。", "no tables were used"),
  ]

  private static func table(_ key: String, _ chinese: String, _ english: String) -> CellExplainer {
    CellExplainer("/tables/*/\(key)") { cell in
      let id = cell.beside("id")?.text ?? ""
      let file = try cell.run.tableFile(id)
      let title = try cell.run.tables().editions.first { $0.id == id }?.title
      return CellExplanation(
        "\(chinese)\(title ?? id)", "\(english): \(id) \(cell.beside("edition")?.shown ?? "")",
        ground: "the .yml beside the table names publisher, date and source"
      ).resting(
        on: [
          CellRow(
            "\(id) \(cell.beside("edition")?.shown ?? "")", title,
            facts: [CellRow.Fact(file: file.path)])
        ], unit: "table"
      ).noting(file.note)
    }
  }

  static let origins: [CellExplainer] = [
    CellExplainer("/data_as_of/*") { cell in
      let format = cell.captures[0]
      let day = cell.value.text?.filter { $0 != "-" } ?? ""
      let explanation = CellExplanation(
        "格式 \(format) 的数据中最新的公布日。",
        "the newest day of publication in the records of format \(format)", ground: "the store")
      guard let files = try cell.run.inputFiles(format) else {
        return explanation.noting(cell.run.whyNoRows)
      }
      let newest = files.compactMap { $0.newest }.max()
      let rows = try cell.run.newestRecords(format, day: day)
      return explanation.resting(on: rows, unit: "record of that day").noting(
        cell.document["known_on"] == nil && newest.map(String.init) != day
          ? "the store no longer agrees: its newest day is \(newest.map(String.init) ?? "none")"
          : nil)
    },
    CellExplainer("/inputs/*/format") { cell in
      CellExplanation(
        "数据格式或登记表的代号：\(cell.value.shown)。", "a format or register that was read",
        ground: "Formats.md, Registers.md of the manual")
    },
    input("files", "给出该格式记录的文件数。", "files that gave records of the format") { _ in 1 },
    input("records", "该格式的记录数（登记表为行数）。", "records of the format, or rows of the register") {
      $0.records
    },
    fixed("/inputs", "没有读入数据。", "nothing was read"),
    fixed("/data_as_of", "没有带日期的数据。", "no data with a day were read"),
    CellExplainer("/rejects/*") { cell in
      let code = cell.captures[0]
      let rows = cell.run.rejects.filter { $0.code == code }.map { item in
        CellRow(
          item.file + (item.member.map { "!\($0)" } ?? ""), item.reason,
          facts: [
            CellRow.Fact(
              file: item.file, member: item.member,
              record: item.record?.shown == "null" ? String(item.offset) : item.record?.shown)
          ])
      }
      return CellExplanation(
        "未能读取的记录或文件数，原因代码 \(code)。",
        "records or files that could not be read, code \(code); ipatlas rejects show gives their bytes",
        ground: "rejects.ndjson; Rejects.md of the manual"
      ).counting(rows, unit: "reject")
    },
    fixed("/rejects", "没有未能读取的记录。", "nothing was rejected"),
  ]

  private static func input(
    _ key: String, _ chinese: String, _ english: String,
    weight: @escaping @Sendable (ExplainedRun.InputFile) -> Int
  ) -> CellExplainer {
    CellExplainer("/inputs/*/\(key)") { cell in
      let explanation = CellExplanation(chinese, english, ground: "the store's ledger of files")
      guard let files = try cell.run.inputFiles(cell.beside("format")?.text ?? "") else {
        return explanation.noting(cell.run.whyNoRows)
      }
      let rows = files.map { file in
        CellRow(
          file.path, "SHA-256 \(file.sha256.prefix(16))…, \(file.records.counted("record"))",
          weight: weight(file), facts: [])
      }
      return explanation.counting(rows, unit: "file").noting(
        cell.run.disagreement(rows, with: cell.value))
    }
  }
}
