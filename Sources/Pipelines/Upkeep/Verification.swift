import Formats
import Foundation
import Records
import Reports
import Store

/// Whether a published run is still what it was: its files, the inputs it rests on, its links and its
/// id, each computed anew.
package struct Verification: Sendable {
  package struct Difference: Sendable, Hashable {
    package enum Subject: String, Sendable { case output, input, link, run }

    package var subject: Subject
    /// The file, the link, or the run.
    package var name: String
    /// `changed`, `missing`, `extra`, `elsewhere`
    package var kind: String
    /// One line: what was found, what was expected.
    package var detail: String
  }

  package var run: String
  /// Nil where the run's record cannot be read and no row of the ledger has it.
  package var asOf: String?
  package var outputs = 0
  package var inputs = 0
  /// What differs from the day of the run; none where the run is what it was.
  package var differences: [Difference] = []
  /// Inputs that were there when they were read and no longer are: an office empties its folder of
  /// deliveries. No differences unless they are required.
  package var absent: [(name: String, sha256: String)] = []
  let requiresInputs: Bool
  /// What explains a difference, or could not be looked at.
  package var remarks: [String] = []

  package var isSame: Bool { differences.isEmpty }

  /// - Parameters:
  ///   - text: `latest`, an as-of date, an id or the beginning of one.
  ///   - progress: is given a passing state, one line.
  ///   - requiresInputs: whether an input that is no longer there is a difference.
  package init(
    _ text: String, plan: Plan, requiresInputs: Bool = false,
    progress: (String) -> Void = { _ in }
  ) throws {
    self.requiresInputs = requiresInputs
    let runs = PublishedRuns(plan)
    run = try runs.run(text)
    try compareRecord(plan, folder: runs.folder.runFolder(run))
    guard let record = runs.folder.record(RunDocument.self, in: RunJSON.fileName, run: run) else {
      asOf = try History.runs(of: plan).last { $0.id == run }?.asOf
      if !differences.contains(where: { $0.kind == "missing" }) {
        add(
          .output, RunJSON.fileName, "unreadable",
          "it cannot be read back as a run's record; restore the folder, or delete it and run again as "
            + "of its day")
      }
      remarks.append(
        "without \(RunJSON.fileName) nothing else of the run can be compared but the links")
      compareLinks(runs)
      return
    }
    asOf = record.asOf
    if record.run != run {
      add(.run, run, "changed", "its \(RunJSON.fileName) is that of run \(record.run)")
    }
    try compareOutputs(record, folder: runs.folder.runFolder(run), progress)
    let files = try ledgerFiles(plan, asOf: record.asOf)
    try compareInputs(record, files: files?.rests ?? [], plan: plan, progress)
    compareLinks(runs)
    try compareIdentity(record, plan: plan, files: files)
  }

  private mutating func add(
    _ subject: Difference.Subject, _ name: String, _ kind: String, _ detail: String
  ) {
    differences.append(Difference(subject: subject, name: name, kind: kind, detail: detail))
  }

  // MARK: Outputs

  /// The record has the digests of all other files; its own stands in the ledger.
  private mutating func compareRecord(_ plan: Plan, folder: String) throws {
    let path = "\(folder)/\(RunJSON.fileName)"
    guard FileManager.default.fileExists(atPath: path) else {
      add(
        .output, RunJSON.fileName, "missing",
        "\(path) does not exist; restore the folder, or delete it and run again as of its day")
      return
    }
    let expected =
      Workspace.hasDatabase(plan)
      ? try IPDatabase(path: "\(plan.workspace)/ip.sqlite").digest(ofRun: run) : nil
    guard let expected else {
      remarks.append(
        "\(RunJSON.fileName) itself is not compared: the ledger in \(plan.workspace) has no digest "
          + "of it")
      return
    }
    guard let found = try? Verification.digest(path) else { return }
    if found != expected {
      add(
        .output, RunJSON.fileName, "changed",
        "SHA-256 \(found.prefix(16))… found, \(expected.prefix(16))… expected by the ledger")
    }
  }

  private mutating func compareOutputs(
    _ record: RunDocument, folder: String, _ progress: (String) -> Void
  ) throws {
    outputs = record.outputs.count
    for output in record.outputs.sorted(by: { $0.path < $1.path }) {
      progress("hashing \(output.path)")
      let path = "\(folder)/\(output.path)"
      guard FileManager.default.fileExists(atPath: path) else {
        add(.output, output.path, "missing", "\(path) does not exist")
        continue
      }
      let found = try Verification.digest(path)
      if found != output.sha256 {
        add(
          .output, output.path, "changed",
          Verification.text(found, UpkeepFile.size(path), output.sha256, output.bytes))
      }
    }
    let expected = Set(record.outputs.map { $0.path } + [RunJSON.fileName])
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for name in found.sorted() where !expected.contains(name) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
      if isFolder.boolValue, expected.contains(where: { $0.hasPrefix(name + "/") }) { continue }
      add(.output, name, "extra", "the run did not write it")
    }
  }

  // MARK: Inputs

  /// What `indicator-1.json` says of registers that could not be read.
  private struct KeptRegisters: Decodable {
    struct Quality: Decodable { var keptRegisters: [String] }

    var quality: Quality
  }

  private struct LedgerFiles {
    /// The files that the run rests on, as far as they still count.
    var rests: [LedgerFile]
    /// All that count.
    var current: [LedgerFile]
    /// Whether no run has been noted after it.
    var isLast: Bool
  }

  /// What the ledger knows: files first published by this run or an earlier one.
  private mutating func ledgerFiles(_ plan: Plan, asOf: String) throws -> LedgerFiles? {
    guard Workspace.hasDatabase(plan) else {
      remarks.append(
        "no database in \(plan.workspace): only the inputs that run.json names are compared")
      return nil
    }
    let database = try IPDatabase(path: "\(plan.workspace)/ip.sqlite")
    let current = try database.files().filter { $0.isCurrent }
    let runs = try database.runs().map { $0.id }
    guard let place = runs.lastIndex(of: run) else {
      remarks.append(
        "the database in \(plan.workspace) does not know run \(run): only the inputs that run.json "
          + "names are compared")
      return nil
    }
    let until = Set(runs[...place])
    return LedgerFiles(
      rests: current.filter { file in file.run.map { until.contains($0) } ?? false },
      current: current, isLast: place == runs.count - 1)
  }

  private mutating func compareInputs(
    _ record: RunDocument, files: [LedgerFile], plan: Plan, _ progress: (String) -> Void
  ) throws {
    var expected: [String: (sha256: String, bytes: Int)] = [:]
    for file in files where file.sha256 != LedgerFile.unreadableDigest {
      expected[file.path] = (file.sha256, Int(file.bytes))
    }
    let known = Set(files.map { $0.sha256 })
    // The ledger knows where a content lies now; what it does not know is taken from the record.
    for input in record.inputs where !known.contains(input.sha256) {
      expected[input.path] = (input.sha256, input.bytes)
    }
    inputs = expected.count
    let kept = Set(
      PublishedRuns(plan).folder.record(KeptRegisters.self, in: IndicatorJSON.fileName, run: run)?
        .quality.keptRegisters ?? [])
    let found = try InputDiscovery.files(of: plan)
    let byName = Dictionary(found.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var unplaced: [(path: String, sha256: String)] = []
    for (path, input) in expected.sorted(by: { $0.key < $1.key }) {
      progress("hashing \(path)")
      let file = byName[path]
      let full = PlanReader.absolute(path, under: plan.root)
      let volumes = file.map { $0.volumes.isEmpty ? [$0.path] : $0.volumes } ?? [full]
      guard volumes.allSatisfy({ FileManager.default.fileExists(atPath: $0) }) else {
        unplaced.append((path, input.sha256))
        continue
      }
      let digest = try FileDigest.sha256(volumes: volumes).text
      if kept.contains(path) {
        remarks.append(
          "input \(path) could not be read as it lay there; the run counts its last readable version "
            + "and says so; correct the file, see \"ipatlas rejects list\"")
      }
      // Of a kept register both the readable and the damaged content are the run's.
      let isOfRun = files.contains { $0.path == path && $0.sha256 == digest }
      if digest != input.sha256, !(kept.contains(path) && isOfRun) {
        add(
          .input, path, "changed",
          Verification.text(
            digest, volumes.reduce(0) { $0 + UpkeepFile.size($1) }, input.sha256, input.bytes))
      }
    }
    try findElsewhere(unplaced, among: found.filter { expected[$0.name] == nil }, progress)
  }

  /// A file that lies under another name has the same bytes, and so is a remark.
  private mutating func findElsewhere(
    _ files: [(path: String, sha256: String)], among others: [DiscoveredInput],
    _ progress: (String) -> Void
  ) throws {
    guard !files.isEmpty else { return }
    var names: [String: String] = [:]
    for other in others {
      progress("hashing \(other.name)")
      let digest = try? FileDigest.sha256(
        volumes: other.volumes.isEmpty ? [other.path] : other.volumes)
      if let digest { names[digest.text] = other.name }
    }
    for file in files {
      if let name = names[file.sha256] {
        remarks.append("input \(file.path) lies at \(name) now, with the same bytes")
      } else {
        absent.append((file.path, file.sha256))
        guard requiresInputs else { continue }
        add(
          .input, file.path, "missing",
          "it is no longer there; SHA-256 \(file.sha256.prefix(16))… expected")
      }
    }
  }

  // MARK: Links and identity

  private mutating func compareLinks(_ runs: PublishedRuns) {
    for link in runs.links {
      if !runs.folder.isPublished(link.run) {
        add(.link, link.name, "missing", "it leads to runs/\(link.run), which is no complete run")
      } else if link.name != "latest", let day = runs.folder.asOf(ofRun: link.run),
        !link.name.hasPrefix(day)
      {
        add(.link, link.name, "elsewhere", "it leads to run \(link.run), which is as of \(day)")
      }
    }
    let leading = runs.links.filter { $0.run == run }.map { $0.name }
    if leading.isEmpty {
      remarks.append(
        "no link leads to run \(run): a later run\(asOf.map { " as of \($0)" } ?? "") has taken its place"
      )
    }
  }

  /// The id is a digest of tool, plan, day, tables and inputs; where all of them are what they were it
  /// must be the same again.
  private mutating func compareIdentity(
    _ record: RunDocument, plan: Plan, files: LedgerFiles?
  ) throws {
    guard let files, files.isLast, let day = CalendarDay(record.asOf) else {
      remarks.append(
        "the run's id is not computed again: that needs the database as it stood after the run")
      return
    }
    guard record.tool.version == Version.tool else {
      remarks.append(
        "the run's id is not computed again: it is of ipatlas \(record.tool.version), this is "
          + Version.tool)
      return
    }
    var plan = plan
    plan.asOf = day
    let tables = try TableSet(plan: plan)
    let database = try IPDatabase(path: "\(plan.workspace)/ip.sqlite")
    let pending = try PendingInputs.find(
      try InputDiscovery.files(of: plan), database: database,
      readers: Version.readers(plan, tables), rehashes: false)
    let computed = try RunIdentity.of(
      plan: plan, tables: tables, database: database, files: files.current,
      absent: pending.absent(files.current))
    if computed == run {
      remarks.append("the run's id is the digest of today's tool, plan, tables and inputs")
    } else if !absent.isEmpty || differences.contains(where: { $0.subject == .input })
      || !pending.toRead.isEmpty
    {
      remarks.append("the inputs are others now: the next run will be \(computed) or later")
    } else {
      remarks.append(
        "today's readers, plan and tables give run \(computed): the plan \(plan.path), a table or "
          + "the version of readers or judgements has changed since")
    }
  }

  private static func digest(_ path: String) throws -> String {
    try FileDigest.sha256(volumes: [path]).text
  }

  private static func text(
    _ found: String, _ foundBytes: Int, _ expected: String, _ expectedBytes: Int
  ) -> String {
    "SHA-256 \(found.prefix(16))… of \(foundBytes.counted("byte")) found, \(expected.prefix(16))… of "
      + "\(expectedBytes) expected"
  }
}

/// What `run.json` says, as far as it is verified.
private struct RunDocument: Decodable {
  struct File: Decodable {
    var path: String
    var sha256: String
    var bytes: Int
  }

  struct Tool: Decodable { var version: String }

  var run: String
  var asOf: String
  var tool: Tool
  var inputs: [File]
  var outputs: [File]
}
