import Records
import Testing

@testable import Formats

struct UsptoAssignmentTests {
  @Test(arguments: Conveyance.examples)
  func aConveyanceTextHasItsClass(_ example: (text: String, eventClass: LegalEventClass?)) {
    #expect(Conveyance.eventClass(of: example.text) == example.eventClass, "\(example.text)")
    #expect(Conveyance.eventClass(of: example.text.lowercased()) == example.eventClass)
  }

  /// Counts found by another reader (Python's lxml) in the same bytes.
  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func theSampleGivesWhatAnotherReaderFinds() throws {
    let folder = try #require(UsptoSamples.folder, "the sample folder is missing")
    let result = try UsptoSamples.read(
      file: folder + "/uspto-assignment_ad20150727-sample.xml")
    #expect(result.rejects == [])
    let events = result.records.compactMap { $0.event }
    #expect(events.count == 2494)
    let recordings = Dictionary(grouping: events) { $0.identifier ?? "" }
    #expect(recordings.count == 343)
    var classes: [LegalEventClass?: Int] = [:]
    for recording in recordings.values { classes[recording[0].eventClass, default: 0] += 1 }
    // 14 texts with SECURITY and one LIEN.
    #expect(
      classes == [
        .transferred: 240, .renamed: 30, .licenceRecorded: 22, .correction: 19,
        .pledgeRegistered: 15, .pledgeCancelled: 6, .readdressed: 4, .licenceCancelled: 2, nil: 5,
      ])
    #expect(events.filter { $0.eventClass == .pledgeRegistered }.count == 157)
    #expect(events.filter { $0.eventClass == .pledgeCancelled }.count == 42)
    #expect(events.filter { $0.application == nil }.isEmpty)
    #expect(events.filter { $0.publication?.kind?.letter == 0x42 }.count == 868 + 240)

