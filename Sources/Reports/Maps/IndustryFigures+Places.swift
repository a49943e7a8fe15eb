import Analyses

/// Places, the chain and its paths (figures 14 to 17, 24 to 28, life cycle).
extension IndustryFigures {
  private func areas(_ level: String) -> DataTable {
    table(IndustrySize.self).slice("level", .text(level)) ?? table(IndustrySize.self)
  }

  /// A map of tiles: no borders, but every county and its figures.
  var counties: MapFigure {
    let counties = areas("county")
    let data = counties.rows.indices.map { row -> JSONValue in
      let rate = counties[row, "per_10k"].number
      return [
        "县区": .text(counties[row, "area_name"].text ?? ""),
        "列": .integer(row % 4), "行": .integer(row / 4),
        "申请量": .integer(counties[row, "applications"].integer ?? 0),
        "有效": .integer(counties[row, "in_force"].integer ?? 0),
        "说明": .text(
          "\(counties[row, "applications"].integer ?? 0)件"
            + (rate.map { "／每万人\(ChineseFigures.fixed($0, places: 2))" } ?? "")),
      ]
    }
    let x: JSONValue = ["field": "列", "type": "ordinal", "axis": .null]
    let y: JSONValue = ["field": "行", "type": "ordinal", "axis": .null]
    let chart = ChartSpecification(
      "\(industry.name)县区分布（方格图）", height: ["step": 76], rows: data,
      [
        .init(
          "layer",
          [
            [
              "mark": ["type": "rect", "stroke": "white", "strokeWidth": 3],
              "encoding": [
                "x": x, "y": y,
                "color": [
                  "field": "申请量", "type": "quantitative", "title": "申请量（件）",
                  "scale": ["range": ["#e9eff7", "#8fb2da"]],
                ],
                "tooltip": [["field": "县区"], ["field": "申请量"], ["field": "有效"]],
              ],
            ],
            [
              "mark": ["type": "text", "dy": -9, "fontSize": 14],
              "encoding": ["x": x, "y": y, "text": ["field": "县区"]],
            ],
            [
              "mark": ["type": "text", "dy": 12, "fontSize": 12],
              "encoding": ["x": x, "y": y, "text": ["field": "说明"]],
            ],
          ])
      ])
    return MapFigure(
      "14", "counties", "县区分布", finding: leading(counties), missing: noPatents, chart: chart,
      tables: [counties], unit: "件；每万人有效发明件数", dateBasis: "截止日第一专利权人所在县区",
      n: total(counties, "applications"),
      limits: "各县区之和等于全市；地址只到市一级者列为未定县区。计划未指定边界文件时以方格代替地图，不表示位置与面积。")
  }

  private func leading(_ counties: DataTable) -> String? {
    guard
      let first = counties.rows.indices.max(by: { left, right in
        (counties[left, "applications"].integer ?? 0, right)
          < (counties[right, "applications"].integer ?? 0, left)
      }), let count = counties[first, "applications"].integer, count > 0
    else { return nil }
    let same = counties.rows.indices.filter { counties[$0, "applications"].integer == count }
    let names = same.map { counties[$0, "area_name"].text ?? "" }.joined(separator: "、")
    return "申请量最多的是\(names)，\(same.count > 1 ? "各" : "")\(ChineseFigures.grouped(count))件。"
  }

  var benchmarks: MapFigure {
    let size = table(IndustrySize.self)
    let shown = size.rows.indices.filter {
      ["city", "benchmark"].contains(size[$0, "level"].text ?? "")
    }
    let names = shown.map { size[$0, "area_name"].text ?? "" }
    let empty = shown.filter { size[$0, "applications"].integer == 0 }
      .map { size[$0, "area_name"].text ?? "" }
    let data = shown.flatMap { row -> [JSONValue] in
      [("applications", "申请"), ("grants", "授权"), ("in_force", "有效")].map { column, name in
        [
          "城市": .text(size[row, "area_name"].text ?? ""), "指标": .text(name),
          "件数": .integer(size[row, column].integer ?? 0),
        ]
      }
    }
    let chart = ChartSpecification(
      "\(industry.name)对标城市比较", width: 480, height: ["step": 16], rows: data,
      [
        .init("mark", "bar"),
        .init(
          "encoding",
          [
            "y": [
              "field": "城市", "type": "nominal", "title": .null,
              "sort": .list(names.map { .text($0) }),
            ],
            "yOffset": ["field": "指标", "type": "nominal", "sort": ["申请", "授权", "有效"]],
            "x": ["field": "件数", "type": "quantitative", "title": "件"],
            "color": ["field": "指标", "type": "nominal", "sort": ["申请", "授权", "有效"]],
            "tooltip": [["field": "城市"], ["field": "指标"], ["field": "件数"]],
          ]),
      ])
    return MapFigure(
      "15", "benchmarks", "对标城市",
      finding: shown.count < 2
        ? nil
        : "与\(names.dropFirst().joined(separator: "、"))在同一口径下比较。"
          + (empty.isEmpty ? "" : "库内没有\(empty.joined(separator: "、"))该产业的数据，为零不等于没有专利。"),
      missing: shown.count < 2 ? "计划未列对标城市（industries: benchmarks）。" : nil, chart: chart,
      tables: [size], unit: "件", dateBasis: "截止日",
      n: shown.reduce(0) { $0 + (size[$1, "applications"].integer ?? 0) },
      limits: "只反映本库收录的数据；对标城市若未全部交付，数量偏低。")
  }

