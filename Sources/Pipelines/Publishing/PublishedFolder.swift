import Foundation
import Reports

/// The folder results are published to: `runs/<run>/`, and two links switched by rename.
///
///     <publish>/runs/<run>/        written as runs/.tmp-<run>/, synced, renamed once, never changed
///     <publish>/<as-of>  → runs/<run>
///     <publish>/latest   → runs/<run>
///
/// A reader always sees a whole result: the old one until the rename, the new one after it.
struct PublishedFolder {
  let path: String
  var moves = FileMoves()

  init(path: String, moves: FileMoves = FileMoves()) {
    self.path = path
    self.moves = moves
  }

  func runFolder(_ run: String) -> String { "\(path)/runs/\(run)" }
  /// What a run that is being deleted is called, so that no reader ever sees half of it.
  static let prunedPrefix = ".pruned-"
  func candidateFolder(_ run: String) -> String { "\(path)/runs/.tmp-\(run)" }

  /// The run a link points to, or nil.
  func run(behind link: String) -> String? {
    guard
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(path)/\(link)"),
      target.hasPrefix("runs/")
    else { return nil }
    return String(target.dropFirst(5))
  }

  /// The as-of of a published run, as its own `run.json` says; no link need lead to it any more.
  func asOf(ofRun run: String) -> String? {
    record(RunRow.self, in: RunJSON.fileName, run: run)?.asOf
  }

  /// The day by which all that a run uses had been known, as its own `indicator-1.json` says; nil for a
  /// run that uses all.
  func knownOn(ofRun run: String) -> String? {
    record(FigureRow.self, in: IndicatorJSON.fileName, run: run)?.knownOn
  }

  /// What `run.json` says of a run, as far as it is asked for here.
  struct RunRow: Decodable {
    struct Counts: Decodable {
      var records: Int
      var rejected: Int
    }

    var asOf: String
    var startedAt: String
    var finishedAt: String
    var counts: Counts
  }

  /// What `indicator-1.json` says of a run, as far as it is asked for here.
  struct FigureRow: Decodable {
    /// Nil where the figure is not known.
    var count: Int?
    var value: Double?
    /// Nil where all that was read is used.
    var knownOn: String?
  }

  /// Reads a JSON file of a published run; nil where it is absent or is not such a file.
  func record<Row: Decodable>(_ type: Row.Type, in file: String, run: String) -> Row? {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return FileManager.default.contents(atPath: "\(runFolder(run))/\(file)").flatMap {
      try? decoder.decode(type, from: $0)
    }
  }

  func isPublished(_ run: String) -> Bool {
    FileManager.default.fileExists(atPath: runFolder(run) + "/run.json")
  }

  /// When a run was finished, as its own `run.json` says.
  func finished(run: String) -> String? {
    record(RunRow.self, in: RunJSON.fileName, run: run)?.finishedAt
  }

  /// The candidates, half-deleted runs and links in the making that killed or failed runs have left,
  /// relative to the folder, sorted.
  func leftovers() -> [String] {
    let files = FileManager.default
    let runs = ((try? files.contentsOfDirectory(atPath: "\(path)/runs")) ?? []).filter {
      $0.hasPrefix(".tmp-") || $0.hasPrefix(PublishedFolder.prunedPrefix)
    }
    let links = ((try? files.contentsOfDirectory(atPath: path)) ?? []).filter {
      $0.hasPrefix(".") && $0.hasSuffix(".tmp")
    }
    return (runs.map { "runs/\($0)" } + links).sorted()
  }

  /// Removes what ``leftovers()`` names.
  func removeLeftovers() {
    for name in leftovers() { try? FileManager.default.removeItem(atPath: "\(path)/\(name)") }
  }

  /// Makes an empty candidate folder, removing what a killed run left there.
  func prepareCandidate(_ run: String) throws -> String {
    let candidate = candidateFolder(run)
    try? FileManager.default.removeItem(atPath: candidate)
    if let failure = FolderCreation.create(candidate) {
      throw RunFailure(
        "cannot publish to \(path): \(failure.reason); expected a folder that this user may write; "
          + "correct \"publish\" in the plan, or the folder's rights")
    }
    return candidate
  }

  /// Syncs the candidate's files and renames it to its final name.
  func publish(_ run: String) throws {
    let candidate = candidateFolder(run)
    for file in try FileManager.default.subpathsOfDirectory(atPath: candidate) {
      try PublishedFolder.sync("\(candidate)/\(file)")
    }
    try PublishedFolder.sync(candidate)
    try moves.moveFolder(candidate, to: runFolder(run))
    try PublishedFolder.sync("\(path)/runs")
  }

  /// Points a link at a run, by making it beside and renaming it over the old one.
  func link(_ name: String, to run: String) throws {
    try moves.switchLink(
      "\(path)/\(name)", to: "runs/\(run)", by: "\(path)/.\(name).tmp")
    try PublishedFolder.sync(path)
  }

  static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw FileMoves.failure("open", path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileMoves.failure("fsync", path) }
  }
}
