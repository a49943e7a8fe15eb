import Foundation
import Reports
import Store

/// Tells whoever the plan names how a night ended.
///
/// The commands run after the workspace is free again. A published result stands whatever they do; a
/// command that fails is told of, and the others are run all the same.
package struct NightHooks {
  private let plan: Plan
  private let environment: [String: String]

  /// - Parameter environment: what the commands inherit.
  package init(_ plan: Plan, environment: [String: String]) {
    self.plan = plan
    self.environment = environment
  }

  /// Runs the commands for how the night ended; gives one line for each that failed.
  ///
  /// A night without anything new has no commands, unless it completed what a killed run had published.
  package func run(after result: Result<Night.Outcome, any Error>) -> [String] {
    let attempt = try? History.attempts(of: plan).last
    switch result {
    case .success(.published(let run, _, _, _)):
      return tell(plan.hooks.published, published: run)
    case .success(.nothingNew(let run, _)):
      guard attempt?.outcome == .recovered else { return [] }
      return tell(plan.hooks.published, published: run)
    case .failure(let error):
      let failure = NightFailure(error)
      // An attempt that never began, as where another run holds the workspace, has no row.
      let own = attempt?.outcome == .failed && attempt?.reason == failure.reason ? attempt : nil
      return tell(plan.hooks.failed, failure, own)
    }
  }

  private func tell(_ commands: [[String]], published run: String) -> [String] {
    guard !commands.isEmpty else { return [] }
    let folder = "\(plan.publish)/runs/\(run)"
    // The published files are JSON already: they stand in the input as they are.
    func file(_ name: String) -> String {
      let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data("null".utf8)
      let text = String(decoding: bytes, as: UTF8.self)
      return String(text.reversed().drop { $0.isNewline }.reversed())
    }
    let head = JSONText.line([
      "outcome": "published", "plan": .text(plan.name), "region": .text(plan.region.text),
      "as_of": .text(plan.asOf.isoText), "run": .text(run), "folder": .text(folder),
    ])
    let text =
      String(decoding: head.dropLast(), as: UTF8.self)
      + ",\"indicator_1\":\(file(IndicatorJSON.fileName)),\"record\":\(file(RunJSON.fileName))}\n"
    return tell(
      commands, kind: "published", input: text,
      variables: ["IPATLAS_RUN": run, "IPATLAS_FOLDER": folder])
  }

  private func tell(
    _ commands: [[String]], _ failure: NightFailure, _ attempt: LedgerAttempt?
  ) -> [String] {
    guard !commands.isEmpty else { return [] }
    let candidate = attempt?.run.map { PublishedFolder(path: plan.publish).candidateFolder($0) }
      .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
    let line = JSONText.line([
      "outcome": "failed", "plan": .text(plan.name), "region": .text(plan.region.text),
      "as_of": .text(plan.asOf.isoText), "code": .text(failure.code),
      "stage": .optional(attempt?.stage), "reason": .text(failure.reason),
      "run": .optional(attempt?.run), "folder": .optional(candidate),
    ])
    var variables: [String: String] = [:]
    variables["IPATLAS_RUN"] = attempt?.run
    variables["IPATLAS_FOLDER"] = candidate
    return tell(
      commands, kind: "failed", input: String(decoding: line, as: UTF8.self) + "\n",
      variables: variables)
  }

  private func tell(
    _ commands: [[String]], kind: String, input: String, variables: [String: String]
  ) -> [String] {
    var all = environment.merging(variables) { $1 }
    all["IPATLAS_OUTCOME"] = kind
    all["IPATLAS_PLAN"] = plan.name
    all["IPATLAS_AS_OF"] = plan.asOf.isoText
    return commands.compactMap { command in
      HookProcess(command: command, folder: plan.root, timeout: plan.hooks.timeout)
        .run(input: Array(input.utf8), environment: all)
        .map { "hook \(kind) \(HookSettings.text(command)) \($0)" }
    }
  }
}
