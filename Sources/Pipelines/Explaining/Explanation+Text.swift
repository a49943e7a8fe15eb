import Analyses
import Classifiers
import Dossiers
import Records

extension Explanation {
  /// The verdict in one word: `counts`, `does not count`, `undetermined`, or why it is outside.
  package var verdict: String {
    let state = finding.state
    guard state.isInvention else { return "outside: not an invention patent" }
    switch state.standing {
    case .notInForce(let end, _): return "outside: not in force (\(end.rawValue))"
    case .inForce, .undetermined: break
    }
    switch finding.residence {
    case .elsewhere(let place): return "outside: the first patentee lives elsewhere (\(place))"
    case .unresolved(let reason): return "outside: the place is unresolved (\(reason.text))"
    case .region: break
    }
    if state.standing.isUndetermined { return "undetermined in force" }
    switch finding.union?.verdict {
    case .met: return "counts"
    case .notMet: return "does not count"
    case .undetermined, nil: return "undetermined"
    }
  }

  /// The explanation as lines for people.
  package func lines() -> [String] {
    let state = finding.state
    var places: [String] = []
    var lines = [
      "\(application.canonical)  \(verdict)  (as of \(plan.asOf.isoText)"
        + (plan.knownOn.map { ", as known on \($0.isoText)" } ?? "") + ")"
    ]
    if let document = state.document {
      lines.append(
        "  document \(document.delivery.number.canonical)\(document.delivery.kind.text)  "
          + (document.delivery.title ?? "(no title)"))
    }
    if let owner = state.firstPatentee {
      let address = owner.party.address ?? "no address"
      lines.append("  first patentee \(owner.party.name), \(address)")
      lines += Explanation.lines(owner.because, &places, passages)
    }
    if case .region(let division, let county) = finding.residence {
      let counted = division == county ? "" : ", counted under \(county)"
      lines.append("  place \(division)\(counted)")
    }
    lines.append("  standing \(Explanation.name(of: state.standing))")
    lines += Explanation.lines(Explanation.evidence(of: state.standing), &places, passages)
    for part in finding.union?.parts ?? [] {
      let title = criteria.first { $0.id == part.criterion }?.title ?? ""
      lines.append("  \(part.criterion) \(title): \(part.judgement.verdict.rawValue)")
      lines += Explanation.lines(part.judgement.evidence, &places, passages)
      if let silence = silence(of: part) { lines.append("    " + silence) }
      lines += part.judgement.missing.map { "    missing: \(Explanation.text(of: $0))" }
    }
    lines += state.remarks.map { "  remark: \($0.text)" }
    return lines
  }

  /// The explanation as one JSON object.
  package func json() -> JSONBuffer {
    let state = finding.state
    var json = JSONBuffer()
    json.object { json in
      json.member("application_no", application.canonical)
      json.member("as_of", plan.asOf.isoText)
      if let knownOn = plan.knownOn { json.member("known_on", knownOn.isoText) }
      json.member("verdict", verdict)
      json.member("publication_no", state.document?.delivery.number.canonical)
      json.member("title", state.document?.delivery.title)
      json.member("filing_date", state.filingDate?.isoText)
      json.member("grant_date", state.grant?.date.isoText)
      json.member("owner", state.firstPatentee?.party.name)
      json.member("address", state.firstPatentee?.party.address)
      if case .region(let division, let county) = finding.residence {
        json.member("region", division.text)
        json.member("county", county.text)
      }
      json.member("standing", Explanation.name(of: state.standing))
      json.key("base_set")
      Explanation.write(
        Explanation.evidence(of: state.standing) + (state.firstPatentee?.because ?? []),
        to: &json, passages)
      json.key("criteria")
      json.object { json in
        for part in finding.union?.parts ?? [] {
          json.key(text: part.criterion)
          json.object { json in
            json.member("verdict", part.judgement.verdict.rawValue)
            json.key("evidence")
            Explanation.write(part.judgement.evidence, to: &json, passages)
            json.member("silence", silence(of: part))
            json.strings("missing", part.judgement.missing.map { $0.text })
          }
        }
      }
      json.strings("sei_codes", finding.industry?.chosen.codes ?? [], evenIfEmpty: true)
      json.strings("remarks", state.remarks.map { $0.text })
    }
    return json
  }

