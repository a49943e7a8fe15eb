import Analyses
import Classifiers
import Dossiers
import Records
import ReferenceTables

/// Measures the keyword table on patents labelled by hand: precision and recall by industry.
///
/// The labels lie beside the table (`labels-2021.tsv`); without them nothing is published.
struct KeywordEvaluationStage {
  private let tables: TableSet

  init(_ tables: TableSet) { self.tables = tables }

  func evaluations() -> [KeywordEvaluation] {
    struct Score {
      var labelled = 0
      var found = 0
      var right = 0
    }
    var scores: [String: Score] = [:]
    for outcome in outcomes() {
      let (expected, found) = (outcome.expected, outcome.found)
      for code in expected { scores[code, default: Score()].labelled += 1 }
      for code in found {
        scores[code, default: Score()].found += 1
        if expected.contains(code) { scores[code, default: Score()].right += 1 }
      }
    }
    return scores.sorted { Int($0.key) ?? 0 < Int($1.key) ?? 0 }.map { code, score in
      KeywordEvaluation(
        code: code,
        name: tables.industryRules.rules.first { $0.bigCode == code }?.bigName ?? code,
        labelled: score.labelled,
        precision: score.found > 0 ? Double(score.right) / Double(score.found) : nil,
        recall: score.labelled > 0 ? Double(score.right) / Double(score.labelled) : nil)
    }
  }

  /// A labelled text: the industries it was given by hand, and those that the table finds.
  struct Outcome {
    var number: String
    var title: String
    var expected: Set<String>
    var found: Set<String>
  }

  /// Every labelled text in the order of the file.
  func outcomes() -> [Outcome] {
    guard let labels = tables.labels,
      let at = try? labels.positions(of: "no", "title", "abstract", "ipc", "expected_sei_codes")
    else { return [] }
    return labels.rows.map { row in
      let text = PatentText(
        title: row[at[1]], abstract: row[at[2]].isEmpty ? nil : row[at[2]],
        ipc: row[at[3]].split(separator: ";").map { IPCEntry($0) })
      return Outcome(
        number: row[at[0]], title: row[at[1]],
        expected: KeywordEvaluationStage.industries(
          row[at[4]].split(separator: ";").map(String.init)),
        found: KeywordEvaluationStage.industries(codes(of: text)))
    }
  }

  /// The codes that the default calibre finds for a text alone.
  private func codes(of text: PatentText) -> [String] {
    guard let cutOff = CalendarDay(year: 2025, month: 12, day: 31),
      let number = ApplicationNumber(key: 202_010_136_011)
    else { return [] }
    let state = DossierState(
      of: ApplicationRecords(application: number),
      under: AssemblySettings(cutOff: cutOff, legalStatus: .none))
    return IndustryJudgement(
      of: PatentUnderJudgement(state: state, text: text),
      in: JudgementContext(cutOff: cutOff, industries: tables.industries)
    ).chosen.codes
  }

  /// The one-level codes of two-level ones: `1.2` lies in `1`.
  private static func industries(_ codes: [String]) -> Set<String> {
    Set(codes.compactMap { $0.split(separator: ".").first.map(String.init) })
  }
}
