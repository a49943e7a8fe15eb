import Analyses

/// `industries/index.html`: all industries side by side, and how much each classification maps.
package struct IndustryOverviewPage {
  private let maps: IndustryMaps

  package init(_ maps: IndustryMaps) { self.maps = maps }

  package func bytes() -> [UInt8] { Array(html().markup.utf8) }

  private func html() -> HTML {
    let day = ChineseFigures.day(maps.asOf)
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(maps.regionName)产业知识产权图谱（截至\(day)）</title>
      <style>
      \(Stylesheet.css)\(MapStylesheet.css)</style>
      </head>
      <body>
      <main>
      <header>
      <div class="strip"><span>截至\(day) · 运行 \(maps.run)</span><span class="mark">\
      \(maps.isPublic ? "可公开" : "内部使用")</span></div>
      <h1>\(maps.regionName)产业知识产权图谱</h1>
      </header>
      \(industries())
      \(shares())
      <footer><p><a href="../index.html">指标1</a></p></footer>
      </main>
      </body>
      </html>

      """
  }

  private func industries() -> HTML {
    let size = maps.tables[IndustrySize.id]
    var rows: HTML = ""
    for industry in maps.industries {
      let row = size?.rows.indices.first {
        size?[$0, "industry"].text == industry.id && size?[$0, "level"].text == "city"
      }
      var cells: HTML = ""
      for column in ["applications", "grants", "in_force", "in_force_inventions", "high_value"] {
        let count = row.flatMap { size?[$0, column].integer } ?? 0
        cells += "<td class=\"n\">\(ChineseFigures.grouped(count))</td>"
      }
      let fraction = row.flatMap { size?[$0, "fractional"].number } ?? 0
      cells += "<td class=\"n\">\(ChineseFigures.fixed(fraction, places: 1))</td>"
      rows += """
        <tr><td><a href="\(industry.id)/index.html">\(industry.name)</a></td>\(cells)</tr>

        """
    }
    return """
      <h2>各产业规模</h2>
      <div class="scroll keep"><table><thead><tr><th>产业</th><th class="n">申请量</th>\
      <th class="n">授权量</th><th class="n">有效专利</th><th class="n">有效发明</th>\
      <th class="n">高价值发明</th><th class="n">申请量（分数计数）</th></tr></thead><tbody>
      \(rows)</tbody></table></div>
      <p class="note">单位：件。整数计数：一件专利属多个产业的在各产业各计一件，各产业之和不小于专利数；\
      分数计数各份之和为一。全部地区见各产业的 size.csv。</p>
      """
  }

  private func shares() -> HTML {
    guard let table = maps.tables[MappingShares.id] else { return "" }
    var caveats: HTML = ""
    for mapping in maps.mappings {
      guard let caveat = mapping.caveat, !caveat.isEmpty else { continue }
      caveats += "<li>\(mapping.title)（\(mapping.edition)）：\(caveat)</li>\n"
    }
    return """
      <h2>各分类覆盖情况</h2>
      \(MapTableHTML(table: table).html())
      <ul class="findings">\(caveats)</ul>
      <p class="note">数据：<a href="mapping-shares.csv">mapping-shares.csv</a>、\
      <a href="mapping-counts.csv">mapping-counts.csv</a></p>
      """
  }
}
