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
              "x": [
                "field": .text(value), "type": "quantitative", "title": .text(title),
                "axis": ["tickMinStep": 1, "format": "~r"],
              ],
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
  ///
  /// - Parameters:
  ///   - columns: every value of `x` in order, those without a tile included; nil = those that occur.
  ///   - middle: the value from which the tiles are dark.
  static func heat(
    x: String, y: String, value: String, order: JSONValue = .null, columns: [Int]? = nil,
    middle: Int
  ) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("field", .text(x)), .init("type", "ordinal"), .init("title", .text(x)),
      .init("axis", ["labelAngle": -45]),
    ]
    if let columns {
      members.append(.init("scale", ["domain": .list(columns.map { .integer($0) })]))
    }
    let across = JSONValue.object(members)
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
            "mark": ["type": "text", "fontSize": 10],
            "encoding": [
              "x": across, "y": down,
              "text": ["field": .text(value), "type": "quantitative"],
              "color": [
                "condition": ["test": .text("datum['\(value)'] > \(middle)"), "value": "white"],
                "value": "#1b2430",
              ],
            ],
          ],
        ])
    ]
  }

  static func points(x: String, y: String, label: String) -> JSONValue {
    [
      "x": [
        "field": .text(x), "type": "quantitative", "title": .text("\(x)（件）"),
        "scale": ["domainMin": 0],
      ],
      "y": [
        "field": .text(y), "type": "quantitative", "title": .text("\(y)（件）"),
        "scale": ["padding": 24],
      ],
      "tooltip": .list([label, x, y].map { ["field": .text($0)] }),
    ]
  }
}
