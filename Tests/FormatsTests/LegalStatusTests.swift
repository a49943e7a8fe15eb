import Records
import Testing

@testable import Formats

struct LegalStatusTests {
  typealias Export = SyntheticExports

  @Test func anEventHasItsDetails() throws {
    let result = try read(Export.status([Export.statusRecord(7)]))
    let event = try #require(result.records.first?.event)
    #expect(event.application?.text == Export.applicationNumber(7))
    #expect(event.code == "CF01")
    #expect(event.identifier == "7")
    #expect(event.source.record == "7")
    #expect(event.producedOn?.number == 20_240_105)
    #expect(event.value("终止日期") == "20230826")
    #expect(event.value("IPC(主分类)") == "H04L 29/08")
  }

  @Test func aBrokenRecordCostsNoOther() throws {
    let good = (1...5).map { Export.statusRecord($0) }
    let broken = [
      (Export.statusRecord(9, number: "202110991218.7"), Reject.Code.checkDigit),
      (Export.statusRecord(9, number: "ABC"), .noNumber),
      (Export.statusRecord(9).replacing("IPC", with: "&zzz;"), .undefinedEntity),
      (Export.statusRecord(9).replacing("IPC", with: "\u{2}"), .controlCharacter),
      (Export.statusRecord(9).replacing("</b:PRSRecord>", with: ""), .xmlSyntax),
    ]
    for (record, code) in broken {
      var records = good
      records.insert(record, at: 2)
      let text = Export.status(records) + Export.cnipa()
      let result = try read(text)
      #expect(result.rejects.map { $0.code } == [code], "\(result.rejects)")
      #expect(result.rejects.first?.source.record == "9")
      #expect(result.records.count == 6)
      let offset = try #require(result.rejects.first?.source.offset)
      #expect(Array(text.utf8)[offset...].starts(with: "<b:PRSRecord PRSID=\"9\"".utf8))
    }
  }

  @Test func aTruncatedFileKeepsItsWholeRecords() throws {
    let text = Export.status((1...3).map { Export.statusRecord($0) }, isClosed: false)
    let whole = try read(text)
    #expect(whole.records.count == 3)
    #expect(whole.rejects.map { $0.code } == [.truncated])
    let cut = try read(String(text.dropLast(40)))
    #expect(cut.records.count == 2)
    #expect(cut.rejects.map { $0.code } == [.truncated])
  }

  @Test func millionsOfRecordsAreCut() throws {
    let records = (1...12_000).map { Export.statusRecord($0) }
    let text = Export.status(records) + Export.cnipa(serial: 3)
    for workers in [1, 2] {
      let result = try read(text, workers: workers)
      #expect(result.rejects.isEmpty)
      #expect(result.records.count == 12_001)
      #expect(
        result.records.dropLast().compactMap { $0.event?.identifier }
          == (1...12_000).map { String($0) })
      let bytes = Array(text.utf8)
      for record in result.records.dropLast()
      where record.event?.identifier?.hasSuffix("99") == true {
        let offset = try #require(record.event?.source.offset)
        #expect(bytes[offset...].starts(with: "<b:PRSRecord".utf8))
      }
    }
  }

  @Test func textOfOlderDumps() {
    let text =
      "#法律状态公告日：20121219;\n法律状态：专利申请权、专利权的转移;\n"
      + "描述信息：专利权的转移IPC(主分类):A41D   1/00;变更事项:专利权人;\u{A0}变更前权利人:甲;乙;"
      + "变更后权利人：丙;登记生效日:20121116;"
    var copy = text
    let details = copy.withUTF8 { EventText.details($0) }
    #expect(
      details.map { "\($0.label)=\($0.value)" } == [
        "法律状态公告日=20121219", "法律状态=专利申请权、专利权的转移", "描述信息=专利权的转移",
        "IPC(主分类)=A41D   1/00", "变更事项=专利权人", "变更前权利人=甲;乙", "变更后权利人=丙",
        "登记生效日=20121116",
      ])
  }
}
