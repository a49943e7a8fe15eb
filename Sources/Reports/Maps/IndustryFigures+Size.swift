import Analyses

/// Size, status and technical make-up (figures 3 to 8).
extension IndustryFigures {
  var filings: MapFigure {
    let filings = rows(table(FilingsByYear.self), of: city)
    let grants = rows(table(GrantsByYear.self), of: city)
    let known = filings.rows.indices.compactMap { filings[$0, "year"].integer }
    let grantYears = grants.rows.indices.compactMap { grants[$0, "year"].integer }
    let years = Array(
      ((known + grantYears).min() ?? maps.asOf.year)...max(
        maps.asOf.year, (known + grantYears).max() ?? 0))
    let bars = filings.chartRows(
      [("year", "申请年"), ("kind", "专利类型"), ("patents", "申请量")], names: ChartWords.columns)
    let line = years.map { year -> JSONValue in
      let sum = grants.rows.indices.filter { grants[$0, "year"].integer == year }
        .reduce(0) { $0 + (grants[$1, "patents"].integer ?? 0) }
      return ["申请年": .integer(year), "授权量": .integer(sum)]
    }
    let axis: JSONValue = [
      "field": "申请年", "type": "ordinal", "title": "申请年／授权公告年",
      "scale": ["domain": .list(years.map { .integer($0) })], "axis": ["labelAngle": -45],
    ]
    let chart = ChartSpecification(
      "\(industry.name)历年申请量（按申请年、类型堆叠）与授权量（按授权公告年）", rows: bars,
      [
        .init(
          "layer",
          [
            incompleteYears(years),
            [
              "mark": "bar",
              "encoding": [
                "x": axis,
                "y": ["field": "申请量", "type": "quantitative", "stack": "zero", "title": "件"],
                "color": ["field": "专利类型", "type": "nominal", "title": "申请"],
                "tooltip": [
                  ["field": "申请年"], ["field": "专利类型"], ["field": "申请量"],
                ],
              ],
            ],
            [
              "data": ["values": .list(line)],
              "mark": ["type": "line", "color": "#1b2430", "point": ["color": "#1b2430"]],
              "encoding": [
                "x": ["field": "申请年", "type": "ordinal"],
                "y": ["field": "授权量", "type": "quantitative"],
                "tooltip": [["field": "申请年", "title": "授权公告年"], ["field": "授权量"]],
              ],
            ],
          ])
      ])
    return MapFigure(
      "3", "filings", "历年申请与授权",
      finding: "截至\(ChineseFigures.day(maps.asOf))，\(maps.regionName)\(industry.name)已公布申请"
        + "\(ChineseFigures.grouped(size("applications")))件，已授权\(ChineseFigures.grouped(size("grants")))件。",
      missing: noPatents, chart: chart, tables: [filings, grants], unit: "件（柱：申请；线：授权）",
      dateBasis: "申请按申请日所在年，授权按授权公告日所在年", n: total(filings, "patents"), limits: lag)
  }

  var statusMix: MapFigure {
    let status = rows(table(LegalStatusMix.self), of: city)
    let chart = ChartSpecification(
      "\(industry.name)专利类型与法律状态构成", height: ["step": 34],
      rows: status.chartRows(
        [("kind", "专利类型"), ("state", "法律状态"), ("patents", "件数")], names: ChartWords.columns),
      [
        .init("mark", "bar"),
        .init(
          "encoding",
          [
            "y": ["field": "专利类型", "type": "nominal", "title": .null],
            "x": ["field": "件数", "type": "quantitative", "title": "件"],
            "color": ["field": "法律状态", "type": "nominal"],
            "tooltip": [["field": "专利类型"], ["field": "法律状态"], ["field": "件数"]],
          ]),
      ])
    return MapFigure(
      "4", "legal-status", "专利类型与法律状态",
      finding: "有效专利\(ChineseFigures.grouped(size("in_force")))件，其中发明"
        + "\(ChineseFigures.grouped(size("in_force_inventions")))件；是否有效待定"
        + "\(ChineseFigures.grouped(size("undetermined")))件。",
      missing: noPatents, chart: chart, tables: [status], unit: "件", dateBasis: "截止日状态",
      n: total(status, "patents"), limits: "“审中”含截止日尚无结案事务者；缺法律状态数据的已授权专利计为待定。")
  }

  var remainingLife: MapFigure {
    let life = rows(table(RemainingLife.self), of: city)
    let chart = ChartSpecification(
      "\(industry.name)有效专利剩余保护期", height: 220,
      rows: life.chartRows(
        [("band", "剩余年数"), ("kind", "专利类型"), ("patents", "件数")], names: ChartWords.columns),
      [
        .init("mark", "bar"),
        .init(
          "encoding",
          [
            "x": [
              "field": "剩余年数", "type": "ordinal", "title": "剩余年数（年）",
              "sort": ["0-2", "3-4", "5-9", "10-14", "15-20"], "axis": ["labelAngle": 0],
            ],
            "y": ["field": "件数", "type": "quantitative", "title": "件"],
            "color": ["field": "专利类型", "type": "nominal"],
            "tooltip": [["field": "剩余年数"], ["field": "专利类型"], ["field": "件数"]],
          ]),
      ])
    return MapFigure(
      "5", "remaining-life", "有效专利剩余保护期",
      finding: "有效专利中\(ChineseFigures.grouped(total(short(life), "patents")))件在3年内期限届满。",
      missing: life.rows.isEmpty ? "本市该产业无有效专利，或均缺申请日。" : nil, chart: chart, tables: [life],
      unit: "件", dateBasis: "截止日至期限届满的整年数", n: total(life, "patents"),
      limits: "只计法定期限，不计可能的提前终止；发明20年、实用新型10年、外观设计15年（2021年6月1日前申请者10年）。")
  }

