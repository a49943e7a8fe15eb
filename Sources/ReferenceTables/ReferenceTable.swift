import Crypto
import Foundation
import Records

/// A published table as loaded: its origin, the digest of its bytes, and its rows as text.
///
/// The file is UTF-8 with tabs between the cells and a header; nothing is quoted. A byte order mark,
/// CRLF and an absent last line end are accepted, since offices edit their own editions.
package struct ReferenceTable: Sendable {
  /// The folder's name under `Tables`, and the key in a plan's `tables`: `sei-ipc`.
  package let id: String
  /// The file's name without its extension: `2021`.
  package let edition: String
  package let path: String
  /// What the `.yml` beside the table says; empty when there is none.
  package let description: TableDescription
  /// The digest of the bytes that were read.
  package let digest: ContentDigest
  package let columns: [String]
  /// The cells of each row, as many as there are columns.
  package let rows: [[String]]

  package var title: String { description.title ?? id }

  /// Reads the table at `path` and checks it against the `.yml` of the same name, if there is one.
  package init(id: String, path: String) throws(ReferenceTableError) {
    let stem = path.hasSuffix(".tsv") ? String(path.dropLast(4)) : path
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw ReferenceTableError(
        .unreadable, table: id, path: path, message: "the file can't be read",
        hint: "check the path and the permissions, or leave the table out of the plan's 'tables'")
    }
    var description = TableDescription()
    if let yaml = FileManager.default.contents(atPath: stem + ".yml") {
      do {
        description = try TableDescription(yaml: String(decoding: yaml, as: UTF8.self))
      } catch {
        throw ReferenceTableError(
          .unreadable, table: id, path: stem + ".yml", message: "not the YAML of a table: \(error)")
      }
    }
    let name = stem.split(separator: "/").last.map(String.init) ?? stem
    try self.init(id: id, edition: name, path: path, bytes: bytes, description: description)
  }

  /// Reads a table from its bytes.
  package init(
    id: String, edition: String, path: String, bytes: Data,
    description: TableDescription = TableDescription()
  ) throws(ReferenceTableError) {
    func failure(
      _ code: ReferenceTableError.Code, line: Int? = nil, _ message: String, hint: String? = nil
    ) -> ReferenceTableError {
      ReferenceTableError(code, table: id, path: path, line: line, message: message, hint: hint)
    }
    guard let digest = ContentDigest(bytes: SHA256.hash(data: bytes)),
      let text = String(validating: bytes, as: UTF8.self)
    else {
      throw failure(
        .notUTF8, "the bytes are not UTF-8", hint: "save the table as UTF-8, cells between tabs")
    }
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { $0.last == 0x0D ? $0.dropLast() : $0 }
    if let first = lines.first, first.starts(with: [0xEF, 0xBB, 0xBF]) {
      lines[0] = first.dropFirst(3)
    }
    while let last = lines.last, last.isEmpty { lines.removeLast() }
    let cells = lines.map { line in
      line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(Substring($0)) }
    }
    guard let columns = cells.first else {
      throw failure(.missingColumn, "the file is empty, a header row was expected")
    }
    self.id = id
    self.edition = edition
    self.path = path
    self.description = description
    self.digest = digest
    self.columns = columns
    rows = Array(cells.dropFirst())
    for (index, row) in rows.enumerated() where row.count != columns.count {
      throw failure(
        .width, line: index + 2,
        "\(row.count.counted("cell")) found, \(columns.count) expected as in the header",
        hint: "cells are separated by tabs; an empty cell keeps its tab")
    }
    if let expected = description.sha256, ContentDigest(expected) != digest {
      throw failure(
        .digest, "its SHA-256 is \(digest.text), its .yml says \(expected)",
        hint: "after a deliberate change write the new digest into the .yml, else restore the table"
      )
    }
    if let expected = description.rows, expected != rows.count {
      throw failure(.rowCount, "\(rows.count.counted("row")) found, its .yml says \(expected)")
    }
    if let expected = description.columns, expected != columns {
      throw failure(
        .missingColumn,
        "the columns are \(columns.joined(separator: ", ")), its .yml says "
          + expected.joined(separator: ", "))
    }
  }

  /// The positions of the named columns in a row, in the order asked for.
  package func positions(of names: String...) throws(ReferenceTableError) -> [Int] {
    var result: [Int] = []
    for name in names {
      guard let position = columns.firstIndex(of: name) else {
        throw ReferenceTableError(
          .missingColumn, table: id, path: path, line: 1,
          message: "column '\(name)' is missing, found: \(columns.joined(separator: ", "))",
          hint: "name the column '\(name)' in the header row")
      }
      result.append(position)
    }
    return result
  }

  /// The cells of one column; nil when there is no such column.
  package func values(of column: String) -> [String]? {
    columns.firstIndex(of: column).map { position in rows.map { $0[position] } }
  }

  /// The error of a cell that holds no value of its column. `row` counts from 0.
  func invalid(row: Int, column: String, value: String, expected: String) -> ReferenceTableError {
    ReferenceTableError(
      .value, table: id, path: path, line: row + 2,
      message: "'\(value)' in column '\(column)' is not \(expected)")
  }

  /// The error of a key that stands in two rows. `row` counts from 0.
  func duplicate(row: Int, key: String) -> ReferenceTableError {
    ReferenceTableError(
      .duplicateKey, table: id, path: path, line: row + 2, message: "'\(key)' stands here again",
      hint: "keep one of the rows")
  }
}
