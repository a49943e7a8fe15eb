import Analyses
import Records

/// `changes.json`: what changed since the run before. Audience: internal. Not deterministic: it
/// depends on which run was published before. The schema is `Schemas/changes.json`.
///
/// Invariant: of every figure, `before` + the entries − the exits = `after`.
package struct ChangesJSON {
  package static let fileName = "changes.json"

  /// Gives the document in pieces, a patent a line, so that no list of all patents is made.
  package static func write(
    _ difference: RunDifference, to sink: ([UInt8]) throws -> Void
  ) throws {
    var head = JSONText.document(value(difference))
    // The list of patents follows the last member: `}` and the line's end give way to it.
    head.removeLast(3)
    try sink(head + Array(",\n  \"patents\": [".utf8))
    for (index, patent) in difference.patents.enumerated() {
      var line: [UInt8] = index > 0 ? [0x2C] : []
      line.append(contentsOf: "\n    ".utf8)
      JSONText.appendLine(value(patent), to: &line)
      try sink(line)
    }
    try sink(Array((difference.patents.isEmpty ? "]\n}\n" : "\n  ]\n}\n").utf8))
  }

  package static func bytes(_ difference: RunDifference) -> [UInt8] {
    var bytes: [UInt8] = []
    // The sink does not throw.
    try? write(difference) { bytes += $0 }
    return bytes
  }

  private static func value(_ difference: RunDifference) -> JSONValue {
    [
      "schema": 1,
      "region": .text(difference.region.text),
      "run": .text(difference.run.id),
      "as_of": .text(difference.run.asOf.isoText),
      "previous": difference.previous.map {
        ["run": .text($0.id), "as_of": .text($0.asOf.isoText)]
      } ?? .null,
      "not_compared": .optional(difference.notCompared),
      "rules": .list(
        difference.rules.map {
          [
            "kind": .text($0.kind.rawValue), "name": .text($0.name),
            "before": .optional($0.before), "after": .optional($0.after),
          ]
        }),
      "figures": .list(difference.figures.map { value($0) }),
    ]
  }

  private static func value(_ figure: FigureChange) -> JSONValue {
    [
      "figure": .text(figure.figure.id), "name": .text(figure.name),
      "before": .integer(figure.before),
      "entries": .list(figure.entries.map { value($0) }),
      "exits": .list(figure.exits.map { value($0) }),
      "after": .integer(figure.after),
    ]
  }

  private static func value(_ share: FigureChange.Share) -> JSONValue {
    [
      "cause": .text(share.cause.id), "name": .text(ChangeNames.name(share.cause)),
      "count": .integer(share.count), "known_late": .integer(share.knownLate),
    ]
  }

  private static func value(_ patent: ChangedPatent) -> JSONValue {
    var members: [JSONValue.Member] = [.init("application_no", .text(patent.applicationNumber))]
    if let number = patent.publicationNumber {
      members.append(.init("publication_no", .text(number)))
    }
    if let title = patent.title { members.append(.init("title", .text(title))) }
    members.append(.init("changes", .list(patent.changes.map { value($0) })))
    return .object(members)
  }

  private static func value(_ change: PatentChange) -> JSONValue {
    let reason = change.reason
    var members: [JSONValue.Member] = [
      .init("figure", .text(change.figure.id)),
      .init("change", .text(change.direction.rawValue)),
      .init("cause", .text(reason.cause.id)),
    ]
    if let day = reason.day { members.append(.init("day", .text(day.isoText))) }
    if reason.isKnownLate { members.append(.init("known_late", .flag(true))) }
    if let detail = reason.detail { members.append(.init("detail", .text(detail))) }
    if let fact = reason.fact {
      let texts: [(String, String?)] = [
        ("rule", fact.rule), ("table", fact.table), ("file", fact.file),
        ("member", fact.member), ("record", fact.record), ("field", fact.field),
        ("value", fact.value),
      ]
      members.append(
        .init(
          "fact",
          .object(texts.compactMap { key, text in text.map { .init(key, .text($0)) } })))
    }
    return .object(members)
  }
}
