import Formats
import Foundation
import Records

/// A file that a plan's inputs name, or a split archive with all its volumes.
package struct DiscoveredInput: Sendable, Hashable {
  /// The path to open.
  package var path: String
  /// The path relative to the plan's root, as published.
  package var name: String
  package var bytes: Int64
  /// Nanoseconds since 1970.
  package var modified: Int64
  package var inode: Int64
  /// The paths of a split archive's volumes in the order of their bytes; empty for a file that is whole.
  package var volumes: [String] = []

  /// What the readers open.
  package var file: InputFile { InputFile(path: path, name: name, volumes: volumes) }
}

/// Finds the files that a plan's inputs name: files, folders (recursive) and globs.
package enum InputDiscovery {
  /// All files, each once, sorted by the bytes of their names.
  ///
  /// Hidden files and folders are passed over, and so are the plan's own workspace and published
  /// folder, which may lie within an input folder.
  ///
  /// - Throws: ``PlanError`` for a path without wildcards that does not exist.
  package static func files(of plan: Plan) throws(PlanError) -> [DiscoveredInput] {
    var found: [String: DiscoveredInput] = [:]
    let excluded = [plan.publish, plan.workspace]
    for input in plan.inputs {
      let path = PlanReader.absolute(input, under: plan.root)
      if input.contains(where: { "*?[".contains($0) }) {
        for match in matches(path) { collect(match, plan.root, excluded, &found) }
      } else {
        guard FileManager.default.fileExists(atPath: path) else {
          throw PlanError(
            plan: plan.path, line: plan.inputsLine,
            reason: "input \"\(input)\" does not exist under \(plan.root); "
              + "create it, correct the path, or use a glob such as \(input)/*.zip")
        }
        collect(path, plan.root, excluded, &found)
      }
    }
    return sorted(found)
  }

  /// All files at paths given on a command line, named as they were given.
  ///
  /// - Throws: ``RunFailure`` for a path that does not exist.
  package static func files(at paths: [String]) throws(RunFailure) -> [DiscoveredInput] {
    var files: [DiscoveredInput] = []
    for path in paths {
      guard FileManager.default.fileExists(atPath: path) else {
        throw RunFailure("\(path) does not exist; expected a file or folder")
      }
      var found: [String: DiscoveredInput] = [:]
      collect(path, "", [], &found)
      files += sorted(found)
    }
    return files
  }

  private static func sorted(_ found: [String: DiscoveredInput]) -> [DiscoveredInput] {
    joiningVolumes(found).values.sorted {
      Array($0.name.utf8).lexicographicallyPrecedes($1.name.utf8)
    }
  }

  /// The path relative to `root`, with `..` where it lies outside, so that the same project in another
  /// folder publishes the same bytes; as it is where there is no root.
  package static func name(of path: String, root: String) -> String {
    guard root.hasPrefix("/"), path.hasPrefix("/") else { return path }
    if path.hasPrefix(root + "/") { return String(path.dropFirst(root.count + 1)) }
    let folders = root.split(separator: "/")
    let parts = path.split(separator: "/")
    var shared = 0
    while shared < min(folders.count, parts.count), folders[shared] == parts[shared] { shared += 1 }
    return (repeatElement("..", count: folders.count - shared) + parts[shared...])
      .joined(separator: "/")
  }

  private static func collect(
    _ path: String, _ root: String, _ excluded: [String],
    _ found: inout [String: DiscoveredInput], depth: Int = 0
  ) {
    // Links may lead in a circle; no delivery nests deeper than this.
    guard !excluded.contains(path), depth < 64 else { return }
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      let children = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      for child in children where !child.hasPrefix(".") {
        collect(path + "/" + child, root, excluded, &found, depth: depth + 1)
      }
    } else if status.st_mode & S_IFMT == S_IFREG {
      let name = name(of: path, root: root)
      found[name] = DiscoveredInput(
        path: path, name: name, bytes: Int64(status.st_size),
        modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec),
        inode: Int64(status.st_ino))
    }
  }

  private static func matches(_ pattern: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(pattern, GLOB_NOSORT, nil, &result) == 0 else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { index in
      result.gl_pathv[index].map { String(cString: $0) }
    }
  }
}
