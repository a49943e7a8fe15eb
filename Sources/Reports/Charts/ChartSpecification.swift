import Analyses

/// A Vega-Lite specification with its data in it; drawn beside the page, interactive within it.
package struct ChartSpecification: Hashable, Sendable {
  package let value: JSONValue

  /// - Parameters:
  ///   - description: the chart in words, for those who cannot see it.
  ///   - members: mark and encoding, or layers.
  init(
    _ description: String, width: Int = 620, height: JSONValue = 280, rows: [JSONValue],
    _ members: [JSONValue.Member]
  ) {
    value = .object(
      [
        .init("$schema", "https://vega.github.io/schema/vega-lite/v6.json"),
        .init("description", .text(description)),
        .init("width", .integer(width)),
        .init("height", height),
        .init("background", "white"),
        .init("config", ChartSpecification.style),
        .init("data", ["values": .list(rows)]),
      ] + members)
  }

  package var bytes: [UInt8] { JSONText.document(value) }

  /// One family for all text: charts are measured with the fonts of one folder, and must look the same
  /// on the page.
  private static let style: JSONValue = [
    "font": "Noto Sans CJK SC",
    "axis": [
      "labelFontSize": 12, "titleFontSize": 12, "labelLimit": 220, "titleFontWeight": "normal",
    ],
    // Counts have no halves.
    "axisQuantitative": ["tickMinStep": 1],
    "legend": [
      "labelFontSize": 12, "titleFontSize": 12, "orient": "top", "titleFontWeight": "normal",
    ],
    "text": ["fontSize": 12],
    "view": ["stroke": "transparent"],
    "range": [
      "category": [
        "#1f4e8c", "#d98218", "#5c8a3a", "#9c3d54", "#6b5b95", "#3a8e8c", "#8c6d46", "#7a7a7a",
      ]
    ],
  ]

  /// Bands of one hue, light to dark: more is darker.
  static let blues: JSONValue = ["scheme": "blues"]
}

extension DataTable {
  /// Rows as objects under Chinese names, for a chart's data.
  func chartRows(
    _ columns: [(column: String, name: String)], where keeps: (Int) -> Bool = { _ in true },
    names: [String: [String: String]] = [:]
  ) -> [JSONValue] {
    rows.indices.filter(keeps).map { row in
      .object(
        columns.map { column, name in
          let value: JSONValue =
            switch self[row, column] {
            case .null: .null
            case .integer(let number): .integer(number)
            case .decimal(let number): .number(number)
            case .boolean(let flag): .flag(flag)
            case .text(let text): .text(names[column]?[text] ?? text)
            }
          return JSONValue.Member(name, value)
        })
    }
  }
}
