/// A published patent document by its office, number and kind: `US`, `08420588`, `B2`.
package struct PublishedDocument: Hashable, Sendable {
  /// WIPO ST.3 code of the publishing office.
  package var country: String
  package var number: PublicationNumber
  package var kind: KindCode?

  package init(country: String, number: PublicationNumber, kind: KindCode?) {
    self.country = country
    self.number = number
    self.kind = kind
  }
}
