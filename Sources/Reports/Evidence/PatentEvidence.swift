import Records

/// Why one patent of the base set counts or not: a line of `evidence.ndjson`.
package struct PatentEvidence: Hashable, Sendable {
  package var applicationNumber: ApplicationNumber
  package var publicationNumber: String?
  package var title: String?
  /// The division the patent lies in, and the one it is counted under.
  package var region: String?
  package var county: String?
  /// What puts the patent into the base set: grant, standing, first patentee.
  package var base: [EvidenceItem]
  /// One entry per criterion, in the plan's order.
  package var criteria: [CriterionEvidence]

  package init(
    applicationNumber: ApplicationNumber, base: [EvidenceItem] = [],
    criteria: [CriterionEvidence]
  ) {
    self.applicationNumber = applicationNumber
    self.base = base
    self.criteria = criteria
  }
}
