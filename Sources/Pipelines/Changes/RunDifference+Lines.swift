import Analyses

extension RunDifference {
  /// The comparison as lines for people: figures that changed, then patents.
  package func lines() -> [String] {
    guard let previous else {
      return ["\(run.id) (\(run.asOf)): the first run published, nothing to compare with"]
    }
    var lines = ["\(previous.id) (\(previous.asOf)) → \(run.id) (\(run.asOf))"]
    if let notCompared { return lines + ["not compared: \(notCompared)"] }
    for rule in rules where !rule.name.isEmpty {
      lines.append(
        "\(rule.kind.rawValue) \(rule.name): \(rule.before ?? "none") → \(rule.after ?? "none")")
    }
    let shown = figures.filter {
      $0.figure == .base || $0.figure == .highValue || $0.entered + $0.left > 0
    }
    lines += RunDifference.table(
      [["figure", "before", "entries", "exits", "after"]]
        + shown.map { figure in
          [
            figure.figure.id, String(figure.before),
            RunDifference.text(figure.entries, sign: "+"),
            RunDifference.text(figure.exits, sign: "-"), String(figure.after),
          ]
        })
    if patents.isEmpty { return lines + ["no patent entered or left a figure"] }
    for patent in patents {
      lines.append("\(patent.applicationNumber)  \(patent.title ?? "(no title)")")
      lines += RunDifference.lines(of: patent)
    }
    return lines
  }

  /// One line a reason, with the figures it moves.
  private static func lines(of patent: ChangedPatent) -> [String] {
    var reasons: [ChangeReason] = []
    for change in patent.changes where !reasons.contains(change.reason) {
      reasons.append(change.reason)
    }
    return reasons.map { reason in
      let figures = patent.changes.filter { $0.reason == reason }.map {
        ($0.direction == .entry ? "+" : "-") + $0.figure.id
      }
      var text = "  \(figures.joined(separator: " "))  \(reason.cause.id)"
      if let day = reason.day { text += " \(day)" }
      if reason.isKnownLate { text += " (known late)" }
      if let detail = reason.detail { text += "  \(detail)" }
      if let fact = reason.fact {
        text += "  \(fact.field ?? fact.rule) = \(fact.value ?? "")"
        if let file = fact.file {
          text += "  in \(file)"
          if let member = fact.member { text += ", member \(member)" }
          if let record = fact.record { text += ", record \(record)" }
        }
      }
      return text
    }
  }

  private static func text(_ shares: [FigureChange.Share], sign: String) -> String {
    if shares.isEmpty { return "-" }
    return shares.map { share in
      "\(sign)\(share.count) \(share.cause.id)"
        + (share.knownLate > 0 ? " (\(share.knownLate) late)" : "")
    }.joined(separator: ", ")
  }

  private static func table(_ rows: [[String]]) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        if column + 1 < row.count {
          line += String(repeating: " ", count: widths[column] - cell.count + 2)
        }
      }
      return line
    }
  }
}
