import GRDB
import Records

/// What the content of a stored publication says beyond its columns, as maps count it.
package struct WholeText: Sendable {
  package var title: String?
  package var abstract: String?
  package var ipc: [String]
  package var inventors: [String]
  /// Numbers of cited documents with their country where it is given, `CN101234567`.
  package var citations: [String]
  package var agency: String?
  package var claimCount: Int?

  static let query = """
    SELECT json_extract(content, '$.title.zh') AS title,
      json_extract(content, '$.abstract.zh') AS abstract,
      (SELECT group_concat(value, char(31)) FROM json_each(content, '$.ipc')) AS ipc,
      (SELECT group_concat(value, char(31)) FROM json_each(content, '$.inventors')) AS inventors,
      (SELECT group_concat(COALESCE(json_extract(value, '$.country'), '') ||
        json_extract(value, '$.number'), char(31)) FROM json_each(content, '$.citations'))
        AS citations,
      json_extract(content, '$.agencies[0].name') AS agency,
      json_extract(content, '$.claim_count') AS claims
    FROM publication_content WHERE id = ?
    """

  init(_ row: Row) {
    func list(_ column: String) -> [String] {
      ((row[column] as String?) ?? "").split(separator: "\u{1F}").map(String.init)
    }
    title = row["title"]
    abstract = row["abstract"]
    ipc = list("ipc")
    inventors = list("inventors")
    citations = list("citations")
    agency = row["agency"]
    claimCount = row["claims"]
  }
}

extension TextReader {
  /// The whole text of a publication; nil where nothing of its content was kept.
  package func wholeText(ofPublication rowID: Int64) throws -> WholeText? {
    try inDatabase { db in
      let statement = try db.cachedStatement(sql: WholeText.query)
      guard let row = try Row.fetchOne(statement, arguments: [rowID]) else { return nil }
      return WholeText(row)
    }
  }
}
