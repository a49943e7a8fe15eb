import Records

/// Every record of one application, in any order and with duplicates.
package struct ApplicationRecords: Sendable {
  package var application: ApplicationNumber
  package var publications: [PublicationDelivery]
  package var events: [LegalEvent]

  package init(
    application: ApplicationNumber, publications: [PublicationDelivery] = [],
    events: [LegalEvent] = []
  ) {
    self.application = application
    self.publications = publications
    self.events = events
  }
}
