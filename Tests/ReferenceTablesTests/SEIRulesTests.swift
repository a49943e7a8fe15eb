import Testing

@testable import ReferenceTables

@Suite struct SEIRulesTests {
  private static let header =
    "rule\tsei_big\tsei_big_name\tsei_code\tsei_name\trow_in_code\tipc_include\tipc_exclude"
    + "\tkeyword_condition\tkeyword_kind"

  /// One malformed row a line, with what the message names.
  @Test(arguments: [
    ("R1\t1\tn\t1.1\tn\t1\tG06X9/0*\t\t\tnone", "'G06X9/0*' in column 'ipc_include'"),
    ("R1\t1\tn\t1.1\tn\t1\t\t\t\tnone", "'' in column 'ipc_include'"),
    ("R1\t1\tn\t1.1\tn\t1\tG06F*\tG06F1*,F3*\t\tnone", "'G06F1*,F3*' in column 'ipc_exclude'"),
    ("R1\t1\tn\t1.1\tn\t1\tG06F*\t\t\tmaybe", "'maybe' in column 'keyword_kind'"),
  ])
  func malformed(_ row: String, _ expected: String) throws {
    let table = try table("sei-ipc", SEIRulesTests.header, row)
    let error = #expect(throws: ReferenceTableError.self) { try SEIRules(table) }
    #expect(error?.line == 2)
    #expect(error?.message.contains(expected) == true)
  }

  @Test func aRuleStandsOnce() throws {
    let row = "R1\t1\tn\t1.1\tn\t1\tG06F*\t\t\tnone"
    let table = try table("sei-ipc", SEIRulesTests.header, row, row)
    let error = #expect(throws: ReferenceTableError.self) { try SEIRules(table) }
    #expect(error?.code == .duplicateKey)
    #expect(error?.line == 3)
  }
}
