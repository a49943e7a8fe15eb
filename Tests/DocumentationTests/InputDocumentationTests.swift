import Records
import Testing

@testable import Formats

struct InputDocumentationTests {
  @Test func everyFormatHasARow() throws {
    let rows = Manual.firstCells(try Manual.page("Formats"))
    #expect(rows == Formats.descriptions.map { $0.id })
  }

  @Test func everyRegisterHasARowWithItsColumns() throws {
    let lines = try Manual.page("Registers").split(separator: "\n")
    for kind in RegisterKind.allCases {
      let register = kind.register
      let row = try #require(
        lines.first { $0.hasPrefix("| `\(kind.rawValue)` | \(register.chineseName) |") },
        "\(kind.rawValue) has no row")
      let columns = register.columns.map {
        "\($0.chinese) `\($0.english)`" + ($0.isRequired ? "\\*" : "")
      }
      #expect(row.hasSuffix("| " + columns.joined(separator: ", ") + " |"))
    }
  }
}