  /// The chain as stages of tiles, coloured by how strong the city is.
  var chainStrength: MapFigure {
    let paths = table(ChainPaths.self)
    var heights: [String: Int] = [:]
    var stages: [String] = []
    let data = paths.rows.indices.map { row -> JSONValue in
      let stage = paths[row, "stage"].text ?? ""
      if !stages.contains(stage) { stages.append(stage) }
      let line = heights[stage, default: 0]
      heights[stage] = line + 1
      return [
        "链段": .text(stage), "行": .integer(line), "环节": .text(paths[row, "node_name"].text ?? ""),
        "有效专利": .integer(paths[row, "in_force"].integer ?? 0),
        "现状": .text(paths[row, "standing"].text ?? ""),
        "说明": .text("有效\(paths[row, "in_force"].integer ?? 0)件"),
      ]
    }
    let x: JSONValue = [
      "field": "链段", "type": "nominal", "sort": .list(stages.map { .text($0) }), "title": .null,
      "axis": ["labelAngle": 0, "orient": "top", "labelFontSize": 14],
    ]
    let y: JSONValue = ["field": "行", "type": "ordinal", "axis": .null]
    let chart = ChartSpecification(
      "\(industry.name)产业链与各环节强弱", height: ["step": 46], rows: data,
      [
        .init(
          "layer",
          [
            [
              "mark": ["type": "rect", "stroke": "white", "strokeWidth": 3],
              "encoding": [
                "x": x, "y": y,
                "color": [
                  "field": "现状", "type": "nominal",
                  "scale": [
                    "domain": ["强", "弱", "缺"], "range": ["#9dc08b", "#f1d9a6", "#e3e6ea"],
                  ],
                ],
                "tooltip": [["field": "环节"], ["field": "有效专利"], ["field": "现状"]],
              ],
            ],
            [
              "mark": ["type": "text", "dy": -7, "fontSize": 13, "limit": 195],
              "encoding": ["x": x, "y": y, "text": ["field": "环节"]],
            ],
            [
              "mark": ["type": "text", "dy": 11, "fontSize": 11, "color": "#566273"],
              "encoding": ["x": x, "y": y, "text": ["field": "说明"]],
            ],
          ])
      ])
    func count(_ standing: String) -> Int {
      paths.rows.indices.count { paths[$0, "standing"].text == standing }
    }
    let nodes = rows(table(NodeCounts.self), of: city)
    return MapFigure(
      "16", "chain", "产业链强弱",
      finding: "\(paths.rows.count)个环节中，强\(count("强"))个，弱\(count("弱"))个，缺\(count("缺"))个。",
      missing: paths.rows.isEmpty ? "产业链文件没有环节。" : nil, chart: chart,
      tables: [nodes, table(NodeOverlaps.self)], unit: "件（有效专利）", dateBasis: "截止日",
      n: size("in_force"),
      limits: "判据：有效专利不少于5件、权利人不少于2个且RTA不小于1为强，无有效专利为缺，其余为弱；判据由本系统提议。"
        + (industry.isProposal ? "产业链划分为示例方案，待主管部门确认。" : ""))
  }

