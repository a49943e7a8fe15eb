import GRDB
import Records

/// What the judgement of marks rests on beside their records.
package struct MarkGround: Sendable {
  /// The day at which marks are judged.
  package var cutOff: CalendarDay
  /// Everything that decides all judgements alike: plan, tables, tool, decisions on owners. Where it
  /// differs from that of the last judgement, all marks are judged again.
  package var context: String

  package init(cutOff: CalendarDay, context: String) {
    self.cutOff = cutOff
    self.context = context
  }
}

extension IPDatabase {
  /// Empties the derived tables of the marks that may have changed and lets `body` fill them from the
  /// raw ones, in one transaction.
  ///
  /// Judged again are marks that were touched and those whose last judgement does not hold on the
  /// cut-off; all of them where the ground has changed.
  ///
  /// - Returns: how many judgements of marks were kept.
  package func rejudgeMarks(
    on ground: MarkGround, _ body: (DerivedTables, RawTables) throws -> Void
  ) throws -> Int {
    try queue.write { db in
      try db.rejudge(
        .marks, in: self, context: ground.context,
        collect: { try $0.collectMarks(at: ground.cutOff) }, body)
    }
  }
}

extension Database {
  /// Fills the temporary table `mark_work` with the marks to judge again, and deletes what was derived
  /// of them, be there still records of them or not.
  fileprivate func collectMarks(at cutOff: CalendarDay) throws {
    try execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS mark_work(office TEXT NOT NULL, number TEXT);
        DELETE FROM temp.mark_work;
        INSERT INTO temp.mark_work
          SELECT office, number FROM touched_mark
          UNION
          SELECT office, number FROM judged_mark
            WHERE valid_from > \(cutOff.number) OR valid_until <= \(cutOff.number)
          ORDER BY 1, 2;
        """)
    for table in KeptJudgements.marks.tables {
      try execute(
        sql: """
          DELETE FROM \(table)
          WHERE (office, number) IN (SELECT office, number FROM temp.mark_work)
          """)
    }
  }
}
