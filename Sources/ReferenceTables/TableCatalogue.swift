import Foundation

/// The folder with the published tables, and the editions that an office puts in their place.
///
/// The folder is looked for in this order; the first that exists is taken:
/// 1. the folder that the environment variable `IPATLAS_TABLES` names; if it names none, that is an
///    error, since a table of another place would be a silent change of the calibre,
/// 2. `IPAtlas_ReferenceTables.resources/Tables` beside the resolved executable, where a build and a
///    test run have it,
/// 3. `../share/ipatlas/Tables` from there, where an installed copy has it.
///
/// `Bundle.module` is not used: it falls back to the absolute path of the build and ends the process
/// when that is gone.
package struct TableCatalogue: Sendable {
  package let folder: String
  /// The plan's `tables`: id → path of the office's own edition.
  package let ownEditions: [String: String]

  package init(
    ownEditions: [String: String] = [:],
    environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: String? = Bundle.main.executablePath
  ) throws(ReferenceTableError) {
    self.ownEditions = ownEditions
    if let named = environment["IPATLAS_TABLES"], !named.isEmpty {
      guard TableCatalogue.isFolder(named) else {
        throw ReferenceTableError(
          .notFound, table: "*", path: named, message: "IPATLAS_TABLES names no folder",
          hint: "set IPATLAS_TABLES to the folder 'Tables', or unset it")
      }
      folder = named
      return
    }
    let places = executable.map(TableCatalogue.places(beside:)) ?? []
    guard let found = places.first(where: TableCatalogue.isFolder) else {
      throw ReferenceTableError(
        .notFound, table: "*",
        path: (["IPATLAS_TABLES (not set)"] + places).joined(separator: ", "),
        message: "no folder with the reference tables was found",
        hint: "install with 'make install', or set IPATLAS_TABLES to the folder 'Tables'")
    }
    folder = found
  }

  /// The ids of the tables in the folder, sorted.
  package var ids: [String] {
    TableCatalogue.names(in: folder).filter { TableCatalogue.isFolder("\(folder)/\($0)") }
  }

  /// The editions of a table in the folder, oldest name first.
  package func editions(of id: String) -> [String] {
    TableCatalogue.names(in: "\(folder)/\(id)").filter { $0.hasSuffix(".tsv") }
      .map { String($0.dropLast(4)) }
  }

  /// Loads a table: the office's own edition if the plan names one, else the edition asked for, else
  /// the one with the greatest name.
  package func table(
    _ id: String, edition: String? = nil
  ) throws(ReferenceTableError) -> ReferenceTable {
    if edition == nil, let path = ownEditions[id] { return try ReferenceTable(id: id, path: path) }
    let editions = editions(of: id)
    guard let chosen = edition ?? editions.last, editions.contains(chosen) else {
      let known = editions.isEmpty ? ids : editions
      throw ReferenceTableError(
        .notFound, table: id, path: "\(folder)/\(id)",
        message: edition.map { "there is no edition '\($0)'" } ?? "there is no such table",
        hint: "known here: \(known.joined(separator: ", "))")
    }
    return try ReferenceTable(id: id, path: "\(folder)/\(id)/\(chosen).tsv")
  }

  /// Where the tables lie for an executable, links in its path resolved.
  static func places(beside executable: String) -> [String] {
    let folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    return [
      folder.appendingPathComponent("IPAtlas_ReferenceTables.resources/Tables"),
      folder.deletingLastPathComponent().appendingPathComponent("share/ipatlas/Tables"),
    ].map(\.path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue
  }

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }
}
