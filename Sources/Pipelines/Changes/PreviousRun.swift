import Foundation
import Records
import Reports

extension PublishedFolder {
  /// The run that a run is compared with; nil for the first.
  ///
  /// 1. The run behind `latest`, if its as-of is not later.
  /// 2. Else (a replay of an earlier day) the published run with the greatest as-of that is not later;
  ///    of several with it the one behind that day's link, else the one finished last.
  ///
  /// - Parameter isCandidate: whether the run is not published yet, so that `latest` still leads to the
  ///   one before it. Of published runs only those finished before the run itself count.
  func runBefore(_ run: String, asOf day: CalendarDay, isCandidate: Bool) -> String? {
    if isCandidate, let latest = self.run(behind: "latest"), latest != run,
      let latestDay = asOf(ofRun: latest).flatMap({ CalendarDay($0) }), latestDay <= day
    {
      return latest
    }
    struct Candidate {
      var run: String
      var day: CalendarDay
      var isLinked: Bool
      var finishedAt: String
    }
    let own = record(RunRow.self, in: RunJSON.fileName, run: run)?.finishedAt
    let found = publishedRuns().compactMap { other -> Candidate? in
      guard other != run, let row = record(RunRow.self, in: RunJSON.fileName, run: other),
        let otherDay = CalendarDay(row.asOf), otherDay <= day,
        isCandidate || row.finishedAt <= (own ?? row.finishedAt)
      else { return nil }
      return Candidate(
        run: other, day: otherDay, isLinked: self.run(behind: row.asOf) == other,
        finishedAt: row.finishedAt)
    }
    return found.max {
      ($0.day.number, $0.isLinked ? 1 : 0, $0.finishedAt, $0.run)
        < ($1.day.number, $1.isLinked ? 1 : 0, $1.finishedAt, $1.run)
    }?.run
  }

  /// The ids of all published runs, sorted.
  func publishedRuns() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/runs")) ?? [])
      .filter { !$0.hasPrefix(".") && isPublished($0) }.sorted()
  }
}
