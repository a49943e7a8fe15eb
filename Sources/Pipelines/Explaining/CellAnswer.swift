import Formats
import Records

/// A cell of a published run with its explanation, as `explain --cell` prints it.
package struct CellAnswer: Sendable {
  let pointer: CellPointer
  let value: PublishedNode
  let run: String
  let asOf: String
  package let explanation: CellExplanation
  /// The cells below, with their values, where the cell holds others.
  var below: [(pointer: String, value: PublishedNode)] = []
  let hint: String

  package static let defaultLimit = 20

  /// Whether the rows add up to the cell, where it counts them.
  var agrees: Bool {
    !explanation.isCount || value.integer == explanation.total
  }

  private var notes: [String] {
    explanation.notes
      + (agrees
        ? [] : ["the rows add up to \(explanation.total), the cell says \(value.shown)"])
  }

  /// The explanation as lines for people.
  package func lines(limit: Int) -> [String] {
    var lines = [
      "\(pointer.text.isEmpty ? "/" : pointer.text) = \(ReadableText.escaped(value.shown))"
    ]
    lines.append("  run \(run), as of \(asOf)")
    lines.append("  \(explanation.chinese)")
    lines.append("  \(explanation.english)")
    if let formula = explanation.formula { lines.append("  formula  \(formula)") }
    if let ground = explanation.ground { lines.append("  source   \(ground)") }
    lines += notes.map { "  note     \($0)" }
    for (pointer, value) in below.prefix(limit) {
      lines.append("  \(pointer) = \(ReadableText.escaped(value.shown))")
    }
    if below.count > limit { lines.append("  … \((below.count - limit).counted("cell")) more") }
    guard !explanation.rows.isEmpty else { return lines }
    let rows = explanation.rows
    let shown = min(limit, rows.count)
    let number = rows.count == 1 ? "1 \(explanation.unit)" : "\(rows.count) × \(explanation.unit)"
    let sum =
      explanation.isCount && explanation.total != rows.count
      ? ", together \(explanation.total)" : ""
    lines.append("  \(number)\(sum)" + (shown < rows.count ? ", the first \(shown):" : ":"))
    var places: [String] = []
    for row in rows.prefix(limit) {
      lines.append(
        "    \(ReadableText.escaped(row.id))"
          + (row.weight == 1 ? "" : "  × \(row.weight)")
          + (row.text.map { "  " + ReadableText.escaped($0) } ?? ""))
      for fact in row.facts { lines += CellAnswer.lines(fact, &places) }
    }
    if shown < rows.count {
      lines.append("    … \(rows.count - shown) more; --limit \(rows.count) lists all")
    }
    if explanation.unit == "patent" { lines.append("  each of them: \(hint)") }
    return lines
  }

  /// A fact and below it its place, in full where it is named first and by its number after.
  private static func lines(_ fact: CellRow.Fact, _ places: inout [String]) -> [String] {
    var lines: [String] = []
    let record = fact.record.map { ", record \($0)" } ?? ""
    if let text = fact.text { lines.append("      " + ReadableText.escaped(text)) }
    guard let file = fact.file else { return lines }
    let place = ReadableText.escaped(file + (fact.member.map { ", member \($0)" } ?? ""))
    if let known = places.firstIndex(of: place) {
      lines.append("        in [\(known + 1)]\(record)")
    } else {
      places.append(place)
      lines.append("        in [\(places.count)] \(place)\(record)")
    }
    return lines
  }

  /// The explanation as one JSON object.
  package func json(limit: Int?) -> JSONBuffer {
    var json = JSONBuffer()
    write(to: &json, limit: limit)
    return json
  }

  /// - Parameter limit: nil writes all rows.
  func write(to json: inout JSONBuffer, limit: Int?) {
    json.object { json in
      json.member("cell", pointer.text)
      json.key("value")
      value.write(to: &json)
      json.member("run", run)
      json.member("as_of", asOf)
      json.member("chinese", explanation.chinese)
      json.member("english", explanation.english)
      json.member("formula", explanation.formula)
      json.member("source", explanation.ground)
      json.strings("notes", notes, evenIfEmpty: true)
      if !below.isEmpty {
        json.key("below")
        json.array { json in
          for item in below {
            json.object { json in
              json.member("cell", item.pointer)
              json.key("value")
              item.value.write(to: &json)
            }
          }
        }
      }
      json.member("unit", explanation.unit)
      json.member("row_count", explanation.rows.count)
      if explanation.isCount { json.member("total", explanation.total) }
      json.key("rows")
      json.array { json in
        for row in explanation.rows.prefix(limit ?? explanation.rows.count) {
          json.object { json in
            json.member("id", row.id)
            json.member("text", row.text)
            json.member("count", row.weight)
            json.key("facts")
            json.array { json in
              for fact in row.facts {
                json.object { json in
                  json.member("text", fact.text)
                  json.member("file", fact.file)
                  json.member("member", fact.member)
                  json.member("record", fact.record)
                }
              }
            }
          }
        }
      }
    }
  }
}
