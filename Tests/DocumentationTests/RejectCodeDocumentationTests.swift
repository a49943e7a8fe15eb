import Records
import Testing

struct RejectCodeDocumentationTests {
  @Test func everyCodeHasOneRowAndNoRowIsOfAnotherCode() throws {
    let rows = Manual.firstCells(try Manual.page("Rejects"))
    #expect(rows == Reject.Code.allCases.map { $0.rawValue })
  }

  /// What `ipatlas rejects show` says to do is what the page says.
  @Test func everyRemedyStandsInItsRow() throws {
    let lines = try Manual.page("Rejects").split(separator: "\n")
    for code in Reject.Code.allCases {
      let row = try #require(lines.first { $0.hasPrefix("| `\(code.rawValue)` |") })
      let remedy = row.split(separator: "|").last.map {
        $0.filter { $0 != "`" }.drop { $0 == " " }
      }
      // A link is its text.
      let text = (remedy ?? "").split(separator: "[").map { part in
        part.split(separator: "](").enumerated().map { index, piece in
          index == 0 ? piece : piece.drop { $0 != ")" }.dropFirst()
        }.joined()
      }.joined()
      #expect(text.hasPrefix(code.remedy), "\(code.rawValue): \(text)")
    }
  }
}
