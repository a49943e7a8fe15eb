import Analyses
import Records

/// `industries/<id>/index.html`: the IP map of one industry on a page that needs nothing beside it.
///
/// Drawings lie in the page as SVG, and the script that makes them interactive as well; it runs when the
/// reader asks for it, and loads nothing. Audience: internal, unless the plan says public. Deterministic.
package struct IndustryMapPage {
  private let maps: IndustryMaps
  private let source: IndustryFigures
  private let figures: [MapFigure]

  package init(_ maps: IndustryMaps, figures: IndustryFigures) {
    self.maps = maps
    source = figures
    self.figures = maps.isPublic ? figures.figures.filter { $0.isOpen } : figures.figures
  }

  /// File name → specification, of every figure that has one.
  package var specifications: [(name: String, specification: ChartSpecification)] {
    figures.compactMap { figure in
      figure.chart.map { ("\(figure.id).vl.json", $0) }
    }
  }

  /// - Parameters:
  ///   - script: the bundle with vegaEmbed; nil where no renderer was at hand.
  ///   - drawing: the SVG of a figure's id.
  package func bytes(script: String?, drawing: (String) -> String?) -> [UInt8] {
    Array(html(script: script, drawing: drawing).markup.utf8)
  }

  private var name: String { source.industry.name }

  private func html(script: String?, drawing: (String) -> String?) -> HTML {
    let day = ChineseFigures.day(maps.asOf)
    var body: HTML = ""
    for figure in figures {
      body += section(figure, drawing: drawing(figure.id), isLive: script != nil)
    }
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; script-src 'unsafe-inline' 'unsafe-eval'; img-src data: blob:; base-uri 'none'; \
      form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(maps.regionName)\(name)产业知识产权图谱（截至\(day)）</title>
      <style>
      \(Stylesheet.css)\(MapStylesheet.css)</style>
      </head>
      <body>
      <main>
      <header>
      <div class="strip"><span>截至\(day) · 运行 \(maps.run)</span><span class="mark">\
      \(maps.isPublic ? "可公开" : "内部使用")</span></div>
      <h1>\(maps.regionName)\(name)产业知识产权图谱</h1>
      \(source.industry.isProposal ? "<p class=\"note\">产业链划分与权重为示例方案，待主管部门确认。</p>" as HTML : "")
      </header>
      \(headlines())
      \(contents())
      \(method())
      \(body)
      \(limits())
      </main>
      \(live(script))
      </body>
      </html>

      """
  }

  // MARK: Parts

  /// Figure 1: the headline numbers, each a cell of size.csv.
  private func headlines() -> HTML {
    let items: [(String, String, String)] = [
      ("申请量", "applications", "件，已公布"), ("授权量", "grants", "件"),
      ("有效专利", "in_force", "件"), ("有效发明", "in_force_inventions", "件"),
      ("高价值发明专利", "high_value", "件，指标1口径"), ("状态待定", "undetermined", "件"),
    ]
    var cells: HTML = ""
    for (title, column, unit) in items {
      cells += """
        <div><dt>\(title)</dt><dd class="large">\(ChineseFigures.grouped(source.size(column)))</dd>\
        <dd class="note">\(unit)</dd></div>
        """
    }
    let findings = figures.compactMap { figure in
      figure.finding.map { "<li>\($0)</li>\n" as HTML }
    }
    return """
      <h2>图1 要点</h2>
      <dl class="figures">\(cells)</dl>
      \(findings.isEmpty ? "<p class=\"missing\">库内无本市该产业的专利，以下各图说明缺什么。</p>" as HTML
        : "<ul class=\"findings\">\n\(findings)</ul>" as HTML)
      """
  }

  private func contents() -> HTML {
    let links = figures.map { figure in
      "<a href=\"#\(figure.id)\">图\(figure.number) \(figure.title)</a>\n" as HTML
    }
    return "<nav class=\"toc\">\n\(links)<a href=\"#limits\">图29 局限、术语与文件</a></nav>"
  }

  /// Figure 2: scope and method.
  private func method() -> HTML {
    let rows = maps.mappings.map { mapping -> HTML in
      "<tr><td>\(mapping.title)</td><td>\(mapping.edition)</td><td>\(mapping.caveat ?? "—")</td></tr>\n"
    }
    return """
      <h2>图2 范围与方法</h2>
      <p>范围：库内截至\(ChineseFigures.day(maps.asOf))已公布的中国专利申请\
      \(ChineseFigures.grouped(maps.applications))件；截止日尚未公布的\(ChineseFigures.grouped(maps.unpublished))\
      件不计。归属按截止日第一专利权人（未授权者为第一申请人）的地址。产业按产业链文件的IPC位置与检索词归类：\
      一件专利属多个产业或环节的，整数计数在各处各计一件，分数计数按等份拆分。</p>
      <p class="note">产业链来源：\(source.industry.source)</p>
      <p class="note">数据来源：\(maps.sources.isEmpty ? "—" : maps.sources)</p>
      <div class="scroll keep"><table><thead><tr><th>分类</th><th>版本</th><th>核对情况</th></tr></thead>
      <tbody>\(rows)</tbody></table></div>
      """
  }

  private func section(_ figure: MapFigure, drawing: String?, isLive: Bool) -> HTML {
    var content: HTML = ""
    if let missing = figure.missing {
      content = "<p class=\"missing\">未绘制：\(missing)</p>"
    } else if figure.id == "paths" {
      content = pathTable(figure)
    } else if let drawing {
      content = HTML(trusted: drawing)
      if isLive { content += button(figure) }
    } else if figure.chart != nil {
      content = "<p class=\"missing\">图未绘制：本机未安装绘图程序（见运行日志），数据见下表。</p>"
    }
    let tables = figure.missing == nil ? figure.tables : []
    let shown = tables.map { maps.isPublic ? $0.open : $0 }
    let data = shown.map { table -> HTML in
      """
      <p class="note">\(table.title)：\(table.grain)（<a href="\(table.id).csv">\(table.id).csv</a>）</p>
      \(MapTableHTML(table: table).html())
      """
    }
    let note: HTML = """
      单位：\(figure.unit)；日期口径：\(figure.dateBasis)；截至\(ChineseFigures.day(maps.asOf))；\
      n＝\(ChineseFigures.grouped(figure.n))；来源：本库\(figure.limits.map { "。\($0)" } ?? "")
      """
    return """
      <figure class="map" id="\(figure.id)">
      <h3>图\(figure.number) \(figure.title)</h3>
      \(figure.finding.map { "<p class=\"finding\">\($0)</p>\n" as HTML } ?? "")\(content)
      <figcaption>\(note)</figcaption>
      \(data.isEmpty ? "" as HTML : "<details class=\"more\"><summary>数据表</summary>\(data)</details>" as HTML)
      </figure>

      """
  }

  private func button(_ figure: MapFigure) -> HTML {
    guard let chart = figure.chart else { return "" }
    return """
      <p><button type="button" data-figure="\(figure.id)">交互查看</button></p>
      <div class="live" id="live-\(figure.id)"></div>
      <script type="application/json" id="spec-\(figure.id)">\
      \(HTML(trusted: String(decoding: JSONText.line(chart.value), as: UTF8.self)))</script>
      """
  }

  /// The path table stands in the page itself: it is what a decision begins with.
  private func pathTable(_ figure: MapFigure) -> HTML {
    guard let table = figure.tables.first else { return "" }
    var rows: HTML = ""
    for row in table.rows.indices {
      let standing = table[row, "standing"].text ?? ""
      let rta = table[row, "rta"].number.map { ChineseFigures.fixed($0, places: 2) } ?? "—"
      rows += """
        <tr><td>\(table[row, "stage"].text ?? "")</td><td>\(table[row, "node_name"].text ?? "")</td>\
        <td class="c"><span class="standing s\(standing)">\(standing)</span></td>\
        <td class="n">\(table[row, "in_force"].integer ?? 0)</td>\
        <td class="n">\(table[row, "owners"].integer ?? 0)</td><td class="n">\(rta)</td>\
        <td class="n">\(table[row, "outside_in_force"].integer ?? 0)</td>\
        <td>\(table[row, "path"].text ?? "")</td></tr>

        """
    }
    return """
      <div class="scroll"><table><thead><tr><th>链段</th><th>环节</th><th class="c">现状</th>\
      <th class="n">有效专利</th><th class="n">权利人</th><th class="n">RTA</th>\
      <th class="n">市外有效</th><th>路径</th></tr></thead><tbody>
      \(rows)</tbody></table></div>
      """
  }

  /// Figure 29: limits, words and files.
  private func limits() -> HTML {
    let files = source.all.map { table in
      "<li><a href=\"\(table.id).csv\">\(table.id).csv</a> \(table.title)：\(table.grain)</li>\n"
        as HTML
    }
    return """
      <h2 id="limits">图29 局限、术语与文件</h2>
      <ul class="findings">
      <li>只反映本库收录的数据；未交付的地区与年份为零不等于没有专利。</li>
      <li>发明申请自申请日起满18个月公布，最近24个月的申请量偏低，图中以灰底标出。</li>
      <li>产业归类是规则推断：分类号过宽或检索词缺漏都会造成误归，环节重叠见 node-overlaps.csv，未归类占比见上级目录 mapping-shares.csv。</li>
      <li>权利人按名称归并：全市共识别权利人\(ChineseFigures.grouped(maps.owners))个，另有\
      \(ChineseFigures.grouped(maps.doubtfulPairs))对疑似同一权利人待核。</li>
      <li>图12、13、21至23、27未列：需要境外申请、引文全文或预警规则的数据。</li>
      </ul>
      <p class="note">术语：RTA＝显示性技术优势；RSI＝(RTA−1)÷(RTA+1)；CR4＝前4位权利人占比；HHI＝占比平方和；\
      整数计数＝每件在所属各类各计一件；分数计数＝各份之和为一。</p>
      <details class="more"><summary>文件清单</summary><ul>\(files)</ul></details>
      <footer><p><a href="../index.html">全部产业</a></p></footer>
      """
  }

  private func live(_ script: String?) -> HTML {
    guard let script else { return "" }
    return """
      <script>
      \(HTML(trusted: script.replacing("</script", with: "<\\/script")))
      </script>
      <script>
      document.querySelectorAll("button[data-figure]").forEach(function (button) {
        button.addEventListener("click", function () {
          var id = button.getAttribute("data-figure");
          var text = document.getElementById("spec-" + id).textContent;
          window.vegaEmbed("#live-" + id, JSON.parse(text), {actions: false, renderer: "svg"});
          button.disabled = true;
        });
        if (location.hash === "#live") { button.click(); }
      });
      </script>
      """
  }
}

extension MapFigure {
  /// Whether nothing in it was taken over from the deliveries as it was.
  var isOpen: Bool {
    tables.allSatisfy { table in table.columns.allSatisfy { $0.disclosure == .open } }
  }
}
