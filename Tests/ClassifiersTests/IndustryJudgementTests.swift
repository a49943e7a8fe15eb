import Dossiers
import Records
import Testing

@testable import Classifiers

@Suite struct IndustryJudgementTests {
  private func judge(_ edit: (inout ExampleRecords) -> Void) throws -> IndustryJudgement {
    let made = CriterionExample.example("", .met, edit)
    let example = try #require(made)
    return IndustryJudgement(of: example.patent, in: example.context)
  }

  @Test func bothReadingsAreAlwaysComputed() throws {
    for keywords in Calibre.StrategicEmergingIndustry.Keywords.allCases {
      let result = try judge {
        $0.ipc = ["H01L21/02"]
        $0.calibre.strategicEmergingIndustry.keywords = keywords
      }
      #expect(result.ipcOnly.judgement.isMet)
      #expect(result.withKeywords.judgement.isNotMet)
      #expect(result.chosen == (keywords == .required ? result.withKeywords : result.ipcOnly))
    }
  }

  @Test func codesAreInNumericOrder() throws {
    let result = try judge {
      $0.ipc = ["H01L21/02", "G06N10/00", "B60K1/00"]
      $0.title = "集成电路"
      $0.decision("10.1", true)
    }
    #expect(result.chosen.codes == ["1.2", "1.10", "5.1", "10.1"])
    #expect(result.chosen.rules == ["X1", "X2", "X3"])
  }

  @Test func codesFollowTheCalibre() throws {
    let result = try judge { $0.ipc = ["H01L21/02", "G06N10/00"] }
    #expect(result.chosen.codes == ["1.2"])
    #expect(result.ipcOnly.codes == ["1.2", "1.10"])
  }

  @Test func transferIsEvidenceAndBandOfItsOwn() throws {
    let result = try judge {
      $0.ipc = ["H10B12/00"]
      $0.title = "集成电路"
    }
    #expect(result.isMetByTransferOnly)
    #expect(result.chosen.judgement.evidence.contains { $0.field == "ipc-transfer" })
    #expect(result.withoutTransfers.judgement.isNotMet)
    let direct = try judge {
      $0.ipc = ["H10B12/00", "H01L27/10"]
      $0.title = "集成电路"
    }
    #expect(!direct.isMetByTransferOnly)
    #expect(!direct.chosen.judgement.evidence.contains { $0.field == "ipc-transfer" })
  }

  @Test func evidenceNamesFieldAndTerm() throws {
    let result = try judge {
      $0.ipc = ["H01L21/02"]
      $0.abstract = "一种集成电路。"
    }
    let fact = try #require(
      result.chosen.judgement.evidence.first { $0.field == "abstract" && $0.value == "集成电路" })
    #expect(fact.rule == "X2")
    #expect(fact.table == TableReference(id: "sei-keywords", edition: "example"))
    #expect(fact.source?.file == "CN111226534B.xml")
  }

  @Test func decisionAppliesToBothReadings() throws {
    let no = try judge {
      $0.ipc = ["H01L21/02", "G06N10/00"]
      $0.decision("1.2", false)
    }
    #expect(no.chosen.judgement.isNotMet)
    #expect(no.ipcOnly.codes == ["1.10"])
    let yes = try judge { $0.decision("4.1", true) }
    #expect(yes.ipcOnly.codes == ["4.1"])
    #expect(yes.withKeywords.codes == ["4.1"])
  }
}

@Suite struct SearchTextTests {
  @Test(arguments: [
    ("ＬＥＤ灯具", "led", true), ("OLED屏", "led", false), ("加入15g粉末", "5g", false),
    ("5G基站", "5g", true), ("基于IPv6技术", "ipv6", true), ("集成\n电路", "集成电路", true),
    ("（ＲＦＩＤ）标签", "rfid", true), ("smart  card", "smart card", true), ("电路", "集成电路", false),
    ("汽", "汽车", false), ("PA66树脂", "pa6", false), ("H₂O", "h₂o", true),
  ])
  func contains(text: String, term: String, expected: Bool) {
    #expect(SearchText(text).contains(SearchText(term)) == expected, "\(text) \(term)")
  }

  @Test func canonicalForms() {
    #expect(SearchText("Caf\u{65}\u{301}机").contains(SearchText("caf\u{E9}机")))
  }
}
