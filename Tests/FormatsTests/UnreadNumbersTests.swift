import Records
import Testing

@testable import Formats

/// Numbers that are none are kept as they are, and told of; they are never dropped.
@Suite struct UnreadNumbersTests {
  private func lexisNexis(_ rest: String, number: String = "101096965") -> String {
    """
    <lexisnexis-patent-document country="CN" date-produced="20110601"><bibliographic-data>
    <publication-reference><document-id><country>CN</country><doc-number>\(number)</doc-number>\
    <kind>A</kind><date>20080102</date></document-id></publication-reference>
    <application-reference><document-id><country>CN</country><doc-number>200610012345</doc-number>\
    <date>20060601</date></document-id></application-reference>
    \(rest)
    """
  }

  @Test func aParentThatIsNoneIsKeptAsItIs() throws {
    let text =
      lexisNexis(
        "<related-documents><division><relation><parent-doc><document-id><country>CN</country>"
          + "<doc-number>无此号</doc-number></document-id></parent-doc></relation></division>"
          + "</related-documents></bibliographic-data>") + "</lexisnexis-patent-document>"
    let found = try read(text)
    let patent = try #require(found.records.first?.patent)
    #expect(patent.parent == nil)
    #expect(patent.unread == [UnreadValue(field: "parent_application_no", text: "无此号")])
    #expect(found.rejects.isEmpty)
  }

  /// Every event of a document that is rejected is told of, each at its own place.
  @Test func eventsOfARejectedDocumentAreRejected() throws {
    let text =
      lexisNexis("</bibliographic-data>", number: "000")
      + "<legal-data><legal-event><event-code-1>C14</event-code-1></legal-event>\n"
      + "<legal-event><event-code-1>C17</event-code-1></legal-event></legal-data>"
      + "</lexisnexis-patent-document>"
    let found = try read(text)
    #expect(found.records.isEmpty)
    #expect(found.rejects.map { $0.code } == [.noNumber, .noNumber, .noNumber])
    let places = text.utf8.indices.filter { text.utf8[$0...].starts(with: "<legal-event>".utf8) }
      .map { text.utf8.distance(from: text.utf8.startIndex, to: $0) }
    #expect(found.rejects.dropFirst().map { $0.source.offset } == places)
  }

  /// An open comment swallows the root: the place to look at is the comment's.
  @Test func anOpenCommentIsRejectedAtItsPlace() throws {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let text =
      head + "<!-- prepared by \n" + lexisNexis("</bibliographic-data>")
      + "</lexisnexis-patent-document>"
    let found = try read(text)
    #expect(found.records.isEmpty)
    #expect(found.rejects.map { $0.code } == [.truncated])
    #expect(found.rejects.first?.source.offset == head.utf8.count)
    #expect(found.rejects.first?.reason.contains("comment") == true)
  }

  // MARK: Priorities of EP documents

  private func priorities(_ tags: [String]) throws -> PatentPublication {
    let text =
      "<ep-patent-document country=\"EP\" doc-number=\"1000000\" kind=\"A1\" lang=\"en\"><SDOBI>"
      + "<B100><B110>1000000</B110><B130>A1</B130><B190>EP</B190></B100>"
      + "<B200><B210>99203729.1</B210></B200><B300>"
      + tags.map { tag -> String in
        switch tag.first {
        case "n": "<B310>\(tag.dropFirst())</B310>"
        case "d": "<B320><date>\(tag.dropFirst())</date></B320>"
        default: "<B330><ctry>\(tag.dropFirst())</ctry></B330>"
        }
      }.joined() + "</B300></SDOBI></ep-patent-document>"
    return try #require(try read(text).records.first?.patent)
  }

  private static let both = [
    Priority(country: "NL", number: "1010536", date: PartialDate("1998-11-12")),
    Priority(country: "DE", number: "19856789", date: PartialDate("1998-12-09")),
  ]

