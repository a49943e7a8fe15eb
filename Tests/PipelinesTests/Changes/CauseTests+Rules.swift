import Foundation
import TestSupport

@testable import Pipelines

extension CauseTests {
  /// Causes in the plan and its tables.
  static let rules: [Case] = [
    Case(
      name: "plan changed",
      expected: [
        "-high-value": "plan-changed", "-pledge-financing": "plan-changed",
        "-341302": "plan-changed",
      ],
      first: {
        try $0.deliver([patent], "new")
        try $0.register(
          "pledges", "登记号,专利号,登记日,解除日,质押金额",
          "Y2025980000001,\(patent.number),2025-01-04,,800")
      },
      second: {
        try $0.writePlan("calibre: {pledge-financing: {minimum-amount: 1000}}", asOf: "2025-06-30")
      }),
    Case(
      name: "keyword table changed",
      expected: [
        "+high-value": "keyword-table-changed",
        "+strategic-emerging-industry": "keyword-table-changed",
        "+341302": "keyword-table-changed",
      ],
      first: {
        try keywords("一种不会出现的词", $0)
        try $0.deliver([patent { $0.symbol = ("H", "01", "L", "21", "02") }], "new")
      }, second: { try keywords("折叠椅", $0) }),
    Case(
      name: "plan and keyword table changed",
      expected: [
        "+high-value": "rules-changed", "+strategic-emerging-industry": "rules-changed",
        "+341302": "rules-changed",
      ],
      first: {
        try keywords("一种不会出现的词", $0)
        try $0.deliver([patent { $0.symbol = ("H", "01", "L", "21", "02") }], "new")
      },
      second: {
        try keywords("折叠椅", $0, "calibre: {strategic-emerging-industry: {transfers: ignore}}")
      }),
  ]

  /// A keyword table with one term for every rule that asks for terms.
  static func keywords(_ term: String, _ project: TestProject, _ settings: String = "") throws {
    let path = PackageFolder.path + "/Pipelines/keywords/sei-2021.tsv"
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    var lines: [String] = []
    for line in text.split(separator: "\n") {
      var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if cells[0].hasPrefix("R"), cells[0] != "rule" { cells[1] = term }
      lines.append(cells.joined(separator: "\t"))
    }
    var unique: [String] = []
    for line in lines where !unique.contains(line) { unique.append(line) }
    try project.write(unique.joined(separator: "\n") + "\n", to: "tables/keywords.tsv")
    try project.writePlan(
      "tables: {keywords: tables/keywords.tsv}\n\(settings)", asOf: "2025-06-30")
  }
}
