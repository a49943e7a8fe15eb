import Analyses

/// The figure under every other reading of the open settings, and what late lapses will take off.
extension IndexPage {
  /// Ends with the end of its line, since a page without a figure has none.
  func sensitivitySection() -> HTML {
    guard indicator.undetermined == nil else { return "" }
    let table = Table(
      head: """
        <th scope="col">事项</th><th scope="col">口径</th><th scope="col" class="n minor">有效发明专利</th>\
        <th scope="col" class="n wrap">高价值件数</th><th scope="col" class="n wrap">比本页增减</th>\
        <th scope="col" class="n">件/万人</th>
        """, rows: sensitivityRows())
    return """
      <section>
      <h2>其他口径下的结果</h2>
      <p class="note lead">逐项列出各事项可选的口径：每行只改变一个事项，其余与本页相同；加粗的为本页采用的口径。</p>
      \(table.html())
      \(lateLapseText())
      \(evaluationTable())
      </section>

      """
  }

  private func sensitivityRows() -> [HTML] {
    indicator.sensitivity.map { reading in
      """
      <tr\(reading.isChosen ? " class=\"chosen\"" as HTML : "")>\
      <th scope="row" class="topic">\(reading.topic)</th>\
      <td class="any">\(reading.title)\(reading.isChosen ? "，本页采用" : "")</td>\
      \(cells(of: reading.outcome))</tr>

      """
    }
  }

  private func cells(of outcome: SensitivityReading.Outcome) -> HTML {
    switch outcome {
    case .counted(let base, let count, let persons):
      let rate = HighValueIndicator.rate(count: count, persons: persons)
      return """
        <td class="n minor">\(ChineseFigures.grouped(base))</td>\
        <td class="n">\(ChineseFigures.grouped(count))</td>\
        <td class="n">\(ChineseFigures.signed(count - indicator.count))</td>\
        <td class="n">\(ChineseFigures.fineRate(rate))</td>
        """
    case .unknown(let reason): return "<td colspan=\"4\" class=\"any\">无结果：\(reason)</td>"
    }
  }

  private func lateLapseText() -> HTML {
    guard let late = indicator.lateLapses else {
      return """
        <h3>权利终止滞后公告的影响</h3>
        <p>专利权终止一般在生效后数月才公告，因此本页数字偏高。已读数据的历史不足以估计偏高多少。</p>
        """
    }
    let past: HTML = """
      专利权终止一般在生效后数月才公告，因此数字先偏高、后下修。法律状态已读至\
      \(ChineseFigures.day(late.dataAsOf))；回看\(ChineseFigures.day(late.from))至\
      \(ChineseFigures.day(late.to))共\(late.months)个月末，在同样的时间间隔之后，
      """
    guard late.base.high > 0 else {
      return """
        <h3>权利终止滞后公告的影响</h3>
        <p>\(past)各月末都没有已生效而尚未公告的终止，预计不需修正。</p>
        """
    }
    func patents(_ revision: LateLapses.Revision) -> String {
      "\(ChineseFigures.fixed(revision.expected, places: 1))件"
        + "（\(ChineseFigures.fixed(revision.low, places: 1))至"
        + "\(ChineseFigures.fixed(revision.high, places: 1))件）"
    }
    let value = ChineseFigures.fineRate(indicator.revisedValue(by: late.count.expected))
    let low = ChineseFigures.fineRate(indicator.revisedValue(by: late.count.high))
    let high = ChineseFigures.fineRate(indicator.revisedValue(by: late.count.low))
    return """
      <h3>权利终止滞后公告的影响</h3>
      <p>\(past)仍有一部分终止已生效而尚未公告。按此估计，有效发明专利将减少\(patents(late.base))，\
      高价值发明专利将减少\(patents(late.count))，指标值修正为每万人口\(value)件\
      （\(low)至\(high)件）。括号内为这些月末中的最小与最大，不是置信区间；本页其他各数均未作此项扣除。</p>
      """
  }
}
