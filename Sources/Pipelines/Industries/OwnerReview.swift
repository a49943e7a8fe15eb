import Foundation
import Reports

/// The doubtful pairs of owners of the run that was published last.
package enum OwnerReview {
  /// - Returns: the table's lines as published, the header first.
  /// - Throws: ``RunFailure`` where no run with maps is published.
  package static func lines(of plan: Plan) throws -> [String] {
    guard plan.industries != nil else {
      throw RunFailure(
        "plan \(plan.name) draws no industry maps, and owners are merged for them; add "
          + "\"industries\" to \(plan.path)")
    }
    let path =
      "\(plan.publish)/latest/\(IndustryMapFiles.folder)/\(OwnerTables.review).csv"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw RunFailure(
        "\(path) does not exist; expected the file of a published run; run \"ipatlas run "
          + "\(plan.path)\" first")
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
