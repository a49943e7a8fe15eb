import Yams

/// What stands beside a table in its `.yml`: where the table comes from and what it must hold.
///
/// Keys that are not read here (`date`, `verified`, `notes`) are for people.
package struct TableDescription: Hashable, Sendable, Decodable {
  package var title: String?
  package var publisher: String?
  package var source: String?
  package var licence: String?
  /// The number of rows without the header.
  package var rows: Int?
  /// The SHA-256 digest of the table's bytes, 64 hexadecimal digits.
  package var sha256: String?
  package var columns: [String]?
  /// The edition of the IPC that the table's symbols belong to, `2020.01`.
  package var ipc: String?
  /// How far the table has been checked, in Chinese, as reports print it.
  package var checked: String?

  package init() {}

  init(yaml: String) throws {
    self = try YAMLDecoder().decode(TableDescription.self, from: yaml)
  }
}
