import Analyses
import Foundation
import Records
import Reports
import Store

/// The changes between published runs of a plan, as `ipatlas diff` shows them.
package struct PublishedChanges {
  private let plan: Plan
  private let folder: PublishedFolder

  package init(_ plan: Plan) {
    self.plan = plan
    folder = PublishedFolder(path: plan.publish)
  }

  /// Compares two runs; without names, that behind `latest` with the one before it.
  ///
  /// What a run has published of itself and the run before it is given as published; any other two
  /// are compared again, and their causes looked up in the workspace's store where it is there.
  ///
  /// - Parameter names: none; one, which is compared with the run before it; or two, the earlier
  ///   first. A name is a run's id, the beginning of only one, a cut-off, or `latest`.
  /// - Throws: ``RunFailure`` where a name fits no run, or several.
  package func difference(_ names: [String]) throws -> RunDifference {
    let later = try run(names.last ?? "latest")
    let published = published(later)
    let earlier: String?
    if names.count > 1 {
      earlier = try run(names[0])
    } else if let published {
      // The run before it may have been removed since; what was published still stands.
      return published
    } else {
      earlier = folder.runBefore(later, asOf: try compared(later).asOf, isCandidate: false)
    }
    if let published, published.previous?.id == earlier { return published }
    let path = "\(plan.workspace)/ip.sqlite"
    var database: IPDatabase?
    if FileManager.default.fileExists(atPath: path) {
      let found = try IPDatabase(path: path)
      try found.bind(plan: plan.name, region: plan.region.text)
      database = found
    }
    return try RunComparison(
      plan: plan, tables: try TableSet(plan: plan), database: database, folder: folder
    ).difference(
      from: try earlier.map { try compared($0) }, to: try compared(later), isCandidate: false)
  }

  private func published(_ run: String) -> RunDifference? {
    FileManager.default.contents(
      atPath: "\(folder.runFolder(run))/\(ChangesJSON.fileName)"
    ).flatMap { ChangesJSON.difference($0) }
  }

  private func compared(_ run: String) throws -> ComparedRun {
    guard let found = ComparedRun(published: run, in: folder) else {
      throw RunFailure(
        "\(folder.runFolder(run)) lacks a run.json and an indicator-1.json that can be read; "
          + "restore the folder, or compare other runs")
    }
    return found
  }

  /// The id of the run that a name means.
  private func run(_ name: String) throws -> String {
    if name == "latest" || CalendarDay(name) != nil && name.count == 10 {
      guard let run = folder.run(behind: name), folder.isPublished(run) else {
        throw RunFailure(
          "no run is published under \(folder.path)/\(name); \"ipatlas history \(plan.path)\" lists "
            + "the runs")
      }
      return run
    }
    let found = folder.publishedRuns().filter { $0.hasPrefix(name.lowercased()) }
    if let only = found.first, found.count == 1 { return only }
    throw RunFailure(
      found.isEmpty
        ? "no run \"\(name)\" is published in \(folder.path)/runs; expected a run's id, its beginning, "
          + "or a cut-off such as 2025-12-31; \"ipatlas history \(plan.path)\" lists the runs"
        : "\"\(name)\" is the beginning of \(found.joined(separator: ", ")); give more digits")
  }
}
