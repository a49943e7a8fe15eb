import Foundation
import Pipelines
import Records

/// What the same deliveries give without any night before.
///
/// Two of them, since each proves what the other cannot:
///
/// 1. from a store that has only read, night by night and without a fault, and judges for the first
///    time: every deterministic file must be equal, whatever was deleted or replaced;
/// 2. from an empty workspace over today's inputs, and over what has gone but still counts: it knows no
///    order of arrival at all.
struct Rebuild {
  private struct HasRead: Error {}

  private let office: Office
  /// The bytes of every export that was ever delivered, and its last name, by content.
  private var exports: [Data: String] = [:]
  /// What lay last at each path of a register.
  private var registers: [String: Data] = [:]

  init(_ office: Office) { self.office = office }

  private func folder(_ name: String) -> String { "\(office.project.root)/.ipatlas/\(name)" }

  private func attempt(_ attempt: Attempt, _ name: String) -> Attempt {
    var attempt = attempt
    attempt.workspace = folder(name)
    attempt.publish = "\(office.project.root)/Reports/\(name)"
    return attempt
  }

  /// Lets the reading store take in what has arrived, and remembers it.
  mutating func takeIn(_ night: Attempt) throws {
    try read(attempt(night, "reading"))
    for name in try office.inputs() where !name.hasSuffix(".TXT") {
      guard let bytes = FileManager.default.contents(atPath: office.path(name)) else { continue }
      if name.hasPrefix("registers/") { registers[name] = bytes } else { exports[bytes] = name }
    }
  }

  private func read(_ night: Attempt) throws {
    do {
      try night.run { options in
        options.boundary = { stage, isStart in
          if stage == "read", !isStart { throw HasRead() }
        }
      }
    } catch is HasRead {}
  }

  /// The run as the store that has only read gives it.
  func fromReadings(_ night: Attempt) throws -> (run: String, files: [String: Data]) {
    let files = FileManager.default
    try? files.removeItem(atPath: folder("rebuild"))
    try files.createDirectory(atPath: folder("rebuild"), withIntermediateDirectories: true)
    for ending in ["", "-wal"] where files.fileExists(atPath: folder("reading/ip.sqlite" + ending))
    {
      try files.copyItem(
        atPath: folder("reading/ip.sqlite" + ending), toPath: folder("rebuild/ip.sqlite" + ending))
    }
    return try publish(attempt(night, "rebuild"))
  }

  /// The run over an empty workspace, and whether nothing that counts has gone from the inputs.
  func fromNothing(
    _ night: Attempt
  ) throws -> (run: String, files: [String: Data], isWhole: Bool) {
    let files = FileManager.default
    try? files.removeItem(atPath: folder("plain"))
    var present: Set<Data> = []
    for name in try office.inputs() {
      if let bytes = files.contents(atPath: office.path(name)) { present.insert(bytes) }
    }
    var gone = exports.filter { !present.contains($0.key) }.map { (name: $0.value, bytes: $0.key) }
    gone += registers.filter { name, bytes in
      !files.fileExists(atPath: office.path(name)) && !present.contains(bytes)
    }.map { (name: $0.key, bytes: $0.value) }
    let plain = attempt(night, "plain")
    if !gone.isEmpty {
      var placed: [String] = []
      defer { for name in placed { try? files.removeItem(atPath: office.path(name)) } }
      for (index, item) in gone.sorted(by: { $0.name < $1.name }).enumerated() {
        let parent = (item.name as NSString).deletingLastPathComponent
        let name =
          files.fileExists(atPath: office.path(item.name))
          ? "\(parent)/gone-\(index)-\((item.name as NSString).lastPathComponent)" : item.name
        try office.write(item.bytes, to: name)
        placed.append(name)
      }
      try read(plain)
    }
    let result = try publish(plain)
    return (result.run, result.files, gone.isEmpty)
  }

  private func publish(_ night: Attempt) throws -> (run: String, files: [String: Data]) {
    let folder = night.publish ?? ""
    try? FileManager.default.removeItem(atPath: folder)
    let run = try night.run().run
    return (run, try Rebuild.files("\(folder)/runs/\(run)"))
  }

  /// The deterministic files of a run's folder.
  static func files(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name != "run.json" && !name.hasPrefix("changes.") {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    return files
  }
}
