import Foundation
import Store

/// The runs of a plan's workspace.
package enum History {
  /// All runs that published, oldest first; none where the workspace does not exist yet.
  package static func runs(of plan: Plan) throws -> [LedgerRun] {
    try database(of: plan)?.runs() ?? []
  }

  /// All attempts, failed and killed ones included, in the order in which they began.
  package static func attempts(of plan: Plan) throws -> [LedgerAttempt] {
    try database(of: plan)?.attempts() ?? []
  }

  private static func database(of plan: Plan) throws -> IPDatabase? {
    let path = "\(plan.workspace)/ip.sqlite"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try IPDatabase(path: path)
  }
}
