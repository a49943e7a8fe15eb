import Analyses
import Records

/// `series.svg`: the history of indicator 1 as a picture that stands alone. Audience: internal.
/// Deterministic.
///
/// Above, the line is the value, the band over it reaches to the value if every undetermined patent
/// counted, and rings are the plan's targets at the ends of their years; a day without a population
/// breaks the line. Below are the numbers of patents, of the base set and of high value. Both axes begin
/// at zero.
package struct SeriesChart {
  package static let fileName = "series.svg"

  private let series: IndicatorSeries

  package init(_ series: IndicatorSeries) { self.series = series }

  private static let width = 1000.0
  private static let height = 640.0
  private static let left = 64.0
  private static let right = 880.0

  /// One of the two diagrams: where it stands, and the step of its axis.
  private struct Panel {
    var top: Double
    var bottom: Double
    var step: Double
    /// The greatest value on the axis.
    var greatest: Double

    /// An axis with at most `lines` lines above zero that reaches `value`.
    init(top: Double, bottom: Double, reaching value: Double, from least: Double, lines: Int) {
      self.top = top
      self.bottom = bottom
      var step = least
      // 1, 2, 5, 10, 20, 50 … times the least step.
      var factors = [2.0, 2.5, 2.0]
      while step * Double(lines) < value {
        step *= factors[0]
        factors.append(factors.removeFirst())
      }
      self.step = step
      greatest = max((value / step).rounded(.up), 1) * step
    }

    func y(_ value: Double) -> Double {
      bottom - (bottom - top) * min(max(value / greatest, 0), 1)
    }
  }

  private var values: Panel {
    let values = series.points.map { max($0.value ?? 0, upper($0)) } + aims.map { $0.value }
    return Panel(top: 112, bottom: 352, reaching: values.max() ?? 0, from: 0.01, lines: 6)
  }

  private var numbers: Panel {
    let base = series.points.map { Double($0.base.validInventions) }.max() ?? 0
    return Panel(top: 414, bottom: 560, reaching: base, from: 1, lines: 4)
  }

  package func bytes() -> [UInt8] { Array(svg().markup.utf8) }

  private func svg() -> HTML {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(text(Self.width)) \(text(Self.height))" \
    role="img" aria-label="\(title)，\(summary)">
    <style>\(Self.style)</style>
    <rect class="paper" width="\(text(Self.width))" height="\(text(Self.height))"/>
    <text class="title" x="\(text(Self.left))" y="38">\(title)</text>
    <text class="note" x="\(text(Self.left))" y="62">\(subtitle)</text>
    \(legend())\(grid(values))\(bands())\(lines())\(targets())\(ends())
    <text class="tick" x="\(text(Self.left))" y="\(text(numbers.top - 16))">件数</text>
    \(grid(numbers))\(counts())\(years())\
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
    .count{fill:none;stroke:#1f4e8c;stroke-width:2}
    .base{fill:none;stroke:#566273;stroke-width:2;stroke-dasharray:7 4}
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
    "单位：件/万人，除以各时点适用的年末常住人口"
      + (series.points.contains { $0.population == nil } ? "（登记簿无人口数的时点不连线）" : "")
      + "；近期时点会随迟到的终止公告下修。内部使用"
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

  private func grid(_ panel: Panel) -> HTML {
    var html: HTML = ""
    var level = 0.0
    while level <= panel.greatest + panel.step / 1_000 {
      html += """
        <line class="\(level == 0 ? "axis" : "grid")" x1="\(text(Self.left))" \
        x2="\(text(Self.right))" y1="\(text(panel.y(level)))" y2="\(text(panel.y(level)))"/>
        <text class="tick" x="\(text(Self.left - 9))" y="\(text(panel.y(level) + 5))" \
        text-anchor="end">\(ChineseFigures.plain(ChineseFigures.rounded(level, places: 3)))</text>

        """
      level += panel.step
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
          <text class="tick" x="\(text(x(point.day)))" y="\(text(numbers.bottom + 24))" \
          text-anchor="\(anchor)">\(ChineseFigures.day(point.day))</text>

          """
      }
      return html
    }
    let stride = max(1, (starts.count + 13) / 14)
    for (index, start) in starts.enumerated() {
      html += """
        <line class="axis" x1="\(text(x(start)))" x2="\(text(x(start)))" \
        y1="\(text(numbers.bottom))" y2="\(text(numbers.bottom + 6))"/>

        """
      guard index % stride == 0, x(start) < Self.right - 18 else { continue }
      html += """
        <text class="tick" x="\(text(x(start)))" y="\(text(numbers.bottom + 24))" \
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
      let isNearAxis = y(first) > values.bottom - 30
      html += """
        <text class="figure" x="\(text(x(start.day) + 4))" \
        y="\(text(y(first) + (isNearAxis ? -14 : 24)))">\(ChineseFigures.rate(first))</text>

        """
    }
    return html
  }

  /// The base set and the patents of high value, each named with its last number.
  private func counts() -> HTML {
    var html: HTML = ""
    let base = last.base.validInventions
    let lines: [(mark: String, name: String, last: Int, numbers: [Int])] = [
      ("base", "有效", base, series.points.map { $0.base.validInventions }),
      ("count", "高价值", last.count, series.points.map { $0.count }),
    ]
    // Two names that would lie over each other are moved apart.
    let gap = numbers.y(Double(last.count)) - numbers.y(Double(base))
    let shift = max(0, 20 - gap) / 2
    for line in lines {
      let path = zip(series.points, line.numbers).map { point, number in
        "\(text(x(point.day))),\(text(numbers.y(Double(number))))"
      }
      let y = numbers.y(Double(line.last)) + (line.mark == "base" ? -shift : shift)
      html += """
        <polyline class="\(line.mark)" points="\(path.joined(separator: " "))"/>
        <text class="tick" x="\(text(x(last.day) + 11))" y="\(text(y + 5))">\(line.name) \
        \(ChineseFigures.grouped(line.last))</text>

        """
    }
    return html
  }

  // MARK: Places

  private var first: SeriesPoint { series.points[0] }
  private var last: SeriesPoint { series.points[series.points.count - 1] }

  private func x(_ day: CalendarDay) -> Double {
    let length = last.day.daysSinceEpoch - first.day.daysSinceEpoch
    guard length > 0 else { return (Self.left + Self.right) / 2 }
    let part = Double(day.daysSinceEpoch - first.day.daysSinceEpoch) / Double(length)
    return Self.left + (Self.right - Self.left) * part
  }

  private func y(_ value: Double) -> Double { values.y(value) }

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
