import Foundation
import Records
import Testing

@testable import Formats

/// Full texts by ST.36, European and of LexisNexis; values were read from the files by eye and with
/// lxml.
struct St36Tests {
  // MARK: European

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"), arguments: [false, true])
  func aEuropeanSpecification(strict: Bool) throws {
    let reading = try FileReading(sample: "ep-st36_v1-5-B2.xml", strict: strict)
    #expect(reading.rejects == [])
    #expect(reading.events == [])
    try #require(reading.patents.count == 1)
    let patent = reading.patents[0]
    #expect(patent.line == "EP2743087B2 2021-05-05 13189031.1 2013-10-17 invention")
    #expect(patent.status == .new)
    #expect(
      patent.titles.map { "\($0.language) \($0.text)" } == [
        "de Druckmaschine mit Verkleidung", "en Printing machine with cladding",
        "fr Imprimante avec habillage",
      ])
    #expect(patent.ipc.map { $0.text } == ["B41J3/407", "B41J29/13", "B41J29/377"])
    #expect(patent.applicants == [])
    #expect(
      patent.assignees == [
        Party(
          sequence: 1, name: "Krones AG", country: "DE",
          address: "Böhmerwaldstraße 5, 93073 Neutraubling")
      ])
    #expect(patent.inventors == ["Gertlowski, Georg", "Winzinger, Frank"])
    #expect(patent.agencies.map { $0.name } == ["Grünecker Patent- und Rechtsanwälte PartG mbB"])
    #expect(
      patent.priorities == [
        Priority(country: "DE", number: "102012223402", date: PartialDate("20121217"))
      ])
    #expect(
      patent.citations.map { "\($0.country ?? "") \($0.kind ?? "") \($0.number)" } == [
        "WO A1 2011/091011", "DE A1 102009041527", "DE A1 102010044244", "US A1 2004003741",
        "US A1 2006029740",
      ])
    // 39 claims in three languages.
    #expect(patent.claimCount == 13)
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"), arguments: [false, true])
  func aEuropeanApplication(strict: Bool) throws {
    let reading = try FileReading(sample: "st36_wipo_pamphlet_a_DOC00001.xml", strict: strict)
    #expect(reading.rejects == [])
    try #require(reading.patents.count == 1)
    let patent = reading.patents[0]
    #expect(patent.line == "EP1667425A1 2006-06-07 05255002.7 2005-08-11 invention")
    #expect(patent.title("fr") == "Méthode et appareil de formation d'image")
    #expect(patent.abstracts.map { $0.language } == ["en"])
    #expect(
      patent.abstract("en")?.hasPrefix("An image with sufficient gray-scale representation") == true
    )
    #expect(patent.abstract("en")?.count == 1024)
    #expect(patent.ipc.map { $0.text } == ["H04N1/40"])
    #expect(
      patent.applicants == [
        Party(
          sequence: 1, name: "Wedg Co. Ltd", country: "JP",
          address: "Minami Ohtsuka Arrow Bldg. 7F, 3-30-3 Minami Ohsuka, Toshima-ku, Tokyo")
      ])
    #expect(patent.assignees == [])
    #expect(patent.inventors.first == "Yoshida, Naoki c/o Wedg Co., Ltd.")
    #expect(patent.priorities.map { $0.number } == ["2004351438"])
    #expect(patent.claimCount == 9)
  }

  @Test(
    .enabled(if: SharedSamples.areExpected, "no sample folder"),
    arguments: ["st36_wipo_pamphlet_a_toc.xml", "st36_wipo_pamphlet_b_toc.xml"])
  func aTableOfContentsIsIgnored(name: String) throws {
    let reading = try FileReading(sample: name)
    #expect(reading.patents == [])
    #expect(reading.rejects == [])
    #expect(reading.summary.ignored == ["index": 1])
  }

  @Test func tagsOfTheEuropeanExamples() throws {
    let application = try #require(
      try FileReading(path: FileReading.example("st36/EP19000001A1.xml")).patents.first)
    #expect(application.line == "EP4990001A1 2024-06-05 19900001.7 2022-11-07 invention")
    #expect(application.title("en") == "GRAIN STORE WITH A MOISTURE GAUGE")
    #expect(
      application.priorities.map { "\($0.country ?? "") \($0.number) \($0.date?.isoText ?? "")" }
        == [
          "CN 202111300001 2021-11-08", "US 63/900,001 2022-01-10",
        ])
    #expect(application.cpc == ["G01N21/01", "B65D90/0006"])
    #expect(
      application.internationalApplication
        == InternationalApplication(
          applicationNumber: "CN2022900001", filingDate: PartialDate("20221107"),
          publicationNumber: "WO2023900001"))
    #expect(application.claimCount == 2)

    let specification = try #require(
      try FileReading(path: FileReading.example("st36/EP19000002B1.xml")).patents.first)
    #expect(specification.line == "EP4990002B1 2025-01-15 19900002.5 2018-03-16 invention")
    #expect(specification.assignees.map { $0.name }.count == 2)
    #expect(specification.assignees.map { $0.sequence } == [1, 2])
    #expect(specification.parent?.text == "17900002.1")
    #expect(
      specification.citations == [
        Citation(country: "WO", number: "2011/990011", kind: "A1"),
        Citation(country: "US", number: "2004003991", kind: "A1"),
        Citation(country: "DE", number: "19708991", kind: "A"),
      ])
    #expect(specification.claimCount == 3)

    let contents = try FileReading(path: FileReading.example("st36/toc.xml"))
    #expect(contents.rejects == [])
    #expect(contents.summary.ignored == ["index": 1])
  }

  @Test func citationsThatAreNotOfTheForm() {
    #expect(St36.citation("EP 1 000 000") == Citation(number: "EP 1 000 000"))
    #expect(
      St36.citation("JP-A-H05 123 456") == Citation(country: "JP", number: "H05123456", kind: "A"))
    #expect(St36.citation("DE-U1-20 2004 000 001").number == "202004000001")
  }

  @Test func aDocumentWithoutItsOfficeOrNumberIsRejected() throws {
    let text = try String(
      contentsOfFile: FileReading.example("st36/EP19000002B1.xml"), encoding: .utf8)
    let cases: [(String, Reject.Code)] = [
      // The root's attributes stand in for elements.
      (text.replacing("<B110>4990002</B110>", with: ""), .noNumber),
      (
        text.replacing("<B190>EP</B190>", with: "").replacing(" country=\"EP\"", with: ""),
        .badValue
      ),
    ]
    for (index, item) in cases.enumerated() {
      let result = try read(item.0.replacing(" doc-number=\"4990002\"", with: ""))
      #expect(result.rejects.map { $0.code } == [item.1], "\(index) \(result.rejects)")
    }
    let result = try read(text.replacing("<B110>4990002</B110>", with: ""))
    #expect(result.records.first?.patent?.publicationNumber.canonical == "4990002")
  }

  // MARK: LexisNexis

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"), arguments: [false, true])
  func chineseDocumentsHaveTheirExpectedValues(strict: Bool) throws {
    let folder = try #require(GoldenTests.samples, "the sample folder is missing")
    let table = try String(contentsOfFile: folder + "/GOLDEN_CN.tsv", encoding: .utf8)
    let rows = table.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }.filter { $0[0].hasPrefix("lexisnexis") }
    #expect(rows.count == 10)
    for row in rows {
      let reading = try FileReading(sample: row[0], strict: strict)
      #expect(reading.rejects == [], "\(row[0])")
      try #require(reading.patents.count == 1)
      let patent = reading.patents[0]
      // The table holds the text of the IPC's columns, and each symbol at two levels.
      var symbols: [String] = []
      for text in row[9].split(separator: ";") {
        let columns = text.split(separator: " ")
        symbols.appendOnce("\(columns[0])\(columns[1])")
      }
      let check = row[7].split(separator: ">").last.map { String($0) } ?? ""
      let expected: [String] = [
        row[1], row[2], row[3], "\(row[4]).\(check)", row[5], row[8],
        symbols.joined(separator: "; "), row[10], row[11], row[13],
      ]
      #expect(Self.values(of: patent) == expected, "\(row[0])")
    }
  }

  private static func values(of patent: PatentPublication) -> [String] {
    func digits(_ date: PartialDate?) -> String { date.map { String($0.number) } ?? "" }
    let ipc = patent.ipc.map { $0.text }.joined(separator: "; ")
    let applicants = patent.applicants.map { "\($0.name) @ \($0.address ?? "")" }
    return [
      patent.publicationNumber.canonical, patent.kind.text, digits(patent.publicationDate),
      patent.applicationNumber?.canonical ?? "", digits(patent.filingDate),
      patent.title("zh") ?? "", ipc, applicants.joined(separator: " | "),
      patent.inventors.joined(separator: "; "), patent.claimCount.map { String($0) } ?? "",
    ]
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"), arguments: [false, true])
  func aChineseApplication(strict: Bool) throws {
    let reading = try FileReading(sample: "lexisnexis-cn_CN101096965A.xml", strict: strict)
    let patent = try #require(reading.patents.first)
    #expect(patent.title("en") == "Axial flow forced draft fan")
    #expect(patent.abstracts.map { $0.language } == ["zh", "en"])
    #expect(patent.abstract("zh")?.hasPrefix("本发明的目的是获得可不增加轴流送风机的轴方向的尺寸") == true)
    #expect(patent.producedOn?.number == 20_111_006)
    #expect(patent.applicants.map { $0.country } == ["JP"])
    #expect(patent.agencies == [Agency(name: "中国国际贸易促进委员会专利商标事务所")])
    #expect(
      patent.priorities == [
        Priority(country: "JP", number: "2006-175532", date: PartialDate("20060626"))
      ])
    #expect(patent.familyIdentifier == "lexisnexis:110776220")
    #expect(
      patent.familyMembers.map {
        $0.document.country + $0.document.number.canonical + ($0.document.kind?.text ?? "")
      } == [
        "KR1020070122376A", "JP4680840B2", "CN101096965A", "JP2008002441A", "KR100858395B1",
        "JP4680840B9",
      ])

    let events = reading.events
    #expect(events.map { $0.code } == ["C06", "C10", "REG", "C02"])
    #expect(
      events.map { $0.publishedOn?.number } == [20_080_102, 20_080_227, 20_081_219, 20_101_124])
    #expect(events.allSatisfy { $0.application == patent.application && $0.country == "CN" })
    #expect(events.allSatisfy { $0.publication?.number.canonical == "101096965" })
    #expect(events.allSatisfy { $0.format == "st36" && $0.eventClass == nil })
    #expect(
      events[3].name
        == "DEEMED WITHDRAWAL OF PATENT APPLICATION AFTER PUBLICATION (PATENT LAW 2001)")
    #expect(events[3].value("effect") == "-")
    #expect(
      events[2].details.map { "\($0.label)=\($0.value)" } == [
        "status-identifier=N", "docdb-publication-number=CN   101096965A",
        "designated-state-authority=HK", "designated-state-event-code=DE",
        "designated-state-description=REQUESTS TO DESIGNATE PATENT IN HONG KONG",
        "corresponding-publication-number=1116238", "corresponding-authority=HK",
      ])
    let folder = try #require(GoldenTests.samples)
    let bytes = Array(
      try Data(contentsOf: URL(fileURLWithPath: folder + "/lexisnexis-cn_CN101096965A.xml")))
    for (index, event) in events.enumerated() {
      #expect(
        bytes[event.source.offset...].starts(with: "<legal-event sequence=\"\(index + 1)\"".utf8))
    }
    #expect(Set(events.map { $0.digest }).count == 4)
  }

  /// The number of events of each sample, and whether a priority is claimed.
  @Test(
    .enabled(if: SharedSamples.areExpected, "no sample folder"),
    arguments: [
      ("CN101096965A", 4, ["2006-175532"], nil), ("CN101108287A", 2, [], "200092"),
      ("CN101223695A", 2, [], nil), ("CN101243817A", 2, [], "362400"),
      ("CN101319273A", 3, [], "443003"), ("CN201047242Y", 1, [], "115003"),
      ("CN201094265Y", 1, [], "830091"), ("CN201134856Y", 1, [], nil),
      ("CN86204813U", 3, [], nil), ("CN87102734A", 2, [], nil),
    ] as [(String, Int, [String], String?)])
  func eventsPrioritiesAndPostcodes(
    name: String, events: Int, priorities: [String], postcode: String?
  ) throws {
    let reading = try FileReading(sample: "lexisnexis-cn_\(name).xml")
    #expect(reading.events.count == events)
    let patent = try #require(reading.patents.first)
    #expect(patent.priorities.map { $0.number } == priorities)
    #expect(patent.applicants.count == 1)
    #expect(patent.applicants.first?.postcode == postcode)
    #expect(patent.agencies.count == (name == "CN87102734A" ? 0 : 1))
    #expect(!patent.agencies.contains { $0.name.hasSuffix(")") })
  }

  @Test func documentsOneAfterAnother() throws {
    for strict in [false, true] {
      let reading = try FileReading(
        path: FileReading.example("st36/lexisnexis-CN.xml"), strict: strict)
      #expect(reading.rejects == [])
      #expect(
        reading.patents.map { $0.line } == [
          "CN101990011A 2008-01-02 200710990011.9 2007-06-22 invention",
          "CN201990012Y 2008-04-16 200720990012.9 2007-06-08 utility-model",
          "CN101990013A 2008-07-16 200580990013.7 2005-07-13 invention",
          "CN86299014U 1988-03-23 86299014.9 1986-07-02 utility-model",
        ])
      #expect(
        reading.events.map { $0.code } == ["C06", "C10", "REG", "C02", "C14", "C06", "C14", "C17"])
      let first = reading.patents[0]
      #expect(first.applicants.map { $0.name } == ["宿州市示例农机有限公司", "示例大学"])
      #expect(first.applicants.map { $0.sequence } == [1, 2])
      #expect(first.inventors == ["张三", "李四"])
      #expect(first.agencies == [Agency(name: "宿州示例专利事务所（普通合伙）")])
      #expect(reading.patents.map { $0.priorities.count } == [1, 0, 0, 0])
      #expect(reading.patents[2].internationalApplication?.applicationNumber == "EP05990013")
      #expect(reading.patents[3].ipc.map { $0.text } == ["A61F11/00"])
    }
  }

  @Test func symbolsOfEarlierEditionsCountWhereThereAreNoOthers() throws {
    let text = try String(
      contentsOfFile: FileReading.example("st36/lexisnexis-CN.xml"), encoding: .utf8)
    let earlier = text.replacing("4A 61F  11/00   A", with: "4A 61F  11/99   A")
    #expect(try read(earlier).records.compactMap { $0.patent }.last?.ipc.first?.text == "A61F11/00")
    let alone = earlier.replacing("classifications-ipcr", with: "classifications-x")
    #expect(try read(alone).records.compactMap { $0.patent }.last?.ipc.first?.text == "A61F11/99")
  }

  @Test func anEventWithoutACodeOrANameIsRejected() throws {
    let text = try String(
      contentsOfFile: FileReading.example("st36/lexisnexis-CN.xml"), encoding: .utf8)
    let result = try read(
      text.replacing("<event-code-1>C10</event-code-1>", with: "")
        .replacing(
          "<legal-description>REQUEST OF EXAMINATION AS TO SUBSTANCE</legal-description>", with: "")
    )
    #expect(result.rejects.map { $0.code } == [.badValue])
    #expect(result.records.count == 11)
    let offset = try #require(result.rejects.first?.source.offset)
    #expect(Array(text.utf8)[offset...].starts(with: "<legal-event sequence=\"2\"".utf8))
  }

  @Test func namesOfAgencies() {
    #expect(St36.agencyName("示例事务所 (张三)") == "示例事务所")
    #expect(St36.agencyName("示例事务所(张三)") == "示例事务所")
    #expect(St36.agencyName("示例事务所(普通合伙)") == "示例事务所(普通合伙)")
    #expect(St36.agencyName("示例事务所（有限公司） (张三)") == "示例事务所（有限公司）")
    #expect(St36.agencyName("(张三)") == "(张三)")
    #expect(St36.agencyName("示例事务所") == "示例事务所")
  }

  @Test func postcodesInAddresses() {
    for (address, postcode) in [
      ("200092上海市四平路1239号", "200092"), ("200092 上海市", "200092"), ("上海市200092", nil),
      ("20009上海市", nil), ("2000921上海市", nil), ("200092", nil), ("200092nd Street", nil),
    ] as [(String, String?)] {
      var party = Party(sequence: 1, name: "甲", address: address)
      St36.complete(&party)
      #expect(party.postcode == postcode, "\(address)")
      #expect(party.address == address)
    }
  }

  @Test func documentsInTheColumnsOfDocdb() {
    let document = St36.publishedDocument("CN    87102734A")
    #expect(document?.number.canonical == "87102734")
    #expect(document?.kind?.text == "A")
    #expect(St36.publishedDocument("US  2004003741A1")?.kind?.text == "A1")
    #expect(St36.publishedDocument("CN101096965A") == nil)
    #expect(St36.publishedDocument("CN 12345") == nil)
  }
}
