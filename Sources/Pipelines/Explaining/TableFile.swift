import Foundation
import ReferenceTables

/// The file of a reference table, compared with the edition that a run used.
struct TableFile {
  var path: String
  /// Nil where the file still is what the run used.
  var note: String?

  /// The line that begins so, its cells between spaces.
  func line(beginning prefix: String) -> String? {
    guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split { $0.isNewline }
    return lines.first { $0.hasPrefix(prefix) }.map { String($0).replacing("\t", with: " | ") }
  }
}

extension ExplainedRun {
  /// The file of a table by its id, as the plan's tables have it now.
  func tableFile(_ id: String) throws -> TableFile {
    let used = indicator["tables"]?.items.first { $0["id"]?.text == id }
    do {
      let table: ReferenceTable
      if id == "keywords" {
        table = try ReferenceTable(
          id: id,
          path: try plan.tables[id] ?? TableSet.analystFile("sei-2021.tsv", plan: plan))
      } else {
        var own = plan.tables
        own.removeValue(forKey: "keywords")
        table = try TableCatalogue(ownEditions: own).table(
          id, edition: plan.tables[id] == nil ? used?["edition"]?.text : nil)
      }
      let root = plan.root + "/"
      let path =
        table.path.hasPrefix(root) ? String(table.path.dropFirst(root.count)) : table.path
      let isSame = table.digest.text == used?["sha256"]?.text
      return TableFile(
        path: path,
        note: isSame
          ? nil : "the file holds another edition now, SHA-256 \(table.digest.text.prefix(16))…")
    } catch let error as ReferenceTableError {
      throw RunFailure("\(error)")
    }
  }
}
