import Foundation
import TestSupport

@testable import Pipelines

extension CauseTests {
  private static let pledged = event(
    "PE01", "专利权质押合同登记的生效", "20250110", "登记号:Y2025980000001", "登记生效日:20250104", id: "PRS9")

  /// A row of the same contract, but of another patent.
  private static func otherRow(amount: Int) -> String {
    let other = SmallPatent(key: 202_010_777_777, publication: "111777777")
    return "Y2025980000001,\(other.number),2025-01-04,,\(amount)"
  }

  /// Causes that bear on one criterion.
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
      name: "pledge contract corrected by the row of another patent",
      expected: [
        "-high-value": "data-corrected", "-pledge-financing": "data-corrected",
        "-341302": "data-corrected",
      ],
      first: {
        try $0.deliver([patent], "new")
        try $0.deliver(events: [pledged], "new")
        try $0.register("pledges", "登记号,专利号,登记日,解除日,质押金额", otherRow(amount: 800))
      },
      second: {
        try $0.register("pledges", "登记号,专利号,登记日,解除日,质押金额", otherRow(amount: 8))
      }),
    Case(
      name: "pledge contract shared with another patent",
      expected: [
        "-high-value": "data-corrected", "-pledge-financing": "data-corrected",
        "-341302": "data-corrected",
      ],
      first: {
        try $0.writePlan(
          "calibre: {pledge-financing: {allocation: equal-share, minimum-amount: 600}}",
          asOf: "2025-06-30")
        try $0.deliver([patent], "new")
        try $0.register(
          "pledges-a", "登记号,专利号,登记日,解除日,质押金额",
          "Y2025980000001,\(patent.number),2025-01-04,,800")
      },
      second: {
        try $0.register("pledges-b", "登记号,专利号,登记日,解除日,质押金额", otherRow(amount: 800))
      }),
    Case(
      name: "pledge contract released by the row of another patent",
      expected: [
        "-high-value": "pledge", "-pledge-financing": "pledge", "-341302": "pledge",
      ], isLate: true,
      first: {
        try $0.writePlan("calibre: {pledge-financing: {state: active}}", asOf: "2025-06-30")
        try $0.deliver([patent], "new")
        try $0.deliver(events: [pledged], "new")
        try $0.register("pledges", "登记号,专利号,登记日,解除日,质押金额", otherRow(amount: 800))
      },
      second: {
        try $0.register(
          "pledges", "登记号,专利号,登记日,解除日,质押金额",
          otherRow(amount: 800).replacingOccurrences(of: "-04,,", with: "-04,2025-05-20,"))
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
}
