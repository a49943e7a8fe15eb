import GRDB
import Records

/// A stub whose texts are wanted after all, since its application came to the region.
package struct WantedStub: Sendable, Hashable {
  /// The row of the publication.
  package var rowID: Int64
  package var application: ApplicationNumber
  package var number: String
  package var kind: String
  /// Where its record lies within the file.
  package var member: String?
  package var offset: Int
}

extension IPDatabase {
  /// The stubs of inventions that an event has moved into the region, by the file they were read from.
  ///
  /// - Complexity: O(events that move into the region).
  package func wantedStubs() throws -> [Int64: [WantedStub]] {
    try queue.read { db in
      var wanted: [Int64: [WantedStub]] = [:]
      // The order of the join is given: SQLite would walk all publications.
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT DISTINCT p.id, p.file, p.application, p.number, p.kind, p.member, p.position
          FROM event e INDEXED BY event_moving_in
            CROSS JOIN publication p ON p.application = e.application
          WHERE e.moves_in = 1 AND p.stub = 1 AND p.invention = 1 ORDER BY p.id
          """)
      while let row = try rows.next() {
        guard let application = ApplicationNumber(key: row["application"]) else { continue }
        wanted[row["file"], default: []].append(
          WantedStub(
            rowID: row["id"], application: application, number: row["number"], kind: row["kind"],
            member: row["member"], offset: row["position"]))
      }
      return wanted
    }
  }

  /// Makes stubs of one file whole, in one transaction; their applications are judged again.
  package func fill(_ stubs: [(stub: WantedStub, title: String?, content: String)]) throws {
    try queue.write { db in
      let isJudged = try db.isJudged()
      for (stub, title, content) in stubs {
        try db.execute(
          sql: "UPDATE publication SET stub = 0, title = ? WHERE id = ?",
          arguments: [title, stub.rowID])
        try db.execute(
          sql: "INSERT OR REPLACE INTO publication_content VALUES (?, ?)",
          arguments: [stub.rowID, content])
        if isJudged {
          try db.execute(
            sql: "INSERT OR IGNORE INTO touched VALUES (?)", arguments: [stub.application.key])
        }
      }
    }
  }
}
