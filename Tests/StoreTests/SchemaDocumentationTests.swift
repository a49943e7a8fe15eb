import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

/// `Database.md` names every table of a workspace, and the columns of those that it lists whole.
@Suite struct SchemaDocumentationTests {
  /// Tables of which the manual says more shortly what they hold.
  private static let inShort: Set<String> = [
    "worldwide_publication", "worldwide_event", "family_disagreement", "mark", "publication",
  ]

  @Test func everyTableAndColumnIsNamed() throws {
    let folder = try TemporaryFolder()
    let database = try IPDatabase(path: folder.path + "/ip.sqlite")
    let manual = try String(
      contentsOfFile: PackageFolder.path
        + "/Sources/Pipelines/Documentation.docc/Database.md", encoding: .utf8)
    let rows = manual.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let tables = try database.queue.read { db in
      try String.fetchAll(
        db,
        sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
          + "AND name NOT LIKE 'grdb%'")
    }
    let registers = Set(RegisterTable.allCases.map { $0.rawValue })
    #expect(tables.count > 40)
    for table in tables {
      let row = rows.first { row in
        row.split(separator: "|").first.map { $0.contains("`\(table)`") } ?? false
      }
      let text = try #require(row, "\(table) has no row")
      guard !registers.contains(table), !Self.inShort.contains(table) else { continue }
      let columns = try database.queue.read { try $0.columns(in: table).map { $0.name } }
      for column in columns { #expect(text.contains("`\(column)`"), "\(table).\(column)") }
    }
  }
}
