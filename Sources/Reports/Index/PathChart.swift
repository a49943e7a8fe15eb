import Analyses
import Records

/// The plan's path and the value reached, as an inline SVG.
///
/// A target stands at the end of its year, the value at its day; the vertical axis begins at zero.
struct PathChart {
  var targets: [PlanTarget]
  var asOf: CalendarDay
  var value: Double
  /// The value as the page prints it.
  var label: String

  private static let width = 440.0
  private static let height = 248.0
  private static let left = 34.0
  private static let right = 396.0
  private static let top = 30.0
  private static let bottom = 212.0

  func html() -> HTML {
    let path = targets.map { "\(text(x($0.year))),\(text(y($0.value)))" }.joined(separator: " ")
    let summary = targets.map { "\($0.year)年\(ChineseFigures.plain($0.value))" }
      .joined(separator: "，")
    return """
      <svg class="path" viewBox="0 0 \(text(Self.width)) \(text(Self.height))" role="img" \
      aria-label="规划目标：\(summary)；\(ChineseFigures.day(asOf))实际：\(label)">
      \(grid())
      <polyline class="plan" points="\(path)"/>
      \(targets.map { mark($0) })
      \(actual())
      </svg>
      """
  }

  /// Lines at whole values (or wider steps), labelled, and the years below.
  private func grid() -> HTML {
    var html: HTML = ""
    let step = top >= 12 ? Double(Int(top / 5)) : (top > 5 ? 2 : (top > 2.5 ? 1 : 0.5))
    var level = 0.0
    while level <= top {
      html += """
        <line class="\(level == 0 ? "axis" : "grid")" x1="\(text(Self.left))" \
        x2="\(text(Self.right + 20))" y1="\(text(y(level)))" y2="\(text(y(level)))"/>
        <text class="tick" x="\(text(Self.left - 8))" y="\(text(y(level) + 5))" \
        text-anchor="end">\(ChineseFigures.plain(level))</text>

        """
      level += step
    }
    let stride = max(1, (lastYear - firstYear + 7) / 8)
    for year in firstYear...lastYear where (year - firstYear) % stride == 0 {
      html += """
        <text class="tick" x="\(text(x(year)))" y="\(text(Self.bottom + 22))" \
        text-anchor="middle">\(year)</text>

        """
    }
    return html
  }

  private func mark(_ target: PlanTarget) -> HTML {
    // A label goes to the side of the path on which the value does not stand, if the axis leaves
    // room there; a path so low is far below the value.
    let isBelow = isAbovePath && y(target.value) + 28 < Self.bottom
    let offset = isBelow ? 24.0 : -12.0
    return """
      <circle class="target" cx="\(text(x(target.year)))" cy="\(text(y(target.value)))" r="5"/>
      <text class="target" x="\(text(x(target.year)))" y="\(text(y(target.value) + offset))" \
      text-anchor="middle">\(ChineseFigures.plain(target.value))</text>

      """
  }

  private func actual() -> HTML {
    let horizontal = x(position)
    let vertical = y(value)
    // Below a point that stands near the axis the years have their place.
    let isBelow = !isAbovePath && vertical + 30 < Self.bottom
    let anchor = horizontal > Self.right - 60 ? "end" : "middle"
    let shifted = anchor == "end" ? horizontal + 12 : horizontal
    return """
      <circle class="actual" cx="\(text(horizontal))" cy="\(text(vertical))" r="6.5"/>
      <text class="actual" x="\(text(shifted))" y="\(text(vertical + (isBelow ? 25 : -14)))" \
      text-anchor="\(anchor)">实际 \(label)</text>
      """
  }

  private var position: Double {
    guard let start = CalendarDay(year: asOf.year, month: 1, day: 1),
      let next = CalendarDay(year: asOf.year + 1, month: 1, day: 1)
    else { return Double(asOf.year) }
    let length = Double(next.daysSinceEpoch - start.daysSinceEpoch)
    let elapsed = Double(asOf.daysSinceEpoch - start.daysSinceEpoch + 1)
    return Double(asOf.year - 1) + elapsed / length
  }

  private var firstYear: Int {
    min(targets.map { $0.year }.min() ?? asOf.year, Int(position.rounded(.down)))
  }

  private var lastYear: Int {
    max(targets.map { $0.year }.max() ?? asOf.year, Int(position.rounded(.up)), firstYear + 1)
  }

  /// The greatest value on the axis.
  private var top: Double {
    let greatest = max(targets.map { $0.value }.max() ?? 0, value, 0.5)
    return (greatest * 2).rounded(.up) / 2
  }

  private var isAbovePath: Bool {
    let ordered = targets.sorted { $0.year < $1.year }
    guard let first = ordered.first, let last = ordered.last else { return true }
    if position <= Double(first.year) { return value > first.value }
    if position >= Double(last.year) { return value > last.value }
    for (low, high) in zip(ordered, ordered.dropFirst())
    where position <= Double(high.year) && high.year > low.year {
      let part = (position - Double(low.year)) / Double(high.year - low.year)
      return value > low.value + (high.value - low.value) * part
    }
    return true
  }

  private func x(_ year: Int) -> Double { x(Double(year)) }

  private func x(_ year: Double) -> Double {
    let part = (year - Double(firstYear)) / Double(lastYear - firstYear)
    return Self.left + 24 + (Self.right - Self.left - 24) * part
  }

  private func y(_ value: Double) -> Double {
    Self.bottom - (Self.bottom - Self.top) * min(max(value / top, 0), 1)
  }

  /// A coordinate with one decimal.
  private func text(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return "\(sign)\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }
}
