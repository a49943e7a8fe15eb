import Analyses
import Records

/// The value against the plan, the figures behind it, and the findings in words.
extension IndexPage {
  func summarySection() -> HTML {
    """
    <header>
    <div class="strip"><span>“十四五”知识产权发展规划 主要指标一</span><span class="mark">内部使用</span></div>
    <h1>\(title)</h1>
    <p class="note">统计截止日 \(ChineseFigures.day(indicator.asOf))\(dataDay())</p>
    \(knownNote())</header>
    \(indicator.undetermined.map { unknown(because: $0) } ?? hero())
    """
  }

  /// That the page looks back: whoever holds it beside an ordinary one of the same day must see why they
  /// differ.
  private func knownNote() -> HTML {
    guard let knownOn = indicator.knownOn else { return "" }
    return """
      <p class="alert">回溯口径：仅使用\(ChineseFigures.day(knownOn))及以前已公布并交付的资料，\
      此后送达的授权、终止、更正等均未计入；商标指标不计算。</p>

      """
  }

  private func hero() -> HTML {
    """
    <div class="hero">
    <div>
    <p class="value" title="\(indicator.value.description)">\(valueText)<small>件/万人</small></p>
    <p class="verdict">\(verdict())</p>
    <p class="note">\(computation())</p>
    </div>
    \(chart())
    </div>
    \(alert())\(figures())
    <ul class="findings">
    \(findings().map { "<li>\($0)</li>\n" as HTML })</ul>
    """
  }

  /// In place of a figure: that there is none, and why.
  private func unknown(because reason: String) -> HTML {
    """
    <p class="alert">本指标无法计算：\(reason)。未计算不等于0件；请核对专利文献是否已送达并可以读取。</p>
    """
  }

  /// The days up to which the data speak. Documents and legal status are both needed, and either
  /// may lag; an old format's last day says nothing where a newer one goes on. CNIPA's own deliveries
  /// count: a foreign gazette of last week must not hide that they are old. Only where there are none
  /// do other formats speak.
  private func dataDay() -> String {
    let own = indicator.inputs.filter {
      $0.format.hasPrefix("cnipa") && $0.format != "cnipa-trademark"
    }
    let documents = (own.contains { !$0.hasLegalStatus } ? own : indicator.inputs)
      .filter { !$0.hasLegalStatus }.compactMap { $0.newestDay }
    let status = (own.contains { $0.hasLegalStatus } ? own : indicator.inputs)
      .filter { $0.hasLegalStatus }.compactMap { $0.newestDay }
    var parts: [String] = []
    if let day = documents.max() { parts.append("专利文献 " + ChineseFigures.day(day)) }
    parts.append("法律状态 " + (status.max().map { ChineseFigures.day($0) } ?? "未载入"))
    return "　数据截至：" + parts.joined(separator: "，")
  }

  /// The value against the target that applies, in one sentence.
  private func verdict() -> String {
    switch indicator.standing {
    case .next(let target, let gap):
      let goal = "\(target.year)年规划目标为\(ChineseFigures.plain(target.value))件/万人，"
      // The difference of the figures as they are printed: the reader's own sum must agree.
      let difference = ChineseFigures.rounded(abs(target.value - roundedValue), places: places)
      let shown = ChineseFigures.fixed(difference, places: places)
      if gap <= 0 {
        return goal + (difference > 0 ? "目前已达到，高出\(shown)件/万人。" : "目前已达到。")
      }
      return goal + "目前尚差\(shown)件/万人，"
        + "按现有常住人口约需再增\(ChineseFigures.grouped(shortfall(target)))件。"
    case .past(let target, let reached):
      let goal = "规划期末（\(target.year)年）目标为\(ChineseFigures.plain(target.value))件/万人，"
      return goal + (reached ? "目前已达到。" : "目前未达到。")
    case .withoutTarget:
      return "规划未列目标值。"
    }
  }

  /// Decimals of the value: two, or as many more as keep it on its own side of the target, since 1.998
  /// printed as 2.00 would say that 2 is reached.
  private var places: Int {
    let target: Double
    switch indicator.standing {
    case .next(let next, _): target = next.value
    case .past(let last, _): target = last.value
    case .withoutTarget: return 2
    }
    let isReached = indicator.value >= target
    return (2...6).first {
      (ChineseFigures.rounded(indicator.value, places: $0) >= target) == isReached
    } ?? 6
  }

  private var roundedValue: Double { ChineseFigures.rounded(indicator.value, places: places) }

  /// The value as the page prints it; indicator-1.json has all its digits.
  var valueText: String { ChineseFigures.fixed(indicator.value, places: places) }

