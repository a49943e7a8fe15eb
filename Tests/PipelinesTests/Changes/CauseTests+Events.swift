import TestSupport

@testable import Pipelines

extension CauseTests {
  /// Causes that legal events and corrected documents are.
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
}
