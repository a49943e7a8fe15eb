/// The comparison with the run published before.
///
/// It depends on which run that was, so the page, which does not, only shows the chart that lies beside
/// it and links to the lists.
extension IndexPage {
  func changesSection() -> HTML {
    """
    <section>
    <h2>与上次发布相比</h2>
    <p class="note lead">有可比较的上次发布时，图中按原因逐项列出高价值发明专利的增减：进入与退出之差等于两次之差。没有的，图中说明原因。</p>
    <figure class="changes keep"><img src="\(ChangesSVG.fileName)" \
    alt="瀑布图见同一文件夹内的changes.svg"></figure>
    <p class="note">各标准、各县区和有效发明专利的变化及逐件清单：\
    <a href="\(ChangesCSV.fileName)">changes.csv</a>（每件专利每项变化一行，含原因、生效日期和依据）、\
    <a href="\(ChangesJSON.fileName)">changes.json</a>。“迟到”指事实在上次截止日已经成立、此后才交付的，\
    在清单中标明。</p>
    </section>
    """
  }
}
