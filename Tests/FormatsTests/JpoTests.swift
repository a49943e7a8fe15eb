import Foundation
import Records
import Testing

@testable import Formats

/// The Japanese gazette; values were read from the files by eye and with lxml.
struct JpoTests {
  @Test(
    .enabled(if: SharedSamples.areExpected, "no sample folder"),
    arguments: [
      (
        "jpo_example1.xml", "JP2021044377A 2021-03-18 2019165329 2019-09-11 invention",
        "ウェーハの加工方法", "H01L21/301 H01L21/67 H01L21/683 B23K26/53", "株式会社ディスコ", 10, 5, 6
      ),
      // 20 claims as filed in a foreign language, 17 after amendment.
      (
        "jpo_example2.xml", "JP2021044249A 2021-03-18 2020185474 2020-11-06 invention",
        "リチウムイオン電池のリサイクル方法", "H01M10/54 B09B3/00",
        "ジーアールエスティー・インターナショナル・リミテッド", 3, 1, 17
      ),
      (
        "jpo_example3.xml", "JP2021041306A 2021-03-18 2019162830 2019-09-06 invention",
        "脱酸素剤、脱酸素剤包装体及び食品包装体",
        "B01J20/22 B65D81/26 B01D53/14 A23L3/349 A23L3/34 A23L3/358", "凸版印刷株式会社", 1, 0, 8
      ),
      (
        "st36_jp-official-gazette_2021193879.xml",
        "JP2021193879A 2021-12-27 2020100059 2020-06-09 invention",
        "練り製品管理装置、モデル生成装置、練り製品管理方法、モデル生成方法、及びプログラム",
        "A23L17/00 G05B19/418", "日本水産株式会社", 2, 2, 15
      ),
    ] as [(String, String, String, String, String, Int, Int, Int)])
  func publishedApplications(
    name: String, line: String, title: String, ipc: String, applicant: String, inventors: Int,
    agents: Int, claims: Int
  ) throws {
    for strict in [false, true] {
      let reading = try FileReading(sample: name, strict: strict)
      #expect(reading.rejects == [])
      try #require(reading.patents.count == 1)
      let patent = reading.patents[0]
      #expect(patent.line == line)
      #expect(patent.titles == [LanguageText(language: "ja", text: title)])
      #expect(patent.ipc.map { $0.text }.joined(separator: " ") == ipc)
      #expect(patent.applicants.map { $0.name } == [applicant])
      #expect(patent.inventors.count == inventors)
      #expect(patent.agencies.count == agents)
      #expect(patent.claimCount == claims)
      #expect(patent.abstract("ja")?.hasPrefix("【課題】") == true)
      #expect(patent.digest != nil)
    }
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func aDivisionOfAForeignApplicant() throws {
    let patent = try #require(try FileReading(sample: "jpo_example2.xml").patents.first)
    // A second address book holds the address in Latin letters.
    #expect(patent.applicants.count == 1)
    #expect(patent.applicants[0].address?.hasPrefix("中華人民共和国、ホンコン、ニュー・テリトリーズ") == true)
    #expect(
      patent.priorities == [
        Priority(country: "US", number: "62/359,703", date: PartialDate("20160707"))
      ])
    #expect(patent.parent?.text == "2018566929")
    #expect(patent.parent?.country == "JP")
    #expect(patent.inventors == ["ホ、カム・ピウ", "ワン、ランシ", "シェン、ペイフア"])
  }

  @Test func documentsWithoutDeclarationsOneAfterAnother() throws {
    let path = FileReading.example("jpo/2024990001.xml")
    for strict in [false, true] {
      let reading = try FileReading(path: path, strict: strict)
      #expect(reading.rejects == [])
      #expect(
        reading.patents.map { $0.line } == [
          "JP2024990001A 2024-03-18 2022990001 2022-09-11 invention",
          "JP2024990002A 2024-03-18 2023990002 2023-11-06 invention",
          "JP3999003U 2024-04-02 2024000903 2024-01-15 utility-model",
        ])
      #expect(reading.patents.map { $0.applicants.count } == [2, 1, 1])
      #expect(reading.patents.map { $0.claimCount } == [2, 2, 1])
      #expect(reading.patents[0].agencies.map { $0.name } == ["架空特許事務所"])
    }
  }

  @Test func aKindInWordsAloneIsRejected() throws {
    let text = try String(
      contentsOfFile: FileReading.example("jpo/2024990001.xml"), encoding: .utf8)
    let result = try read(text.replacing(" kind-of-st16=\"U\"", with: ""))
    #expect(result.rejects.map { $0.code } == [.badValue])
    #expect(result.rejects.first?.reason.contains("登録実用新案公報(U)") == true)
    #expect(result.records.count == 2)
  }
}
