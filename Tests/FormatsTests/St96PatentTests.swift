import Foundation
import Records
import Testing

@testable import Formats

/// Publications by ST.96; values were read from the files by eye and with lxml.
struct St96PatentTests {
  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"), arguments: [false, true])
  func theStandardsPatent(strict: Bool) throws {
    let reading = try FileReading(
      sample: "st96_wipo-annexVII_PatentPublication_Example.xml", strict: strict)
    #expect(reading.rejects == [])
    try #require(reading.patents.count == 1)
    let patent = reading.patents[0]
    #expect(patent.line == "US08936998B2 2015-01-20 13797521 2013-03-12 invention")
    #expect(patent.producedOn?.number == 20_150_105)
    #expect(
      patent.titles == [
        LanguageText(
          language: "en", text: "Manufcaturing method for room-temperature substrate bonding")
      ])
    #expect(
      patent.abstract("en")?.hasPrefix("A device is provided with: a first substrate") == true)
    #expect(
      patent.ipc.map { $0.text } == [
        "H01L21/30", "H01L21/302", "H01L21/324", "H01L21/20", "H01L23/00", "H01L31/0203",
      ])
    // One main symbol, 23 further ones, two of a combination.
    #expect(patent.cpc.count == 26)
    #expect(patent.cpc.first == "H01L21/2007")
    #expect(patent.cpc.suffix(2) == ["H01L2924/3512", "H01L2924/00"])
    #expect(patent.applicants.map { $0.name }.first == "Jun Utsumi")
    #expect(patent.applicants.map { $0.sequence } == [1, 2, 3, 4, 5])
    #expect(patent.inventors.count == 5)
    #expect(
      patent.assignees.map { $0.name } == [
        "Mitsubishi Heavy Industries, Ltd.",
        "National Institute of Advanced Industrial Science and Technology",
      ])
    #expect(patent.agencies == [Agency(name: "Birch, Stewart, Kolasch & Birch, LLP")])
    #expect(
      patent.priorities == [
        Priority(country: "JP", number: "2007-290922", date: PartialDate("2007-11-08"))
      ])
    #expect(patent.parent?.text == "12741916")
    #expect(patent.citations.count == 17)
    #expect(patent.citations.first == Citation(country: "US", number: "6054363", kind: "A"))
    #expect(patent.claimCount == 10)
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"), arguments: [false, true])
  func theStandardsDesign(strict: Bool) throws {
    let reading = try FileReading(
      sample: "st96_wipo-annexVII_DesignApplication_Example.xml", strict: strict)
    #expect(reading.rejects == [])
    try #require(reading.patents.count == 1)
    let design = reading.patents[0]
    #expect(design.line == "XXD0123456S 2019-01-29 35503842 2017-08-29 design")
    #expect(design.title("en") == "Chair")
    #expect(design.locarno == ["06-01"])
    #expect(design.applicants.map { $0.name } == ["HARPER Inc."])
    #expect(design.inventors.first == "Emma Francis")
    #expect(design.inventors.count == 3)
    #expect(design.agencies == [Agency(name: "Attorney Firm, LLP")])
    #expect(
      design.priorities == [
        Priority(country: "WO", number: "DM/096824", date: PartialDate("2017-03-31"))
      ])
    #expect(design.citations.count == 5)
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"), arguments: [false, true])
  func aConvertedChineseApplication(strict: Bool) throws {
    let reading = try FileReading(sample: "st96_converted-from-cn_old1.xml", strict: strict)
    #expect(reading.rejects == [])
    try #require(reading.patents.count == 1)
    let patent = reading.patents[0]
    let original = try #require(
      try FileReading(sample: "cnipa-old_cn-patent-document_1.xml").patents.first)
    #expect(patent.line == original.line)
    #expect(patent.line == "CN104223352A 2014-12-24 201410408762.5 2014-08-19 invention")
    #expect(patent.titles == original.titles)
    #expect(patent.ipc == original.ipc)
    #expect(patent.inventors == original.inventors)
    #expect(patent.applicants.map { $0.name } == original.applicants.map { $0.name })
    #expect(patent.claimCount == original.claimCount)
  }

  @Test func publicationsWithAndWithoutPrefixes() throws {
    for strict in [false, true] {
      let reading = try FileReading(
        path: FileReading.example("st96-patent/PatentPublications.xml"), strict: strict)
      #expect(reading.rejects == [])
      #expect(
        reading.patents.map { $0.line } == [
          "US19990001B2 2024-01-16 19990001 2022-03-12 invention",
          "CN119990002A 2024-01-16 202210990002.4 2022-03-12 invention",
        ])
      try #require(reading.patents.count == 2)
      let grant = reading.patents[0]
      #expect(grant.ipc.map { $0.text } == ["A01D34/00", "A01D34/63"])
      #expect(grant.cpc == ["A01D34/006", "Y02A40/90", "H01L2924/00"])
      #expect(grant.priorities.first?.date?.isoText == "2021-11")
      #expect(grant.assignees.map { $0.sequence } == [1, 2])
      #expect(grant.claimCount == 2)
      #expect(grant.abstract("en") == "A mower has a blade.")
      let application = reading.patents[1]
      #expect(application.title("zh") == "一种割草机")
      #expect(application.abstract("zh") == "一种割草机。")
      #expect(application.applicants.first?.address == "安徽省宿州市埇桥区汴河路1号")
      #expect(application.applicants.first?.postcode == "234000")
      #expect(application.claimCount == nil)
    }
  }

  @Test func eachDesignOfAnApplicationIsARecord() throws {
    let path = FileReading.example("st96-patent/DesignApplication.xml")
    let reading = try FileReading(path: path)
    #expect(reading.rejects == [])
    #expect(
      reading.patents.map { $0.line } == [
        "XXD0990001S 2024-01-21 39900001 2023-08-29 design",
        "XXD0990002S 2024-01-22 39900001 2023-08-29 design",
      ])
    #expect(
      reading.patents.map { $0.applicants.map { $0.name } } == [
        ["Example Chairs Inc."], ["Example Furniture Inc."],
      ])
    #expect(reading.patents.map { $0.inventors } == [["Emma Example"], []])
    #expect(reading.patents.map { $0.locarno } == [["06-01"], ["06-02"]])
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    for patent in reading.patents {
      #expect(bytes[patent.source.offset...].starts(with: "<dgn:Design>".utf8))
    }
    #expect(reading.patents[0].digest != reading.patents[1].digest)
  }

  @Test func aDesignApplicationWithoutDesignsIsRejected() throws {
    let text = """
      <dgn:DesignApplication xmlns:dgn="urn:d" xmlns:com="urn:c">
      <com:RegistrationOfficeCode>XX</com:RegistrationOfficeCode>
      </dgn:DesignApplication>
      """
    #expect(try read(text).rejects.map { $0.code } == [.noNumber])
  }
}
