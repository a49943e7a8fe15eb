import Analyses
import Records

/// `index.html`: the indicator on one self-contained page in Chinese. Audience: internal.
/// Deterministic.
///
/// The page runs nothing, and loads nothing but the chart of changes beside it: its policy forbids all
/// else. Every text from outside is escaped by ``HTML``. The parts, in reading order:
///
/// 1. the value against the plan, the figures behind it, the findings in words
/// 2. what changed since the run published before
/// 3. what each criterion adds, and how the criteria overlap
/// 4. the counties
/// 5. what is undetermined and what it lacks
/// 6. the plan's figures on trademarks
/// 7. other readings, the calibre in words, what no official text decides
/// 8. sources, reference tables, rejects, quality, gates
package struct IndexPage {
  package static let fileName = "index.html"

  let indicator: HighValueIndicator
  let gates: [GateResult]
  let planIndicators: [PlanIndicator]

  package init(
    _ indicator: HighValueIndicator, gates: [GateResult], planIndicators: [PlanIndicator] = []
  ) {
    self.indicator = indicator
    self.gates = gates
    self.planIndicators = planIndicators
  }

  package func bytes() -> [UInt8] { Array(html().markup.utf8) }

  var title: String { indicator.regionName + "每万人口高价值发明专利拥有量" }

  private var knownTitle: String {
    indicator.knownOn.map { "，按\(ChineseFigures.day($0))所知" } ?? ""
  }

  private func html() -> HTML {
    """
    <!DOCTYPE html>
    <html lang="zh-CN">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>\(title)（截至\(ChineseFigures.day(indicator.asOf))\(knownTitle)）</title>
    <style>
    \(Stylesheet.css)</style>
    </head>
    <body>
    <main>
    \(summarySection())
    \(patentSections())\(planIndicatorSection())
    \(sensitivitySection())\(calibreSection())
    \(sourceSection())
    \(rejectSection())
    \(gateSection())
    \(footer())
    </main>
    </body>
    </html>

    """
  }

  /// What rests on patents; nothing where none were read, since a table of zeros would pass for a
  /// finding.
  private func patentSections() -> HTML {
    guard indicator.undetermined == nil else { return "" }
    return """
      \(changesSection())
      \(contributionSection())
      \(overlapSection())
      \(countySection())
      \(undeterminedSection())
      """
  }

  private func footer() -> HTML {
    """
    <footer>
    <p>内部使用，未经批准不得对外提供。本页由批处理任务自动生成，同样的数据、方案和截止日得到同样的内容。</p>
    <p>运行编号：<span class="mono">\(indicator.run)</span>。同一文件夹内：\
    <a href="patents.csv">patents.csv</a>（逐件清单）、\
    <a href="undetermined.csv">undetermined.csv</a>（待定清单及所缺材料）、\
    <a href="family-disagreements.csv">family-disagreements.csv</a>（同族登记簿与大宗数据不一致之处）、\
    <a href="evidence.ndjson">evidence.ndjson</a>（逐件依据）、\
    <a href="indicator-1.json">indicator-1.json</a>（指标数据）、\
    <a href="changes.csv">changes.csv</a>（与上次发布相比的逐件变化）、\
    <a href="indicators.json">indicators.json</a>（商标等其他规划指标）、\
    <a href="trademarks.csv">trademarks.csv</a>（商标逐件清单）、\
    <a href="trademarks-undetermined.csv">trademarks-undetermined.csv</a>（待定和地址未定的商标）、\
    <a href="rejects.ndjson">rejects.ndjson</a>（未能读取的记录）、\
    <a href="run.json">run.json</a>（运行记录）。</p>
    </footer>
    """
  }
}
