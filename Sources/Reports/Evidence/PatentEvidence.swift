import Records

/// Why one patent of the base set counts or not: a line of `evidence.ndjson`.
package struct PatentEvidence: Hashable, Sendable {
  package var applicationNumber: ApplicationNumber
  /// One entry per criterion, in the plan's order.
  package var criteria: [CriterionEvidence]

  package init(applicationNumber: ApplicationNumber, criteria: [CriterionEvidence]) {
    self.applicationNumber = applicationNumber
    self.criteria = criteria
  }
}
