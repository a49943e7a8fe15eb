import Store

/// What patents lack whose standing is not known, and unclassified events with what follows of them.
extension CellExplainer {
  static let undetermined: [CellExplainer] = [
    CellExplainer("/missing_in_force/*/count") { cell in
      let reason = cell.beside("reason")?.text ?? ""
      let quoted = reason.replacing("'", with: "''")
      let explanation = CellExplanation(
        "第一专利权人在本市、不能判定是否有效的授权发明专利中，因此原因待定的件数：\(reason)。",
        "granted inventions of the region of which it is not known whether they are in force, for "
          + "this reason", ground: "undetermined.csv, question in-force")
      guard
        let rows = try cell.run.derivedRows(
          """
          SELECT application_no, COALESCE(title, ''), 1 FROM dossier
          WHERE standing = 'undetermined' AND place = 'region' AND missing = '\(quoted)'
          ORDER BY application_no
          """)
      else { return explanation.noting(cell.run.whyNoRows) }
      return explanation.counting(rows).noting(cell.run.disagreement(rows, with: cell.value))
    },
    fixed(
      "/missing_in_force/*/reason", "不能判定是否有效的原因；一件专利的各项原因合为一条。",
      "all that such a patent lacks, together"),
    fixed(
      "/missing_in_force", "没有不能判定是否有效的专利。",
      "of no patent of the region it is unknown whether it is in force"),
    unclassified(
      "undetermined_patents", "有此类事务、因此或因其他原因不能判定是否有效的本市授权发明专利件数。",
      "granted inventions of the region with such an event, undetermined in force",
      "standing = 'undetermined' AND place = 'region'"),
    unclassified(
      "base_patents", "有此类事务、但其不可能终止权利的有效发明专利件数（授权前、截止日后，或属质押、保全、许可）。",
      "patents of the base set with such an event, which cannot have ended them", "in_base = 1"),
    fixed(
      "/sensitivity/*/population", "该取法下用作分母的常住人口。",
      "the persons that the count is divided by under the reading"),
    fixed(
      "/sensitivity/*/reason", "该取法没有结果的原因；空：有结果。",
      "why there is no figure under the reading; null where there is one"),
  ]

  /// - Parameter condition: which rows of `dossier` the cell counts, in SQL.
  private static func unclassified(
    _ key: String, _ chinese: String, _ english: String, _ condition: String
  ) -> CellExplainer {
    CellExplainer("/quality/unclassified_events/*/\(key)") { cell in
      let explanation = CellExplanation(chinese, english, ground: "table legal-events")
      guard
        let patents = try cell.run.derivedRows(
          """
          SELECT application_no, COALESCE(title, ''), 1 FROM dossier
          WHERE \(condition) ORDER BY application_no
          """),
        let found = try cell.run.database()?.unclassifiedApplications(
          code: cell.beside("code")?.text, name: cell.beside("name")?.text)
      else { return explanation.noting(cell.run.whyNoRows) }
      let numbers = Set(found.map { $0.number })
      let rows = patents.filter { numbers.contains($0.id) }
      return explanation.counting(rows).noting(cell.run.disagreement(rows, with: cell.value))
    }
  }
}
