import Foundation
import GRDB
import Records

/// Whether a database is sound: SQLite's own checks, and the ledger against the rows.
package struct StoreCheck: Sendable {
  /// One question put to the database.
  package struct Answer: Sendable, Hashable {
    /// `integrity`, `foreign-keys`, `ledger`, `rejects`, `derived`, `write-ahead-log`
    package var name: String
    package var isSound: Bool
    /// One line: what was counted, or what is wrong.
    package var detail: String
  }

  package var answers: [Answer]
  package var isSound: Bool { answers.allSatisfy { $0.isSound } }
}

extension IPDatabase {
  /// Checks the whole database; reads every page once and every row's file.
  package func check() throws -> StoreCheck {
    do {
      let answers = try queue.read { db in
        let faults = try StoreState.faults(db)
        var answers = [
          StoreCheck.Answer(
            name: "integrity", isSound: faults.isEmpty,
            detail: faults.isEmpty ? "every page and index is sound" : IPDatabase.list(faults))
        ]
        let strangers = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
          "a row of \(row[0] as String) names no row of \(row[2] as String)"
        }
        answers.append(
          StoreCheck.Answer(
            name: "foreign-keys", isSound: strangers.isEmpty,
            detail: strangers.isEmpty
              ? "every row belongs to a file" : IPDatabase.list(Array(Set(strangers)).sorted())))
        answers += try IPDatabase.ledgerAnswers(db)
        answers.append(try IPDatabase.derivedAnswer(db))
        return answers
      }
      return StoreCheck(answers: answers + [try logAnswer()])
    } catch {
      throw StoreError(error, path: path) ?? error
    }
  }

  /// Every record that a file gave is a row, or was rejected; older rejects may have been answered.
  private static func ledgerAnswers(_ db: Database) throws -> [StoreCheck.Answer] {
    var rows: [Int64: Int] = [:]
    var tables = [
      "SELECT file, COUNT(*) FROM publication GROUP BY file",
      "SELECT file, COUNT(*) FROM event GROUP BY file",
      "SELECT file, COUNT(*) FROM worldwide_publication GROUP BY file",
      "SELECT file, COUNT(*) FROM worldwide_event GROUP BY file",
      """
      SELECT s.file, COUNT(*) FROM trademark t JOIN trademark_source s ON s.id = t.origin
        GROUP BY s.file
      """,
    ]
    tables += RegisterTable.allCases.map {
      "SELECT file, COUNT(*) FROM \($0.rawValue) GROUP BY file"
    }
    for sql in tables {
      for row in try Row.fetchAll(db, sql: sql) {
        rows[row[0], default: 0] += row[1] as Int
      }
    }
    var open: [Int64: Int] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT file, COUNT(*) FROM reject GROUP BY file") {
      open[row[0]] = row[1] as Int
    }
    var wrong: [String] = []
    var wrongRejects: [String] = []
    var records = 0
    let files = try Row.fetchAll(db, sql: "SELECT * FROM file WHERE current = 1 ORDER BY path, id")
    for file in files {
      let id: Int64 = file["id"]
      let expected = (file["records"] as Int) - (file["rejected"] as Int)
      let found = rows[id] ?? 0
      records += found
      if found != expected {
        wrong.append(
          "\(file["path"] as String): \(found.counted("row")), \(expected) in the ledger")
      }
      if (open[id] ?? 0) > (file["rejected"] as Int) {
        wrongRejects.append(
          "\(file["path"] as String): \((open[id] ?? 0).counted("reject")), \(file["rejected"] as Int) in the "
            + "ledger")
      }
    }
    return [
      StoreCheck.Answer(
        name: "ledger", isSound: wrong.isEmpty,
        detail: wrong.isEmpty
          ? "\(files.count.counted("file")), \(records.counted("record")), as the ledger counts them"
          : list(wrong)),
      StoreCheck.Answer(
        name: "rejects", isSound: wrongRejects.isEmpty,
        detail: wrongRejects.isEmpty
          ? "rejects open: \(open.values.reduce(0, +))" : list(wrongRejects)),
    ]
  }

  /// The derived tables belong together; a run may rewrite any of them.
  private static func derivedAnswer(_ db: Database) throws -> StoreCheck.Answer {
    let questions = [
      (
        ["label", "dossier"],
        "labels without a dossier",
        "SELECT COUNT(*) FROM label WHERE application_no NOT IN (SELECT application_no FROM dossier)"
      ),
      (
        ["mark_holder", "mark"],
        "holders without a mark",
        """
        SELECT COUNT(*) FROM mark_holder h WHERE NOT EXISTS (SELECT 1 FROM mark m
          WHERE m.office = h.office AND m.number = h.number AND m.class = h.class)
        """
      ),
      (
        ["judged", "publication", "event"],
        "judged applications of which nothing was delivered",
        // Legal status may come before the first publication.
        """
        SELECT COUNT(*) FROM judged j
          WHERE NOT EXISTS (SELECT 1 FROM publication WHERE application = j.application)
            AND NOT EXISTS (SELECT 1 FROM event WHERE application = j.application)
        """
      ),
    ]
    var wrong: [String] = []
    for (tables, text, sql) in questions {
      guard try tables.allSatisfy({ try db.tableExists($0) }) else { continue }
      let count = try Int.fetchOne(db, sql: sql) ?? 0
      if count > 0 { wrong.append("\(count) \(text)") }
    }
    return StoreCheck.Answer(
      name: "derived", isSound: wrong.isEmpty,
      detail: wrong.isEmpty
        ? "the derived tables agree" : list(wrong) + "; the next run writes them anew")
  }

  private func logAnswer() throws -> StoreCheck.Answer {
    let mode = try queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") ?? "" }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
    let bytes = (attributes?[.size] as? Int) ?? 0
    return StoreCheck.Answer(
      name: "write-ahead-log", isSound: mode == "wal",
      detail: mode == "wal"
        ? "bytes that wait in the log: \(bytes)"
        : "journal mode is \(mode), wal expected; something else has written to the database")
  }

  private static func list(_ lines: [String]) -> String {
    lines.prefix(5).joined(separator: "; ")
      + (lines.count > 5 ? "; and \(lines.count - 5) more" : "")
  }
}
