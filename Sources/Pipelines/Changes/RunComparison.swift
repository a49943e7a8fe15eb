import Analyses
import Formats
import Foundation
import Records
import Reports
import Store

/// Compares two runs: which patents entered or left which figures, and why.
///
/// Membership comes from the published evidence, causes from the store: only the patents that differ
/// are judged again.
struct RunComparison {
  let plan: Plan
  let tables: TableSet
  /// Nil where there is no store; causes then come from the published evidence alone.
  let database: IPDatabase?
  let folder: PublishedFolder

  /// A patent that some figure counts in one of the runs only.
  private struct Changed {
    var before: EvidenceLine?
    var after: EvidenceLine?
    var old: PatentStanding?
    var new: PatentStanding?

    var number: String { after?.applicationNo ?? before?.applicationNo ?? "" }
  }

  /// Patents judged from the store at once; each takes some kilobytes.
  private static let blockSize = 4096

  /// - Parameter isCandidate: whether the later run is not published yet, so that all files that count
  ///   are its own.
  /// - Throws: ``RunFailure`` where a sum does not hold although both runs' files are whole.
  func difference(
    from before: ComparedRun?, to after: ComparedRun, isCandidate: Bool
  ) throws -> RunDifference {
    let run = RunDifference.Run(id: after.id, asOf: after.asOf)
    guard let before else {
      return RunDifference(
        region: plan.region, run: run, previous: nil, notCompared: "首次发布，没有可比较的上次发布。")
    }
    let previous = RunDifference.Run(id: before.id, asOf: before.asOf)
    func notCompared(_ reason: String) -> RunDifference {
      RunDifference(region: plan.region, run: run, previous: previous, notCompared: reason)
    }
    guard let old = before.counts else { return notCompared("上次发布的指标未知，无法比较。") }
    guard let new = after.counts else { return notCompared("本次发布的指标未知，无法比较。") }
    let rules = RuleComparison(before, after)
    let changed: [Changed]
    do {
      changed = try self.changed(from: before, to: after)
    } catch let damage as EvidenceComparison.Damage {
      return notCompared("无法与上次发布比较：\(damage.reason)。")
    }
    let names = before.countyNames.merging(after.countyNames) { $1 }
    let patents = try explained(changed, before, after, rules, isCandidate: isCandidate)
    let difference = RunDifference(
      region: plan.region, run: run, previous: previous, rules: rules.changes, before: old,
      after: new, patents: patents,
      name: { ChangeNames.name($0, region: plan.region.text, counties: names) })
    let faults = difference.inconsistencies()
    if !faults.isEmpty {
      for run in [before, after] where try !isWhole(run) {
        return notCompared("无法与上次发布比较：\(run.id)的逐件依据在发布后被改动。")
      }
      throw RunFailure(
        "the changes between \(before.id) and \(after.id) do not add up: "
          + faults.joined(separator: "; "))
    }
    return difference
  }

  private func isWhole(_ run: ComparedRun) throws -> Bool {
    guard let expected = run.evidenceDigest else { return true }
    return try FileDigest.sha256(volumes: [run.evidence]).text == expected
  }

  private func changed(from before: ComparedRun, to after: ComparedRun) throws -> [Changed] {
    var changed: [Changed] = []
    guard FileManager.default.isReadableFile(atPath: before.evidence) else {
      throw EvidenceComparison.Damage(reason: "上次发布的逐件依据不在")
    }
    try EvidenceComparison.forEachDifference(before: before.evidence, after: after.evidence) {
      old, new in
      let item = Changed(before: old, after: new, old: old?.standing, new: new?.standing)
      if old != nil && item.old == nil || new != nil && item.new == nil {
        throw EvidenceComparison.Damage(reason: "由较早版本的程序发布，其逐件依据不含县区")
      }
      if item.old != item.new, !PatentStanding.changes(from: item.old, to: item.new).isEmpty {
        changed.append(item)
      }
    }
    return changed
  }

  // MARK: Causes

