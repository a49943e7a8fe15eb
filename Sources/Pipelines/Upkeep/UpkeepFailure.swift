import Foundation

/// Failures that the upkeep commands share.
enum UpkeepFailure {
  static func noStore(_ plan: Plan) -> RunFailure {
    RunFailure(
      "there is no database in \(plan.workspace); run ipatlas run \(plan.path) first, or give the "
        + "workspace with --workspace DIR")
  }

  /// `errno` says why.
  static func system(_ call: String, _ path: String) -> RunFailure {
    RunFailure(
      "\(call) of \(path) failed: \(String(cString: strerror(errno))); check the rights, the free "
        + "space and the disk")
  }
}