  private static func name(of standing: Standing) -> String {
    switch standing {
    case .inForce: return "in-force"
    case .notInForce(let end, _): return "not-in-force: \(end.rawValue)"
    case .undetermined(let missing, _):
      return "undetermined: missing \(missing.map { $0.text }.joined(separator: "、"))"
    }
  }

  static func evidence(of standing: Standing) -> [Evidence] {
    switch standing {
    case .inForce(let because): return because
    case .notInForce(_, let because): return because
    case .undetermined(_, let because): return because
    }
  }

  /// What a "no" without any evidence rests on: the files that have no row of the patent.
  private func silence(of part: UnionJudgement.Part) -> String? {
    guard part.judgement.isNotMet, part.judgement.evidence.isEmpty,
      let register = Explanation.registers[part.criterion]
    else { return nil }
    if registersWithRows.contains(register.id) {
      return "\(register.name)中有该专利，但没有截止日符合口径的记录"
    }
    let files = registerFiles[register.id] ?? []
    let ground = files.isEmpty ? "运行方案声明其完整" : "已查：" + files.joined(separator: "、")
    return "\(register.name)中无该专利（\(ground)）"
  }

  /// The register that each criterion but the industry's and the age's asks.
  private static let registers: [String: (id: String, name: String)] = [
    PledgeFinancing.id: ("pledges", "质押登记簿"), Award.id: ("awards", "奖项登记簿"),
    OverseasFamily.id: ("families", "同族登记簿"),
  ]

  private static func text(of missing: Missing) -> String {
    if case .register(let id) = missing,
      let register = registers.values.first(where: { $0.id == id })
    {
      return "未载入\(register.name)，不能判定"
    }
    return missing.text
  }

  /// Facts below the file they were read from, which is named in full once and by its number after:
  ///
  ///     in [1] cnipa/a.zip, member 1/B.XML
  ///       R018 (sei-ipc 2021) ipc = H04L9/32 (byte 0)
  ///
  /// - Parameter places: the files named so far.
  static func lines(
    _ evidence: [Evidence], _ places: inout [String], _ passages: [Evidence: String] = [:]
  ) -> [String] {
    var lines: [String] = []
    var rest = evidence[...]
    while let first = rest.first {
      let place = place(of: first)
      if let place {
        if let known = places.firstIndex(of: place) {
          lines.append("    in [\(known + 1)]")
        } else {
          places.append(place)
          lines.append("    in [\(places.count)] \(place)")
        }
      }
      let indent = place == nil ? "    " : "      "
      for item in rest.filter({ Explanation.place(of: $0) == place }) {
        lines.append(indent + line(item))
        lines += (passages[item] ?? "").split(separator: "\n").map { indent + "  | " + $0 }
      }
      rest = rest.filter { Explanation.place(of: $0) != place }[...]
    }
    return lines
  }

  private static func place(of evidence: Evidence) -> String? {
    guard let source = evidence.source else { return nil }
    return source.file + (source.member.map { ", member \($0)" } ?? "")
  }

  private static func line(_ evidence: Evidence) -> String {
    var text = evidence.rule
    if let table = evidence.table { text += " (\(table.id) \(table.edition))" }
    text += " \(evidence.field) = \(evidence.value)"
    if let date = evidence.date, date.isoText != evidence.value { text += ", \(date.isoText)" }
    guard let source = evidence.source else { return text }
    // In a table the row is the place; elsewhere a record may have a number of its own.
    if let record = source.record {
      if record == String(source.offset) { return text + " (row \(record))" }
      return text + " (record \(record), byte \(source.offset))"
    }
    return text + " (byte \(source.offset))"
  }

  static func write(
    _ evidence: [Evidence], to json: inout JSONBuffer, _ passages: [Evidence: String] = [:]
  ) {
    json.array { json in
      for item in evidence {
        json.object { json in
          json.member("rule", item.rule)
          json.member("table", item.table.map { "\($0.id) \($0.edition)" })
          if let source = item.source { source.write(to: &json) }
          json.member("field", item.field)
          json.member("value", item.value)
          json.member("date", item.date?.isoText)
          json.member("fragment", passages[item])
        }
      }
    }
  }
}
