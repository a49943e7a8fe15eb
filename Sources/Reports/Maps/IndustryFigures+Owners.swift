import Analyses
import Foundation

/// Owners, inventors and cooperation (figures 9 to 11 and 18 to 20).
extension IndustryFigures {
  private var noOwners: String? {
    noPatents
      ?? (rows(table(LeadingOwners.self), of: city).rows.isEmpty ? "本市该产业专利均未载明权利人。" : nil)
  }

  var leadingOwners: MapFigure {
    let owners = rows(table(LeadingOwners.self), of: city)
    let concentration = rows(table(OwnerConcentration.self), of: city)
    let chart = ChartSpecification(
      "\(industry.name)主要权利人，前15位", width: 420, height: ["step": 22],
      rows: owners.chartRows(
        [("owner_name", "权利人"), ("patents", "件数"), ("in_force", "有效")], where: { $0 < 15 }),
      ChartMarks.ranking(category: "权利人", value: "件数", also: ["有效"]))
    let shares =
      concentration.rows.isEmpty
      ? ""
      : "前4位第一权利人占\(ChineseFigures.fixed((concentration[0, "cr4"].number ?? 0) * 100, places: 1))%"
        + "（CR4），HHI为\(ChineseFigures.fixed(concentration[0, "hhi"].number ?? 0, places: 3))，"
        + "共\(concentration[0, "owners"].integer ?? 0)个第一权利人。"
    return MapFigure(
      "9", "owners", "主要权利人与集中度", finding: shares, missing: noOwners, chart: chart,
      tables: [owners, concentration], unit: "件", dateBasis: "截止日权利人",
      n: size("applications"),
      limits: "权利人名称经归并，各种写法与依据见 owners.csv；共有专利在各权利人处各计一件，集中度按第一权利人。")
  }

  var ownerYears: MapFigure {
    let years = table(OwnerYears.self)
    let chart = ChartSpecification(
      "\(industry.name)主要权利人历年申请量", width: 480, height: ["step": 24],
      rows: years.chartRows([("owner_name", "权利人"), ("year", "申请年"), ("patents", "申请量")]),
      ChartMarks.heat(
        x: "申请年", y: "权利人", value: "申请量", columns: span(of: years), middle: middle(of: years)))
    return MapFigure(
      "10", "owner-years", "主要权利人历年申请量", missing: noOwners, chart: chart, tables: [years],
      unit: "件", dateBasis: "申请年", n: total(years, "patents"),
      limits: "本市前10位权利人；最近24个月公开不全。")
  }

  var ownerNodes: MapFigure {
    let nodes = table(OwnerNodes.self)
    let chart = ChartSpecification(
      "\(industry.name)主要权利人的环节分布", width: 480, height: ["step": 24],
      rows: nodes.chartRows([("owner_name", "权利人"), ("node_name", "环节"), ("patents", "件数")]),
      ChartMarks.heat(x: "环节", y: "权利人", value: "件数", middle: middle(of: nodes)))
    return MapFigure(
      "11", "owner-nodes", "主要权利人的环节分布", missing: noOwners, chart: chart, tables: [nodes],
      unit: "件", dateBasis: "截止日前已公布", n: total(nodes, "patents"),
      limits: "本市前10位权利人；一件专利可属多个环节。")
  }

  var ownerKinds: MapFigure {
    let kinds = rows(table(OwnerKinds.self), of: city)
    let chart = ChartSpecification(
      "\(industry.name)权利人类型构成", width: 460, height: ["step": 24],
      rows: kinds.chartRows(
        [("owner_kind", "权利人类型"), ("patents", "件数"), ("owners", "权利人数")],
        names: ChartWords.columns),
      ChartMarks.ranking(category: "权利人类型", value: "件数", also: ["权利人数"]))
    let first = kinds.rows.isEmpty ? nil : kinds[0, "owner_kind"].text
    return MapFigure(
      "9b", "owner-kinds", "权利人类型",
      finding: first.map {
        "第一权利人以\(ChartWords.ownerKinds[$0] ?? $0)为最多，占"
          + "\(ChineseFigures.fixed((kinds[0, "share"].number ?? 0) * 100, places: 1))%。"
      }, missing: noOwners, chart: chart, tables: [kinds], unit: "件", dateBasis: "截止日第一权利人",
      n: total(kinds, "patents"), limits: "类型由名称判断，外文名称多不能判断，计入未识别。")
  }

