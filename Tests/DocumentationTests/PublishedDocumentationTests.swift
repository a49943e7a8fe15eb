import Foundation
import Reports
import Testing

struct PublishedDocumentationTests {
  private static let files = [
    IndexPage.fileName, IndicatorJSON.fileName, PatentsCSV.fileName, UndeterminedCSV.fileName,
    EvidenceNDJSON.fileName, IndicatorsJSON.fileName, TrademarksCSV.fileName,
    TrademarksCSV.undeterminedFileName,
    RejectsNDJSON.fileName, RunJSON.fileName, ChangesJSON.fileName, ChangesCSV.fileName,
    ChangesSVG.fileName,
  ]

  @Test func everyFileHasARow() throws {
    let page = try Manual.page("Published")
    for file in Self.files { #expect(page.contains("| `\(file)` |"), "\(file) is missing") }
  }

  @Test(arguments: Manual.readMes) func everyFileStandsInTheReadMe(readMe: String) throws {
    let text = try Manual.text(readMe)
    for file in Self.files { #expect(text.contains("`\(file)`"), "\(file) is missing") }
  }

  @Test func everyColumnIsNamed() throws {
    let spans = Set(Manual.codeSpans(try Manual.page("Published")))
    for column in PatentsCSV.columns + TrademarksCSV.columns + SeriesCSV.columns
      + ChangesCSV.columns
    {
      #expect(spans.contains(column), "\(column) is missing")
    }
  }

  @Test(arguments: [
    "indicator-1", "indicators", "evidence", "reject", "run", "series", "changes",
  ])
  func everyFieldOfASchemaIsNamed(schema: String) throws {
    let text = try Manual.text("Sources/Reports/Schemas/\(schema).json")
    let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let properties = try #require(root?["properties"] as? [String: Any])
    let spans = Set(Manual.codeSpans(try Manual.page("Published")))
    for field in properties.keys.sorted() {
      #expect(spans.contains(field), "\(field) of \(schema).json is missing")
    }
  }
}
