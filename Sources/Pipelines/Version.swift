import ReferenceTables

/// The versions that decide whether work must be done again.
package enum Version {
  /// The tool's version; part of every run's identity.
  package static let tool = "0.1.0"
  /// The readers' version: a file read by another one is read again. Raise its first part with every
  /// change of what a reader gives for the same bytes.
  ///
  /// Its second part is of the table `inpadoc-events`: the class of another office's event is stored
  /// when the event is read, so a changed table must be followed by another reading. Chinese events are
  /// classed anew by each run.
  package static let readers: String = {
    let table = try? TableCatalogue().table("inpadoc-events")
    // Without the table no run gets as far as reading; its own loading says why.
    return "3 " + (table.map { String($0.digest.text.prefix(8)) } ?? "without inpadoc-events")
  }()
  /// What decides how a file is read under a plan: the readers, and where only stubs of other places'
  /// records are kept, the tables that tell where a place lies.
  static func readers(_ plan: Plan, _ tables: TableSet) -> String {
    guard plan.stubsOthers else { return readers }
    let places = tables.editions.filter { TableSet.placeTables.contains($0.id) }
    return ([readers, "stubs"] + places.map { String($0.digest.text.prefix(8)) })
      .joined(separator: " ")
  }
  /// The version of the rules: raised with every change of what a judgement gives for the same records,
  /// so that stored judgements of an older one are made again. Part of every run's identity.
  package static let judgements = 6
}
