/// A JSON value, written with its members in the order of their names.
private indirect enum JSONText {
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONText])
  case object([String: JSONText])

  func write(to text: inout String, indent: String = "") {
    let inner = indent + "  "
    switch self {
    case .integer(let value): text += String(value)
    case .number(let value): text += String(value)
    case .string(let value):
      text += "\""
      for scalar in value.unicodeScalars {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        default: text.unicodeScalars.append(scalar)
        }
      }
      text += "\""
    case .array(let values):
      if values.isEmpty {
        text += "[]"
        return
      }
      text += "[\n"
      for (offset, value) in values.enumerated() {
        text += inner
        value.write(to: &text, indent: inner)
        text += offset == values.count - 1 ? "\n" : ",\n"
      }
      text += indent + "]"
    case .object(let members):
      text += "{\n"
      for (offset, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        text += inner + "\"" + member.key + "\": "
        member.value.write(to: &text, indent: inner)
        text += offset == members.count - 1 ? "\n" : ",\n"
      }
      text += indent + "}"
    }
  }
}

extension SampleAnswers {
  /// The answers as `answers.json` holds them: members sorted by name, two spaces, a last newline.
  package var json: String {
    var text = ""
    document.write(to: &text)
    return text + "\n"
  }

  private var document: JSONText {
    var criteria: [String: JSONText] = [:]
    for (id, tally) in zip(SampleAnswers.criteria, tallies) {
      criteria[id] = .object([
        "met": .integer(tally.met), "not_met": .integer(tally.notMet),
        "undetermined": .integer(tally.undetermined),
      ])
    }
    var byCode: [String: Int] = [:]
    for reject in rejects { byCode[reject.code, default: 0] += 1 }
    let rejectRows = rejects.map { reject -> JSONText in
      var row: [String: JSONText] = ["file": .string(reject.file), "code": .string(reject.code)]
      if let member = reject.member { row["member"] = .string(member) }
      return .object(row)
    }
    return .object([
      "as_of": .string(asOf), "region": .string("341300"),
      "applications": .integer(applications), "count": .integer(count),
      "undetermined_only": .integer(undeterminedOnly), "value": .number(value),
      "population": .object([
        "persons": .integer(SampleAnswers.persons), "year": .integer(2024),
      ]),
      "base": .object([
        "valid_inventions": .integer(base), "undetermined_in_force": .integer(undeterminedInForce),
        "unresolved_region": .integer(unresolvedRegion),
      ]),
      "bands": .object([
        "sei_ipc_only": .integer(countByIPCOnly), "sei_with_keywords": .integer(count),
      ]),
      "criteria": .object(criteria), "overlap": .array(overlap),
      "by_county": .array(byCounty), "rejects": .array(rejectRows),
      "rejects_by_code": .object(byCode.mapValues { .integer($0) }),
      "records": .object(records.mapValues { .integer($0) }),
      "unmatched": .array(unmatched.map { .string($0) }),
    ])
  }

  /// Every exact combination of met criteria, sorted by its ids.
  private var overlap: [JSONText] {
    let rows = combinations.indices.filter { combinations[$0] > 0 }.map { bits in
      (
        ids: SampleAnswers.criteria.indices.filter { bits >> $0 & 1 == 1 },
        count: combinations[bits]
      )
    }
    return rows.sorted { $0.ids.lexicographicallyPrecedes($1.ids) }.map { row in
      .object([
        "criteria": .array(row.ids.map { .string(SampleAnswers.criteria[$0]) }),
        "count": .integer(row.count),
      ])
    }
  }

  private var byCounty: [JSONText] {
    SampleAnswers.regions.indices.map { position in
      .object([
        "region": .string(String(SampleAnswers.regions[position])),
        "base": .integer(baseByRegion[position]), "count": .integer(countByRegion[position]),
      ])
    }
  }
}
