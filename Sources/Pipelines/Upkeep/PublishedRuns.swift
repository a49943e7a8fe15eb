import Foundation
import Records
import Reports

/// The runs whose folders lie in a plan's published folder, and how an operator names them.
struct PublishedRuns {
  let folder: PublishedFolder

  init(_ plan: Plan) { folder = PublishedFolder(path: plan.publish) }

  /// The runs that are complete, sorted by id.
  var all: [String] { lying.filter { folder.isPublished($0) } }

  /// The runs that have a folder, with or without their record, sorted by id.
  private var lying: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/runs")) ?? []
    return names.filter { !$0.hasPrefix(".") && lies($0) }.sorted()
  }

  private func lies(_ run: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(
      atPath: folder.runFolder(run), isDirectory: &isFolder) && isFolder.boolValue
  }

  /// The names of the links that lead to runs: `latest`, as-of dates, as-of dates with a day of knowledge,
  /// sorted, with their runs.
  var links: [(name: String, run: String)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { PublishedRuns.isLink($0) }.sorted().compactMap { name in
      folder.run(behind: name).map { (name, $0) }
    }
  }

  private static func isLink(_ name: String) -> Bool {
    name == "latest" || isAsOf(name) || isLookBack(name)
  }

  /// Whether a link leads to a run that uses only what was known on a day: `2024-12-31-known-2025-03-01`.
  static func isLookBack(_ name: String) -> Bool {
    name.dropFirst(10).hasPrefix("-known-") && isAsOf(String(name.prefix(10)))
      && isAsOf(String(name.dropFirst(17)))
  }

  static func isAsOf(_ name: String) -> Bool { name.count == 10 && CalendarDay(name) != nil }

  /// The run that a text names: `latest`, an as-of date, an id, or the beginning of one id.
  func run(_ text: String) throws -> String {
    if PublishedRuns.isLink(text) {
      // A run whose record is missing is named all the same: to be told that it is.
      guard let run = folder.run(behind: text), lies(run) else {
        throw RunFailure(
          "no run is published as \(text) in \(folder.path); expected one of "
            + list(links.map { $0.name }))
      }
      return run
    }
    let found = lying.filter { $0.hasPrefix(text) }
    if found.contains(text) { return text }
    switch found.count {
    case 1 where !text.isEmpty: return found[0]
    case 0:
      throw RunFailure(
        "no run \"\(text)\" lies in \(folder.path)/runs; expected latest, an as-of date, or the "
          + "beginning of one of \(list(all))")
    default:
      throw RunFailure(
        "\"\(text)\" begins \(found.count.counted("run")): \(list(found)); give more digits")
    }
  }

  private func list(_ names: [String]) -> String {
    names.isEmpty
      ? "none, since nothing is published"
      : names.prefix(10).joined(separator: ", ") + (names.count > 10 ? ", …" : "")
  }
}
