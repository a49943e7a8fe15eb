import Reports
import Testing

@Suite struct JSONTextTests {
  private static let cases: [(JSONValue, String)] = [
    (JSONValue.number(0.1), "0.1"), (.number(2), "2.0"),
    (.number(391 / 532.4476), "0.7343445627325581"),
    (.number(.nan), "null"), (.integer(-3), "-3"), (.flag(true), "true"), (.null, "null"),
    (.list([]), "[]"), (.object([]), "{}"),
    (.text("</script>"), #""<\/script>""#), (.text("a/b"), #""a/b""#),
    (.text("\u{0}\n\t\r\"\\\u{2028}"), #""\u0000\n\t\r\"\\\u2028""#),
    (.text("高价值😀"), "\"高价值😀\""),
    (JSONValue.object([.init("b", 1), .init("a", .list([.text("x")]))]), #"{"b":1,"a":["x"]}"#),
  ]

  @Test(arguments: cases)
  func line(value: JSONValue, expected: String) {
    let text = String(decoding: JSONText.line(value), as: UTF8.self)
    if case .number(let number) = value, number.isFinite {
      #expect(Double(text) == number)
      #expect(text.hasPrefix(expected))
    } else {
      #expect(text == expected)
    }
  }

  @Test func documentBreaksWhatIsWide() {
    let wide = JSONValue.list((0..<60).map { .integer($0) })
    let text = String(decoding: JSONText.document(["a": ["b": 1], "c": wide]), as: UTF8.self)
    #expect(text.hasPrefix("{\n  \"a\": {\"b\": 1},\n  \"c\": [\n    0,\n    1,\n"))
    #expect(text.hasSuffix("    59\n  ]\n}\n"))
  }
}
