import Records
import Testing

@testable import Formats

struct OpsTests {
  // MARK: Real answers

  /// Records and rejects of every sample; numbers of elements counted with another parser.
  @Test(
    .enabled(if: SharedSamples.areExpected, "no sample folder"),
    arguments: [
      ("ops_biblio_1", 1, 0, 0), ("ops_biblio_2", 1, 0, 0), ("ops_biblio_3", 1, 0, 0),
      ("ops_family_WO2009085664_with-CN-members", 20, 0, 0), ("ops_family_input", 6, 0, 0),
      ("ops_full_cycle_ep1000000", 2, 0, 0), ("ops_get_biblio", 1, 0, 0),
      ("ops_get_family_with_biblio", 5, 0, 0), ("ops_get_legal", 1, 69, 0),
      ("ops_legal_1", 1, 50, 0), ("ops_legal_3", 1, 14, 0),
      ("ops_get_published_equivalents", 0, 0, 1), ("ops_get_register_biblio", 0, 0, 1),
      ("ops_get_register_events", 0, 0, 1),
    ])
  func counts(_ name: String, _ patents: Int, _ events: Int, _ rejects: Int) throws {
    let bytes = try ExchangeSamples.shared(name + ".xml")
    for strict in [false, true] {
      let result = try read(bytes, strict: strict)
      #expect(result.records.compactMap { $0.patent }.count == patents)
      #expect(result.records.compactMap { $0.event }.count == events)
      #expect(result.rejects.map { $0.code } == Array(repeating: .unknownFormat, count: rejects))
      #expect(result.records.allSatisfy { $0.formatID == "ops" })
    }
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func chineseMembersOfAFamily() throws {
    let result = try read(
      try ExchangeSamples.shared("ops_family_WO2009085664_with-CN-members.xml"))
    let chinese = result.records.compactMap { $0.patent }.filter { $0.country == "CN" }
    #expect(
      chinese.map { "\($0.publicationNumber.canonical)\($0.kind.text)" }
        == ["101911042A", "101911042B", "102622450A", "102622450B"])
    #expect(
      chinese.map { $0.application?.text }
        == ["200880123968.6", "200880123968.6", "201210106458.6", "201210106458.6"])
    #expect(
      chinese.map { $0.publicationDate?.number }
        == [20_101_208, 20_160_914, 20_120_801, 20_151_104])
    // The divisional bears the filing date of the application it was divided from.
    #expect(chinese.map { $0.filingDate?.number } == Array(repeating: 20_081_212, count: 4))
    #expect(chinese.allSatisfy { $0.familyIdentifier == "40799763" })
    #expect(chinese[0].internationalApplication?.applicationNumber == "PCT/US2008/086599")
    #expect(chinese[2].internationalApplication == nil)
    #expect(chinese[2].priorities.map { $0.number } == ["96495207", "200880123968"])
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func partiesListedTwiceAreTakenOnce() throws {
    let result = try read(try ExchangeSamples.shared("ops_get_family_with_biblio.xml"))
    let patents = result.records.compactMap { $0.patent }
    #expect(patents[0].applicants.map { $0.name } == ["9Solutions Oy"])
    #expect(patents[0].applicants.first?.country == "FI")
    #expect(patents[0].inventors == ["Herrala, Sami", "Kylmänen, Jari", "Niemi, Jaakko"])
    #expect(
      patents[3].applicants.map { $0.name }
        == ["Herrala Sami", "Kylmänen Jari", "Niemi Jaakko", "9Solutions Oy"])
    #expect(patents[3].application?.text == "201113167395")
    #expect(patents[2].inventors == ["HERRALA, SAMI", "KYLMAENEN, JARI", "NIEMI, JAAKKO"])
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func unequalListsOfPartiesAreNotMixed() throws {
    let result = try read(try ExchangeSamples.shared("ops_biblio_3.xml"))
    let patent = try #require(result.records.first?.patent)
    // The printed list names another holder beside this one.
    #expect(patent.applicants.map { $0.name } == ["PRIMUS GREEN ENERGY INC"])
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func eventsOfAnApplication() throws {
    let result = try read(try ExchangeSamples.shared("ops_legal_3.xml"))
    let events = result.records.compactMap { $0.event }
    let pledge = try #require(events.first { $0.value("OWNER")?.hasPrefix("WELLS FARGO") == true })
    #expect(pledge.country == "US")
    #expect(pledge.code == "AS")
    #expect(pledge.application?.text == "201815919370")
    #expect(pledge.publication?.number.canonical == "10465445")
    #expect(pledge.publishedOn?.number == 20_200_817)
    #expect(pledge.effectiveOn?.number == 20_200_806)
    #expect(pledge.value("Free Format Text")?.hasPrefix("SECURITY INTEREST;") == true)
  }

  @Test(
    .enabled(if: SharedSamples.areExpected, "no sample folder"),
    arguments: [
      "ops_family_WO2009085664_with-CN-members", "ops_legal_1", "ops_get_family_with_biblio",
    ])
  func cutFamiliesKeepTheWholeMembers(_ name: String) throws {
    try ExchangeSamples.truncate(
      try ExchangeSamples.shared(name + ".xml"), element: "family-member", seed: 13, places: 30)
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func cutDocumentsKeepTheWholeOnes() throws {
    try ExchangeSamples.truncate(
      try ExchangeSamples.shared("ops_full_cycle_ep1000000.xml"), element: "exchange-document",
      seed: 14, places: 60)
  }

  @Test(arguments: [("ops/biblio.xml", "exchange-document"), ("ops/legal.xml", "family-member")])
  func cutOwnAnswers(_ path: String, _ element: String) throws {
    try ExchangeSamples.truncate(
      try ExchangeSamples.own(path), element: element, seed: 15, places: 120)
  }

  // MARK: Own samples

  @Test func ownBibliography() throws {
    let result = try read(try ExchangeSamples.own("ops/biblio.xml"))
    #expect(result.rejects.map { $0.code } == [.noNumber])
    #expect(result.rejects.first?.source.record == "3999999")
    try #require(result.records.count == 1)
    let patent = try #require(result.records[0].patent)
    #expect(patent.filingDate?.number == 20_201_225)
    #expect(patent.ipc.map { $0.text } == ["F04D29/38", "F04D29/66"])
    #expect(patent.cpc == ["F04D29/388", "Y02E10/72"])
    #expect(patent.applicants == [Party(sequence: 1, name: "Zhengyu Fan Co Ltd", country: "CN")])
    #expect(patent.inventors == ["Wang, Er", "Müller, Jörg"])
    #expect(
      patent.priorities.map { [$0.country, $0.number, $0.date?.isoText] }
        == [["CN", "20201001234", "2020-01-02"]])
    #expect(patent.citations == [Citation(country: "US", number: "5277199", kind: "A")])
  }

  @Test func ownFamily() throws {
    let result = try read(try ExchangeSamples.own("ops/family.xml"))
    #expect(result.rejects == [])
    let patents = result.records.compactMap { $0.patent }
    #expect(patents.map { $0.country } == ["CN", "CN", "CN", "US", "US", "WO"])
    #expect(patents.map { $0.kind.text } == ["A", "B", "A", "A1", "B2", "A1"])
    #expect(patents[1].application?.text == "202010001234.3")
    #expect(patents[4].publicationNumber.canonical == "11300001")
    #expect(patents[5].application?.text == "2020123456")
  }

  @Test func ownEvents() throws {
    let result = try read(try ExchangeSamples.own("ops/legal.xml"))
    #expect(result.rejects == [])
    let events = result.records.compactMap { $0.event }
    #expect(
      events.map { $0.code }
        == ["GR01", "CF01", "C35", "STCF", "AS", "LAPS", "PG25", "PGFP", "27W"])
    #expect(events.map { $0.country } == ["CN", "CN", "CN", "US", "US", "US", "EP", "EP", "EP"])
    #expect(events[0].applicationNumber?.canonical == "202010001234.3")
    #expect(events[1].effectiveOn?.number == 20_250_102)
    #expect(events[5].publication?.number.canonical == "11300001")
    #expect(events[5].publication?.kind?.text == "B2")
    #expect(events[6].value("Ref Country Code") == "IT")
    #expect(events[7].value("Payment DATE") == "20241220")
    #expect(events[7].value("Year of Fee Payment") == "5")
    #expect(events.allSatisfy { $0.producedOn == nil && $0.eventClass == nil })
  }

  @Test(arguments: [
    ("ops/search-without-documents.xml", "search results"), ("ops/search-as-json.xml", "JSON"),
    ("ops/fault.xml", "<fault>"),
  ])
  func answersWithoutRecordsAreRefused(_ path: String, _ word: String) throws {
    let result = try read(try ExchangeSamples.own(path))
    #expect(result.records.isEmpty)
    #expect(result.rejects.map { $0.code } == [.unknownFormat])
    #expect(result.rejects.first?.reason.contains(word) == true, "\(result.rejects)")
  }

  // MARK: Traps

  private func family(_ members: String) throws -> (records: [ExportRecord], rejects: [Reject]) {
    let result = try read(
      "<ops:world-patent-data><ops:patent-family>\(members)</ops:patent-family>"
        + "</ops:world-patent-data>")
    return (result.records, result.rejects)
  }

  private let publication = """
    <publication-reference><document-id document-id-type="docdb"><country>US</country>\
    <doc-number>7000001</doc-number><kind>B2</kind></document-id></publication-reference>
    """

  @Test func aFamilyWithoutMembersIsRejected() throws {
    #expect(try family("").rejects.map { $0.code } == [.noNumber])
  }

  @Test func aMemberWithoutNumberIsRejectedAlone() throws {
    let result = try family(
      "<ops:family-member family-id=\"1\"/><ops:family-member>\(publication)</ops:family-member>")
    #expect(result.records.count == 1)
    #expect(result.rejects.count == 1)
  }

  @Test func anEventWithoutFieldsTakesThoseOfItsMember() throws {
    let result = try family(
      "<ops:family-member>\(publication)<ops:legal code=\"FP  \" desc=\"LAPSED\" infl=\"-\"/>"
        + "</ops:family-member>")
    let event = try #require(result.records.compactMap { $0.event }.first)
    #expect(event.country == "US")
    #expect(event.code == "FP")
    #expect(event.publication?.number.canonical == "7000001")
    #expect(event.publishedOn == nil)
  }

  @Test func anEventWithoutCodeOrNumberIsRejected() throws {
    let result = try family(
      "<ops:family-member>\(publication)<ops:legal desc=\"x\"/><ops:legal code=\"A\">"
        + "<ops:L001EP>DE</ops:L001EP></ops:legal></ops:family-member>")
    #expect(result.records.count == 1)
    #expect(result.rejects.map { $0.code } == [.badValue, .noNumber])
  }

  @Test func searchResultsWithDocuments() throws {
    let document = { (number: Int) in
      "<exchange-documents><exchange-document country=\"US\" doc-number=\"\(number)\" kind=\"B2\"/>"
        + "</exchange-documents>"
    }
    let result = try read(
      "<ops:world-patent-data><ops:biblio-search><ops:search-result>\(document(1))\(document(2))"
        + "</ops:search-result></ops:biblio-search></ops:world-patent-data>")
    #expect(result.rejects == [])
    #expect(
      result.records.compactMap { $0.patent?.publicationNumber.canonical } == ["1", "2"])
  }
}
