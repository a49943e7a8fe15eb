import Analyses
import Foundation
import Reports
import TestSupport
import Testing

@testable import Pipelines

/// Pairs of nights, each with one cause.
@Suite struct CauseTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    /// `+base`, `-high-value`, … with the cause that each must have.
    var expected: [String: String]
    var day: String?
    var isLate = false
    /// The file that the fact was read from.
    var file: String?
    var firstAsOf = "2025-06-30"
    var secondAsOf = "2025-06-30"
    var first: @Sendable (TestProject) throws -> Void = { _ in }
    var second: @Sendable (TestProject) throws -> Void = { _ in }

    var testDescription: String { name }
  }

  static let patent = SmallPatent(key: 202_010_136_011, publication: "111226534")

  static func event(
    _ code: String, _ name: String, _ published: String, _ details: String..., id: String = "PRS7"
  ) -> SmallEvent {
    SmallEvent(
      patent: patent, code: code, name: name, published: published, details: details, id: id)
  }

  static func transfer(_ day: String, to address: String, id: String = "PRS8") -> SmallEvent {
    event(
      "TR01", "专利申请权、专利权的转移", day,
      "登记生效日:\(day)", "变更事项:专利权人", "变更前权利人:宿州示例有限公司", "变更后权利人:另一示例有限公司",
      "变更事项:地址", "变更前权利人:234000 安徽省宿州市埇桥区富民路103号", "变更后权利人:\(address)",
      id: id)
  }

  /// The patent with other fields.
  static func patent(_ edit: (inout SmallPatent) -> Void) -> SmallPatent {
    var patent = patent
    edit(&patent)
    return patent
  }

  /// A patent whose twenty years ended before.
  static let old = patent {
    $0.key = 200_510_136_011
    $0.filed = "20050605"
    $0.granted = "20090101"
    $0.produced = "20081220"
  }

  static let quantum = ("G", "06", "N", "10", "00")

  static let events: [Case] = [
    Case(
      name: "granted", expected: ["+base": "granted"], day: "2025-07-08", file: "cnipa/new.xml",
      secondAsOf: "2025-07-31",
      second: {
        try $0.deliver(
          [
            patent {
              $0.granted = "20250708"
              $0.produced = "20250703"
            }
          ], "new")
      }),
    Case(
      name: "granted long ago, delivered now", expected: ["+base": "granted"], day: "2022-06-03",
      isLate: true, file: "cnipa/new.xml", second: { try $0.deliver([patent], "new") }),
    Case(
      name: "lapsed", expected: ["-base": "lapsed"], day: "2025-07-02", file: "cnipa-prs/new.xml",
      secondAsOf: "2025-07-31", first: { try $0.deliver([patent], "new") },
      second: {
        try $0.deliver(
          events: [event("CF01", "未缴年费专利权终止", "20250720", "终止日期:20250702")], "new")
      }),
    Case(
      name: "lapsed before, published now", expected: ["-base": "lapsed"], day: "2024-03-02",
      isLate: true, file: "cnipa-prs/new.xml", secondAsOf: "2025-07-31",
      first: { try $0.deliver([patent], "new") },
      second: {
        try $0.deliver(
          events: [event("CF01", "未缴年费专利权终止", "20250720", "终止日期:20240302")], "new")
      }),
    Case(
      name: "lapse known before, the day comes", expected: ["-base": "lapsed"], day: "2025-07-02",
      file: "cnipa-prs/new.xml", secondAsOf: "2025-07-31",
      first: {
        try $0.deliver([patent], "new")
        try $0.deliver(
          events: [event("CF01", "未缴年费专利权终止", "20250620", "终止日期:20250702")], "new")
      }),
    Case(
      name: "restored", expected: ["+base": "restored"], day: "2025-07-10",
      file: "cnipa-prs/new.xml", secondAsOf: "2025-07-31",
      first: {
        try $0.deliver([patent], "new")
        try $0.deliver(
          events: [event("CF01", "未缴年费专利权终止", "20250420", "终止日期:20240302")], "old")
      },
      second: {
        try $0.deliver(events: [event("RR01", "权利的恢复", "20250710", id: "PRS9")], "new")
      }),
    Case(
      name: "term ended",
      expected: [
        "-base": "expired", "-high-value": "expired", "-maintained-over-ten-years": "expired",
        "-341302": "expired",
      ], day: "2025-07-05", secondAsOf: "2025-07-31",
      first: {
        try $0.deliver(
          [
            patent {
              $0.key = 200_510_136_011
              $0.filed = "20050705"
              $0.granted = "20090101"
              $0.produced = "20081220"
            }
          ], "new")
      }),
    Case(
      name: "abandoned", expected: ["-base": "abandoned"], day: "2025-07-02",
      secondAsOf: "2025-07-31", first: { try $0.deliver([patent], "new") },
      second: {
        try $0.deliver(
          events: [event("AV01", "专利权的主动放弃", "20250720", "放弃生效日:20250702")], "new")
      }),
    Case(
      name: "invalidated", expected: ["-base": "invalidated"], day: "2025-07-02",
      secondAsOf: "2025-07-31", first: { try $0.deliver([patent], "new") },
      second: {
        try $0.deliver(
          events: [event("IW01", "专利权的全部无效", "20250720", "无效宣告决定日:20250702")], "new")
      }),
    Case(
      name: "withdrawn", expected: ["-base": "withdrawn"], day: "2025-06-10",
      file: "cnipa/later.xml", first: { try $0.deliver([patent], "new") },
      second: {
        try $0.deliver(
          [
            patent {
              $0.produced = "20250610"
              $0.status = "D"
            }
          ], "later")
      }),
    Case(
      name: "re-delivered", expected: ["+base": "re-delivered"], day: "2022-06-03",
      file: "cnipa/latest.xml",
      first: {
        try $0.deliver([patent], "new")
        try $0.deliver(
          [
            patent {
              $0.produced = "20250610"
              $0.status = "D"
            }
          ], "later")
      },
      second: { try $0.deliver([patent { $0.produced = "20250620" }], "latest") }),
    Case(
      name: "moved in", expected: ["+base": "moved-in"], day: "2025-07-03",
      file: "cnipa-prs/new.xml", secondAsOf: "2025-07-31",
      first: { try $0.deliver([patent { $0.address = SmallPatent.hefei }], "new") },
      second: { try $0.deliver(events: [transfer("20250703", to: SmallPatent.lingbi)], "new") }),
    Case(
      name: "moved out", expected: ["-base": "moved-out"], day: "2025-07-03",
      file: "cnipa-prs/new.xml", secondAsOf: "2025-07-31",
      first: { try $0.deliver([patent], "new") },
      second: { try $0.deliver(events: [transfer("20250703", to: SmallPatent.hefei)], "new") }),
    Case(
      name: "moved out, known late", expected: ["-base": "moved-out"], day: "2025-05-03",
      isLate: true, file: "cnipa-prs/new.xml", first: { try $0.deliver([patent], "new") },
      second: { try $0.deliver(events: [transfer("20250503", to: SmallPatent.hefei)], "new") }),
    Case(
      name: "moved within", expected: ["-341302": "moved-within", "+341323": "moved-within"],
      day: "2025-07-03", secondAsOf: "2025-07-31",
      first: { try $0.deliver([patent { $0.symbol = quantum }], "new") },
      second: { try $0.deliver(events: [transfer("20250703", to: SmallPatent.lingbi)], "new") }),
    Case(
      name: "address lost", expected: ["-base": "place-unknown"], day: "2025-07-03",
      secondAsOf: "2025-07-31", first: { try $0.deliver([patent], "new") },
      second: {
        try $0.deliver(
          events: [
            event(
              "TR01", "专利权的转移", "20250703", "登记生效日:20250703", "变更事项:专利权人",
              "变更前权利人:宿州示例有限公司", "变更后权利人:另一示例有限公司")
          ], "new")
      }),
    Case(
      name: "a place becomes known", expected: ["+base": "place-known"], day: "2025-07-13",
      file: "cnipa-prs/later.xml", secondAsOf: "2025-07-31",
      first: {
        try $0.deliver([patent], "new")
        try $0.deliver(
          events: [
            event(
              "TR01", "专利权的转移", "20250603", "登记生效日:20250603", "变更事项:专利权人",
              "变更前权利人:宿州示例有限公司", "变更后权利人:另一示例有限公司")
          ], "new")
      },
      second: {
        try $0.deliver(
          events: [
            event(
              "CP02", "专利权人的姓名或者名称、地址的变更", "20250713", "变更事项:地址",
              "变更后:\(SmallPatent.lingbi)", id: "PRS12")
          ], "later")
      }),
    Case(
      name: "term compensated",
      expected: [
        "+base": "term-compensated", "+high-value": "term-compensated",
        "+maintained-over-ten-years": "term-compensated", "+341302": "term-compensated",
      ],
      day: "2025-06-20", isLate: true, file: "cnipa-prs/later.xml",
      first: { try $0.deliver([old], "new") },
      second: {
        var event = event("TG01", "专利权期限的补偿", "20250620", "期限届满日:20270705", id: "PRS13")
        event.patent = old
        try $0.deliver(events: [event], "later")
      }),
    Case(
      name: "revoked", expected: ["-base": "revoked"], day: "2025-07-02",
      secondAsOf: "2025-07-31", first: { try $0.deliver([patent], "new") },
      second: { try $0.deliver(events: [event("ZZ28", "专利权撤销", "20250702")], "new") }),
    Case(
      name: "an event that nobody knows", expected: ["-base": "standing-unknown"],
      day: "2025-07-02",
      secondAsOf: "2025-07-31", first: { try $0.deliver([patent], "new") },
      second: { try $0.deliver(events: [event("XX99", "不明事项", "20250702")], "new") }),
    Case(
      name: "granted elsewhere, moved in before, all delivered now",
      expected: ["+base": "moved-in"], day: "2024-07-03", isLate: true,
      second: {
        try $0.deliver([patent { $0.address = SmallPatent.hefei }], "new")
        try $0.deliver(events: [transfer("20240703", to: SmallPatent.lingbi)], "new")
      }),
  ]

  static let criteria: [Case] = [
    Case(
      name: "ten years",
      expected: [
        "+high-value": "crossed-ten-years", "+maintained-over-ten-years": "crossed-ten-years",
        "+341302": "crossed-ten-years",
      ], day: "2025-07-06", secondAsOf: "2025-07-31",
      first: {
        try $0.deliver(
          [
            patent {
              $0.key = 201_510_136_011
              $0.filed = "20150705"
            }
          ], "new")
      }),
    Case(
      name: "award", expected: ["+high-value": "award", "+award": "award", "+341302": "award"],
      isLate: true, file: "registers/awards.csv", first: { try $0.deliver([patent], "new") },
      second: {
        try $0.register(
          "awards", "patent_no,award,level,year,link_kind", "\(patent.number),中国专利奖,银奖,2024,")
      }),
    Case(
      name: "award of the new year",
      expected: [
        "+high-value": "award", "+award": "award", "+341302": "award",
      ], day: "2025-01-01", file: "registers/awards.csv", firstAsOf: "2024-12-31",
      first: { try $0.deliver([patent], "new") },
      second: {
        try $0.register(
          "awards", "patent_no,award,level,year,link_kind", "\(patent.number),中国专利奖,银奖,2025,")
      }),
    Case(
      name: "award struck from the register",
      expected: [
        "-high-value": "data-corrected", "-award": "data-corrected", "-341302": "data-corrected",
      ], file: "registers/awards.csv",
      first: {
        try $0.deliver([patent], "new")
        try $0.register(
          "awards", "patent_no,award,level,year,link_kind", "\(patent.number),中国专利奖,银奖,2024,")
      }, second: { try $0.register("awards", "patent_no,award,level,year,link_kind") }),
    Case(
      name: "register first loaded",
      expected: [
        "+high-value": "register-loaded", "+award": "register-loaded", "+341302": "register-loaded",
      ], isLate: true, file: "registers/awards.csv",
      first: {
        try $0.deliver([patent], "new")
        try FileManager.default.removeItem(atPath: $0.root + "/registers/awards.csv")
      },
      second: {
        try $0.register(
          "awards", "patent_no,award,level,year,link_kind", "\(patent.number),中国专利奖,银奖,2024,")
      }),
    Case(
      name: "pledge",
      expected: ["+high-value": "pledge", "+pledge-financing": "pledge", "+341302": "pledge"],
      day: "2025-07-04", file: "registers/pledges.csv", secondAsOf: "2025-07-31",
      first: { try $0.deliver([patent], "new") },
      second: {
        try $0.register(
          "pledges", "登记号,专利号,登记日,解除日,质押金额",
          "Y2025980000001,\(patent.number),2025-07-04,,800")
      }),
    Case(
      name: "pledge released",
      expected: [
        "-high-value": "pledge", "-pledge-financing": "pledge", "-341302": "pledge",
      ], day: "2025-07-20", secondAsOf: "2025-07-31",
      first: {
        try $0.writePlan("calibre: {pledge-financing: {state: active}}", asOf: "2025-06-30")
        try $0.deliver([patent], "new")
        try $0.register(
          "pledges", "登记号,专利号,登记日,解除日,质押金额",
          "Y2025980000001,\(patent.number),2025-01-04,2025-07-20,800")
      }),
    Case(
      name: "family right",
      expected: [
        "+high-value": "family-right", "+overseas-family": "family-right",
        "+341302": "family-right",
      ], day: "2025-07-15", file: "registers/families.csv", secondAsOf: "2025-07-31",
      first: { try $0.deliver([patent], "new") },
      second: {
        try $0.register(
          "families", "专利号,同族公开号,同族国家,是否授权,授权日,失效日,同族类型",
          "\(patent.number),US11000000B2,US,是,2025-07-15,,简单")
      }),
    Case(
      name: "decision on the industry",
      expected: [
        "+high-value": "industry-decision", "+strategic-emerging-industry": "industry-decision",
        "+341302": "industry-decision",
      ], day: "2025-06-20", file: "registers/sei-decisions.csv",
      first: { try $0.deliver([patent], "new") },
      second: {
        try $0.register(
          "sei-decisions", "patent_no,sei_code,verdict,decided_by,decided_on",
          "\(patent.number),1.2,是,示例审核员,2025-06-20")
      }),
    Case(
      name: "classification corrected",
      expected: [
        "+high-value": "data-corrected", "+strategic-emerging-industry": "data-corrected",
        "+341302": "data-corrected",
      ], day: "2025-06-10", file: "cnipa/later.xml",
      first: { try $0.deliver([patent], "new") },
      second: {
        try $0.deliver(
          [
            patent {
              $0.produced = "20250610"
              $0.symbol = quantum
            }
          ], "later")
      }),
    Case(
      name: "an abstract arrives with the first delivery of the grant",
      expected: [
        "+high-value": "first-delivered", "+strategic-emerging-industry": "first-delivered",
        "+341302": "first-delivered",
      ], day: "2022-05-30", file: "cnipa/later.xml",
      first: {
        try $0.deliver(
          [
            patent {
              $0.kind = "A"
              $0.publication = "111226000"
              $0.granted = "20200901"
            }
          ], "new")
        try $0.deliver(events: [event("GR01", "授权", "20220603")], "new")
      },
      second: { try $0.deliver([patent { $0.symbol = quantum }], "later") }),
    Case(
      name: "address corrected", expected: ["-base": "data-corrected"], day: "2025-06-10",
      file: "cnipa/later.xml", first: { try $0.deliver([patent], "new") },
      second: {
        try $0.deliver(
          [
            patent {
              $0.produced = "20250610"
              $0.address = SmallPatent.hefei
            }
          ], "later")
      }),
  ]

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

  @Test(arguments: events + criteria + rules) func oneCauseANight(_ item: Case) throws {
    let project = try TestProject.small()
    try item.first(project)
    let first = try #require(try project.run(asOf: item.firstAsOf).publishedRun)
    try item.second(project)
    let second = try #require(try project.run(asOf: item.secondAsOf).publishedRun)
    let difference = try #require(try project.changes())
    #expect(difference.previous?.id == first && difference.run.id == second)
    #expect(difference.notCompared == nil, "\(difference.notCompared ?? "")")
    #expect(difference.inconsistencies() == [])
    let changes = difference.patents.flatMap { $0.changes }
    #expect(difference.patents.count == 1, "\(difference.patents.map { $0.applicationNumber })")
    var found: [String: String] = [:]
    for change in changes {
      found[(change.direction == .entry ? "+" : "-") + change.figure.id] = change.reason.cause.id
    }
    #expect(found == item.expected)
    for change in changes {
      #expect(change.reason.day?.isoText == item.day, "\(change.figure.id)")
      #expect(change.reason.isKnownLate == item.isLate, "\(change.figure.id)")
      if let file = item.file { #expect(change.reason.fact?.file == file) }
    }
    // Asked again of the published folders, the answer is the same.
    let again = try PublishedChanges(try project.plan()).difference([first, second])
    #expect(again == difference)
  }
}

extension TestProject {
  /// What the run behind a link says has changed.
  func changes(_ link: String = "latest") throws -> RunDifference? {
    ChangesJSON.difference(
      try Data(
        contentsOf: URL(fileURLWithPath: "\(publishPath)/\(link)/\(ChangesJSON.fileName)")))
  }
}
