import GRDB
import Records

/// Reads texts and filing dates of publications through a connection of its own, beside the one that writes: the
/// write-ahead log lets readers go on while a transaction is open.
package final class TextReader: Sendable {
  private let queue: DatabaseQueue

  init(path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  func inDatabase<T>(_ body: (Database) throws -> T) throws -> T {
    try queue.inDatabase(body)
  }

  /// Title, abstract and IPC texts of a publication; nil where only a stub was kept.
  package func text(ofPublication rowID: Int64) throws -> StoredText? {
    // Single reads of rows that are never changed need no transaction of their own.
    try queue.inDatabase { db in
      let statement = try db.cachedStatement(sql: StoredText.query)
      guard let row = try Row.fetchOne(statement, arguments: [rowID]) else { return nil }
      return StoredText(row)
    }
  }

  /// The filing date of an application that others were divided from; nil where none was delivered.
  ///
  /// - Parameter knownOn: counts only what had been published and delivered by this day, if given.
  package func filingDate(
    of parent: ApplicationNumber, knownOn: CalendarDay? = nil
  ) throws -> CalendarDay? {
    try queue.inDatabase { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT MIN(COALESCE(p.filed_internationally, p.filed)) FROM publication p
          WHERE p.application = ? AND \(KnownRecords.condition(knownOn, "p"))
          """)
      return try Int.fetchOne(statement, arguments: [parent.key])
        .flatMap { CalendarDay(number: $0) }
    }
  }
}

extension IPDatabase {
  package func textReader() throws -> TextReader { try TextReader(path: path) }
}

/// What the content of a stored publication says in words.
package struct StoredText: Sendable {
  package var title: String?
  package var abstract: String?
  package var ipc: [String]

  static let query = """
    SELECT json_extract(content, '$.title.zh') AS title,
      json_extract(content, '$.abstract.zh') AS abstract,
      (SELECT group_concat(value, char(31)) FROM json_each(content, '$.ipc')) AS ipc
    FROM publication_content WHERE id = ?
    """

  init(_ row: Row) {
    title = row["title"]
    abstract = row["abstract"]
    ipc = ((row["ipc"] as String?) ?? "").split(separator: "\u{1F}").map(String.init)
  }
}