  /// Owners on a circle, the most patents first, joined where they own together.
  var coApplicants: MapFigure {
    let pairs = table(CoApplicants.self)
    let shown = pairs.rows.indices.prefix(30)
    var weights: [String: Int] = [:]
    for row in shown {
      for column in ["owner_a_name", "owner_b_name"] {
        weights[pairs[row, column].text ?? "", default: 0] += pairs[row, "patents"].integer ?? 0
      }
    }
    let names = weights.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { $0.key }
    func place(_ name: String) -> (x: Double, y: Double) {
      let index = Double(names.firstIndex(of: name) ?? 0)
      let angle = 2 * Double.pi * index / Double(max(names.count, 1))
      return (rounded(sin(angle)), rounded(cos(angle)))
    }
    let edges = shown.map { row -> JSONValue in
      let a = place(pairs[row, "owner_a_name"].text ?? "")
      let b = place(pairs[row, "owner_b_name"].text ?? "")
      return [
        "x": .number(a.x), "y": .number(a.y), "x2": .number(b.x), "y2": .number(b.y),
        "共同专利": .integer(pairs[row, "patents"].integer ?? 0),
      ]
    }
    let nodes = names.map { name -> JSONValue in
      let point = place(name)
      return [
        "x": .number(point.x), "y": .number(point.y), "权利人": .text(name),
        "共同专利": .integer(weights[name] ?? 0),
      ]
    }
    let scale: JSONValue = ["domain": [-1.9, 1.9]]
    let x: JSONValue = ["field": "x", "type": "quantitative", "scale": scale, "axis": .null]
    let y: JSONValue = [
      "field": "y", "type": "quantitative", "scale": ["domain": [-1.15, 1.15]], "axis": .null,
    ]
    func labels(_ test: String, _ align: String, _ dx: JSONValue) -> JSONValue {
      [
        "transform": [["filter": .text(test)]],
        "mark": ["type": "text", "align": .text(align), "dx": dx, "fontSize": 11, "limit": 190],
        "encoding": ["x": x, "y": y, "text": ["field": "权利人"]],
      ]
    }
    let chart = ChartSpecification(
      "\(industry.name)共同申请网络，前30对", height: 420, rows: nodes,
      [
        .init(
          "layer",
          [
            [
              "data": ["values": .list(edges)],
              "mark": ["type": "rule", "color": "#9fb0c6"],
              "encoding": [
                "x": x, "y": y, "x2": ["field": "x2"], "y2": ["field": "y2"],
                "size": [
                  "field": "共同专利", "type": "quantitative", "legend": .null,
                  "scale": ["range": [1, 6]],
                ],
              ],
            ],
            [
              "mark": ["type": "point", "filled": true, "size": 90, "opacity": 1],
              "encoding": [
                "x": x, "y": y, "tooltip": [["field": "权利人"], ["field": "共同专利"]],
              ],
            ],
            labels("datum.x >= 0", "left", 8), labels("datum.x < 0", "right", -8),
          ])
      ])
    return MapFigure(
      "18", "co-applicants", "共同申请网络",
      finding: pairs.rows.isEmpty
        ? nil
        : "合作最多的一对为\(pairs[0, "owner_a_name"].text ?? "")与\(pairs[0, "owner_b_name"].text ?? "")，"
          + "共有\(pairs[0, "patents"].integer ?? 0)件。",
      missing: noPatents ?? (pairs.rows.isEmpty ? "本市该产业没有两个以上权利人共有的专利。" : nil),
      chart: chart, tables: [pairs], unit: "件", dateBasis: "截止日权利人",
      n: total(pairs, "patents"), limits: "线越粗共有专利越多；图中列前30对，全部见数据表。")
  }

  private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  var inventors: MapFigure {
    let inventors = table(LeadingInventors.self)
    let data = inventors.rows.indices.prefix(15).map { row -> JSONValue in
      [
        "发明人": .text(
          "\(inventors[row, "inventor"].text ?? "")（\(inventors[row, "owner_name"].text ?? "")）"),
        "件数": .integer(inventors[row, "patents"].integer ?? 0),
      ]
    }
    let chart = ChartSpecification(
      "\(industry.name)主要发明人，前15位", width: 380, height: ["step": 22], rows: data,
      ChartMarks.ranking(category: "发明人", value: "件数"))
    return MapFigure(
      "19", "inventors", "主要发明人",
      missing: noPatents ?? (inventors.rows.isEmpty ? "交付数据未载明发明人。" : nil), chart: chart,
      tables: [inventors], unit: "件", dateBasis: "截止日前已公布", n: size("applications"),
      limits: "发明人以姓名与第一权利人区分；同名而权利人不同者分列，同一人在多家单位者不合并。")
  }

  var notablePatents: MapFigure {
    let patents = table(NotablePatents.self)
    let data = patents.rows.indices.prefix(15).map { row -> JSONValue in
      [
        "专利": .text(
          "\(patents[row, "application_no"].text ?? "") \(patents[row, "owner_name"].text ?? "")"),
        "被引次数": .integer(patents[row, "cited_by"].integer ?? 0),
        "同族受理局数": .integer(patents[row, "offices"].integer ?? 0),
      ]
    }
    let chart = ChartSpecification(
      "\(industry.name)高被引专利，前15位", width: 360, height: ["step": 22], rows: data,
      ChartMarks.ranking(category: "专利", value: "被引次数", title: "次", also: ["同族受理局数"]))
    return MapFigure(
      "20", "notable-patents", "高被引与大同族专利",
      missing: noPatents
        ?? (patents.rows.isEmpty ? "库内没有引用本市该产业专利的文献，也没有其同族记录。" : nil), chart: chart,
      tables: [patents], unit: "次、个", dateBasis: "截止日前已公布", n: patents.rows.count,
      limits: "只计库内文献的引用；同族取自同族名册与交付的境外著录。")
  }
}
