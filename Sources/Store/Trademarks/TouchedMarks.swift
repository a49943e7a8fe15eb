import GRDB

extension Database {
  /// Notes which rows of `trademark` a file gave, if any.
  func noteMarks(_ file: Int64, after before: LastRows) throws {
    let last = try lastRows()
    guard last.trademark > before.trademark else { return }
    try execute(
      sql: "INSERT OR REPLACE INTO file_marks VALUES (?, ?, ?)",
      arguments: [file, before.trademark, last.trademark])
  }

  /// Marks the trademarks that a file says something of, so that the next run judges them again.
  ///
  /// Before the first judgement nothing is marked, since that one judges everything. A renamed file
  /// touches all that it gave: its name tells the order of its delivery, and stands in the source.
  /// - Complexity: O(the file's rows).
  func touchMarks(of file: Int64) throws {
    guard try setting(KeptJudgements.marks.contextKey) != nil else { return }
    try execute(
      sql: """
        INSERT OR IGNORE INTO touched_mark
          SELECT DISTINCT office, number FROM trademark WHERE \(try conditionOfMarks(file))
        """)
  }

  /// Deletes what a file said of marks.
  func deleteMarks(of file: Int64) throws {
    try execute(
      sql: """
        DELETE FROM trademark WHERE \(try conditionOfMarks(file));
        DELETE FROM trademark_source WHERE file = \(file);
        DELETE FROM file_marks WHERE file = \(file);
        """)
  }

  /// A condition for the rows a file gave, by their range where it is known.
  private func conditionOfMarks(_ file: Int64) throws -> String {
    let origins = "origin IN (SELECT id FROM trademark_source WHERE file = \(file))"
    let range = try Row.fetchOne(
      self, sql: "SELECT marks_after, marks_to FROM file_marks WHERE file = ?", arguments: [file])
    if let range {
      return "id > \(range[0] as Int64) AND id <= \(range[1] as Int64) AND \(origins)"
    }
    // Files without marks are many, and the table is large: it is not gone through for them.
    let hasMarks =
      try Bool.fetchOne(
        self, sql: "SELECT EXISTS (SELECT 1 FROM trademark_source WHERE file = ?)",
        arguments: [file]) ?? false
    return hasMarks ? origins : "FALSE"
  }
}
