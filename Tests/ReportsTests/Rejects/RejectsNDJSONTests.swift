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
}