  var specialisation: MapFigure {
    let table = table(Specialisation.self)
    let shown = table.rows.indices.filter {
      ["city", "county", "benchmark"].contains(table[$0, "level"].text ?? "")
        && table[$0, "rsi"].number != nil
    }
    let kept = Set(shown)
    let chart = ChartSpecification(
      "\(industry.name)专业化程度RSI", width: 460, height: ["step": 22],
      rows: table.chartRows(
        [("area_name", "地区"), ("rsi", "RSI"), ("rta", "RTA"), ("patents", "件数")],
        where: { kept.contains($0) }),
      [
        .init("mark", "bar"),
        .init(
          "encoding",
          [
            "y": ["field": "地区", "type": "nominal", "sort": .null, "title": .null],
            "x": [
              "field": "RSI", "type": "quantitative", "title": "RSI（−1至1，大于0为相对专业化）",
              "scale": ["domain": [-1, 1]],
            ],
            "color": [
              "condition": ["test": "datum.RSI >= 0", "value": "#1f4e8c"], "value": "#c98a3c",
            ],
            "tooltip": [["field": "地区"], ["field": "RSI"], ["field": "RTA"], ["field": "件数"]],
          ]),
      ])
    return MapFigure(
      "17", "specialisation", "专业化程度",
      missing: shown.isEmpty ? "库内没有可比的总量，不能计算专业化程度。" : nil, chart: chart, tables: [table],
      unit: "RSI", dateBasis: "截止日前已公布", n: size("applications"),
      limits: "以库内全部专利为参照，参照范围随交付而变；件数少的地区波动大。")
  }

  var lifeCycle: MapFigure {
    let cycle = rows(table(LifeCycle.self), of: city)
    let complete = cycle.rows.indices.filter {
      (cycle[$0, "year"].integer ?? 0) < maps.firstIncompleteYear
    }
    let curve = LogisticCurve(
      complete.map { (cycle[$0, "year"].integer ?? 0, cycle[$0, "cumulative"].number ?? 0) })
    let kept = Set(complete)
    let data = cycle.chartRows(
      [("year", "申请年"), ("owners", "申请人数"), ("patents", "申请量")], where: { kept.contains($0) })
    // Years on one point share one label; more than two are told by the first and the last.
    var years: [[Int]: [Int]] = [:]
    for row in complete {
      let point = [cycle[row, "owners"].integer ?? 0, cycle[row, "patents"].integer ?? 0]
      years[point, default: []].append(cycle[row, "year"].integer ?? 0)
    }
    let labels = years.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { point, years -> JSONValue in
        let text = years.map(String.init)
        return [
          "申请人数": .integer(point[0]), "申请量": .integer(point[1]),
          "年": .text(
            text.count > 2 ? "\(text[0])等\(text.count)年" : text.joined(separator: "、")),
        ]
      }
    let chart = ChartSpecification(
      "\(industry.name)生命周期：申请人数与申请量", height: 320, rows: data,
      [
        .init(
          "layer",
          [
            [
              "mark": ["type": "line", "point": true, "color": "#1f4e8c"],
              "encoding": [
                "x": [
                  "field": "申请人数", "type": "quantitative", "title": "申请人数（个）",
                  "scale": ["padding": 24],
                ],
                "y": ["field": "申请量", "type": "quantitative", "title": "申请量（件）"],
                "order": ["field": "申请年", "type": "quantitative"],
                "tooltip": [["field": "申请年"], ["field": "申请人数"], ["field": "申请量"]],
              ],
            ],
            [
              "data": ["values": .list(labels)],
              "mark": ["type": "text", "dy": -9, "fontSize": 10],
              "encoding": [
                "x": ["field": "申请人数", "type": "quantitative"],
                "y": ["field": "申请量", "type": "quantitative"],
                "text": ["field": "年", "type": "nominal"],
              ],
            ],
          ])
      ])
    func year(_ curve: LogisticCurve, _ part: Double) -> String {
      ChineseFigures.fixed(curve.year(at: part), places: 0).replacing(",", with: "")
    }
    return MapFigure(
      "8b", "life-cycle", "产业生命周期",
      finding: curve.map { curve in
        "累计申请量的逻辑斯蒂拟合：\(year(curve, 0.1))年达到饱和量的10%，\(year(curve, 0.5))年50%，"
          + "\(year(curve, 0.9))年90%（R²=\(ChineseFigures.fixed(curve.rSquared, places: 3))）。"
      } ?? "完整年份不足8年或累计不足50件，不作逻辑斯蒂拟合。",
      missing: noPatents ?? (complete.isEmpty ? "没有公开完整的年份。" : nil), chart: chart,
      tables: [cycle], unit: "个、件", dateBasis: "申请年，\(maps.firstIncompleteYear - 1)年及以前",
      n: complete.reduce(0) { $0 + (cycle[$1, "patents"].integer ?? 0) },
      limits: "拟合是外推，只作参考；未含公开不全的年份。")
  }

