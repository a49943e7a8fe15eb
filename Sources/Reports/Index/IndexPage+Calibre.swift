import Analyses

/// The calibre in words, how exact the keywords are, and what no official text decides.
extension IndexPage {
  func evaluationTable() -> HTML {
    guard !indicator.keywordEvaluation.isEmpty else { return "" }
    func percent(_ value: Double?) -> String {
      value.map { ChineseFigures.fixed($0 * 100, places: 1) + "%" } ?? "—"
    }
    let rows = indicator.keywordEvaluation.map { entry -> HTML in
      """
      <tr><th scope="row">\(entry.code)　\(entry.name)</th>\
      <td class="n">\(ChineseFigures.grouped(entry.labelled))</td>\
      <td class="n">\(percent(entry.precision))</td><td class="n">\(percent(entry.recall))</td></tr>

      """
    }
    let table = Table(
      head: """
        <th scope="col">产业</th><th scope="col" class="n">标注件数</th>\
        <th scope="col" class="n">准确率</th><th scope="col" class="n">查全率</th>
        """, rows: rows)
    return """
      <h3>关键词表的准确程度</h3>
      <p class="note lead">用随关键词表提供的标注件检验。标注件多为自拟短文本，且参与过关键词的整理，以下数字偏高，不代表在本市专利上的实际准确程度（独立检验见关键词表说明）。准确率为判为该产业的专利中判对的比例，查全率为实属该产业的专利中被判出的比例。</p>
      \(table.html())
      """
  }

  func calibreSection() -> HTML {
    let notes = CalibreNote.fixed + indicator.calibre.map { CalibreNote($0) }
    let rows = notes.filter { $0.ground != .open }.map { note -> HTML in
      """
      <tr><th scope="row" class="topic">\(note.topic)</th><td class="any">\(note.sentence)</td>\
      <td class="k">\(note.ground.label)</td></tr>

      """
    }
    let table = Table(
      head: """
        <th scope="col">事项</th><th scope="col">本页口径</th>\
        <th scope="col">依据</th>
        """, rows: rows, hasLongCells: true)
    return """
      <section>
      <h2>口径说明</h2>
      <p class="lead">规划定义：“每万人口高价值发明专利拥有量”是指每万人口本国居民拥有的经国家知识产权局授权的符合下列任一条件的有效发明专利数量：\
      1.战略性新兴产业的发明专利；2.在海外有同族专利权的发明专利；3.维持年限超过10年的发明专利；\
      4.实现较高质押融资金额的发明专利；5.获得国家科学技术奖、中国专利奖的发明专利。\
      （宿政办秘〔2022〕41号，主要指标表注①）</p>
      \(table.html())
      \(openTable(notes.filter { $0.ground == .open }))
      </section>
      """
  }

  private func openTable(_ notes: [CalibreNote]) -> HTML {
    guard !notes.isEmpty else { return "" }
    let rows = notes.map { note -> HTML in
      """
      <tr><th scope="row" class="topic">\(note.topic)</th><td class="any">\(note.sentence)</td>\
      <td class="any">\(note.alternative ?? "—")</td></tr>

      """
    }
    let table = Table(
      head: """
        <th scope="col">事项</th><th scope="col">本页口径</th>\
        <th scope="col">其他可选口径</th>
        """, rows: rows)
    return """
      <h3>口径未定事项（\(notes.count)项，\(CalibreNote.Ground.open.label)）</h3>
      <p class="lead">以下事项未见官方文本，本页按运行方案的设置处理；采用其他口径的结果见“其他口径下的结果”。</p>
      \(table.html())
      """
  }
}