  private func short(_ life: DataTable) -> DataTable {
    life.slice("band", .text("0-2")) ?? life
  }

  var technologyFields: MapFigure {
    let fields = rows(table(TechnologyFieldCounts.self), of: city)
    let top = Set(fields.rows.indices.prefix(15))
    let chart = ChartSpecification(
      "\(industry.name)技术领域构成，前15位", width: 460, height: ["step": 22],
      rows: fields.chartRows(
        [("field_name", "技术领域"), ("patents", "件数"), ("fractional", "分数计数")],
        where: { top.contains($0) }),
      ChartMarks.ranking(category: "技术领域", value: "件数", also: ["分数计数"]))
    let subclasses = rows(table(SubclassCounts.self), of: city)
    return MapFigure(
      "6", "technology-fields", "技术构成",
      finding: fields.rows.isEmpty
        ? nil
        : "件数最多的技术领域为\(fields[0, "field_name"].text ?? "")，"
          + "\(ChineseFigures.grouped(fields[0, "patents"].integer ?? 0))件。",
      missing: fields.rows.isEmpty ? "本市该产业专利均无可读的IPC分类号。" : nil, chart: chart,
      tables: [fields, subclasses], unit: "件（整数计数）", dateBasis: "截止日前已公布",
      n: size("applications"), limits: "一件专利可属多个领域，各领域之和不小于专利数；分数计数见数据表。")
  }

  var nodeYears: MapFigure {
    let years = rows(table(NodeYears.self), of: city)
    let chart = ChartSpecification(
      "\(industry.name)各环节历年申请量", width: 560, height: ["step": 22],
      rows: years.chartRows([("node_name", "环节"), ("year", "申请年"), ("patents", "申请量")]),
      ChartMarks.heat(
        x: "申请年", y: "环节", value: "申请量", order: nodeOrder, columns: span(of: years),
        middle: middle(of: years)))
    return MapFigure(
      "7", "node-years", "环节历年申请量",
      missing: noPatents ?? (years.rows.isEmpty ? "本市该产业专利均缺申请日。" : nil), chart: chart,
      tables: [years], unit: "件", dateBasis: "申请年", n: size("applications"),
      limits: "最近24个月公开不全；一件专利可属多个环节。")
  }

  /// Every year from the first to the last of a table.
  func span(of table: DataTable) -> [Int]? {
    let years = table.rows.indices.compactMap { table[$0, "year"].integer }
    guard let first = years.min(), let last = years.max() else { return nil }
    return Array(first...last)
  }

  /// The count above which a tile is too dark for black figures.
  func middle(of table: DataTable) -> Int {
    let counts = table.rows.indices.compactMap { table[$0, "patents"].integer }
    return max(1, (counts.max() ?? 0) * 6 / 10)
  }

  /// The chain's nodes in the order of its file.
  var nodeOrder: JSONValue {
    let nodes = rows(table(NodeCounts.self), of: city)
    return .list(nodes.rows.indices.map { .text(nodes[$0, "node_name"].text ?? "") })
  }

  /// Size against growth; growth is a difference, since rates on small bases mislead.
  var quadrant: MapFigure {
    let nodes = rows(table(NodeCounts.self), of: city)
    let points = nodes.rows.indices.filter { (nodes[$0, "patents"].integer ?? 0) > 0 }
    let data = points.map { row -> JSONValue in
      let growth = (nodes[row, "recent"].integer ?? 0) - (nodes[row, "previous"].integer ?? 0)
      return [
        "环节": .text(nodes[row, "node_name"].text ?? ""),
        "规模": .integer(nodes[row, "patents"].integer ?? 0), "增量": .integer(growth),
      ]
    }
    let sizes = points.map { nodes[$0, "patents"].integer ?? 0 }.sorted()
    let middle = sizes.isEmpty ? 0 : sizes[sizes.count / 2]
    let chart = ChartSpecification(
      "\(industry.name)各环节规模与增量", height: 340, rows: data,
      [
        .init(
          "layer",
          [
            [
              "data": ["values": [["规模": .integer(middle)]]],
              "mark": ["type": "rule", "color": "#8793a3", "strokeDash": [5, 4]],
              "encoding": ["x": ["field": "规模", "type": "quantitative"]],
            ],
            [
              "data": ["values": [["增量": 0]]],
              "mark": ["type": "rule", "color": "#8793a3", "strokeDash": [5, 4]],
              "encoding": ["y": ["field": "增量", "type": "quantitative"]],
            ],
            [
              "mark": ["type": "point", "filled": true, "size": 70],
              "encoding": ChartMarks.points(x: "规模", y: "增量", label: "环节"),
            ],
            [
              "mark": ["type": "text", "align": "left", "dx": 7, "fontSize": 11],
              "encoding": [
                "x": ["field": "规模", "type": "quantitative"],
                "y": ["field": "增量", "type": "quantitative"],
                "text": ["field": "环节"],
              ],
            ],
          ])
      ])
    return MapFigure(
      "8", "quadrant", "规模与增量象限",
      missing: noPatents, chart: chart, tables: [nodes], unit: "件",
      dateBasis: "增量＝\(maps.asOf.year - 4)—\(maps.asOf.year - 2)年申请量减"
        + "\(maps.asOf.year - 7)—\(maps.asOf.year - 5)年申请量", n: size("applications"),
      limits: "虚线为规模中位数（\(middle)件）与零增量：右上为热点，右下为成熟，左上为新兴，左下为空白或衰退。基数小，用增量而不用增长率；最近两年公开不全，未计入。")
  }
}
