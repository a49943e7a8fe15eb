/// One mark in one class as judged at the cut-off: a row of `trademarks.csv` and the published part of
/// a row of `mark`. Grain: one row per office, number and class.
package struct MarkRow: Hashable, Sendable {
  package var office: String
  package var number: String
  /// Nil where the record names no class.
  package var niceClass: Int?
  package var name: String?
  package var kind: String?
  package var holder: String?
  /// Joined by `;`.
  package var coHolders = ""
  package var address: String?
  /// The division of the first holder's address.
  package var region: String?
  /// The code the mark is counted under.
  package var county: String?
  package var filingDate: String?
  package var registrationDate: String?
  package var expiryDate: String?
  /// `valid`, `grace`, `pending`, `dead` or `undetermined`.
  package var state: String
  /// `renewal` or `grace`, and its last day.
  package var period: String?
  package var periodEnd: String?
  package var isGeographicalIndication = false
  package var isWellKnown = false
  package var edition: String?
  /// Joined by `;`.
  package var groups = ""
  /// What the place or the state lacks, in Chinese.
  package var missing: String?
  /// File, member and row or offset of the record that the case rests on.
  package var source = ""

  package init(office: String, number: String, state: String) {
    self.office = office
    self.number = number
    self.state = state
  }
}
