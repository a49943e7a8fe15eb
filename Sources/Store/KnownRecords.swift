import GRDB
import Records

/// Questions to the raw records about what had been published and delivered by a day.
///
/// The conditions are those of `KnownOn` in the module Pipelines: published by the day or without a
/// date, produced by it or without a day. A date that lacks a month or a day is stored with zeros
/// there, and so compares as the earliest day it may be.
enum KnownRecords {
  /// An SQL condition on a row's columns `published` and `produced`; `1` where every row counts.
  static func condition(_ knownOn: CalendarDay?, _ table: String) -> String {
    guard let knownOn else { return "1" }
    return """
      (\(table).published IS NULL OR \(table).published <= \(knownOn.number)) AND \
      (\(table).produced IS NULL OR \(table).produced <= \(knownOn.number))
      """
  }

  /// The same for worldwide events, whose deliveries state no day of production.
  static func eventCondition(_ knownOn: CalendarDay?, _ table: String) -> String {
    guard let knownOn else { return "1" }
    return "(\(table).published IS NULL OR \(table).published <= \(knownOn.number))"
  }
}

extension IPDatabase {
  /// The filing dates of all applications that others were divided from, as far as they were known.
  package func filingDatesOfParents(
    knownOn: CalendarDay?
  ) throws -> [ApplicationNumber: CalendarDay] {
    try queue.read { db in
      var dates: [ApplicationNumber: CalendarDay] = [:]
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT p.application AS application,
            MIN(COALESCE(p.filed_internationally, p.filed)) AS filed
          FROM publication p WHERE p.application IN
            (SELECT parent FROM publication WHERE parent IS NOT NULL)
            AND \(KnownRecords.condition(knownOn, "p"))
          GROUP BY p.application
          """)
      while let row = try cursor.next() {
        if let number = ApplicationNumber(key: row["application"]),
          let filed = (row["filed"] as Int?).flatMap({ CalendarDay(number: $0) })
        {
          dates[number] = filed
        }
      }
      return dates
    }
  }

  /// Whether any publication of a Chinese application was known.
  package func hasPublications(knownOn: CalendarDay?) throws -> Bool {
    try exists("publication p WHERE \(KnownRecords.condition(knownOn, "p"))")
  }

  /// Whether any legal event of a Chinese application was known.
  package func hasLegalStatus(knownOn: CalendarDay?) throws -> Bool {
    try exists("event e WHERE \(KnownRecords.condition(knownOn, "e"))")
  }

  private func exists(_ rows: String) throws -> Bool {
    try queue.read { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(rows))") ?? false
    }
  }

  /// The newest day of publication of a record that was known, by format id.
  package func newestDays(knownOn: CalendarDay) throws -> [String: CalendarDay] {
    try queue.read { db in
      var days: [String: CalendarDay] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT format, MAX(published) AS newest FROM (
            SELECT format, published FROM publication t
              WHERE \(KnownRecords.condition(knownOn, "t"))
            UNION ALL SELECT format, published FROM event t
              WHERE \(KnownRecords.condition(knownOn, "t"))
            UNION ALL SELECT format, published FROM worldwide_publication t
              WHERE \(KnownRecords.condition(knownOn, "t"))
            UNION ALL SELECT format, published FROM worldwide_event t
              WHERE \(KnownRecords.eventCondition(knownOn, "t")))
          GROUP BY format
          """)
      while let row = try rows.next() {
        days[row["format"]] = (row["newest"] as Int?).flatMap { CalendarDay(number: $0) }
      }
      return days
    }
  }
}
