/// A patent that is not counted but might be: a row of `undetermined.csv`.
package struct UndeterminedPatent: Hashable, Sendable {
  package var applicationNumber: String
  package var publicationNumber: String?
  package var title: String?
  /// The first patentee at the cut-off, and the address that could or could not be resolved.
  package var owner: String?
  package var address: String?
  /// The code it would be counted under; nil where the place is what is unknown.
  package var region: String?
  /// `in-force`, `region`, or the ids of the undetermined criteria joined by `;`.
  package var question: String
  /// What is missing, in Chinese, joined by `；`.
  package var missing: String
}
