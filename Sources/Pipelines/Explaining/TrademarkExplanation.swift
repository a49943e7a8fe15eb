import Dossiers
import Records
import Store

/// Why a trademark counts or not, class by class, from the database of a plan's workspace.
package struct TrademarkExplanation {
  private struct Item {
    var mark: TrademarkCase
    var standing: TrademarkStanding
    var residence: PatentJudge.Residence?
  }

  private let office: String
  private let number: String
  private let plan: Plan
  private let items: [Item]
  private let held: [TrademarkEntry]
  private let recordCount: Int

  /// Judges one mark as `run` would.
  ///
  /// - Parameters:
  ///   - number: as CNIPA writes it, `10000001`, `G1234567`; with an office before it for others,
  ///     `WO 1234567`, `XX/2019/000101`.
  /// - Throws: ``RunFailure`` where nothing was read of it.
  package init(of number: String, plan: Plan) throws {
    let typed = TypedNumber(number)
    let database = try FilledStore.open(plan)
    guard let first = typed.marks.first else {
      throw RunFailure(
        "trademark number \"\(number)\" found, digits expected, such as 10000001, G1234567, or "
          + "\"US 76000001\" for another office")
    }
    var found: (stored: StoredTrademark, office: String, text: String)?
    for mark in typed.marks where found == nil {
      found = try database.trademark(
        office: mark.office, number: mark.number, order: TrademarkStage.order
      ).map { ($0, mark.office, mark.number) }
    }
    if found == nil, first.office != "CN" {
      let likely = try database.trademarkNumbers(office: first.office, like: first.number)
      if likely.count > 1 {
        throw RunFailure(
          "\"\(number)\" names \(likely.count) marks of \(first.office), expected one: "
            + likely.prefix(10).joined(separator: ", "))
      }
      if let text = likely.first {
        found = try database.trademark(
          office: first.office, number: text, order: TrademarkStage.order
        ).map { ($0, first.office, text) }
      }
    }
    guard let (stored, office, text) = found else {
      throw RunFailure(
        "trademark \(first.office) \(first.number) is in none of the files read; see \"ipatlas plan "
          + "\(plan.path)\" for the inputs"
          + (first.office == "CN"
            ? "\nhint: a mark of another office needs its code before it, \"WO \(first.number)\""
            : ""))
    }
    self.plan = plan
    self.office = office
    self.number = text
    let settlement = TrademarkSettlement(stored.entries)
    held = settlement.held
    recordCount = stored.entries.count
    let judge = TrademarkJudge(plan: plan, places: try TableSet(plan: plan).places)
    items = TrademarkDossier(office: office, number: text, settled: settlement).cases.map { mark in
      Item(
        mark: mark, standing: mark.standing(at: plan.asOf),
        residence: mark.holders.isEmpty ? nil : judge.residence(of: mark))
    }
  }

  /// The explanation as lines for people.
  package func lines() -> [String] {
    var places: [String] = []
    var lines = ["\(office) \(number)  (as of \(plan.asOf.isoText))"]
    for item in items {
      let mark = item.mark
      lines.append(
        "  class \(mark.niceClass.map { String($0) } ?? "none named")  "
          + "\(item.standing.kind.rawValue)  \(mark.name ?? "(no words)")")
      lines += Explanation.lines(item.standing.evidence, &places)
      lines += item.standing.missing.map { "    missing: \($0.text)" }
      if let deadline = mark.deadline(at: plan.asOf) {
        lines.append("    \(deadline.kind.rawValue) until \(deadline.until.isoText)")
      }
      for (index, holder) in mark.holders.enumerated() {
        lines.append(
          "    \(index == 0 ? "holder" : "co-holder") \(holder.name) "
            + "(\(HolderKind(name: holder.name).rawValue)), \(holder.address ?? "no address")")
      }
      for holder in mark.rivals + mark.uncertainCoHolders {
        lines.append(
          "    another record names \(holder.name), \(holder.address ?? "no address"); which is later "
            + "is not known")
      }
      lines.append("    place \(text(item.residence))")
    }
    lines.append(
      "  \(held.count) of \(recordCount.counted("record")) \(held.count == 1 ? "holds" : "hold"):")
    for entry in held {
      lines.append(
        "    \(entry.part?.rawValue ?? "record")  \(entry.source.file)"
          + (entry.source.member.map { ", member \($0)" } ?? "")
          + " (\(entry.part == nil ? "byte" : "row") \(entry.source.offset))")
    }
    return lines
  }

  /// The explanation as one JSON object.
  package func json() -> JSONBuffer {
    var json = JSONBuffer()
    json.object { json in
      json.member("office", office)
      json.member("number", number)
      json.member("as_of", plan.asOf.isoText)
      json.key("classes")
      json.array { json in
        for item in items {
          json.object { json in
            json.member("class", item.mark.niceClass)
            json.member("name", item.mark.name)
            json.member("state", item.standing.kind.rawValue)
            json.key("evidence")
            Explanation.write(item.standing.evidence, to: &json)
            json.strings("missing", item.standing.missing.map { $0.text })
            json.strings("holders", item.mark.holders.map { $0.name })
            json.member("place", text(item.residence))
          }
        }
      }
    }
    return json
  }

  private func text(_ residence: PatentJudge.Residence?) -> String {
    switch residence {
    case .region(let region, let county):
      region == county ? region.text : "\(region), counted under \(county)"
    case .elsewhere(let place): "elsewhere (\(place))"
    case .unresolved(let reason): "unresolved (\(reason.text))"
    case nil: "unresolved (no holder is named)"
    }
  }
}
