import Formats
import Records

/// A county's figure of indicator 1 in a published run: its count, its base, the patents behind it.
package struct CountyAnswer {
  private let run: ExplainedRun
  private let region: String
  private let name: String
  private let count: CellAnswer
  private let value: CellAnswer
  private let base: [CellRow]
  private let undetermined: [CellRow]

  /// - Parameter text: the county's code or name, as `by_county` has them.
  /// - Throws: ``RunFailure`` where it names no county of the run, or several.
  package init(_ text: String, in run: ExplainedRun) throws {
    let counties = run.indicator["by_county"]?.items ?? []
    if counties.isEmpty, let reason = run.indicator["undetermined"]?.text {
      throw RunFailure("run \(run.run) has no figure by county: \(reason)")
    }
    func names(_ county: PublishedNode) -> [String] {
      [county["region"]?.text ?? "", county["name"]?.text ?? ""]
    }
    let exact = counties.indices.filter { names(counties[$0]).contains(text) }
    let found =
      exact.isEmpty && !text.isEmpty
      ? counties.indices.filter { names(counties[$0])[1].contains(text) } : exact
    guard let index = found.first, found.count == 1 else {
      throw RunFailure(
        "\"\(text)\" names \(found.count) counties of run \(run.run); expected one of "
          + counties.map { names($0).joined(separator: " ") }.joined(separator: ", "))
    }
    self.run = run
    region = names(counties[index])[0]
    name = names(counties[index])[1]
    count = try run.answer("/by_county/\(index)/count")
    value = try run.answer("/by_county/\(index)/value")
    let code = region
    base = run.patentRows(.base) { $0["region"] == code }
    undetermined = run.undeterminedRows { $0["region"] == code }
  }

  /// How the count comes about: each exact combination of criteria with its patents.
  private var combinations: [(criteria: String, count: Int)] {
    var counts: [String: Int] = [:]
    for row in run.patents where row["region"] == region && run.isHighValue(row) {
      counts[ExplainedRun.met(row).joined(separator: " + "), default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  package func lines(limit: Int) -> [String] {
    var lines = count.lines(limit: limit)
    lines[0] = "\(region) \(ReadableText.escaped(name)): \(count.value.shown)  (\(lines[0]))"
    var facts = ["  base     \(base.count) valid inventions / 有效发明专利"]
    facts.append(
      "  value    \(value.value.shown)"
        + (value.explanation.formula.map { "  = \($0)" } ?? "  \(value.explanation.chinese)"))
    for fact in value.explanation.rows.flatMap({ $0.facts }) {
      facts.append("           population in \(fact.place ?? "")")
    }
    let parts = combinations
    facts.append(
      "  adds up  \(parts.map { String($0.count) }.joined(separator: " + ")) = "
        + "\(parts.reduce(0) { $0 + $1.count })")
    facts += parts.map { "           \($0.count)  \($0.criteria)" }
    facts.append(
      "  undetermined there, not counted / 尚不能判定、未计入: \(undetermined.count)")
    facts += undetermined.prefix(limit).map { "           \($0.id)  \($0.text ?? "")" }
    if undetermined.count > limit {
      facts.append("           … \(undetermined.count - limit) more")
    }
    let unplaced = run.indicator["base", "unresolved_region"]?.integer ?? 0
    if unplaced > 0 {
      facts.append(
        "  note     \(unplaced.counted("patent")) of an unresolved place may lie here or elsewhere: "
          + "--cell /base/unresolved_region")
    }
    lines.insert(contentsOf: facts, at: min(4, lines.count))
    return lines
  }

  package func json(limit: Int?) -> JSONBuffer {
    var json = JSONBuffer()
    json.object { json in
      json.member("region", region)
      json.member("name", name)
      json.member("base", base.count)
      json.key("value")
      value.value.write(to: &json)
      json.member("formula", value.explanation.formula)
      json.key("combinations")
      json.array { json in
        for part in combinations {
          json.object { json in
            json.member("criteria", part.criteria)
            json.member("count", part.count)
          }
        }
      }
      json.key("undetermined")
      json.array { json in
        for row in undetermined {
          json.object { json in
            json.member("application_no", row.id)
            json.member("text", row.text)
          }
        }
      }
      json.key("count")
      count.write(to: &json, limit: limit)
    }
    return json
  }
}
