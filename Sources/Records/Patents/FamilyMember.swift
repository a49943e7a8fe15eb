/// A publication that a delivery lists as a member of the same simple family.
package struct FamilyMember: Hashable, Sendable {
  package var document: PublishedDocument
  /// The application it publishes, where the delivery names one that can be read.
  package var application: FiledNumber?

  package init(document: PublishedDocument, application: FiledNumber?) {
    self.document = document
    self.application = application
  }
}
