import Foundation
import Store

/// The runs of a plan's workspace.
package enum History {
  /// All runs, oldest first; none where the workspace does not exist yet.
  package static func runs(of plan: Plan) throws -> [LedgerRun] {
    let path = "\(plan.workspace)/ip.sqlite"
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try IPDatabase(path: path).runs()
  }
}
