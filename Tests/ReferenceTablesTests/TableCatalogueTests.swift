import Foundation
import Records
import Testing

@testable import ReferenceTables

/// The key of each table; a new table gets a line here.
private let keys = [
  "anhui-divisions-history": ["code", "name", "first_revision"],
  "cn-divisions": ["code"],
  "gbt4754": ["code"], "gbt4754-ipc": ["ipc", "gbt4754"],
  "grant-kinds": ["country", "kind", "from"], "inpadoc-events": ["country", "code"],
  "ipc-titles": ["place"], "ipc-transfers": ["from_first", "from_last", "to"],
  "legal-events": ["code", "name"],
  "national-validation": ["as_of", "measure"],
  "nice-classes": ["class"], "owner-pairs": ["pair"], "patent-intensive": ["category", "gbt4754"],
  "plan-targets": ["id"],
  "sei-ipc": ["rule"],
  "wipo35": ["field"],
]

@Suite struct TableCatalogueTests {
  let catalogue: TableCatalogue

  init() throws { catalogue = try TableCatalogue() }

  @Test func everyTableHasAKeyHere() {
    #expect(Set(catalogue.ids) == Set(keys.keys))
  }

  /// Loading checks digest, rows and columns against the `.yml`.
  @Test(arguments: keys.keys.sorted())
  func everyEditionLoads(_ id: String) throws {
    let editions = catalogue.editions(of: id)
    #expect(!editions.isEmpty)
    for edition in editions {
      let table = try catalogue.table(id, edition: edition)
      #expect(table.edition == edition)
      #expect(table.description.sha256 == table.digest.text)
      #expect(table.description.rows == table.rows.count)
      #expect(table.description.columns == table.columns)
      for text in [
        table.description.title, table.description.publisher, table.description.source,
        table.description.licence,
      ] { #expect(text?.isEmpty == false, "\(id) \(edition)") }

      let columns = try #require(keys[id])
      let positions = try columns.map { try #require(table.columns.firstIndex(of: $0)) }
      var seen: Set<[String]> = []
      for row in table.rows {
        let key = positions.map { row[$0] }
        #expect(seen.insert(key).inserted, "\(id) \(edition): \(key) twice")
      }
    }
  }

  @Test func anUnknownTableNamesTheKnownOnes() throws {
    let error = #expect(throws: ReferenceTableError.self) { try catalogue.table("sei") }
    #expect(error?.code == .notFound)
    #expect(error?.hint?.contains("sei-ipc") == true)
  }

  @Test func anUnknownEditionNamesTheKnownOnes() {
    let error = #expect(throws: ReferenceTableError.self) {
      try catalogue.table("sei-ipc", edition: "2018")
    }
    #expect(error?.hint == "known here: 2021")
  }

  @Test func theFolderOfTheEnvironmentWinsAndMustExist() throws {
    let named = try TableCatalogue(environment: ["IPATLAS_TABLES": catalogue.folder])
    #expect(named.ids == catalogue.ids)
    let error = #expect(throws: ReferenceTableError.self) {
      try TableCatalogue(environment: ["IPATLAS_TABLES": "/nowhere/Tables"])
    }
    #expect(error?.path == "/nowhere/Tables")
  }

  @Test func aMissingFolderNamesThePlacesSearched() {
    let error = #expect(throws: ReferenceTableError.self) {
      try TableCatalogue(environment: [:], executable: "/nowhere/bin/ipatlas")
    }
    #expect(
      error?.path == "IPATLAS_TABLES (not set), "
        + "/nowhere/bin/IPAtlas_ReferenceTables.resources/Tables, /nowhere/share/ipatlas/Tables")
  }

  @Test func anInstalledCopyIsFoundThroughALink() throws {
    let files = FileManager.default
    let root = files.temporaryDirectory.appendingPathComponent("tables-\(UUID().uuidString)")
    defer { try? files.removeItem(at: root) }
    let installed = root.appendingPathComponent("opt")
    for folder in ["bin", "share/ipatlas/Tables/sei-ipc"] {
      try files.createDirectory(
        at: installed.appendingPathComponent(folder), withIntermediateDirectories: true)
    }
    let binary = installed.appendingPathComponent("bin/ipatlas")
    try Data().write(to: binary)
    let link = root.appendingPathComponent("ipatlas")
    try files.createSymbolicLink(at: link, withDestinationURL: binary)
    #expect(try TableCatalogue(environment: [:], executable: link.path).ids == ["sei-ipc"])
  }

  @Test func anOfficesOwnEditionNeedsNoYAML() throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("own-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    let path = folder.appendingPathComponent("2026-市.tsv").path
    try Data("\u{FEFF}id\tindicator\r\nI1\t每万人\r\n".utf8).write(to: URL(fileURLWithPath: path))
    let own = try TableCatalogue(ownEditions: ["plan-targets": path])
    let table = try own.table("plan-targets")
    #expect(table.edition == "2026-市")
    #expect(table.columns == ["id", "indicator"])
    #expect(table.rows == [["I1", "每万人"]])
    #expect(table.title == "plan-targets")
    #expect(try own.table("plan-targets", edition: "2022").rows.count == 49)

    try Data("rows: 2\n".utf8).write(to: folder.appendingPathComponent("2026-市.yml"))
    let error = #expect(throws: ReferenceTableError.self) { try own.table("plan-targets") }
    #expect(error?.code == .rowCount)
  }
}
