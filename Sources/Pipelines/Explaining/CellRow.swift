import Records

/// One row behind a cell: a patent, a row of a register, a file, a rejected record.
struct CellRow: Sendable {
  /// A place that the row rests on.
  struct Fact: Sendable {
    /// `award = 中国专利奖 金奖 2016`; nil where the place says all.
    var text: String?
    var file: String?
    var member: String?
    /// The row of a table, the record's own number, or the byte.
    var record: String?

    init(_ text: String? = nil, file: String? = nil, member: String? = nil, record: String? = nil) {
      self.text = text
      self.file = file
      self.member = member
      self.record = record
    }

    init(_ item: EvidenceLine.Item) {
      var text = item.rule
      if let table = item.table { text += " (\(table))" }
      if let field = item.field { text += "  \(field) = \(item.value ?? "")" }
      if let date = item.date, date != item.value { text += ", \(date)" }
      self.init(text, file: item.file, member: item.member, record: item.record)
    }

    init(_ text: String? = nil, _ source: Source) {
      self.init(
        text, file: source.file, member: source.member,
        record: source.record ?? String(source.offset))
    }

    var place: String? {
      guard let file else { return nil }
      return file + (member.map { "!\($0)" } ?? "") + (record.map { " #\($0)" } ?? "")
    }
  }

  /// What identifies it: an application number, a file's path, a register's row.
  var id: String
  /// The title of a patent, the reason of a reject.
  var text: String?
  /// How much it adds to the cell: 1 but where a row stands for several.
  var weight = 1
  var facts: [Fact] = []

  init(_ id: String, _ text: String? = nil, weight: Int = 1, facts: [Fact] = []) {
    self.id = id
    self.text = text
    self.weight = weight
    self.facts = facts
  }
}
