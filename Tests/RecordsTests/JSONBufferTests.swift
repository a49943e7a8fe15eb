import Foundation
import TestSupport
import Testing

@testable import Records

@Suite struct JSONBufferTests {
  private func parsed(_ json: JSONBuffer) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
  }

  @Test func everyScalarComesBack() throws {
    // All ASCII, the borders of UTF-8 lengths, line separators, the ends of the surrogate gap and
    // what lies outside the basic plane.
    var scalars = (0..<0x80).compactMap { UnicodeScalar(UInt32($0)) }
    scalars += [
      0x80, 0x85, 0xA0, 0x7FF, 0x800, 0x2028, 0x2029, 0x4E00, 0xD7FF, 0xE000, 0xFEFF, 0xFFFD,
      0xFFFE, 0xFFFF, 0x10000, 0x1F600, 0x20BB7, 0x10FFFD,
    ].compactMap { UnicodeScalar(UInt32($0)) }
    for scalar in scalars {
      let text = "前\(scalar)后"
      var json = JSONBuffer()
      json.object { $0.member("text", text) }
      #expect(
        try parsed(json)["text"] as? String == text, "U+\(String(scalar.value, radix: 16))")
      // One record a line: no byte of the text ends the line.
      #expect(!json.bytes.contains { $0 < 0x20 || $0 == 0x7F })
    }
  }

  @Test func randomTextsComeBack() throws {
    var random = SeededGenerator()
    for _ in 0..<1_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        let limit: UInt32 = [0x30, 0x80, 0x3000, 0x10FFFF][Int.random(in: 0..<4, using: &random)]
        if let scalar = UnicodeScalar(UInt32.random(in: 0...limit, using: &random)) {
          text.unicodeScalars.append(scalar)
        }
      }
      var json = JSONBuffer()
      json.object { json in
        json.member("text", text)
        json.key(text: "k" + text)
        json.array { json in
          json.string(text)
          json.string("")
        }
      }
      let found = try parsed(json)
      let hex = text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
      // Scalars, since two texts that look alike are equal to Swift.
      let scalars = (found["text"] as? String).map { Array($0.unicodeScalars) }
      #expect(scalars == Array(text.unicodeScalars), "seed \(random.seed): \(hex)")
      let list = found.first { $0.key != "text" }?.value as? [String]
      #expect(list?.count == 2 && list?.last?.isEmpty == true, "seed \(random.seed): \(hex)")
    }
  }

  @Test func absentValuesAreAbsentKeys() throws {
    var json = JSONBuffer()
    json.object { json in
      json.member("a", nil as String?)
      json.member("b", nil as Int?)
      json.member("c", nil as Bool?)
      json.member("d", "x")
      json.key("e")
      json.object { _ in }
      json.key("f")
      json.array { _ in }
      json.member("g", Int.min)
      json.member("h", true)
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"d":"x","e":{},"f":[],"g":-9223372036854775808,"h":true}"#)
  }

  @Test func numbersComeBackExactly() throws {
    var random = SeededGenerator()
    var values: [Double] = [
      0, 1, -1, 0.1, 1 / 3, 1e21, 1e-7, 5e-324, Double.greatestFiniteMagnitude,
    ]
    for _ in 0..<500 {
      let value = Double(bitPattern: random.next())
      if value.isFinite { values.append(value) }
      values.append(Double.random(in: 0...10, using: &random))
    }
    for value in values {
      var json = JSONBuffer()
      json.object { json in
        json.key("n")
        json.number(value)
      }
      let text = String(decoding: json.bytes.dropFirst(5).dropLast(), as: UTF8.self)
      #expect(Double(text) == value, "seed \(random.seed): \(text)")
      #expect(try parsed(json)["n"] is NSNumber, "\(text)")
    }
    for value: Double? in [.nan, .infinity, -.infinity, nil] {
      var json = JSONBuffer()
      json.number(value)
      #expect(json.bytes == Array("null".utf8))
    }
  }

  @Test func cellsNeverBecomeFormulas() {
    let cells = ["=cmd()", "+1", "-1", "@x", "\tx", "a=b", "a\"b", "a,b", "a\nb", "", "=a\"b"]
    var json = JSONBuffer()
    json.csvRow(cells)
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == "'=cmd(),'+1,'-1,'@x,'\tx,a=b,\"a\"\"b\",\"a,b\",\"a\nb\",,\"'=a\"\"b\"\r\n")
  }
}
