import Analyses
import Records

/// `changes.svg`: the waterfall from the count of the run before to that of this run, a bar a cause.
/// Audience: internal. Not deterministic, as `changes.json`.
///
/// A row a bar, from top to bottom: the earlier count, what entered and what left by each cause, the
/// later count; each bar begins where the one above it ends. The axis need not begin at zero, since
/// a night moves a count by little; where it does not, the chart says so.
package struct ChangesSVG {
  package static let fileName = "changes.svg"

  /// One row of the chart.
  private struct Row {
    enum Kind: String { case total, entry, exit }

    var kind: Kind
    var label: String
    var note: String
    /// The bar's ends as counts.
    var from: Int
    var to: Int
  }

  private static let width = 520
  private static let rowHeight = 28
  private static let top = 64
  /// Where the bars begin and end; right of them is room for the figures.
  private static let left = 158
  private static let right = 450

  package static func bytes(_ difference: RunDifference) -> [UInt8] {
    let count = difference.figures.first { $0.figure == .highValue }
    guard let count, let previous = difference.previous else {
      return note(difference.notCompared ?? "没有可比较的上次发布。")
    }
    var rows = [
      Row(
        kind: .total, label: "上次（\(previous.asOf.isoText)）", note: "\(count.before)",
        from: 0, to: count.before)
    ]
    var level = count.before
    for share in count.entries {
      rows.append(
        Row(
          kind: .entry, label: ChangeNames.name(share.cause), note: "+\(share.count)",
          from: level, to: level + share.count))
      level += share.count
    }
    for share in count.exits {
      rows.append(
        Row(
          kind: .exit, label: ChangeNames.name(share.cause), note: "−\(share.count)",
          from: level, to: level - share.count))
      level -= share.count
    }
    if count.entries.isEmpty, count.exits.isEmpty {
      rows.append(Row(kind: .entry, label: "没有变化", note: "0", from: level, to: level))
    }
    rows.append(
      Row(
        kind: .total, label: "本次（\(difference.run.asOf.isoText)）", note: "\(count.after)",
        from: 0, to: count.after))
    return Array(chart(rows, count).markup.utf8)
  }

  private static func chart(_ rows: [Row], _ count: FigureChange) -> HTML {
    let levels = rows.flatMap { $0.kind == .total ? [$0.to] : [$0.from, $0.to] }
    let least = levels.min() ?? 0
    let greatest = max(levels.max() ?? 0, 1)
    // What moves fills two thirds of the width at least, unless zero is near anyway.
    let span = max(greatest - least, 4)
    let origin = least > span ? least - span / 2 : 0
    let scale = Double(right - left) / Double(max(greatest - origin, 1))
    func x(_ level: Int) -> Int {
      left + Int((Double(max(level - origin, 0)) * scale).rounded())
    }
    let height = top + rows.count * rowHeight + (origin > 0 ? 34 : 14)
    let change = count.after - count.before
    let sign = change > 0 ? "+" : change < 0 ? "−" : "±"
    var body: HTML = ""
    for (index, row) in rows.enumerated() {
      let y = top + index * rowHeight
      let start = row.kind == .total ? x(origin) : x(min(row.from, row.to))
      let end = row.kind == .total ? x(row.to) : x(max(row.from, row.to))
      // A change by one among thousands is still seen.
      let length = max(end - start, row.note == "0" ? 0 : 2)
      body += """
        <text class="label" x="\(left - 10)" y="\(y + 19)" text-anchor="end">\(row.label)</text>
        <rect class="\(row.kind.rawValue)" x="\(start)" y="\(y + 5)" width="\(length)" height="18"/>
        <text class="figure" x="\(start + length + 8)" y="\(y + 19)">\(row.note)</text>

        """
      if index + 1 < rows.count {
        let level = x(row.to)
        body += """
          <line x1="\(level)" x2="\(level)" y1="\(y + 23)" y2="\(y + rowHeight + 5)"/>

          """
      }
    }
    if origin > 0 {
      body += """
        <text class="note" x="\(left)" y="\(height - 12)">横轴自\(origin)件起，不自零起。</text>

        """
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
      width="\(width)" height="\(height)" role="img">
      <title>高价值发明专利与上次发布相比的变化</title>
      <style>\(css)</style>
      <rect class="paper" width="\(width)" height="\(height)"/>
      <text class="head" x="14" y="28">高价值发明专利：\(count.before) → \(count.after)（\
      \(sign)\(Int(change.magnitude))件）</text>
      <text class="note" x="14" y="49">进入\(count.entered)件，退出\(count.left)件</text>
      \(body)</svg>

      """
  }

  private static func note(_ text: String) -> [UInt8] {
    let html: HTML = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) 64" width="\(width)" \
      height="64" role="img">
      <title>与上次发布相比</title>
      <style>\(css)</style>
      <rect class="paper" width="\(width)" height="64"/>
      <text class="label" x="14" y="37">\(text)</text>
      </svg>

      """
    return Array(html.markup.utf8)
  }

  private static let css: HTML = """
    text{font:14px "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",\
    sans-serif;fill:#1b2430}
    .paper{fill:#fff}
    .head{font-size:17px;font-weight:700}
    .note{font-size:13px;fill:#566273}
    .figure{font-weight:700}
    .total{fill:#1f4e8c}
    .entry{fill:#2e8b57}
    .exit{fill:#a34e00}
    line{stroke:#8793a3;stroke-dasharray:2 2}
    """
}
