/// One legal event of a family's right.
package struct FamilyEvent: Hashable, Sendable {
  package var country: String
  package var application: String?
  package var joiningNumber: String?
  package var identifier: String?
  package var code: String?
  package var name: String?
  package var eventClass: LegalEventClass?
  package var publishedOn: CalendarDay?
  package var effectiveOn: CalendarDay?
  package var source: Source

  package init(country: String, source: Source) {
    self.country = country
    self.source = source
  }
}
