import Records
import Testing

@testable import Formats

/// The real samples are in ``UsptoGolden``.
struct UsptoApplicationTests {
  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func anApplicationOf2001HasAllItsFields() throws {
    let folder = try #require(UsptoSamples.folder, "the sample folder is missing")
    let patent = try #require(
      try UsptoSamples.read(file: folder + "/uspto_application_v1-5-A1_2.xml").records.first?
        .patent)
    #expect(patent.format == "uspto-application")
    #expect(
      patent.titles.map { $0.text } == [
        "Process for detecting and correcting a fiber orientation cross direction profile change"
      ])
    #expect(
      patent.inventors == ["Wolfgang Ruf", "Hans Loser", "Ulrich Begemann", "Klaus Lehleiter"])
    #expect(
      patent.priorities == [
        Priority(country: "DE", number: "197 33 454", date: PartialDate("19970802"))
      ])
    #expect(patent.parent?.text == "09126808")
    #expect(patent.claimCount == 33)
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func aRepublicationNamesTheEarlierOne() throws {
    let folder = try #require(UsptoSamples.folder, "the sample folder is missing")
    let patent = try #require(
      try UsptoSamples.read(file: folder + "/uspto_application_v4-5-A2.xml").records.first?.patent)
    #expect(patent.relatedPublications.map { $0.number.canonical } == ["20210378390"])
    #expect(patent.relatedPublications.map { $0.kind?.text } == ["A1"])
    #expect(
      patent.applicants == [
        Party(sequence: 1, name: "BEVIS GEAR INC.", country: "CA", city: "VANCOUVER")
      ])
    #expect(
      patent.internationalApplication
        == InternationalApplication(
          applicationNumber: "PCT/CA2019/051575", filingDate: PartialDate("20191105"),
          nationalEntry: PartialDate("20210429")))
  }

  @Test func aWeeklyFile() throws {
    let result = try UsptoSamples.read(
      file: UsptoSamples.synthetic + "/uspto-application/ipa250109.xml")
    #expect(result.rejects == [])
    let patents = result.records.compactMap { $0.patent }
    #expect(
      patents.map(UsptoGolden.line) == [
        "20250099001 A1 2025-01-09 18799001 2024-07-12 invention A45F3/04 0 - 2/1/0/0 0 0 0 1",
        "20250099002 A9 2025-01-09 18399002 2023-12-01 invention - 0 - 0/0/0/0 0 0 1 2",
        "20250099003 P1 2025-01-09 18799003 2024-07-12 plant - 0 - 0/0/0/0 0 0 0 -",
      ])
    #expect(patents.first?.applicants.map { $0.sequence } == [1, 2])
    #expect(patents.first?.applicants.map { $0.name } == ["Lingbi Case Co., Ltd.", "张三"])
    #expect(patents.first?.abstracts.map { $0.text } == ["A case.\nIt pivots."])
  }

  @Test func anApplicationOfPAP() throws {
    let result = try UsptoSamples.read(
      file: UsptoSamples.synthetic + "/uspto-application/pa030102.xml")
    #expect(result.rejects == [])
    let patent = try #require(result.records.first?.patent)
    #expect(
      UsptoGolden.line(patent)
        == "20030099001 A1 2003-01-02 10099001 2002-03-01 invention G06F17/60 0 - 0/2/1/0 1 0 1 2")
    #expect(patent.ipc.map { $0.text } == ["G06F17/60", "H04L9/00"])
    #expect(patent.titles.map { $0.text } == ["Trading over a network"])
    #expect(patent.abstracts.map { $0.text } == ["Trading ‘fast’."])
    #expect(patent.inventors == ["Wayne W Probe III", "Erik Muster"])
    #expect(
      patent.assignees
        == [Party(sequence: 1, name: "Sample Trading AG", country: "DE", city: "Bonn")])
    #expect(patent.parent?.text == "09099002")
    #expect(patent.relatedPublications.map { $0.number.canonical } == ["20020199001"])
    #expect(
      patent.internationalApplication
        == InternationalApplication(
          applicationNumber: "PCT/DE98/99001", filingDate: PartialDate("19980731"),
          nationalEntry: PartialDate("20000301")))
  }

  @Test func cutFilesKeepEachWholeDocument() throws {
    for (name, tag) in [
      ("ipa250109.xml", "</us-patent-application>"),
      ("pa030102.xml", "</patent-application-publication>"),
    ] {
      let bytes = try UsptoSamples.bytes(UsptoSamples.synthetic + "/uspto-application/" + name)
      let ends = UsptoSamples.ends(of: tag, in: bytes).map { (end: $0, records: 1) }
      #expect(try UsptoSamples.faults(ofCutting: bytes, ends: ends, cuts: 150) == [], "\(name)")
    }
  }
}
