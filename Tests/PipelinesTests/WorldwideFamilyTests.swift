import Foundation
import Records
import TestSupport
import Testing

@testable import Pipelines

/// Families and security interests from worldwide data reach the criteria: DOCDB without a register's
/// row decides, with one it only disagrees, an assignment leaves the pledge open.
@Suite struct WorldwideFamilyTests {
  @Test func worldwideDataAnswerWhereTheRegisterIsSilent() throws {
    let project = try SharedCity.small.project()
    try project.run()
    let before = try project.table("patents.csv")
    let silent = try #require(before.first { $0["overseas-family"] == "undetermined" })
    let searched = try #require(
      before.first { $0["overseas-family"] == "not_met" && $0["pledge-financing"] == "not_met" })
    let counts = try project.indicator()

    try project.write(
      Self.docdb([
        try Self.pair(family: 1, silent, american: "11300001"),
        try Self.pair(family: 2, searched, american: "11300002"),
      ]), to: "cnipa/docdb.xml")
    try project.write(Self.assignment("11300002"), to: "cnipa/ad20250115.xml")
    #expect(try project.run().publishedRun != nil)

    let after = try project.table("patents.csv")
    #expect(try Self.row(silent, of: after)["overseas-family"] == "met")
    let known = try Self.row(searched, of: after)
    #expect(known["overseas-family"] == "not_met", "the register wins")
    #expect(known["pledge-financing"] == "undetermined", "the amount is unknown, not none")
    let list = try project.table("family-disagreements.csv")
    #expect(list.map { $0["application_no"] } == [searched["application_no"]])
    #expect(list.first?["kind"] == "missing-in-register")
    #expect(list.first?["member"] == "US11300002B2")
    #expect(list.first?["bulk"] == "授权 2022-04-12")

