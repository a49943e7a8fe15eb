import Analyses

/// The counties, the parks counted apart, and the patents of no known county.
extension IndexPage {
  func countySection() -> HTML {
    let greatest = indicator.counties.map { $0.count }.max() ?? 0
    // The city's own code is the least one, but its row is a remainder and reads best at the end.
    let ordered =
      indicator.counties.filter { $0.region != indicator.region }
      + indicator.counties.filter { $0.region == indicator.region }
    let rows = ordered.map { county -> HTML in
      let isWithoutCounty = county.region == indicator.region
      let name = isWithoutCounty ? "未定县区" : county.name
      return """
        <tr><th scope="row" class="any">\(name)</th>\
        <td class="n minor">\(isWithoutCounty ? "—" : county.region.text)</td>\
        <td class="n">\(ChineseFigures.grouped(county.count))</td>\
        <td class="barcell">\(Bar(part: county.count, whole: greatest).html())</td>\
        <td class="n">\(ChineseFigures.share(county.count, of: indicator.count))</td>\
        <td class="n">\(county.persons.map { ChineseFigures.tenThousands($0) } ?? "—")</td>\
        <td class="n">\(county.value.map { ChineseFigures.rate($0) } ?? "—")</td></tr>

        """
    }
    let table = Table(
      head: """
        <th scope="col">县区</th><th scope="col" class="n minor">代码</th>\
        <th scope="col" class="n">件数</th><th class="barcell"></th>\
        <th scope="col" class="n">占全市</th><th scope="col" class="n">人口（万人）</th>\
        <th scope="col" class="n">件/万人</th>
        """, rows: rows,
      foot: """
        <tr><th scope="row">全市</th><td class="n minor">\(indicator.region.text)</td>\
        <td class="n">\(ChineseFigures.grouped(indicator.count))</td><td class="barcell"></td>\
        <td class="n">\(ChineseFigures.share(indicator.count, of: indicator.count))</td>\
        <td class="n">\(ChineseFigures.tenThousands(indicator.population.persons))</td>\
        <td class="n">\(valueText)</td></tr>
        """)
    return """
      <section>
      <h2>各县区</h2>
      <p class="note lead">按第一专利权人地址；人口为\(indicator.population.year)年末常住人口，\
      没有人口数据的不计算每万人口拥有量。“未定县区”指地址只能确定到市一级的专利。</p>
      \(table.html())
      </section>
      """
  }
}
