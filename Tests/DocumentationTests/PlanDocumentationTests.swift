import Classifiers
import Pipelines
import Testing

struct PlanDocumentationTests {
  @Test func everyKeyHasOneRowAndNoRowIsOfAnotherKey() throws {
    let rows = Manual.firstCells(try Manual.page("Plans"))
    #expect(rows == PlanReader.keys + Calibre().settings.map { $0.path })
  }

  @Test func everyTableIsNamed() throws {
    let spans = Set(Manual.codeSpans(try Manual.page("Plans")))
    for id in PlanReader.tableIDs { #expect(spans.contains(id), "\(id) is missing") }
  }

  @Test(arguments: Manual.readMes) func everyKeyStandsInTheReadMe(readMe: String) throws {
    let text = try Manual.text(readMe)
    for key in PlanReader.keys { #expect(text.contains("`\(key)`"), "\(key) is missing") }
  }
}
