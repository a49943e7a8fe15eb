import Analyses
import Records

/// The data behind the figure: inputs, reference tables, rejects, quality, gates.
extension IndexPage {
  func sourceSection() -> HTML {
    let inputs = indicator.inputs.map { input -> HTML in
      """
      <tr><th scope="row" class="any">\(ChineseNames.format(input.format))</th>\
      <td class="n">\(ChineseFigures.grouped(input.files))</td>\
      <td class="n">\(ChineseFigures.grouped(input.records))</td>\
      <td class="n">\(input.newestDay.map { ChineseFigures.day($0) } ?? "—")</td></tr>

      """
    }
    let tables = indicator.tables.map { table -> HTML in
      """
      <tr><th scope="row" class="any">\(ChineseNames.table(table))</th>\
      <td class="k">\(table.edition)</td>\
      <td class="any">\(table.checked ?? "本单位提供，未附核对说明")</td>\
      <td class="mono">\(String(table.digest.text.prefix(16)))</td></tr>

      """
    }
    let inputTable = Table(
      head: """
        <th scope="col">数据</th><th scope="col" class="n">文件数</th>\
        <th scope="col" class="n">记录数</th><th scope="col" class="n">数据截至</th>
        """, rows: inputs)
    let referenceTable = Table(
      head: """
        <th scope="col">参照表</th><th scope="col">版本</th>\
        <th scope="col">核对情况</th>\
        <th scope="col">校验值（SHA-256前16位）</th>
        """, rows: tables, hasLongCells: true)
    return """
      <section>
      <h2>数据来源与参照表</h2>
      \(inputTable.html())
      \(absentFiles())\(unverifiedFormats())
      \(referenceTable.html())
      </section>
      """
  }

  /// What was deleted from the input folder still counts, which nobody would expect unsaid.
  private func absentFiles() -> HTML {
    // A kept version of a register is absent too, but deleting the database would lose it.
    let kept = indicator.quality.keptRegisters
    let count = indicator.quality.absentFiles - kept.count
    let registers = kept.map { path -> HTML in
      """
      <p>登记簿 <span class="any">\(path)</span> 现有内容读不出，仍按上一次可读的内容计入；改好后按原文件名放回即可更新。</p>

      """
    }
    guard count > 0 else { return "\(registers)" }
    return """
      \(registers)\
      <p>其中\(ChineseFigures.grouped(count))个文件已不在输入文件夹中，仍计入（要去掉，请删除数据库文件夹后重新运行）。</p>

      """
  }

  /// What the readers were never tried on: nothing of it may pass for verified.
  private func unverifiedFormats() -> HTML {
    let notes = indicator.inputs.compactMap { input in
      input.unverified.map { (ChineseNames.format(input.format), $0) }
    }
    guard !notes.isEmpty else { return "" }
    return """
      <p class="note lead">未以真实数据核对、仅依据数据标准读取的内容：</p>
      <ul class="note">
      \(notes.map { "<li>\($0.0)：\($0.1)</li>\n" as HTML })</ul>
      """
  }

  func rejectSection() -> HTML {
    """
    <section>
    <h2>未能读取的记录与数据质量</h2>
    \(rejectTable())
    <ul>
    \(qualityRemarks().map { "<li class=\"any\">\($0)</li>\n" as HTML })</ul>
    </section>
    """
  }

  private func rejectTable() -> HTML {
    guard !indicator.rejects.isEmpty else { return "<p>全部记录均已读取。</p>" }
    let rows = indicator.rejects.map { reject -> HTML in
      """
      <tr><th scope="row" class="topic">\(ChineseNames.reject(reject.code))</th>\
      <td class="n">\(ChineseFigures.grouped(reject.count))</td>\
      <td>\(ChineseNames.remedy(reject.code))<br>\
      <span class="note any">例：\(place(reject.example.source))</span></td></tr>

      """
    }
    let total = indicator.rejects.reduce(0) { $0 + $1.count }
    let table = Table(
      head: """
        <th scope="col">原因</th><th scope="col" class="n">条数</th>\
        <th scope="col">说明与示例</th>
        """, rows: rows, hasLongCells: true)
    return """
      <p class="lead">共\(ChineseFigures.grouped(total))条，未计入任何数字；逐条位置和详细原因见 rejects.ndjson。</p>
      \(table.html())
      """
  }

  private func place(_ source: Source) -> String {
    var text = source.file
    if let member = source.member { text += " 内 " + member }
    if let record = source.record {
      text += record == String(source.offset) ? "，第\(record)行" : "，记录 " + record
    }
    return text
  }

  private func qualityRemarks() -> [String] {
    let quality = indicator.quality
    var remarks = [
      "写法不合规的国际专利分类号：\(ChineseFigures.grouped(quality.malformedSymbols))个，按原文保留，不与参照表匹配。",
      "登记簿中查无专利文献的号码：\(ChineseFigures.grouped(quality.unmatchedNumbers))个，"
        + (quality.unmatchedNumbers == 0 ? "号码均已对上。" : "逐个列于 run.json。"),
    ]
    if quality.familyDisagreements > 0 {
      remarks.append(
        "同族登记簿与大宗数据不一致：\(ChineseFigures.grouped(quality.familyDisagreements))处，以登记簿为准，"
          + "逐处列于 family-disagreements.csv。")
    }
    if quality.unclassifiedEvents.isEmpty {
      remarks.append("法律状态事务均在事务代码表之内。")
    } else {
      let events = quality.unclassifiedEvents.map { event in
        let name = [event.code, event.name].compactMap { $0 }.joined(separator: " ")
        var text =
          "\(name.isEmpty ? "（无代码和名称）" : name)（\(ChineseFigures.grouped(event.count))条；"
        text +=
          event.undeterminedPatents > 0
          ? "本市专利\(ChineseFigures.grouped(event.undeterminedPatents))件因此或因其他原因待定，未计入"
          : "没有因此待定的本市专利"
        if event.basePatents > 0 {
          text += "，另有\(ChineseFigures.grouped(event.basePatents))件有效专利的此类事务不影响权利"
        }
        return text + "）"
      }
      remarks.append(
        "事务代码和名称均不能确定效力的法律状态事务（可能终止权利的，该专利列为待定）："
          + events.joined(separator: "、") + "。")
    }
    return remarks
  }

  func gateSection() -> HTML {
    guard !gates.isEmpty else { return "" }
    let rows = gates.map { gate -> HTML in
      """
      <tr><th scope="row">\(gate.label)</th>\
      <td class="k\(gate.passed ? "" : " failed")">\(gate.outcome == .accepted ? "△ 已说明" : gate.passed ? "✓ 通过" : "✗ 未通过")</td>\
      <td class="any">\(gate.detail)</td></tr>

      """
    }
    let table = Table(
      head: """
        <th scope="col">核对事项</th><th scope="col">结果</th>\
        <th scope="col">说明</th>
        """, rows: rows)
    return """
      <section>
      <h2>核对</h2>
      \(table.html())
      </section>
      """
  }
}
