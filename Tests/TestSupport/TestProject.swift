import Foundation

/// A project in a temporary folder: a plan in `Pipelines/`, the keyword table, inputs, results.
package struct TestProject: Sendable {
  package let root: String
  private let holder: TemporaryFolder

  package var planPath: String { root + "/Pipelines/test.yml" }
  package var publishPath: String { root + "/Reports/test" }
  package var workspacePath: String { root + "/.ipatlas/test" }

  /// - Parameter city: the city whose files are copied; nil for a project without inputs.
  package init(_ city: SharedCity? = nil, settings: String = "") throws {
    holder = try TemporaryFolder()
    root = holder.path + "/project"
    let files = FileManager.default
    try files.createDirectory(atPath: root + "/Pipelines", withIntermediateDirectories: true)
    try files.createSymbolicLink(
      atPath: root + "/Pipelines/keywords",
      withDestinationPath: PackageFolder.path + "/Pipelines/keywords")
    for part in SharedCity.parts {
      if let city {
        try files.copyItem(atPath: city.folder + "/" + part, toPath: root + "/" + part)
      } else {
        try files.createDirectory(atPath: root + "/" + part, withIntermediateDirectories: true)
      }
    }
    try writePlan(settings)
  }

  /// Writes the plan; `settings` follows the lines every plan has. Nights of tests jump as no night of
  /// an office does: unless the settings say otherwise, gates that compare nights are off.
  package func writePlan(_ settings: String = "", asOf: String = "2025-12-31") throws {
    try writePlan(
      text: """
        name: test
        region: "341300"
        as-of: \(asOf)
        inputs: [\(SharedCity.parts.joined(separator: ", "))]
        publish: Reports/test
        \(settings)
        \(settings.contains("gates:") ? "" : "gates: off")
        """)
  }

  package func writePlan(text: String) throws { try write(text, to: "Pipelines/test.yml") }

  /// Writes a text to a path relative to the root.
  package func write(_ text: String, to path: String) throws {
    let full = root + "/" + path
    try FileManager.default.createDirectory(
      atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: full))
  }

  package func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: root + "/" + path)), as: UTF8.self)
  }

  /// All files below the root's path, relative to it, sorted.
  package func files(below path: String) throws -> [String] {
    let full = path.isEmpty ? root : root + "/" + path
    let found = FileManager.default.enumerator(atPath: full)?.compactMap { $0 as? String } ?? []
    return found.filter { name in
      var isFolder: ObjCBool = false
      let file = full + "/" + name
      return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.map { path.isEmpty ? $0 : path + "/" + $0 }.sorted()
  }

  /// The deterministic files behind a link or in a run's folder: all but `run.json`
  /// and what depends on the run published before.
  package func deterministicFiles(_ link: String = "latest") throws -> [String: Data] {
    let folder = publishPath + "/" + link
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name != "run.json" && !name.hasPrefix("changes.") {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    }
    return files
  }

  /// Every entry of the published folder with its bytes or target, its times and its inode.
  ///
  /// - Parameter seenByReaders: leaves out candidates, and with them the times of the folder they
  ///   lie in: what a reader of results cannot see.
  package func publishedState(seenByReaders: Bool = false) throws -> [String: String] {
    var state: [String: String] = [:]
    let names = FileManager.default.enumerator(atPath: publishPath)?.compactMap { $0 as? String }
    for name in [""] + (names ?? []) {
      if seenByReaders, name == "runs" || name.hasPrefix("runs/.tmp-") { continue }
      let path = publishPath + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      let content: String
      if status.st_mode & S_IFMT == S_IFLNK {
        content = try FileManager.default.destinationOfSymbolicLink(atPath: path)
      } else {
        content = FileManager.default.contents(atPath: path)?.base64EncodedString() ?? "folder"
      }
      state[name] =
        "\(status.st_ino) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) "
        + "\(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec) \(content)"
    }
    return state
  }
}
