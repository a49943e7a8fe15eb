import Analyses

/// What could not be decided, what it lacks, and what it would change.
extension IndexPage {
  func undeterminedSection() -> HTML {
    let rows = undeterminedRows()
    guard !rows.isEmpty else {
      return """
        <section>
        <h2>待定及所缺材料</h2>
        <p>没有待定的专利，上限与件数相同。</p>
        </section>
        """
    }
    let upper = ChineseFigures.rate(indicator.population.rate(of: indicator.countUpper))
    let table = Table(
      head: """
        <th scope="col">待定事项</th><th scope="col">所缺材料</th>\
        <th scope="col" class="n">件数</th>
        """, rows: rows)
    return """
      <section>
      <h2>待定及所缺材料</h2>
      <p class="lead">缺少材料的不作“不符合”处理，列为待定，不计入件数。补齐材料后，件数最多可由\
      \(ChineseFigures.grouped(indicator.count))件升至\(ChineseFigures.grouped(indicator.countUpper))件\
      （\(upper)件/万人）。</p>
      \(table.html())
      <p class="note after">\(standingNote())五项条件各行：一件专利可能有多项待定，也可能已由其他条件计入，\
      所以各行之和可以大于上限与件数之差。</p>
      </section>
      """
  }

  private func standingNote() -> String {
    let count = indicator.base.undeterminedInForce
    guard count > 0 else { return "" }
    return "“是否有效”各行互不重复，合计\(ChineseFigures.grouped(count))件，未列入有效发明专利，计入上限。"
  }

  private func undeterminedRows() -> [HTML] {
    var rows: [HTML] = []
    func add(_ topic: String, _ missing: String, _ count: Int) {
      rows.append(
        """
        <tr><th scope="row">\(topic)</th><td class="any">\(missing)</td>\
        <td class="n">\(ChineseFigures.grouped(count))</td></tr>

        """)
    }
    let base = indicator.base
    for missing in base.missingStanding { add("是否有效", missing.reason, missing.count) }
    if base.unresolvedRegion > 0 {
      add("属于何地", "可定位的第一专利权人地址（不限本市，未列入有效发明专利，也不计入上限）", base.unresolvedRegion)
    }
    for counts in indicator.criteria where counts.undetermined > 0 {
      for missing in counts.missing {
        add(ChineseNames.name(counts.criterion), missing.reason, missing.count)
      }
    }
    return rows
  }
}