  /// How the value came about, so that anybody can work it out again.
  private func computation() -> String {
    let persons = ChineseFigures.plain(Double(indicator.population.persons) / 10_000)
    return "\(ChineseFigures.grouped(indicator.count))件÷\(persons)万人≈"
      + "\(ChineseFigures.fixed(indicator.value, places: 6))，保留\(places == 2 ? "两" : String(places))位小数"
  }

  /// Patents still to be gained for a target, at the same population.
  private func shortfall(_ target: PlanTarget) -> Int {
    let needed = target.value * (Double(indicator.population.persons) / 10_000)
    return max(0, Int(needed.rounded(.up)) - indicator.count)
  }

  private func chart() -> HTML {
    guard !indicator.planPath.isEmpty else { return "" }
    let chart = PathChart(
      targets: indicator.planPath, asOf: indicator.asOf, value: indicator.value, label: valueText)
    let path = indicator.planPath
      .map { "\(ChineseFigures.plain($0.value))（\($0.year)年）" }.joined(separator: "、")
    return """
      <figure>\(chart.html())
      <figcaption>虚线为规划目标 \(path)，单位：件/万人</figcaption></figure>
      """
  }

  private func alert() -> HTML {
    if indicator.base.validInventions == 0 {
      return """
        <p class="alert">截止日没有可以确认有效的本市发明专利，件数为0。请先核对专利文献与法律状态数据是否已送达。</p>

        """
    }
    if indicator.count == 0 {
      return """
        <p class="alert">截止日有效发明专利中没有符合五项条件的，件数为0。请核对参照表和登记簿是否齐全。</p>

        """
    }
    return ""
  }

  private func figures() -> HTML {
    let population = indicator.population
    let upper =
      indicator.countUpper == indicator.count
      ? "没有待定专利影响结果"
      : "待定专利如全部符合，为\(ChineseFigures.fineRate(population.rate(of: indicator.countUpper)))件/万人"
    return """
      <dl class="figures">
      \(figure("高价值发明专利", ChineseFigures.grouped(indicator.count), "件",
        "占有效发明专利\(ChineseFigures.share(indicator.count, of: indicator.base.validInventions))"))
      \(figure("有效发明专利", ChineseFigures.grouped(indicator.base.validInventions), "件",
        "第一专利权人在本市，截止日有效"))
      \(figure("常住人口", ChineseFigures.tenThousands(population.persons), "万人",
        "\(population.year)年末，\(ChineseFigures.grouped(population.persons))人；来源：\(population.source)"))
      \(figure("上限", ChineseFigures.grouped(indicator.countUpper), "件", upper))
      </dl>
      """
  }

  private func figure(_ name: String, _ number: String, _ unit: String, _ note: String) -> HTML {
    """
    <div><dt>\(name)</dt><dd class="large">\(number)<small>\(unit)</small></dd>\
    <dd class="note">\(note)</dd></div>
    """
  }

  private func findings() -> [String] {
    var sentences: [String] = []
    if indicator.count > 0 {
      let largest = indicator.criteria.max { $0.met < $1.met }
      if let largest {
        sentences.append(
          "最主要的来源是“\(ChineseNames.name(largest.criterion))”，"
            + "\(ChineseFigures.grouped(largest.met))件，占高价值发明专利的"
            + "\(ChineseFigures.share(largest.met, of: indicator.count))，其中"
            + "\(ChineseFigures.grouped(indicator.countOnly(by: largest.criterion)))件仅由该条件计入。")
      }
      let several = indicator.overlap.reduce(0) { $0 + ($1.criteria.count > 1 ? $1.count : 0) }
      sentences.append(
        "同时符合两项以上条件的\(ChineseFigures.grouped(several))件，每件只计一次。")
    }
    let located = indicator.counties.filter { $0.region != indicator.region && $0.count > 0 }
    if let first = located.max(by: { ($0.count, $1.region) < ($1.count, $0.region) }) {
      sentences.append(
        "件数最多的是\(first.name)，\(ChineseFigures.grouped(first.count))件，占全市的"
          + "\(ChineseFigures.share(first.count, of: indicator.count))。")
    }
    sentences.append(waiting())
    return sentences
  }

  private func waiting() -> String {
    let base = indicator.base
    let room = indicator.countUpper - indicator.count
    var text =
      room == 0
      ? "没有会改变件数的待定专利" : "待定专利最多可再增\(ChineseFigures.grouped(room))件"
    if base.unresolvedRegion > 0 {
      text += "；另有\(ChineseFigures.grouped(base.unresolvedRegion))件有效发明专利的权利人地址无法定位（不限本市），未计入任何地区"
    }
    return text + "。"
  }
}
