/// One publication of a family, as one delivery gives it.
package struct FamilyPublication: Hashable, Sendable {
  package var document: PublishedDocument
  package var format: String
  package var publishedOn: PartialDate?
  /// The application's office and number; nil where the delivery does not name it.
  package var application: String?
  package var status: DeliveryStatus?
  package var producedOn: CalendarDay?
  package var source: Source

  package init(
    document: PublishedDocument, format: String, publishedOn: PartialDate?, application: String?,
    status: DeliveryStatus? = nil, producedOn: CalendarDay? = nil, source: Source
  ) {
    self.document = document
    self.format = format
    self.publishedOn = publishedOn
    self.application = application
    self.status = status
    self.producedOn = producedOn
    self.source = source
  }
}