  private func explained(
    _ changed: [Changed], _ before: ComparedRun, _ after: ComparedRun, _ rules: RuleComparison,
    isCandidate: Bool
  ) throws -> [ChangedPatent] {
    guard !changed.isEmpty else { return [] }
    var finder: CauseFinder?
    if let database,
      let sets = try recordSets(database, before, after, isCandidate: isCandidate)
    {
      finder = CauseFinder(
        rejudgement: try Rejudgement(
          plan: plan, tables: tables, database: database, before: sets.before, after: sets.after),
        rules: rules, areReadAgain: sets.areReadAgain, before: before, after: after)
    }
    var patents: [ChangedPatent] = []
    for start in stride(from: 0, to: changed.count, by: RunComparison.blockSize) {
      let block = changed[start..<min(start + RunComparison.blockSize, changed.count)]
      let stored =
        try finder?.rejudgement.load(block.compactMap { ApplicationNumber($0.number) }) ?? [:]
      for item in block {
        let patent = ApplicationNumber(item.number).flatMap { stored[$0] }
        let reasons = try patent.flatMap {
          try finder?.reasons(of: $0, from: item.old, to: item.new)
        }
        patents.append(explained(item, reasons, before, after))
      }
    }
    return patents
  }

  private func explained(
    _ item: Changed, _ reasons: [ChangeReason?]?, _ before: ComparedRun, _ after: ComparedRun
  ) -> ChangedPatent {
    let changes = PatentStanding.changes(from: item.old, to: item.new)
    let evidence = EvidenceDifference(
      before: item.before, after: item.after, start: before.asOf, end: after.asOf)
    var found = changes.enumerated().map { index, change in
      (reasons?[index] ?? nil) ?? evidence.reason(change.figure, change.direction)
    }
    // The count follows what explains a criterion, and the county what explains the count.
    let ofCriteria = zip(changes, found).compactMap { change, reason -> ChangeReason? in
      if case .criterion = change.figure { return reason }
      return nil
    }
    if item.old != nil, item.new != nil {
      let place = changes.firstIndex { $0.figure == .highValue }
      if let place, found[place] == nil { found[place] = CauseFinder.best(ofCriteria) }
      for index in changes.indices where found[index] == nil {
        if case .county = changes[index].figure { found[index] = place.flatMap { found[$0] } }
      }
    }
    return ChangedPatent(
      applicationNumber: item.number,
      publicationNumber: item.after?.publicationNo ?? item.before?.publicationNo,
      title: item.after?.title ?? item.before?.title,
      changes: zip(changes, found).map { change, reason in
        PatentChange(
          figure: change.figure, direction: change.direction,
          reason: reason ?? ChangeReason(.undetermined))
      })
  }

  /// The records that each run counted; nil where nothing is known of the earlier run's.
  private func recordSets(
    _ database: IPDatabase, _ before: ComparedRun, _ after: ComparedRun, isCandidate: Bool
  ) throws -> (before: RecordSet, after: RecordSet, areReadAgain: Bool)? {
    let files = try database.files()
    let runs = try database.runs().map { $0.id }
    func known(_ run: ComparedRun) -> [LedgerFile] {
      if let place = runs.firstIndex(of: run.id) {
        let earlier = Set(runs[...place])
        let isRead = { (file: LedgerFile) in file.run.map { earlier.contains($0) } ?? false }
        return RecordSet.files(
          known: Set(files.filter(isRead).map { $0.sha256 }), among: files, wasRead: isRead)
      }
      // A workspace that was filled again: what runs have read stands in their own records.
      let digests = folder.inputDigests(upTo: run.finishedAt)
      return RecordSet.files(known: digests, among: files, wasRead: { _ in true })
    }
    let old = known(before)
    guard !old.isEmpty else { return nil }
    let new = isCandidate ? files.filter { $0.isCurrent } : known(after)
    // Files that the earlier run had read, and a newer reader has read since.
    var readers: [String: Set<String>] = [:]
    for file in files { readers[file.sha256, default: []].insert(file.reader) }
    let areReadAgain = old.contains { readers[$0.sha256]?.count ?? 0 > 1 }
    return (try RecordSet(old, in: database), try RecordSet(new, in: database), areReadAgain)
  }
}

extension PublishedFolder {
  private struct Inputs: Decodable {
    struct Input: Decodable { var sha256: String }

    var finishedAt: String
    var inputs: [Input]
  }

  /// The digests of all inputs that published runs have read up to an instant.
  fileprivate func inputDigests(upTo instant: String) -> Set<String> {
    var digests: Set<String> = []
    for run in publishedRuns() {
      guard let row = record(Inputs.self, in: RunJSON.fileName, run: run),
        row.finishedAt <= instant
      else { continue }
      digests.formUnion(row.inputs.map { $0.sha256 })
    }
    return digests
  }
}
