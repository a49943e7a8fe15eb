import Records
import Testing

@testable import Formats

struct DocdbTests {
  // MARK: Real records

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func aGrantWithNumbersInThreeForms() throws {
    let result = try read(try ExchangeSamples.shared("docdb_spark_sample_data.xml"))
    #expect(result.rejects == [])
    try #require(result.records.count == 1)
    let patent = try #require(result.records[0].patent)
    #expect(patent.format == "docdb")
    #expect(patent.country == "EP")
    #expect(patent.publicationNumber.canonical == "1658542")
    #expect(patent.kind.text == "B1")
    #expect(patent.publicationDate?.number == 20_201_028)
    #expect(patent.application?.text == "04782244")
    #expect(patent.filingDate?.number == 20_040_826)
    #expect(patent.familyIdentifier == "34216734")
    #expect(patent.status == .new)
    #expect(patent.producedOn?.number == 20_201_029)
    #expect(patent.ipc.first?.text == "G05D16/20")
    #expect(patent.ipc.count == 6)
    #expect(
      patent.cpc == ["F02C9/18", "F16K31/426", "G05D16/2097", "Y10T137/7782", "Y10T137/86614"])
    #expect(
      patent.applicants == [Party(sequence: 1, name: "Honeywell International Inc.", country: "US")]
    )
    #expect(
      patent.inventors == ["HOOKER, Kenneth", "GOODMAN, Bob", "FRANCONI, Robert", "MUTCH, James"])
    // The originals are numbered otherwise: original 1 is docdb 2.
    #expect(patent.priorities.map { $0.number } == ["2004027724", "64845703"])
    #expect(patent.internationalApplication?.applicationNumber == "PCT/US2004/027724")
    #expect(
      patent.familyMembers.map { member in
        member.document.country + member.document.number.canonical
          + (member.document.kind?.text ?? "")
      } == [
        "EP1658542A1", "EP1658542B1", "US7104282B2", "US2005044858A1", "WO2005019956A1",
      ])
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func aPackageOfGermanPublications() throws {
    let result = try read(try ExchangeSamples.shared("docdb_DE-backfile.xml"))
    #expect(result.rejects == [])
    let patents = result.records.compactMap { $0.patent }
    #expect(
      patents.map { $0.publicationNumber.canonical } == (1_258_188...1_258_197).map(String.init))
    #expect(patents.map { $0.familyIdentifier }.prefix(3) == ["6979546", "6980816", "22421564"])
    #expect(patents[0].application?.text == "B0077613")
    #expect(patents[0].ipc.map { $0.text } == ["F02M41/12", "F02M59/34", "F02M59/36"])
    #expect(patents[0].cpc == ["F02M59/34", "F02M41/125", "F02M59/36", "F02M2700/1358"])
    #expect(patents[0].citations.first == Citation(country: "DE", number: "814968", kind: "C"))
    #expect(patents[0].citations.count == 4)
    #expect(patents[6].applicants.count == 4)
    #expect(patents[6].applicants[1].name == "DELEGATION MINISTERIELLE POUR L'ARMEMENT")
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func aFragmentWithoutPrefixAndItsLargeFamily() throws {
    let result = try read(try ExchangeSamples.shared("docdb_AP-1206-A_302101161.xml"))
    let patent = try #require(result.records.first?.patent, "\(result.rejects)")
    #expect(patent.country == "AP")
    #expect(patent.status == .amended)
    #expect(patent.producedOn?.number == 20_221_027)
    #expect(patent.applicants.first?.name == "BRISTOL-MYERS SQUIBB COMPANY")
    #expect(patent.applicants.first?.country == "US")
    #expect(patent.internationalApplication?.applicationNumber == "PCT/US98/16128")
    #expect(patent.familyIdentifier == "22179393")
    let chinese = patent.familyMembers.filter { $0.document.country == "CN" }
    #expect(chinese.map { $0.document.number.canonical } == ["1149075", "1294509"])
    #expect(chinese.map { $0.application?.text } == ["98814060.8", "98814060.8"])
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func anInternationalPublicationWithEntities() throws {
    let bytes = try ExchangeSamples.shared("docdb_WO-2022259205-A1_544370561.xml")
    for strict in [false, true] {
      let result = try read(bytes, strict: strict)
      let patent = try #require(result.records.first?.patent, "\(result.rejects)")
      #expect(patent.publicationNumber.canonical == "2022259205")
      #expect(patent.application?.text == "2022055385")
      #expect(patent.internationalApplication?.applicationNumber == "PCT/IB2022/055385")
      // The first position is the second in the list.
      #expect(patent.ipc.first?.text == "A61K9/00")
      #expect(patent.ipc.count == 11)
      #expect(patent.cpc.count == 16)
      #expect(patent.titles.map { $0.language } == ["en", "fr"])
      #expect(patent.abstracts.map { $0.language } == ["en", "fr"])
      #expect(patent.inventors[2] == "CABRAL PIRES, Patrícia Sofia")
      #expect(
        patent.applicants
          == [Party(sequence: 1, name: "UNIVERSIDADE DA BEIRA INTERIOR", country: "PT")])
      #expect(patent.citations.map { $0.number }.first == "102908333")
      #expect(patent.citations.count == 4)
    }
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func cutPackagesKeepTheWholeRecords() throws {
    try ExchangeSamples.truncate(
      try ExchangeSamples.shared("docdb_DE-backfile.xml"), element: "exchange-document", seed: 11,
      places: 40)
  }

  // MARK: Own samples

  @Test func ownPackage() throws {
    let bytes = try ExchangeSamples.own("docdb/DOCDB-202602-001-CN-0001.xml")
    for strict in [false, true] {
      let result = try read(bytes, strict: strict)
      #expect(result.rejects == [])
      let patents = result.records.compactMap { $0.patent }
      #expect(patents.map { $0.status } == [.new, .amended, nil, .deleted, .amended])
      #expect(patents.map { $0.kind.text } == ["A", "B", "A1", "A", "A"])
      let grant = patents[1]
      #expect(grant.application?.text == "202010001234.3")
      // The advanced level's first position, not the core level's nor the list's first.
      #expect(grant.ipc.map { $0.text } == ["F04D29/38", "F04D29/00", "G01N33/00"])
      #expect(grant.cpc == ["G01N33/0004", "F04D29/38"])
      #expect(grant.titles.map { $0.language } == ["en", "zh"])
      #expect(grant.titles[0].text == "Fan blade with noise damping")
      #expect(grant.abstracts == [LanguageText(language: "en", text: "A fan blade\nwith slots.")])
      #expect(grant.applicants.map { $0.name } == ["宿州正宇风机有限公司", "宿州学院"])
      #expect(grant.applicants.map { $0.country } == ["CN", "CN"])
      // One original name for two inventors: none is certain.
      #expect(grant.inventors == ["WANG Er", "ZHANG San"])
      #expect(
        grant.citations == [
          Citation(country: "DE", number: "1234567", kind: "A1"),
          Citation(country: "US", number: "2000123", kind: "B1"),
        ])
      // An international application filed in China is no Chinese application.
      #expect(patents[2].application?.text == "2020123456")
      #expect(patents[2].applicationNumber == nil)
      #expect(patents[2].internationalApplication?.applicationNumber == "PCT/CN2020/123456")
      #expect(patents[2].priorities.count == 1)
      #expect(patents[2].titles.first?.language == "und")
      #expect(patents[2].ipc.first?.text == "F04D29/38")
      #expect(patents[4].application == nil)
    }
  }

  @Test func ownFragments() throws {
    for strict in [false, true] {
      let result = try read(try ExchangeSamples.own("docdb/fragments.xml"), strict: strict)
      #expect(result.rejects.map { $0.code } == [.noNumber])
      let patents = result.records.compactMap { $0.patent }
      try #require(patents.map { $0.country } == ["US", "CN"])
      #expect(patents[0].ipc.map { $0.text } == ["H04W88/04", "H04W84/20"])
      #expect(patents[0].internationalApplication?.applicationNumber == "PCT/CN2020/123456")
      #expect(patents[1].application?.text == "202011009999.8")
      #expect(patents[1].filingDate?.number == 20_200_102)
    }
  }

  @Test func cutOwnPackage() throws {
    try ExchangeSamples.truncate(
      try ExchangeSamples.own("docdb/DOCDB-202602-001-CN-0001.xml"), element: "exchange-document",
      seed: 12, places: 120)
  }

  // MARK: Traps

  private func package(_ records: String...) throws -> (records: [ExportRecord], rejects: [Reject])
  {
    let result = try read(
      "<exch:exchange-documents>\(records.joined())</exch:exchange-documents>")
    return (result.records, result.rejects)
  }

  private func record(_ attributes: String, _ body: String = "") -> String {
    "<exch:exchange-document \(attributes)>\(body)</exch:exchange-document>"
  }

  private let us = #"country="US" doc-number="7000001" kind="B2" date-publ="20060214""#

  @Test func aPackageWithoutRecordsIsRejected() throws {
    let result = try package()
    #expect(result.rejects.map { $0.code } == [.noNumber])
    #expect(result.records.isEmpty)
  }

  @Test(arguments: [
    ("C", DeliveryStatus.new), ("A", .amended), ("D", .deleted), ("CV", .new), ("DV", .deleted),
  ])
  func status(_ letter: String, _ expected: DeliveryStatus) throws {
    let patent = try package(record(us + " status=\"\(letter)\"")).records.first?.patent
    #expect(patent?.status == expected)
  }

  @Test func oneBrokenRecordCostsNoOther() throws {
    let result = try package(
      record(us), record(us.replacing("7000001", with: "7000002"), "<a></b>"),
      record(us.replacing("7000001", with: "7000003")))
    #expect(
      result.records.compactMap { $0.patent?.publicationNumber.canonical }
        == ["7000001", "7000003"])
    #expect(result.rejects.map { $0.code } == [.xmlSyntax])
    #expect(result.rejects.first?.source.record == "7000002")
  }

  @Test func aChineseRecordWithoutApplicationIsRejected() throws {
    let result = try package(record(#"country="CN" doc-number="111" kind="A""#))
    #expect(result.rejects.map { $0.code } == [.noNumber])
  }

  @Test func aRecordWithoutOfficeIsRejected() throws {
    let result = try package(record(#"doc-number="111" kind="A""#))
    #expect(result.rejects.map { $0.code } == [.badValue])
  }

  @Test func repeatedAndShuffledElements() throws {
    let number = """
      <exch:application-reference data-format="original"><document-id><doc-number>1/2</doc-number>\
      </document-id></exch:application-reference><exch:application-reference data-format="docdb">\
      <document-id><date>20050101</date><kind>A</kind><doc-number>2005001</doc-number><country>US\
      </country></document-id></exch:application-reference>
      """
    let patent = try package(
      record(us, "<exch:bibliographic-data>\(number)\(number)</exch:bibliographic-data>")
    ).records.first?.patent
    #expect(patent?.application?.text == "2005001")
    #expect(patent?.filingDate?.number == 20_050_101)
  }

  @Test func numbersOfLaterFormsServeWhereTheFirstIsMissing() throws {
    let claims = """
      <exch:priority-claims><exch:priority-claim sequence="1" data-format="epodoc"><document-id>\
      <doc-number>CN20201001234</doc-number></document-id></exch:priority-claim>\
      <exch:priority-claim sequence="1" data-format="original"><document-id><doc-number>\
      202010001234.3</doc-number></document-id></exch:priority-claim></exch:priority-claims>
      """
    let patent = try package(
      record(us, "<exch:bibliographic-data>\(claims)</exch:bibliographic-data>")
    ).records.first?.patent
    #expect(patent?.priorities == [Priority(country: "CN", number: "20201001234")])
  }
}
