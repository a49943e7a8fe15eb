import Analyses
import Reports
import Store

/// Writes what changed since the last published run into a run's candidate folder.
struct ChangesStage {
  let plan: Plan
  let tables: TableSet
  let database: IPDatabase
  let folder: PublishedFolder

  /// Writes `changes.json`, `changes.csv` and `changes.svg` beside the candidate's other files.
  ///
  /// - Throws: ``RunFailure`` where entries − exits is not the difference of a figure.
  func write(_ indicator: HighValueIndicator) throws -> [OutputFileRecord] {
    let after = ComparedRun(candidate: indicator, plan: plan, folder: folder)
    let difference: RunDifference
    if plan.knownOn != nil {
      // A look back is judged from a part of the records, so no cause could be told from the others.
      difference = RunDifference(
        region: plan.region, run: RunDifference.Run(id: after.id, asOf: after.asOf), previous: nil,
        notCompared: "按当日所知的回看，不与其他发布比较。")
    } else {
      let before = folder.runBefore(indicator.run, asOf: plan.asOf, isCandidate: true)
        .flatMap { ComparedRun(published: $0, in: folder) }
      difference = try RunComparison(
        plan: plan, tables: tables, database: database, folder: folder
      ).difference(from: before, to: after, isCandidate: true)
    }
    return [
      try output(ChangesCSV.fileName, indicator.run) { file in
        try ChangesCSV.write(difference) { try file.write($0) }
      },
      try output(ChangesJSON.fileName, indicator.run) { file in
        try ChangesJSON.write(difference) { try file.write($0) }
      },
      try output(ChangesSVG.fileName, indicator.run) { file in
        try file.write(ChangesSVG.bytes(difference))
      },
    ]
  }

  private func output(
    _ name: String, _ run: String, _ body: (OutputFile) throws -> Void
  ) throws -> OutputFileRecord {
    let file = try OutputFile(folder: folder.candidateFolder(run), name: name)
    try body(file)
    guard let digest = try file.close() else {
      throw RunFailure("the digest of \(name) could not be computed")
    }
    return OutputFileRecord(path: name, digest: digest, bytes: file.byteCount)
  }
}
