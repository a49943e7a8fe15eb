import Records
import Reports
import Testing

@Suite struct RejectsNDJSONTests {
  @Test func lineHasAllSixKeys() {
    var bytes: [UInt8] = []
    RejectsNDJSON.append(
      Reject(source: Source(file: "a.zip", offset: 7), code: .badChecksum, reason: "</script>"),
      to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"file":"a.zip","member":null,"offset":7,"record":null,"code":"bad-checksum","#
        + #""reason":"<\/script>"}"# + "\n")
  }

  @Test func linesFitTheSchemaForEveryCode() throws {
    let schema = try JSONSchema(named: "reject")
    for code in Reject.Code.allCases {
      var bytes: [UInt8] = []
      let source = Source(file: "a.zip", member: "b!c", offset: 1, record: "17")
      RejectsNDJSON.append(Reject(source: source, code: code, reason: "r"), to: &bytes)
      #expect(try schema.faults(in: JSONNode(parsing: bytes)) == [])
    }
  }

  @Test func orderIsByFileMemberOffset() {
    func reject(_ file: String, _ member: String?, _ offset: Int) -> Reject {
      Reject(
        source: Source(file: file, member: member, offset: offset), code: .empty, reason: "r")
    }
    let ordered = [
      reject("a", nil, 9), reject("a", "m", 2), reject("a", "m", 10), reject("a", "n", 0),
      reject("b", nil, 0), reject("文", nil, 0),
    ]
    for (low, left) in ordered.enumerated() {
      for (high, right) in ordered.enumerated() {
        #expect(RejectsNDJSON.precedes(left, right) == (low < high))
      }
    }
  }
}