    let first = try #require(events.first)
    #expect(first.application?.text == "11726014")
    #expect(first.publication?.number.canonical == "9081044")
    #expect(first.identifier == "019091/0278")
    #expect(first.publishedOn?.isoText == "2007-03-20")
    #expect(first.producedOn?.isoText == "2015-07-27")
    #expect(first.source.offset == 2905)
    // It was expunged, and executed on two days.
    #expect(first.eventClass == nil)
    #expect(first.effectiveOn == nil)
    #expect(first.value("purge-indicator") == "Y")
    #expect(first.details.filter { $0.label == "assignor" }.count == 3)
    #expect(
      first.value("assignee-address") == "701 FIRST AVENUE, SUNNYVALE, CALIFORNIA, 94089")
    let second = try #require(recordings["027379/0108"]?.first)
    #expect(second.effectiveOn?.isoText == "2011-11-15")
    #expect(second.eventClass == .transferred)
  }

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func answersOfTheSearchAreRead() throws {
    let folder = try #require(UsptoSamples.folder, "the sample folder is missing")
    let first = try UsptoSamples.read(file: folder + "/uspto-assignment_solr_1.xml")
    #expect(first.rejects == [])
    let events = first.records.compactMap { $0.event }
    #expect(
      events.map { $0.application?.text }
        == ["10628795", "11400674", "09210491", "09705446", "09266394"])
    #expect(
      events.map { $0.publication?.number.canonical }
        == ["7130913", "7321937", "6195024", "6309424", "6601104"])
    #expect(Set(events.map { $0.eventClass }) == [.transferred])
    #expect(Set(events.map { $0.identifier }) == ["018247/0405"])
    #expect(Set(events.map { $0.effectiveOn?.isoText }) == ["2006-09-14"])
    #expect(
      events[0].value("assignee-address") == "15 WEST 36TH STREET, NEW YORK, NEW YORK, 10018")
    let second = try UsptoSamples.read(file: folder + "/uspto-assignment_solr_2.xml")
    #expect(second.rejects == [])
    let event = try #require(second.records.first?.event)
    #expect(second.records.count == 1)
    #expect(event.application?.text == "15334090")
    #expect(event.publication?.number.canonical == "20180114740")
    #expect(event.publication?.kind == nil)
  }

  @Test func aDailyFile() throws {
    let result = try UsptoSamples.read(
      file: UsptoSamples.synthetic + "/uspto-assignment/ad20250115.xml")
    #expect(result.rejects.map { $0.code } == [.noNumber])
    #expect(result.rejects.map { $0.source.record } == ["069001/0300"])
    let events = result.records.compactMap { $0.event }
    #expect(
      events.map {
        [
          $0.identifier ?? "", $0.application?.text ?? "-",
          $0.publication.map { $0.number.canonical + ($0.kind?.text ?? "") } ?? "-",
          $0.eventClass?.rawValue ?? "-", $0.effectiveOn?.isoText ?? "-",
        ].joined(separator: " ")
      } == [
        "069001/0278 17999001 12999001B2 transferred -",
        "069001/0278 18799001 20250099001A1 transferred -",
        "069001/0300 17999001 - pledge-registered 2025-01-09",
        "069001/0340 - D1099001S1 pledge-cancelled 2025-01-12",
        "069001/0360 17999001 - correction -",
        "019091/0278 09599001 6399001B1 - -",
      ])
    #expect(
      events[2].value("assignee-address")
        == "2 SAMPLE STREET, FLOOR 3, NEW YORK, NEW YORK, 10001")
  }

  @Test func anAnswer() throws {
    let result = try UsptoSamples.read(
      file: UsptoSamples.synthetic + "/uspto-assignment/answer.xml")
    #expect(result.rejects == [])
    let events = result.records.compactMap { $0.event }
    #expect(events.map { $0.application?.text } == ["09599001", "18799001", "18799003"])
    #expect(
      events.map { $0.publication?.number.canonical } == ["6399001", "20250099001", nil])
    #expect(
      events.map { $0.eventClass } == [.pledgeRegistered, .pledgeRegistered, .transferred])
    #expect(events.map { $0.effectiveOn } == [nil, nil, nil])
    #expect(events[0].value("assignee-address") == "2 SAMPLE STREET, NEW YORK")
    #expect(events[2].details.filter { $0.label == "assignor" }.count == 2)
  }

  @Test(arguments: [
    (
      "an empty day",
      "<us-patent-assignments><patent-assignments><data-available-code>N</data-available-code>"
        + "</patent-assignments></us-patent-assignments>", Reject.Code.empty
    ),
    (
      "no conveyance text",
      "<us-patent-assignments><patent-assignments><patent-assignment><patent-properties>"
        + "<patent-property/></patent-properties></patent-assignment></patent-assignments>"
        + "</us-patent-assignments>", .badValue
    ),
    ("another Solr answer", "<response><result name=\"response\"/></response>", .unknownFormat),
    (
      "an answer without documents",
      "<response><lst name=\"conveyanceText\"/><result name=\"response\"/></response>", .empty
    ),
  ])
  func nothingIsPassedOverInSilence(_ name: String, _ text: String, _ code: Reject.Code) throws {
    let result = try read(text)
    #expect(result.records == [])
    #expect(result.rejects.map { $0.code } == [code])
  }

  @Test func aCommentInTheDTDMayHoldAnApostrophe() throws {
    let path = UsptoSamples.synthetic + "/uspto-assignment/ad20250115.xml"
    let text = String(decoding: try UsptoSamples.bytes(path), as: UTF8.self)
    let result = try read(text.replacing("single is default", with: "it's [single"))
    #expect(result.records.count == 6)
    #expect(result.rejects.map { $0.code } == [.noNumber])
  }

  @Test func aBrokenRecordCostsNoOther() throws {
    let path = UsptoSamples.synthetic + "/uspto-assignment/ad20250115.xml"
    let text = String(decoding: try UsptoSamples.bytes(path), as: UTF8.self)
    let broken = text.replacing(
      "<conveyance-text>RELEASE BY SECURED PARTY", with: "<conveyance-text>RELEASE & BY")
    let result = try read(broken)
    #expect(result.records.count == 5)
    #expect(result.rejects.map { $0.code } == [.noNumber, .xmlSyntax])
  }

  @Test func cutFilesKeepEachWholeRecord() throws {
    // The first recordings of the file give 2, 1 (and a reject), 1, 1 and 1 events.
    let daily = String(
      decoding: try UsptoSamples.bytes(
        UsptoSamples.synthetic + "/uspto-assignment/ad20250115.xml"), as: UTF8.self
    ).replacing(
      "<patent-property><invention-title lang=\"en\">A TITLE WITHOUT A NUMBER</invention-title>"
        + "</patent-property>", with: "")
    let bytes = Array(daily.utf8)
    let ends = zip(UsptoSamples.ends(of: "</patent-assignment>", in: bytes), [2, 1, 1, 1, 1]).map {
      (end: $0, records: $1)
    }
    #expect(ends.count == 5)
    #expect(
      try UsptoSamples.faults(
        ofCutting: bytes, ends: ends, root: "</us-patent-assignments>", cuts: 150) == [])
    let answer = try UsptoSamples.bytes(UsptoSamples.synthetic + "/uspto-assignment/answer.xml")
    let documents = zip(UsptoSamples.ends(of: "</doc>", in: answer), [2, 1]).map {
      (end: $0, records: $1)
    }
    #expect(
      try UsptoSamples.faults(ofCutting: answer, ends: documents, root: "</response>", cuts: 120)
        == [])
  }
}
