import Records
import Reports

/// One entry of a plan's `expected`: batches that a data service delivers on fixed weekdays.
struct ExpectedBatches: Hashable, Sendable {
  static let weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  var name: String
  var files: BatchPattern
  /// 0 = Monday; empty: on no fixed days, so that none can be missing or late.
  var weekdays: [Int]
  /// The first day on which one is expected.
  var from: CalendarDay
  /// Days on which none comes: holidays.
  var except: Set<CalendarDay> = []
  /// Batches that are lost for good, oldest first.
  var settled: [SettledBatch] = []
  /// Days after the batch's day until which it may arrive.
  var lateAfter = 3
  /// Days for which the service keeps a batch.
  var keptFor: Int?
  /// The share of the median of the batches before it below which a batch has shrunk, in percent.
  var leastShare = 50.0
  /// What a finding of each kind amounts to; absent = nothing.
  var levels: [BatchFinding.Kind: BatchFinding.Level] = ExpectedBatches.standardLevels

  /// A missing batch may soon be gone for good; everything else can be looked at with the result there.
  static let standardLevels: [BatchFinding.Kind: BatchFinding.Level] = [
    .missing: .error, .late: .warning, .duplicated: .warning, .truncated: .warning,
    .outOfOrder: .warning, .shrinking: .warning,
  ]

  /// The days up to `last` for which a batch is expected, oldest first.
  func days(upTo last: CalendarDay) -> [CalendarDay] {
    guard !weekdays.isEmpty, from <= last else { return [] }
    return (0...(last.daysSinceEpoch - from.daysSinceEpoch)).compactMap { offset in
      guard let day = from.adding(days: offset), expects(day) else { return nil }
      return day
    }
  }

  func expects(_ day: CalendarDay) -> Bool {
    // 1970-01-01 was a Thursday.
    let weekday = ((day.daysSinceEpoch + 3) % 7 + 7) % 7
    return day >= from && weekdays.contains(weekday) && !except.contains(day)
  }

  /// The settled batches up to a cut-off as a run's identity has them, since the page names them.
  func settledLines(upTo last: CalendarDay) -> [String] {
    settled.filter { $0.date <= last }.map {
      "settled \(name) \($0.date.isoText) \(files.text) \($0.reason)"
    }
  }

  /// One line for `ipatlas plan`.
  var text: String {
    let days =
      weekdays.isEmpty
      ? "on no fixed days"
      : "on \(weekdays.map { ExpectedBatches.weekdayNames[$0] }.joined(separator: ", "))"
    return "\(name): \(files.text) \(days) from \(from.isoText), late after \(lateAfter)d"
      + (keptFor.map { ", kept for \($0)d" } ?? "")
  }
}
