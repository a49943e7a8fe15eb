import Foundation
import TestSupport
import Testing

@testable import Pipelines
@testable import Records

/// What `explain` answers to numbers that have no dossier of their own, from the worldwide sample.
@Suite(.serialized) struct NumberWithoutDossierTests {
  private static let sample = Result { try SamplePlanRun("sample-worldwide.yml") }

  private func refusal(_ number: String) throws -> [String] {
    let plan = try Self.sample.get().plan
    let failure = #expect(throws: RunFailure.self, "\(number)") {
      try Explanation(of: number, plan: plan)
    }
    return failure?.reason.split(separator: "\n").map(String.init) ?? []
  }

  /// Where each stands was looked up in the XML: the byte is that of the `exchange-document`.
  @Test(arguments: ["202010009999.1", "CN111000009A", "CN 111000009", "ZL202010009999.1"])
  func aChineseApplicationOfWorldwideDataAlone(number: String) throws {
    let lines = try refusal(number)
    let first = try #require(lines.first)
    #expect(first.contains("known from worldwide data only"))
    #expect(first.contains("neither judged nor counted"))
    #expect(!first.contains("in none of the files"))
    #expect(
      lines.dropFirst() == [
        "worldwide publication CN111000009A (docdb): "
          + "SampleData/docdb/DOCDB-202602-001-CN-0001.xml, byte 21189"
      ])
  }

  @Test func theByteIsThatOfTheRecord() throws {
    let data = try Data(
      contentsOf: URL(
        fileURLWithPath: PackageFolder.path + "/SampleData/docdb/DOCDB-202602-001-CN-0001.xml"))
    let record = String(decoding: data.dropFirst(21189).prefix(300), as: UTF8.self)
    #expect(record.hasPrefix("<exch:exchange-document") && record.contains("111000009"))
  }

  /// Publications and events that say it, each once, in the order of files.
  @Test func placesBeyondFiveAreCounted() throws {
    let lines = try refusal("202010001234.3")
    #expect(lines.count == 7)
    #expect(lines.last == "… 3 more places")
  }

  @Test(arguments: [
    ("US11300001B2", "US11300001B2 (docdb)"), ("US 11,300,001 B2", "US11300001B2 (docdb)"),
    // The form of the office itself, with a zero in the serial number.
    ("US 2021/0300001 A1", "US2021300001A1 (ops)"), ("JP2021-500001A", "JP2021500001A (docdb)"),
    ("EP 3900001", "EP3900001A1 (ops)"), ("US17/000001", ""),
  ])
  func aDocumentOfAFamily(number: String, document: String) throws {
    let lines = try refusal(number)
    let office = String(number.prefix(2))
    #expect(lines.first?.contains("is of another office, \(office)") == true, "\(lines)")
    guard !document.isEmpty else {
      #expect(lines.first?.contains("named in none of the files read") == true)
      return
    }
    #expect(lines[1].hasPrefix("worldwide publication \(document)"), "\(lines)")
    // None of the family's two Chinese applications was delivered by CNIPA.
    let way = "hint: of its family, 202010001234.3, 202011009999.8, no record of CNIPA's was read"
    #expect(lines.last?.hasPrefix(way) == true, "\(lines)")
  }

  /// A letter before the digits belongs to the number: all members of the register began with `US`.
  @Test func aDesignIsNoOtherDocument() throws {
    let lines = try refusal("US D1,099,001 S1")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("worldwide publication USD1099001S1 (uspto-grant)"))
    #expect(lines[2].hasPrefix("hint: no Chinese application is known of its family"))
  }

  /// Row 101 of the register of families names `US11000100B2` for ZL 201016879358.6.
  @Test func aMemberOfTheRegisterLeadsToItsPatent() throws {
    let lines = try refusal("US 11000100 B2")
    #expect(
      lines.contains(
        "register families, member US11000100B2: SampleData/registers/families.csv, row 101"))
    #expect(lines.last?.contains("ipatlas explain 201016879358.6 ") == true)
    let plan = try Self.sample.get().plan
    #expect(
      try Explanation(of: "201016879358.6", plan: plan).application.canonical == "201016879358.6")
    // One digit less is another document.
    #expect(try refusal("US1100010B2").first?.contains("none of the files read") == true)
  }

  @Test(arguments: ["PCT/US2020/010042", "PCT/US20/10042", "WO2021/100042", "WO 2021100042 A1"])
  func anInternationalApplicationLeadsToItsNationalPhase(number: String) throws {
    let lines = try refusal(number)
    #expect(lines.first?.contains("only its Chinese national phase") == true)
    #expect(lines[1].hasPrefix("national phase 202089489325.1, CN110489325A: SampleData/cnipa/"))
    let plan = try Self.sample.get().plan
    #expect(
      lines.last == "hint: ask for its national phase: ipatlas explain 202089489325.1 \(plan.path)")
  }

  @Test func anInternationalApplicationWithoutNationalPhase() throws {
    let known = try refusal("PCT/CN2020/123456")
    #expect(known.first?.contains("no Chinese publication in the store names it") == true)
    #expect(known[1].hasPrefix("worldwide publication WO2021200001A1 (docdb)"))
    let unknown = try refusal("PCT/CN2021/000001")
    #expect(unknown.count == 2)
    #expect(unknown[1].contains("ask for the Chinese application number of the national phase"))
  }

  @Test(arguments: [
    ("98/23861", "WO1998023861"), ("02/012345", "WO2002012345"), ("2021/200001", "WO2021200001"),
  ])
  func yearsInFull(text: String, number: String) {
    #expect(OfficeNumber.international(text, isApplication: false)?.text == number)
  }

  @Test(arguments: [
    ("EP05990013", "PCT/EP2005/990013"), ("CN2020123456W", "PCT/CN2020/123456"),
    ("PCT/CN98/00123", "PCT/CN1998/000123"),
  ])
  func applicationsInFull(text: String, number: String) {
    #expect(OfficeNumber.international(text, isApplication: true)?.text == number)
  }

  @Test(arguments: ["CN113783949B", "ZL 202110991218.8", "kein", "12345678", "US12", "G1234567"])
  func numbersOfNoOtherOffice(text: String) { #expect(OfficeNumber(text) == nil) }

  // MARK: Marks

  @Test(arguments: [
    ("XX/2019/000101", "XX XX/2019/000101"), ("XX XX/2020/000102", "XX XX/2020/000102"),
    ("XX2019000101", "XX XX/2019/000101"), ("CA500000990000100", "CA CA500000990000100"),
    // By the number of the registration.
    ("CA TMA9900001", "CA CA500000990000100"), ("US 9900001", "US 99000001"),
    ("EM 099000001", "EM 099000001"), ("TW109099991", "TW 109099991"),
  ])
  func aMarkOfAnotherOffice(number: String, found: String) throws {
    let explanation = try TrademarkExplanation(of: number, plan: try Self.sample.get().plan)
    #expect(explanation.lines().first?.hasPrefix(found + "  (as of") == true)
  }

  @Test func aMarkNobodyDelivered() throws {
    let plan = try Self.sample.get().plan
    let failure = #expect(throws: RunFailure.self) {
      try TrademarkExplanation(of: "XX/2019/000999", plan: plan)
    }
    #expect(failure?.reason.hasPrefix("trademark XX ") == true)
    #expect(failure?.reason.contains("is in none of the files read") == true)
  }
}
