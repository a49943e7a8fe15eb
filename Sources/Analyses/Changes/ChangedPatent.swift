/// A patent that some figure counts in one of two runs only, with all its changes.
package struct ChangedPatent: Hashable, Sendable {
  package var applicationNumber: String
  package var publicationNumber: String?
  package var title: String?
  /// In the order of ``PatentStanding/changes(from:to:)``; never empty.
  package var changes: [PatentChange]

  package init(
    applicationNumber: String, publicationNumber: String? = nil, title: String? = nil,
    changes: [PatentChange]
  ) {
    self.applicationNumber = applicationNumber
    self.publicationNumber = publicationNumber
    self.title = title
    self.changes = changes
  }
}
