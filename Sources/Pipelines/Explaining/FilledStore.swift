import Records
import Store

/// The database of a plan's workspace, once a run has read something into it.
enum FilledStore {
  /// - Throws: ``RunFailure`` where nothing was run, or nothing was read.
  static func open(_ plan: Plan) throws -> IPDatabase {
    guard Workspace.hasDatabase(plan) else { throw nothing(plan) }
    let database = try IPDatabase(path: "\(plan.workspace)/ip.sqlite")
    try database.bind(plan: plan.name, region: plan.region.text)
    guard try database.files().contains(where: { $0.isCurrent }) else { throw nothing(plan) }
    return database
  }

  private static func nothing(_ plan: Plan) -> RunFailure {
    RunFailure(
      "nothing was run for plan \(plan.name) yet: the workspace \(plan.workspace) holds no records; "
        + "run \"ipatlas run \(plan.path)\" first")
  }
}
