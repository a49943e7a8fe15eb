import Records

/// One fact that an answer rests on: the rule, the record, its field, the value and its day.
///
/// Evidence is a value, so reports, the explanation of one patent and tests read the same thing;
/// sentences are made of it only where a reader needs them.
package struct Evidence: Hashable, Sendable {
  /// The rule or criterion that used the fact: `R001`, `in-force`, `pledge-financing`.
  package var rule: String
  /// The table the rule stands in, with its edition; nil for rules that stand in no table.
  package var table: TableReference?
  /// The record the fact was read from; nil for facts that follow from settings, such as the cut-off.
  package var source: Source?
  /// The record's field: an element, a label of a legal event, a register's column.
  package var field: String
  package var value: String
  package var date: CalendarDay?

  package init(
    rule: String, table: TableReference? = nil, source: Source? = nil, field: String,
    value: String, date: CalendarDay? = nil
  ) {
    self.rule = rule
    self.table = table
    self.source = source
    self.field = field
    self.value = value
    self.date = date
  }
}

/// The name of a reference table and the edition that was used, `sei-ipc` 2021.
package struct TableReference: Hashable, Sendable {
  package var id: String
  package var edition: String

  package init(id: String, edition: String) {
    self.id = id
    self.edition = edition
  }
}
