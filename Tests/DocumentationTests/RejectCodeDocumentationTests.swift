import Records
import Testing

struct RejectCodeDocumentationTests {
  @Test func everyCodeHasOneRowAndNoRowIsOfAnotherCode() throws {
    let rows = Manual.firstCells(try Manual.page("Rejects"))
    #expect(rows == Reject.Code.allCases.map { $0.rawValue })
  }
}
