import Analyses
import Records

/// `series.svg`: the history of indicator 1 as a picture that stands alone. Audience: internal.
/// Deterministic.
///
/// The line is the value, the band above it reaches to the value if every undetermined patent counted,
/// and rings are the plan's targets at the ends of their years. A day without a population breaks the
/// line. The vertical axis begins at zero.
package struct SeriesChart {
  package static let fileName = "series.svg"

  private let series: IndicatorSeries

  package init(_ series: IndicatorSeries) { self.series = series }

  private static let width = 1000.0
  private static let height = 470.0
  private static let left = 64.0
  private static let right = 916.0
  private static let top = 112.0
  private static let bottom = 396.0

  package func bytes() -> [UInt8] { Array(svg().markup.utf8) }

  private func svg() -> HTML {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(text(Self.width)) \(text(Self.height))" \
    role="img" aria-label="\(title)，\(summary)">
    <style>\(Self.style)</style>
    <rect class="paper" width="\(text(Self.width))" height="\(text(Self.height))"/>
    <text class="title" x="\(text(Self.left))" y="38">\(title)</text>
    <text class="note" x="\(text(Self.left))" y="62">\(subtitle)</text>
    \(legend())\(grid())\(years())\(bands())\(lines())\(targets())\(ends())\
    <text class="note" x="\(text(Self.left))" y="\(text(Self.height - 16))">\(footnote)</text>
    </svg>

    """
  }

  private static let style: HTML = """
    text{font-family:"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",\
    sans-serif;fill:#1b2430;font-size:15px}
    .paper{fill:#fff}
    .title{font-size:21px;font-weight:700}
    .note,.tick{fill:#566273;font-size:14px}
    .grid{stroke:#e6eaf0}
    .axis{stroke:#8793a3}
    .band{fill:#1f4e8c;fill-opacity:.14}
    .value{fill:none;stroke:#1f4e8c;stroke-width:2.6;stroke-linejoin:round}
    .dot{fill:#1f4e8c}
    .figure{fill:#1f4e8c;font-weight:700;font-size:16px}
    .target{fill:#fff;stroke:#a34e00;stroke-width:2.5}
    .aim{fill:#a34e00;font-weight:700}
    """

  // MARK: Words

  private var title: String { "\(series.regionName)每万人口高价值发明专利拥有量" }

  private var subtitle: String {
    let step: String
    switch series.step {
    case .month: step = "月末"
    case .quarter: step = "季末"
    case .year: step = "年末"
    }
    let period =
      "\(ChineseFigures.day(first.day))至\(ChineseFigures.day(last.day))，\(series.points.count)个\(step)时点"
      + (last.isPeriodEnd ? "" : "（末点为截止日）")
    return period + (series.knownOn.map { "；仅用\(ChineseFigures.day($0))前已公布并交付的资料" } ?? "")
  }

  private var summary: String {
    guard let value = last.value else { return "末点无人口数" }
    return "\(ChineseFigures.day(last.day))为\(ChineseFigures.rate(value))件/万人"
  }

  private var footnote: String {
    "单位：件/万人，除以各时点适用的年末常住人口；近期时点会随迟到的终止公告下修。内部使用"
  }

  private func legend() -> HTML {
    let y = 88.0
    let hasBand = series.points.contains { $0.countUpper > $0.count }
    var html: HTML = """
      <line class="value" x1="\(text(Self.left))" x2="\(text(Self.left + 28))" y1="\(text(y - 5))" \
      y2="\(text(y - 5))"/>
      <text class="tick" x="\(text(Self.left + 36))" y="\(text(y))">拥有量</text>

      """
    if hasBand {
      html += """
        <rect class="band" x="\(text(Self.left + 106))" y="\(text(y - 13))" width="28" height="14"/>
        <text class="tick" x="\(text(Self.left + 142))" y="\(text(y))">待定专利全部计入时的上限</text>

        """
    }
    if !aims.isEmpty {
      let x = Self.left + (hasBand ? 342 : 118)
      html += """
        <circle class="target" cx="\(text(x))" cy="\(text(y - 5))" r="5"/>
        <text class="tick" x="\(text(x + 14))" y="\(text(y))">规划目标</text>

        """
    }
    return html
  }

  // MARK: Axes

  private func grid() -> HTML {
    var html: HTML = ""
    var level = 0.0
    let step = axisStep
    while level <= greatest + step / 1_000 {
      html += """
        <line class="\(level == 0 ? "axis" : "grid")" x1="\(text(Self.left))" \
        x2="\(text(Self.right))" y1="\(text(y(level)))" y2="\(text(y(level)))"/>
        <text class="tick" x="\(text(Self.left - 9))" y="\(text(y(level) + 5))" \
        text-anchor="end">\(ChineseFigures.plain(ChineseFigures.rounded(level, places: 3)))</text>

        """
      level += step
    }
    return html
  }

  /// A mark at each year's beginning, labelled as far as there is room; of a period without one the
  /// first and the last day.
  private func years() -> HTML {
    var html: HTML = ""
    let starts = (first.day.year...last.day.year).compactMap { year in
      CalendarDay(year: year, month: 1, day: 1)
    }.filter { $0 > first.day && $0 <= last.day }
    guard starts.count > 1 else {
      for (point, anchor) in [(first, "start"), (last, "end")]
      where anchor == "start" || last.day != first.day {
        html += """
          <text class="tick" x="\(text(x(point.day)))" y="\(text(Self.bottom + 24))" \
          text-anchor="\(anchor)">\(ChineseFigures.day(point.day))</text>

          """
      }
      return html
    }
    let stride = max(1, (starts.count + 13) / 14)
    for (index, start) in starts.enumerated() {
      html += """
        <line class="axis" x1="\(text(x(start)))" x2="\(text(x(start)))" \
        y1="\(text(Self.bottom))" y2="\(text(Self.bottom + 6))"/>

        """
      guard index % stride == 0, x(start) < Self.right - 18 else { continue }
      html += """
        <text class="tick" x="\(text(x(start)))" y="\(text(Self.bottom + 24))" \
        text-anchor="middle">\(start.year)年初</text>

        """
    }
    return html
  }

  // MARK: Figures

  /// Runs of points that have a value.
  private var runs: [[SeriesPoint]] {
    var runs: [[SeriesPoint]] = [[]]
    for point in series.points {
      if point.value != nil {
        runs[runs.count - 1].append(point)
      } else if runs.last?.isEmpty == false {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }

  private func upper(_ point: SeriesPoint) -> Double {
    point.population?.rate(of: point.countUpper) ?? 0
  }

  private func bands() -> HTML {
    var html: HTML = ""
    for run in runs where run.contains(where: { $0.countUpper > $0.count }) {
      let path =
        run.map { position($0.day, upper($0)) }
        + run.reversed().map { position($0.day, $0.value ?? 0) }
      html += "<polygon class=\"band\" points=\"\(path.joined(separator: " "))\"/>\n"
    }
    return html
  }

  private func lines() -> HTML {
    var html: HTML = ""
    for run in runs {
      let path = run.map { position($0.day, $0.value ?? 0) }
      html += "<polyline class=\"value\" points=\"\(path.joined(separator: " "))\"/>\n"
      guard series.points.count <= 40 || run.count == 1 else { continue }
      for point in run {
        html += """
          <circle class="dot" cx="\(text(x(point.day)))" cy="\(text(y(point.value ?? 0)))" r="3.4"/>

          """
      }
    }
    return html
  }

  /// The plan's targets at the ends of their years, as far as these lie within the series.
  private var aims: [(day: CalendarDay, value: Double)] {
    series.planPath.compactMap { target in
      CalendarDay(year: target.year, month: 12, day: 31).map { (day: $0, value: target.value) }
    }.filter { first.day <= $0.day && $0.day <= last.day }
  }

  private func targets() -> HTML {
    var html: HTML = ""
    for aim in aims {
      let isLast = x(aim.day) > Self.right - 40
      html += """
        <circle class="target" cx="\(text(x(aim.day)))" cy="\(text(y(aim.value)))" r="5.5"/>
        <text class="aim" x="\(text(x(aim.day) - (isLast ? 12 : 0)))" \
        y="\(text(y(aim.value) - (isLast ? -5 : 12)))" \
        text-anchor="\(isLast ? "end" : "middle")">\(ChineseFigures.plain(aim.value))</text>

        """
    }
    return html
  }

  /// The first and the last value in figures.
  private func ends() -> HTML {
    let known = series.points.filter { $0.value != nil }
    guard let start = known.first, let end = known.last, let value = end.value else { return "" }
    var html: HTML = """
      <circle class="dot" cx="\(text(x(end.day)))" cy="\(text(y(value)))" r="5"/>
      <text class="figure" x="\(text(x(end.day) + 11))" \
      y="\(text(y(value) + 6))">\(ChineseFigures.rate(value))</text>

      """
    if let first = start.value, x(end.day) - x(start.day) > 80 {
      let isNearAxis = y(first) > Self.bottom - 30
      html += """
        <text class="figure" x="\(text(x(start.day) + 4))" \
        y="\(text(y(first) + (isNearAxis ? -14 : 24)))">\(ChineseFigures.rate(first))</text>

        """
    }
    return html
  }

  // MARK: Places

  private var first: SeriesPoint { series.points[0] }
  private var last: SeriesPoint { series.points[series.points.count - 1] }

  private var axisStep: Double {
    let values = series.points.map { max($0.value ?? 0, upper($0)) } + aims.map { $0.value }
    let top = max(values.max() ?? 0, 0.01)
    var step = 0.01
    // 1, 2, 5, 10, 20, 50 … hundredths, until at most six lines are needed.
    var factors = [2.0, 2.5, 2.0]
    while step * 6 < top {
      step *= factors[0]
      factors.append(factors.removeFirst())
    }
    return step
  }

  /// The greatest value on the axis.
  private var greatest: Double {
    let values = series.points.map { max($0.value ?? 0, upper($0)) } + aims.map { $0.value }
    let step = axisStep
    return max((max(values.max() ?? 0, 0.01) / step).rounded(.up), 1) * step
  }

  private func x(_ day: CalendarDay) -> Double {
    let length = last.day.daysSinceEpoch - first.day.daysSinceEpoch
    guard length > 0 else { return (Self.left + Self.right) / 2 }
    let part = Double(day.daysSinceEpoch - first.day.daysSinceEpoch) / Double(length)
    return Self.left + (Self.right - Self.left) * part
  }

  private func y(_ value: Double) -> Double {
    Self.bottom - (Self.bottom - Self.top) * min(max(value / greatest, 0), 1)
  }

  private func position(_ day: CalendarDay, _ value: Double) -> String {
    "\(text(x(day))),\(text(y(value)))"
  }

  /// A coordinate with one decimal.
  private func text(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return "\(sign)\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }
}
