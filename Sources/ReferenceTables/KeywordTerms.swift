import Records

/// The words that analysts keep for the conditions of the rules, a product named at a time.
///
/// The terms are as written in the file; how they are compared with a text is the criterion's matter.
/// The version is the digest of the file's bytes.
package struct KeywordTerms: Sendable {
  /// How a term takes part in its rule's condition.
  package enum Kind: String, Sendable, CaseIterable {
    /// The text must speak of it.
    case positive
    /// The text must not speak of it.
    case negative
    /// A word of the topic that the condition names.
    case generic
  }

  /// One row of the table.
  package struct Term: Hashable, Sendable {
    package let text: String
    package let kind: Kind
    /// The product or topic of the condition that the term stands for.
    package let product: String
  }

  package let edition: String
  package let digest: ContentDigest
  private let terms: [String: [Term]]

  package init(_ table: ReferenceTable) throws(ReferenceTableError) {
    let at = try table.positions(of: "rule", "term", "kind", "product")
    var terms: [String: [Term]] = [:]
    for (index, row) in table.rows.enumerated() {
      guard let kind = Kind(rawValue: row[at[2]]) else {
        throw table.invalid(
          row: index, column: "kind", value: row[at[2]],
          expected: "one of \(Kind.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      for (column, cell) in [("rule", row[at[0]]), ("term", row[at[1]])] where cell.isEmpty {
        throw table.invalid(row: index, column: column, value: "", expected: "given")
      }
      terms[row[at[0]], default: []].append(
        Term(text: row[at[1]], kind: kind, product: row[at[3]]))
    }
    self.terms = terms
    edition = table.edition
    digest = table.digest
  }

  /// The terms of a rule in the order of the file.
  package func terms(of rule: String) -> [Term] { terms[rule] ?? [] }

  /// The rules with a term, sorted.
  package var rules: [String] { terms.keys.sorted() }
}
