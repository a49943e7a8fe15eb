import GRDB
import Records

extension IPDatabase {
  /// All open rejects, sorted by file, member and offset, given one by one.
  package func forEachReject(_ body: (Reject) throws -> Void) throws {
    try queue.read { db in
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT f.path AS path, r.* FROM reject r JOIN file f ON f.id = r.file
          WHERE f.current = 1
          ORDER BY f.path, r.member NULLS FIRST, r.position, r.record NULLS FIRST, r.code, r.reason
          """)
      while let row = try cursor.next() {
        let code: String = row["code"]
        guard let known = Reject.Code(rawValue: code) else {
          throw StoreError.damaged(table: "reject", column: "code", value: code)
        }
        try body(
          Reject(
            source: Source(
              file: row["path"], member: row["member"], offset: row["position"],
              record: row["record"]),
            code: known, reason: row["reason"]))
      }
    }
  }
}