  @Test(arguments: [
    ["n1010536", "d19981112", "cNL", "n19856789", "d19981209", "cDE"],
    ["d19981112", "n1010536", "cNL", "d19981209", "n19856789", "cDE"],
    ["cNL", "d19981112", "n1010536", "n19856789", "cDE", "d19981209"],
    ["n1010536", "d19981112", "cNL", "cDE", "d19981209", "n19856789"],
    ["n1010536", "n19856789", "d19981112", "d19981209", "cNL", "cDE"],
    ["cNL", "cDE", "n1010536", "n19856789", "d19981112", "d19981209"],
  ])
  func prioritiesArePairedInAnyOrder(tags: [String]) throws {
    let patent = try priorities(tags)
    #expect(patent.priorities == Self.both)
    #expect(patent.unread.isEmpty)
    // The application's own date is not a priority's.
    #expect(patent.filingDate == nil)
  }

  @Test func aPartMayBeMissingInItsRow() throws {
    let patent = try priorities(["n1010536", "cNL", "n19856789", "d19981209", "cDE"])
    #expect(
      patent.priorities == [Priority(country: "NL", number: "1010536", date: nil), Self.both[1]])
    #expect(try priorities(["n1", "n2"]).priorities.map { $0.number } == ["1", "2"])
    #expect(try priorities([]).priorities.isEmpty)
  }

  /// No date is given to a number that it may not belong to; nothing is lost.
  @Test func whatCannotBePairedIsKeptBeside() throws {
    let patent = try priorities(["n1010536", "n19856789", "d19981112", "cDE"])
    #expect(patent.priorities.map { $0.number } == ["1010536", "19856789"])
    #expect(patent.priorities.allSatisfy { $0.date == nil && $0.country == nil })
    #expect(
      patent.unread == [
        UnreadValue(field: "priorities.date", text: "1998-11-12"),
        UnreadValue(field: "priorities.country", text: "DE"),
      ])
  }

  // MARK: Repeated parties of DOCDB

  @Test(arguments: [
    // One party twice, with and without the country.
    ([("1", "docdb", "ACME INC", ""), ("1", "docdb", "ACME INC", "US")], ["ACME INC US"]),
    // Two parties under one number: none is lost.
    (
      [("1", "docdb", "ACME INC", "US"), ("1", "docdb", "BETA AG", "DE")],
      ["ACME INC US", "BETA AG DE"]
    ),
    (
      [("1", "docdb", "ACME INC", "US"), ("1", "docdb", "ACME INC", "DE")],
      ["ACME INC US", "ACME INC DE"]
    ),
    // The better form is still aligned after a repetition.
    (
      [
        ("1", "docdb", "ACME INC", "US"), ("1", "docdb", "ACME INC", "US"),
        ("2", "docdb", "BETA AG", "DE"),
        ("1", "docdba", "Acme, Inc.", ""), ("2", "docdba", "Beta AG", ""),
      ], ["Acme, Inc. US", "Beta AG DE"]
    ),
  ])
  func aPartyDeliveredTwiceIsOne(
    rows: [(String, String, String, String)], names: [String]
  ) throws {
    let applicants = rows.map { sequence, form, name, country in
      "<exch:applicant sequence=\"\(sequence)\" data-format=\"\(form)\"><exch:applicant-name><name>"
        + "\(name)</name></exch:applicant-name>"
        + (country.isEmpty ? "" : "<residence><country>\(country)</country></residence>")
        + "</exch:applicant>"
    }.joined()
    let text =
      "<exch:exchange-documents xmlns:exch=\"http://www.epo.org/exchange\">"
      + "<exch:exchange-document country=\"EP\" doc-number=\"1000000\" kind=\"A1\">"
      + "<exch:bibliographic-data><exch:publication-reference data-format=\"docdb\"><document-id>"
      + "<country>EP</country><doc-number>1000000</doc-number><kind>A1</kind></document-id>"
      + "</exch:publication-reference><exch:parties><exch:applicants>\(applicants)</exch:applicants>"
      + "</exch:parties></exch:bibliographic-data></exch:exchange-document></exch:exchange-documents>"
    let patent = try #require(try read(text).records.first?.patent)
    #expect(patent.applicants.map { "\($0.name) \($0.country ?? "")" } == names)
    #expect(patent.applicants.map { $0.sequence } == Array(1...names.count))
  }
}
