import Testing

@testable import ReferenceTables

@Suite struct KeywordTermsTests {
  @Test func termsKeepTheirOrder() throws {
    let table = try table(
      "keywords", "rule\tterm\tkind\tproduct", "R002\t打印机维修\tpositive\t计算机和辅助设备修理",
      "R210\t自行车\tnegative\t非机动车", "R002\t电脑维修\tpositive\t计算机和辅助设备修理")
    let terms = try KeywordTerms(table)
    #expect(terms.terms(of: "R002").map(\.text) == ["打印机维修", "电脑维修"])
    #expect(terms.terms(of: "R210").map(\.kind) == [.negative])
    #expect(terms.terms(of: "R999").isEmpty)
    #expect(terms.rules == ["R002", "R210"])
    #expect(terms.digest == table.digest)
  }

  @Test(arguments: ["R1\t词\tmaybe\t物", "R1\t\tpositive\t物", "\t词\tpositive\t物"])
  func malformed(_ row: String) throws {
    let table = try table("keywords", "rule\tterm\tkind\tproduct", row)
    let error = #expect(throws: ReferenceTableError.self) { try KeywordTerms(table) }
    #expect(error?.line == 2)
  }
}