    let evidence = try project.text("Reports/test/latest/evidence.ndjson")
    let line = try #require(
      evidence.split(separator: "\n").first {
        $0.contains("\"\(silent["application_no"] ?? "")\"")
      })
    #expect(line.contains("cnipa/docdb.xml") && line.contains("US11300001B2"))
    // Every other patent stays as it was, and the files balance.
    let touched = [silent, searched].compactMap { $0["application_no"] }
    for (left, right) in zip(before, after) where !touched.contains(left["application_no"] ?? "") {
      #expect(left == right)
    }
    #expect(try project.indicator().base.validInventions == counts.base.validInventions)
    let run = try project.text("Reports/test/latest/run.json")
    #expect(run.contains("\"path\": \"cnipa/docdb.xml\""))
  }

  /// The same files in another order of arrival, and delivered twice, publish the same bytes.
  @Test func orderAndRepetitionChangeNothing() throws {
    let first = try SharedCity.small.project()
    try first.run()
    let silent = try #require(
      try first.table("patents.csv").first { $0["overseas-family"] == "undetermined" })
    let pair = try Self.pair(family: 1, silent, american: "11300001")
    try first.write(Self.docdb([pair]), to: "cnipa/a.xml")
    try first.run()
    let expected = try Self.row(silent, of: try first.table("patents.csv"))
    try first.write(Self.docdb([pair, pair]), to: "cnipa/b.xml")
    try first.run()
    #expect(try Self.row(silent, of: try first.table("patents.csv")) == expected)

    let second = try SharedCity.small.project()
    try second.write(Self.docdb([pair, pair]), to: "cnipa/b.xml")
    try second.write(Self.docdb([pair]), to: "cnipa/a.xml")
    try second.run()
    #expect(try first.deterministicFiles() == second.deterministicFiles())
  }

  /// A record lists a member, and the member itself is withdrawn or moved later: the list is stale.
  @Test(arguments: ["D", "C"])
  func aLaterDeliveryOfTheMemberOverridesTheList(_ status: String) throws {
    let project = try SharedCity.small.project()
    try project.run()
    let silent = try #require(
      try project.table("patents.csv").first { $0["overseas-family"] == "undetermined" })
    let number = try #require(silent["application_no"]?.split(separator: ".").first)
    let chinese = Self.document(
      "CN", silent["publication_no"] ?? "", "B", "20210907", "\(number)", 1)
    let member = """
      <exch:patent-family><exch:family-member><exch:publication-reference data-format="docdb">\
      <document-id><country>US</country><doc-number>11300001</doc-number><kind>B2</kind>\
      </document-id></exch:publication-reference></exch:family-member></exch:patent-family>
      """
    let end = "</exch:exchange-document>"
    try project.write(
      Self.docdb([chinese.replacing(end, with: member + end)]), to: "cnipa/a.xml")
    try project.run()
    #expect(
      try Self.row(silent, of: try project.table("patents.csv"))["overseas-family"] == "met")

    let later = Self.document("US", "11300001", "B2", "20220412", "202111300001", 9)
      .replacing("date-of-last-exchange=\"20251201\"", with: "date-of-last-exchange=\"20251208\"")
      .replacing("status=\"C\"", with: "status=\"\(status)\"")
    try project.write(Self.docdb([later]), to: "cnipa/b.xml")
    try project.run()
    #expect(
      try Self.row(silent, of: try project.table("patents.csv"))["overseas-family"]
        == "undetermined")
  }

  // MARK: Exports

  private static func row(
    _ row: [String: String], of table: [[String: String]]
  ) throws -> [String: String] {
    try #require(table.first { $0["application_no"] == row["application_no"] })
  }

  /// A Chinese publication, its application number without check digit, and an American patent.
  private static func pair(
    family: Int, _ row: [String: String], american: String
  ) throws -> String {
    let number = try #require(row["application_no"]?.split(separator: ".").first)
    return document("CN", row["publication_no"] ?? "", "B", "20210907", "\(number)", family)
      + document("US", american, "B2", "20220412", "2021\(american)", family)
  }

  private static func document(
    _ country: String, _ number: String, _ kind: String, _ day: String, _ application: String,
    _ family: Int
  ) -> String {
    """
    <exch:exchange-document country="\(country)" doc-number="\(number)" kind="\(kind)" \
    date-publ="\(day)" family-id="\(7_000_000 + family)" date-of-last-exchange="20251201" \
    status="C"><exch:bibliographic-data><exch:publication-reference data-format="docdb">\
    <document-id><country>\(country)</country><doc-number>\(number)</doc-number>\
    <kind>\(kind)</kind><date>\(day)</date></document-id></exch:publication-reference>\
    <exch:application-reference data-format="docdb"><document-id><country>\(country)</country>\
    <doc-number>\(application)</doc-number><kind>A</kind><date>20200102</date></document-id>\
    </exch:application-reference></exch:bibliographic-data></exch:exchange-document>
    """
  }

  private static func docdb(_ documents: [String]) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <exch:exchange-documents xmlns:exch="http://www.epo.org/exchange" date-of-exchange="20251201">\
    \(documents.joined())</exch:exchange-documents>
    """
  }

  private static func assignment(_ patent: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <us-patent-assignments dtd-version="1.0" date-produced="20250115"><action-key-code>DA\
    </action-key-code><transaction-date><date>20250115</date></transaction-date>\
    <patent-assignments><patent-assignment><assignment-record><reel-no>35123</reel-no>\
    <frame-no>456</frame-no><recorded-date><date>20240301</date></recorded-date>\
    <conveyance-text>SECURITY INTEREST</conveyance-text></assignment-record><patent-assignors>\
    <patent-assignor><name>SUZHOU EXAMPLE CO., LTD.</name><execution-date><date>20240228</date>\
    </execution-date></patent-assignor></patent-assignors><patent-assignees><patent-assignee>\
    <name>EXAMPLE BANK</name></patent-assignee></patent-assignees><patent-properties>\
    <patent-property><document-id><country>US</country><doc-number>\(patent)</doc-number>\
    <kind>B2</kind><date>20220412</date></document-id><invention-title lang="en">PUMP\
    </invention-title></patent-property></patent-properties></patent-assignment>\
    </patent-assignments></us-patent-assignments>
    """
  }
}
