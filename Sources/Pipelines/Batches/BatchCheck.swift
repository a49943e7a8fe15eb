import Records
import Reports
import Store

/// Compares what has arrived of expected batches with what should have.
///
/// What is due is counted up to the cut-off: a replay asks only for what was due by then. How long it can
/// still be had is counted from the day of the run. What is over and done – a batch
/// that came late, out of order, or small – is told by the first good run after it and by no later one;
/// what can still be mended is told until it is.
struct BatchCheck {
  /// One content among the inputs, or read earlier.
  struct File: Hashable {
    var name: String
    var sha256: String
  }

  /// The cut-off.
  var day: CalendarDay
  /// The office's day on which the run is made.
  var today: CalendarDay
  /// Present inputs, and contents read earlier that are no longer among them.
  var files: [File]
  /// By digest.
  var arrivals: [String: Arrival]
  /// Records by digest, rejected ones included; only of contents that have been read.
  var records: [String: Int]
  /// The names of files with a record or file cut off.
  var truncated: Set<String>
  /// When the first attempt of the workspace began: what was due before arrived then at the earliest.
  var historyBegan: String?
  /// When the last good run began.
  var lastGood: String?

  func findings(_ expected: [ExpectedBatches]) -> [BatchFinding] {
    expected.flatMap { findings($0) }
  }

  /// The files of each batch by its day.
  func batches(of expected: ExpectedBatches) -> [CalendarDay: [File]] {
    var batches: [CalendarDay: [File]] = [:]
    for file in files {
      guard let day = expected.files.day(of: file.name), day >= expected.from else { continue }
      batches[day, default: []].append(file)
    }
    return batches
  }

  private func findings(_ expected: ExpectedBatches) -> [BatchFinding] {
    let batches = batches(of: expected)
    let days = batches.keys.sorted()
    var findings: [BatchFinding] = []
    func add(_ kind: BatchFinding.Kind, _ date: CalendarDay, _ detail: String) {
      guard let level = expected.levels[kind] else { return }
      findings.append(
        BatchFinding(batch: expected.name, date: date, kind: kind, level: level, detail: detail))
    }
    func settle(_ kind: BatchFinding.Kind, _ date: CalendarDay, _ detail: String) -> Bool {
      guard let settled = expected.settled.first(where: { $0.date == date }) else { return false }
      findings.append(
        BatchFinding(
          batch: expected.name, date: date, kind: kind, level: .settled,
          detail: "\(detail); settled in the plan: \(settled.reason)"))
      return true
    }
    for due in expected.days(upTo: day) where batches[due] == nil {
      if settle(.missing, due, "is lost: no input is named as \(expected.files.text)") { continue }
      guard let limit = due.adding(days: expected.lateAfter), day > limit else { continue }
      add(.missing, due, missing(due, limit, expected))
    }
    for date in days {
      let own = batches[date] ?? []
      let arrived = own.compactMap { arrivals[$0.sha256]?.arrived }.min()
      let isNew = arrived.map { arrived in lastGood.map { arrived > $0 } ?? true } ?? false
      if isNew, let arrived {
        if let limit = date.adding(days: expected.lateAfter), expected.expects(date),
          let came = OfficeTime.day(of: arrived), came > limit,
          let began = historyBegan.flatMap({ OfficeTime.day(of: $0) }), began <= limit
        {
          add(.late, date, "came late: first found on \(came.isoText), due by \(limit.isoText)")
        }
        if let later = days.last(where: {
          $0 > date && first($0, batches).map { $0 < arrived } ?? false
        }) {
          add(
            .outOfOrder, date,
            "came out of order: that of \(later.isoText) was found before it; whatever both say of "
              + "one record is settled by its own dates")
        }
        shrinking(date, days, batches, expected).map { add(.shrinking, date, $0) }
      }
      for detail in duplicates(own) { add(.duplicated, date, detail) }
      let cut = own.filter { truncated.contains($0.name) }.map { $0.name }.sorted()
      let ending = "is truncated: \(cut.joined(separator: ", ")) ends too early"
      if !cut.isEmpty, !settle(.truncated, date, ending) {
        add(
          .truncated, date,
          "\(ending)\(expected.keptFor == nil ? "; fetch it again" : until(date, expected))")
      }
    }
    return findings
  }

  private func missing(
    _ due: CalendarDay, _ limit: CalendarDay, _ expected: ExpectedBatches
  ) -> String {
    "is missing: no input is named as \(expected.files.text), due by \(limit.isoText)"
      + (expected.keptFor == nil ? "; fetch it" : until(due, expected))
      + "; if none was delivered that day, add it to \"except\""
  }

  /// Until when the service still has the batch.
  private func until(_ date: CalendarDay, _ expected: ExpectedBatches) -> String {
    guard let keptFor = expected.keptFor, let last = date.adding(days: keptFor) else { return "" }
    let left = last.daysSinceEpoch - today.daysSinceEpoch
    if left < 0, let gone = last.adding(days: 1) {
      return
        "; gone for good since \(gone.isoText), the service kept it until \(last.isoText): ask "
        + "the office's other users for it, or settle it in the plan with "
        + "settled: [{batch: \(date.isoText), reason: …}]"
    }
    return "; the service keeps it until \(last.isoText), "
      + (left == 0 ? "today is the last day" : "\(left.counted("day")) more") + ": fetch it"
  }

  private func first(_ date: CalendarDay, _ batches: [CalendarDay: [File]]) -> String? {
    batches[date]?.compactMap { arrivals[$0.sha256]?.arrived }.min()
  }

  /// The least number of earlier batches that say what is usual, and the most that are asked.
  private static let usual = 3...8

  private func shrinking(
    _ date: CalendarDay, _ days: [CalendarDay], _ batches: [CalendarDay: [File]],
    _ expected: ExpectedBatches
  ) -> String? {
    func count(_ date: CalendarDay) -> Int? {
      let counts = Set(batches[date] ?? []).compactMap { records[$0.sha256] }
      return counts.isEmpty ? nil : counts.reduce(0, +)
    }
    let before = days.filter { $0 < date }.suffix(BatchCheck.usual.upperBound).compactMap(count)
      .sorted()
    guard before.count >= BatchCheck.usual.lowerBound, let own = count(date) else { return nil }
    let middle = before.count / 2
    let median =
      before.count % 2 == 1
      ? Double(before[middle]) : Double(before[middle - 1] + before[middle]) / 2
    guard Double(own) < median * expected.leastShare / 100 else { return nil }
    return "has shrunk: \(own.counted("record")), the median of the \(before.count) before it is "
      + "\(Threshold.short(median)), expected \(Threshold.short(expected.leastShare))% of it at least"
  }

  private func duplicates(_ own: [File]) -> [String] {
    let byContent = Dictionary(grouping: own) { $0.sha256 }.values.filter { $0.count > 1 }
    let byName = Dictionary(grouping: own) {
      $0.name.split(separator: "/").last.map { $0.lowercased() } ?? ""
    }.values.filter { Set($0.map { $0.sha256 }).count > 1 }
    let same = byContent.map { files in
      "stands twice: \(names(files)) have the same content; keep one"
    }
    let other = byName.map { files in
      Set(files.map { $0.name }).count == 1
        ? "was delivered again: \(names([files[0]])) has another content than when it was read "
          + "before; both count, and what both hold is settled by its dates"
        : "was delivered twice: \(names(files)) have one name and different contents; both count, and "
          + "what both hold is settled by its dates"
    }
    return same.sorted() + other.sorted()
  }

  private func names(_ files: [File]) -> String {
    files.map { $0.name }.sorted().joined(separator: " and ")
  }
}
