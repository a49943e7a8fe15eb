import Analyses

/// The plan's figures on trademarks; one line where nothing was loaded for any of them. A section
/// begins with the end of the line before it, since a page without these figures has none.
extension IndexPage {
  func planIndicatorSection() -> HTML {
    guard !planIndicators.isEmpty else { return "" }
    guard planIndicators.contains(where: { $0.status != .noData }) else {
      return """

        <section>
        <h2>商标</h2>
        <p>未载入商标数据和有关登记簿，商标指标无数据。</p>
        </section>
        """
    }
    let rows = planIndicators.map { indicator -> HTML in
      """
      <tr><th scope="row" class="any">\(indicator.name)</th>\
      <td class="n">\(IndexPage.text(indicator.value))</td><td class="any">\(indicator.unit)</td>\
      <td class="any">\(state(of: indicator))</td>\
      <td class="n">\(IndexPage.text(indicator.undetermined, of: indicator))</td>\
      <td class="n">\(IndexPage.text(indicator.unresolvedPlace, of: indicator))</td></tr>

      """
    }
    let table = Table(
      head: """
        <th scope="col">指标</th><th scope="col" class="n">数值</th><th scope="col">单位</th>\
        <th scope="col">数据状态</th><th scope="col" class="n">待定</th>\
        <th scope="col" class="n">地址未定</th>
        """, rows: rows)
    return """

      <section>
      <h2>商标</h2>
      \(table.html())
      <ul class="note">
      \(planIndicators.map { IndexPage.remark($0) })</ul>
      <p class="note">逐件见 <a href="trademarks.csv">trademarks.csv</a>，待定和地址未定的见 \
      <a href="trademarks-undetermined.csv">trademarks-undetermined.csv</a>，\
      分县区数见 <a href="indicators.json">indicators.json</a>。</p>
      </section>
      """
  }

  private static func remark(_ indicator: PlanIndicator) -> HTML {
    let parts = (indicator.parts + indicator.sources).map {
      "\($0.name)：\(ChineseFigures.grouped($0.value))"
    }.joined(separator: "；")
    return """
      <li class="any">\(indicator.name)：\(indicator.remark)。\(parts.isEmpty ? "" : parts + "。")</li>

      """
  }

  private static func text(_ value: PlanIndicator.Value?) -> String {
    switch value {
    case .count(let count): ChineseFigures.grouped(count)
    case .rate(let rate): ChineseFigures.rate(rate)
    case nil: "—"
    }
  }

  /// A count beside the value; a dash where nothing was read, since 0 would be a finding.
  private static func text(_ count: Int, of indicator: PlanIndicator) -> String {
    indicator.status == .noData ? "—" : ChineseFigures.grouped(count)
  }

  /// What was read, never that it is complete: a register that was read proves no more than its rows.
  private func state(of figure: PlanIndicator) -> String {
    switch figure.status {
    case .upperBound: return "上限"
    case .incomplete: return "数据不全"
    case .noData: return "无数据"
    case .loaded:
      let read = indicator.inputs.filter { figure.registers.contains($0.format) }
      guard !read.isEmpty else { return "已读入" }
      var text = "已读入\(ChineseFigures.grouped(read.reduce(0) { $0 + $1.records }))行"
      if let day = read.compactMap({ $0.newestDay }).max() {
        text += "，截至" + ChineseFigures.day(day)
      }
      return text
    }
  }
}
