import Analyses

/// What each criterion adds, and how the criteria overlap.
extension IndexPage {
  func contributionSection() -> HTML {
    let rows = indicator.criteria.map { counts -> HTML in
      """
      <tr><th scope="row">\(ChineseNames.name(counts.criterion))</th>\
      <td class="n">\(ChineseFigures.grouped(counts.met))</td>\
      <td class="barcell">\(Bar(part: counts.met, whole: indicator.count).html())</td>\
      <td class="n">\(ChineseFigures.share(counts.met, of: indicator.count))</td>\
      <td class="n">\(ChineseFigures.grouped(indicator.countOnly(by: counts.criterion)))</td>\
      <td class="n">\(ChineseFigures.grouped(counts.notMet))</td>\
      <td class="n">\(ChineseFigures.grouped(counts.undetermined))</td></tr>

      """
    }
    let table = Table(
      head: """
        <th scope="col">条件</th><th scope="col" class="n">符合</th>\
        <th class="barcell"></th><th scope="col" class="n">占高价值</th>\
        <th scope="col" class="n">仅由该条件计入</th><th scope="col" class="n">不符合</th>\
        <th scope="col" class="n">待定</th>
        """, rows: rows,
      foot: """
        <tr><th scope="row">合计（去重）</th>\
        <td class="n">\(ChineseFigures.grouped(indicator.count))</td><td class="barcell"></td>\
        <td class="n">\(ChineseFigures.share(indicator.count, of: indicator.count))</td>\
        <td class="n">\(ChineseFigures.grouped(onlyBySingle))</td><td></td><td></td></tr>
        """)
    return """
      <section>
      <h2>各条件的贡献</h2>
      <p class="note lead">五项条件符合其一即计入；“仅由该条件计入”指去掉该条件就不再计入的件数。单位：件。</p>
      \(table.html())
      </section>
      """
  }

  private var onlyBySingle: Int {
    HighValueCriterion.allCases.reduce(0) { $0 + indicator.countOnly(by: $1) }
  }

  func overlapSection() -> HTML {
    guard !indicator.overlap.isEmpty else { return "" }
    // Larger groups first; the published order decides between equals.
    let groups = indicator.overlap.enumerated().sorted { left, right in
      (right.element.count, left.offset) < (left.element.count, right.offset)
    }.map { $0.element }
    let greatest = groups.first?.count ?? 0
    let heads = HighValueCriterion.allCases.map {
      "<th scope=\"col\" class=\"c\">\(ChineseNames.shortName($0))</th>" as HTML
    }
    let rows = groups.map { group -> HTML in
      let cells = HighValueCriterion.allCases.map { criterion -> HTML in
        group.criteria.contains(criterion)
          ? "<td class=\"c dot\">●</td>" : "<td class=\"c nodot\">·</td>"
      }
      return """
        <tr>\(cells)<td class="n">\(ChineseFigures.grouped(group.count))</td>\
        <td class="barcell">\(Bar(part: group.count, whole: greatest).html())</td></tr>

        """
    }
    let table = Table(
      head: """
        \(heads)<th scope="col" class="n">件数</th><th class="barcell"></th>
        """, rows: rows,
      foot: """
        <tr><th scope="row" colspan="5">合计</th>\
        <td class="n">\(ChineseFigures.grouped(groups.reduce(0) { $0 + $1.count }))</td>\
        <td class="barcell"></td></tr>
        """)
    return """
      <section>
      <h2>条件的重叠</h2>
      <p class="note lead">每行是一种符合条件的组合（●为符合），各行互不重复，合计等于高价值发明专利件数。</p>
      \(table.html())
      </section>
      """
  }
}
