import Records
import Store

/// What a run says of a rollback that it undoes.
extension NightWork {
  /// The rollback of `latest` that this run will replace; nil where there was none, and where `latest`
  /// stays.
  func undoneRollback(by run: String) throws -> RollbackMark? {
    guard plan.knownOn == nil, let mark = try database.rollbackMark() else { return nil }
    // The run that it was rolled back to is today's work again, or somebody has moved it by hand.
    guard mark.run != run, publisher.folder.run(behind: "latest") == mark.run else {
      try database.setRollbackMark(nil)
      return nil
    }
    let moves = publisher.movesLatest(to: run, asOf: plan.asOf, setsLatest: options.setsLatest)
    return moves ? mark : nil
  }
}

extension RollbackMark {
  var text: String {
    "\"latest\" was rolled back to run \(run)\(before.map { " from run \($0)" } ?? "") on \(instant); "
      + "this run replaces it"
  }
}
