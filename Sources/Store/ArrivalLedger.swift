import GRDB
import Records

/// When a content was first found among the inputs, and under which name.
package struct Arrival: Sendable, Hashable {
  /// 64 hexadecimal digits.
  package var sha256: String
  package var path: String
  /// The beginning of the run that found it, ISO 8601 in UTC.
  package var arrived: String

  package init(sha256: String, path: String, arrived: String) {
    self.sha256 = sha256
    self.path = path
    self.arrived = arrived
  }

  /// The day of ``arrived``; nil where that is no instant.
  package var day: CalendarDay? { CalendarDay(String(arrived.prefix(10))) }
}

extension IPDatabase {
  /// Notes contents that were not seen before; of those that were, the first arrival stands.
  package func note(_ arrivals: [Arrival]) throws {
    guard !arrivals.isEmpty else { return }
    try queue.write { db in
      for item in arrivals {
        try db.execute(
          sql: "INSERT OR IGNORE INTO arrival VALUES (?, ?, ?)",
          arguments: [item.sha256, item.path, item.arrived])
      }
    }
  }

  /// The first arrival of every content, by its digest.
  package func arrivals() throws -> [String: Arrival] {
    try queue.read { db in
      var found: [String: Arrival] = [:]
      let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM arrival")
      while let row = try cursor.next() {
        let item = Arrival(sha256: row["sha256"], path: row["path"], arrived: row["arrived"])
        found[item.sha256] = item
      }
      return found
    }
  }

  /// The newest day up to `limit` on which a record of a format was published; nil where none was.
  ///
  /// - Complexity: O(n) over the format's records.
  package func newestDay(ofFormat format: String, upTo limit: CalendarDay) throws -> CalendarDay? {
    try queue.read { db in
      // Hardly ever does a delivery reach beyond the limit; only then must the records be asked.
      let newestOfAll = try Int.fetchOne(
        db, sql: "SELECT MAX(newest) FROM file_format WHERE format = ?", arguments: [format])
      if let newestOfAll, newestOfAll <= limit.number {
        return PartialDate(number: newestOfAll)?.day
      }
      var newest: Int?
      for table in ["publication", "event", "worldwide_publication", "worldwide_event"] {
        let found = try Int.fetchOne(
          db, sql: "SELECT MAX(published) FROM \(table) WHERE format = ? AND published <= ?",
          arguments: [format, Int(limit.number)])
        if let found { newest = max(newest ?? found, found) }
      }
      return newest.flatMap { PartialDate(number: $0)?.day }
    }
  }
}
