/// The marks and encodings that several charts share.
enum ChartMarks {
  /// Bars from the greatest, each with its number.
  static func ranking(
    category: String, value: String, title: String = "件", also: [String] = []
  ) -> [JSONValue.Member] {
    let y: JSONValue = [
      "field": .text(category), "type": "nominal", "sort": .null, "title": .null,
      "axis": ["labelLimit": 260],
    ]
    return [
      .init(
        "layer",
        [
          [
            "mark": ["type": "bar", "color": "#1f4e8c"],
            "encoding": [
              "y": y,
              "x": ["field": .text(value), "type": "quantitative", "title": .text(title)],
              "tooltip": .list(([category, value] + also).map { ["field": .text($0)] }),
            ],
          ],
          [
            "mark": ["type": "text", "align": "left", "dx": 4],
            "encoding": [
              "y": y, "x": ["field": .text(value), "type": "quantitative"],
              "text": ["field": .text(value), "type": "quantitative"],
            ],
          ],
        ])
    ]
  }

  /// Tiles, darker for more, each with its number.
  static func heat(
    x: String, y: String, value: String, order: JSONValue = .null
  ) -> [JSONValue.Member] {
    let across: JSONValue = [
      "field": .text(x), "type": "ordinal", "title": .text(x), "axis": ["labelAngle": -45],
    ]
    let down: JSONValue = [
      "field": .text(y), "type": "nominal", "title": .null, "sort": order,
      "axis": ["labelLimit": 220],
    ]
    return [
      .init(
        "layer",
        [
          [
            "mark": "rect",
            "encoding": [
              "x": across, "y": down,
              "color": [
                "field": .text(value), "type": "quantitative", "title": .text("\(value)（件）"),
                "scale": ChartSpecification.blues, "legend": .null,
              ],
              "tooltip": .list([x, y, value].map { ["field": .text($0)] }),
            ],
          ],
          [
            "mark": ["type": "text", "fontSize": 10, "stroke": "white", "strokeWidth": 0],
            "encoding": [
              "x": across, "y": down,
              "text": ["field": .text(value), "type": "quantitative"],
              "color": ["value": "#1b2430"],
            ],
          ],
        ])
    ]
  }

  static func points(x: String, y: String, label: String) -> JSONValue {
    [
      "x": ["field": .text(x), "type": "quantitative", "title": .text("\(x)（件）")],
      "y": ["field": .text(y), "type": "quantitative", "title": .text("\(y)（件）")],
      "tooltip": .list([label, x, y].map { ["field": .text($0)] }),
    ]
  }
}
