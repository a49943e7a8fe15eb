import Records
import Reports
import Yams

/// Reads a plan's `expected`.
enum ExpectedBatchesReader {
  static let keys =
    [
      "name", "files", "weekdays", "from", "except", "late-after", "kept-for", "least-share",
      "settled",
    ]
    + BatchFinding.Kind.allCases.map { $0.rawValue }

  static func read(_ top: PlanFields) throws(PlanError) -> [ExpectedBatches] {
    guard let node = top.node("expected") else { return [] }
    if let scalar = node.scalar, scalar.string.isEmpty || scalar.string == "null" { return [] }
    guard let entries = node.sequence else {
      throw top.error("expected", "is not a list; expected entries such as - name: cnipa-patents")
    }
    var all: [ExpectedBatches] = []
    for (index, entry) in entries.enumerated() {
      let fields = try PlanFields(entry, plan: top.plan, path: "expected[\(index + 1)]")
      let batches = try batches(fields)
      guard !all.contains(where: { $0.name == batches.name }) else {
        throw fields.error("name", "is \"\(batches.name)\" a second time; expected another name")
      }
      all.append(batches)
    }
    return all
  }

  private static func batches(_ fields: PlanFields) throws(PlanError) -> ExpectedBatches {
    try fields.allow(only: keys)
    guard let name = try fields.text("name"), !name.isEmpty else {
      throw fields.error("name", "is missing; expected a word such as cnipa-patents")
    }
    guard let files = try fields.text("files"), let pattern = BatchPattern(files) else {
      throw fields.error(
        "files",
        "is missing or does not hold {date} once; expected a pattern such as \"{date}-1-*.ZIP\"")
    }
    guard let from = try day(fields, "from") else {
      throw fields.error("from", "is missing; expected the first batch's day as YYYY-MM-DD")
    }
    var weekdays: [Int] = []
    for word in try fields.list("weekdays") ?? [] {
      guard let index = ExpectedBatches.weekdayNames.firstIndex(of: word) else {
        throw fields.error(
          "weekdays",
          "names \"\(word)\"; expected of \(ExpectedBatches.weekdayNames.joined(separator: ", "))")
      }
      weekdays.append(index)
    }
    var batches = ExpectedBatches(
      name: name, files: pattern, weekdays: Set(weekdays).sorted(), from: from)
    for text in try fields.list("except") ?? [] {
      guard text.count == 10, let day = CalendarDay(text) else {
        throw fields.error("except", "names \"\(text)\"; expected days as YYYY-MM-DD")
      }
      batches.except.insert(day)
    }
    if let days = try GateSettingsReader.days(fields, "late-after") { batches.lateAfter = days }
    batches.keptFor = try GateSettingsReader.days(fields, "kept-for")
    if let text = try fields.text("least-share") {
      guard case .percent(let share) = Threshold(text), share <= 100 else {
        throw fields.error("least-share", "is \"\(text)\"; expected a share such as 50%")
      }
      batches.leastShare = share
    }
    for kind in BatchFinding.Kind.allCases {
      switch try fields.choice(kind.rawValue, ["error", "warn", "off"]) {
      case "error": batches.levels[kind] = .error
      case "warn": batches.levels[kind] = .warning
      case "off": batches.levels[kind] = nil
      default: break
      }
    }
    batches.settled = try settled(fields, batches)
    return batches
  }

  /// `settled: [{batch: 2026-03-27, reason: lost in the move}]`.
  private static func settled(
    _ fields: PlanFields, _ batches: ExpectedBatches
  ) throws(PlanError) -> [SettledBatch] {
    guard let node = fields.node("settled") else { return [] }
    if let scalar = node.scalar, scalar.string.isEmpty || scalar.string == "null" { return [] }
    let form = "entries such as - {batch: 2026-03-27, reason: why it is lost}"
    guard let entries = node.sequence else {
      throw fields.error("settled", "is not a list; expected \(form)")
    }
    var all: [SettledBatch] = []
    for (index, entry) in entries.enumerated() {
      let one = try PlanFields(
        entry, plan: fields.plan, path: "\(fields.path).settled[\(index + 1)]")
      try one.allow(only: ["batch", "reason"])
      guard let text = try one.text("batch") else {
        throw one.error("batch", "is missing; expected \(form)")
      }
      guard text.count == 10, let date = CalendarDay(text), batches.mayLack(date) else {
        let nearest = batches.nearest(to: text).map { "; did you mean \"\($0)\"?" } ?? ""
        throw one.error(
          "batch",
          "names \"\(text)\", and no batch of \(batches.name) is expected then"
            + (nearest.isEmpty ? "; expected its day as YYYY-MM-DD" : nearest))
      }
      guard !all.contains(where: { $0.date == date }) else {
        throw one.error("batch", "names \"\(text)\" a second time; keep one")
      }
      guard let reason = try one.text("reason"), reason.contains(where: { !$0.isWhitespace }) else {
        throw one.error("reason", "is missing; say why the batch is lost: the page prints it")
      }
      let words = reason.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
      all.append(SettledBatch(date: date, reason: words))
    }
    return all.sorted { $0.date < $1.date }
  }

  private static func day(
    _ fields: PlanFields, _ key: String
  ) throws(PlanError) -> CalendarDay? {
    guard let text = try fields.text(key) else { return nil }
    guard text.count == 10, let day = CalendarDay(text) else {
      throw fields.error(key, "is \"\(text)\"; expected YYYY-MM-DD")
    }
    return day
  }
}

extension ExpectedBatches {
  /// Whether something of a day may be found wanting: where batches come on no fixed days, one of any day
  /// may be truncated.
  fileprivate func mayLack(_ day: CalendarDay) -> Bool {
    weekdays.isEmpty ? day >= from : expects(day)
  }

  /// The expected day that is most likely meant by a text that names none: the nearest one where it is a
  /// day, else the one nearest in its digits of a year from the first.
  fileprivate func nearest(to text: String) -> String? {
    if let day = CalendarDay(text) {
      for distance in 0...31 {
        for offset in [-distance, distance] {
          if let other = day.adding(days: offset), mayLack(other) { return other.isoText }
        }
      }
      return nil
    }
    guard let last = from.adding(days: 3660) else { return nil }
    let days = weekdays.isEmpty ? [] : days(upTo: last)
    let digits = text.filter { $0.isNumber }
    return days.first { $0.isoText.filter { $0.isNumber } == digits }?.isoText
      ?? NearestWord.of(text, in: days.map { $0.isoText })
  }
}
