import Records
import Reports

/// Why a night is not published, all reasons at once.
extension NightWork {
  /// Notes where the night came to its end, and gives the reasons with the way to publish all the same;
  /// nil where nothing keeps it back.
  ///
  /// - Parameters:
  ///   - run: the run whose candidate is kept; nil where none was made.
  func failure(
    batches: [BatchFinding], gates: [GateResult] = [], run: String? = nil
  ) -> RunFailure? {
    let missing = errors(among: batches)
    let failed = gates.filter { $0.outcome == .failed }
    guard !missing.isEmpty || !failed.isEmpty else { return nil }
    journal.attempt.stage = (failed.isEmpty ? NightStage.batches : .gate).rawValue
    var parts = batchTexts(missing) + failed.map { "gate \($0.name) failed: \($0.detail)" }
    parts.append(
      "nothing was published"
        + (run.map {
          ", the candidate is kept in \(publisher.folder.candidateFolder($0)) until the next result "
            + "is published"
        } ?? ""))
    let wrong = failed.filter { !GateStage.acceptable.contains($0.name) }.map { $0.name }
    if wrong.isEmpty {
      parts.append(
        (failed.isEmpty ? "to publish without it" : "look at it, and if it is right, publish it")
          + ": \(command(accepting: acceptances(batches, gates)))")
    } else {
      parts.append("\(wrong.joined(separator: ", ")) cannot be accepted: the figure is wrong")
    }
    return RunFailure(parts.joined(separator: "; "), code: failed.isEmpty ? .batches : .gate)
  }

  /// A failure before the gates, with the batches that would have kept the night back as well.
  func adding(_ batches: [BatchFinding], to failure: RunFailure) -> RunFailure {
    let missing = errors(among: batches)
    guard !missing.isEmpty else { return failure }
    return RunFailure(
      ([failure.reason] + batchTexts(missing)).joined(separator: "; "), code: failure.code)
  }

  /// How many batches are told with all that is known of them.
  private static let toldAtLength = 3

  private func batchTexts(_ errors: [BatchFinding]) -> [String] {
    var texts = errors.prefix(NightWork.toldAtLength).map { $0.text }
    let others = errors.dropFirst(NightWork.toldAtLength).map {
      "\($0.batch) of \($0.date.isoText) (\($0.kind.rawValue))"
    }
    if !others.isEmpty {
      texts.append("and likewise \(others.joined(separator: ", ")), see \"ipatlas plan\"")
    }
    if !errors.isEmpty, plan.asOf < today {
      texts.append("asked for is what was due by the cut-off \(plan.asOf.isoText)")
    }
    return texts
  }

  /// What must be accepted for this run to be published: neither less nor more.
  private func acceptances(_ batches: [BatchFinding], _ gates: [GateResult]) -> [String] {
    (batches.contains { $0.level == .error } ? [BatchCheck.id] : [])
      + gates.filter { $0.outcome == .failed || $0.outcome == .accepted }.map { $0.name }
  }

  private func command(accepting ids: [String]) -> String {
    var words = ["ipatlas run", plan.path]
    if let knownOn = plan.knownOn { words.append("--as-known-on \(knownOn.isoText)") }
    if !plan.followsToday, plan.asOf != plan.knownOn {
      words.append("--as-of \(plan.asOf.isoText)")
    }
    if plan.workspace != "\(plan.root)/.ipatlas/\(plan.name)" {
      words.append("--workspace \(plan.workspace)")
    }
    return (words + ["--accept \(ids.joined(separator: ","))"]).joined(separator: " ")
  }
}