  var highValue: MapFigure {
    let panel = table(HighValuePanel.self)
    let data = panel.rows.indices.map { row -> JSONValue in
      let codes = (panel[row, "combination"].text ?? "").split(separator: ";")
        .map {
          HighValueCriterion(rawValue: String($0)).map { ChineseNames.shortName($0) } ?? String($0)
        }
      return [
        "标准组合": .text(codes.joined(separator: "＋")),
        "件数": .integer(panel[row, "patents"].integer ?? 0),
      ]
    }
    let chart = ChartSpecification(
      "\(industry.name)高价值发明专利的标准组合", width: 380, height: ["step": 24], rows: data,
      ChartMarks.ranking(category: "标准组合", value: "件数"))
    return MapFigure(
      "24", "high-value", "高价值发明专利",
      finding: "按指标1口径，本市该产业高价值发明专利\(ChineseFigures.grouped(size("high_value")))件。",
      missing: panel.rows.isEmpty ? "本市该产业没有已认定的高价值发明专利（待定者不计）。" : nil, chart: chart,
      tables: [panel], unit: "件", dateBasis: "截止日", n: total(panel, "patents"),
      limits: "五类标准可重叠；各组合互斥，之和等于高价值发明专利数。全市的目标与趋势见指标1页面。")
  }

  var flows: MapFigure {
    let flows = table(RightFlows.self)
    let chart = ChartSpecification(
      "\(industry.name)转让、许可与质押", height: 240,
      rows: flows.chartRows(
        [("year", "年份"), ("event", "事务"), ("direction", "方向"), ("events", "次数")],
        names: ChartWords.columns),
      [
        .init("mark", "bar"),
        .init(
          "encoding",
          [
            "x": ["field": "年份", "type": "ordinal", "axis": ["labelAngle": -45]],
            "y": ["field": "次数", "type": "quantitative", "aggregate": "sum", "title": "次"],
            "color": ["field": "事务", "type": "nominal"],
            "tooltip": [["field": "年份"], ["field": "事务"], ["field": "方向"], ["field": "次数"]],
          ]),
      ])
    return MapFigure(
      "25", "flows", "转让、许可与质押",
      missing: noPatents ?? (flows.rows.isEmpty ? "法律状态数据中没有本市该产业的转让、许可或质押事务。" : nil),
      chart: chart, tables: [flows], unit: "次", dateBasis: "事务生效日所在年",
      n: total(flows, "events"), limits: "只含截止日属本市的专利；已转出的专利及其转出事务不在其中。")
  }

  var marks: MapFigure {
    let marks = table(MarksByClass.self)
    let data = marks.rows.indices.map { row -> JSONValue in
      [
        "类别": .text("第\(marks[row, "class"].integer ?? 0)类 \(marks[row, "class_name"].text ?? "")"),
        "有效注册": .integer(marks[row, "valid"].integer ?? 0),
        "加权件数": .number(marks[row, "weighted"].number ?? 0),
        "一年内到期": .integer(marks[row, "due"].integer ?? 0),
      ]
    }
    let chart = ChartSpecification(
      "\(industry.name)相关类别的有效注册商标", width: 420, height: ["step": 24], rows: data,
      ChartMarks.ranking(category: "类别", value: "有效注册", also: ["加权件数", "一年内到期"]))
    let valid = total(marks, "valid")
    return MapFigure(
      "26", "marks", "商标",
      finding: "相关类别有效注册商标\(ChineseFigures.grouped(valid))件，一年内到期\(total(marks, "due"))件。",
      missing: marks.rows.isEmpty
        ? "产业链文件没有给出尼斯类别。" : valid == 0 ? "库内没有本市在这些类别的有效注册商标。" : nil, chart: chart,
      tables: [marks, table(MarkOwners.self)], unit: "件（一标一类）", dateBasis: "截止日有效",
      n: valid, limits: "一个类别可归属多个产业，加权件数按产业链文件的份额折算；份额为示例，待确认。")
  }

  var paths: MapFigure {
    let paths = table(ChainPaths.self)
    func count(_ path: String) -> Int {
      paths.rows.indices.count { paths[$0, "path"].text == path }
    }
    return MapFigure(
      "28", "paths", "强链补链延链路径",
      finding: "按判据归入强链\(count("强链"))个环节、补链\(count("补链"))个、延链\(count("延链"))个；"
        + "市外有效专利可作引进与合作的线索。",
      missing: paths.rows.isEmpty ? "产业链文件没有环节。" : nil, tables: [paths], unit: "件",
      dateBasis: "截止日", n: size("in_force"), limits: "由判据推得的线索，不是决策；判据见数据字典。")
  }
}
