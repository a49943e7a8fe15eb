import Records

/// What the codes of legal events of offices other than CNIPA mean, as the EPO exchanges them.
///
/// Only codes whose meaning is certain have a class. Codes that speak of one state of a European
/// patent have none, since they say nothing of the others.
package struct InpadocEventTable: Sendable {
  private struct Key: Hashable, Sendable {
    let country: String
    let code: String
  }

  private var classes: [Key: LegalEventClass] = [:]

  package init(_ table: ReferenceTable) throws(ReferenceTableError) {
    let at = try table.positions(of: "country", "code", "class")
    for (index, row) in table.rows.enumerated() {
      guard let eventClass = LegalEventClass(rawValue: row[at[2]]) else {
        throw table.invalid(
          row: index, column: "class", value: row[at[2]], expected: "a class of legal events")
      }
      let key = Key(country: row[at[0]], code: row[at[1]])
      guard classes.updateValue(eventClass, forKey: key) == nil else {
        throw table.duplicate(row: index, key: "\(key.country) \(key.code)")
      }
    }
  }

  /// The class of an office's code, nil where it has none that is certain.
  package func eventClass(country: String, code: String) -> LegalEventClass? {
    classes[Key(country: country, code: code)]
  }
}
