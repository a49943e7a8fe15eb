import Analyses
import Records
import Reports
import Testing

@Suite struct PatentsCSVTests {
  private func row(title: String?, owner: String? = "安徽甲公司") throws -> PatentRow {
    PatentRow(
      applicationNumber: try #require(ApplicationNumber("202110991218.8")),
      publicationNumber: PublicationNumber("113783949"), title: title, owner: owner,
      region: try #require(RegionCode("341302")), filingDate: PartialDate("2021-08-26"),
      grantDate: nil, mainSymbol: "H04L29/08",
      verdicts: CriterionVerdicts { criterion in
        switch criterion {
        case .strategicEmergingIndustry: .met
        case .overseasFamily: .undetermined
        default: .notMet
        }
      }, industryCodes: ["1.10", "1.2", "10.1", "1.2"])
  }

  private func text(_ row: PatentRow) -> String {
    var bytes: [UInt8] = []
    PatentsCSV.append(row, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func headerIsThatOfTheContract() {
    var bytes: [UInt8] = []
    PatentsCSV.appendHeader(to: &bytes)
    let header =
      "application_no,publication_no,title,owner,region,filing_date,grant_date,ipc_main,"
      + "strategic-emerging-industry,overseas-family,maintained-over-ten-years,pledge-financing,"
      + "award,high_value,sei_codes\r\n"
    #expect(bytes == [0xEF, 0xBB, 0xBF] + Array(header.utf8))
  }

  @Test func rowHasItsCellsInOrder() throws {
    #expect(
      text(try row(title: "一种设备"))
        == "202110991218.8,113783949,一种设备,安徽甲公司,341302,2021-08-26,,H04L29/08,"
        + "met,undetermined,not_met,not_met,not_met,1,1.2;1.10;10.1\r\n")
  }

  @Test(arguments: [
    ("=cmd()", "'=cmd()"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""), ("a=b", "a=b"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
    ("=\"a\"", "\"'=\"\"a\"\"\""), ("a\nb", "\"a\nb\""), ("<script>", "<script>"),
  ])
  func cellsAreQuotedAndNeverFormulas(title: String, cell: String) throws {
    #expect(text(try row(title: title)).hasPrefix("202110991218.8,113783949,\(cell),安徽甲公司,"))
    #expect(text(try row(title: nil, owner: title)).contains(",,\(cell),341302,"))
  }

  @Test func rowsAreOrderedByText() throws {
    var old = try row(title: nil)
    old.applicationNumber = try #require(ApplicationNumber("85202237"))
    let new = try row(title: nil)
    #expect(new.precedes(old))
    #expect(!old.precedes(new))
    #expect(!new.precedes(new))
  }
}
