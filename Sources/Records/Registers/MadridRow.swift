/// One international registration of a mark under the Madrid system (马德里注册).
package struct MadridRow: Hashable, Sendable {
  package var source: Source
  package var internationalNumber: InternationalMarkNumber
  package var mark: String?
  package var holder: String
  package var registeredOn: CalendarDay
  package var expiresOn: CalendarDay?
  /// Codes of WIPO ST.3 where the table gives codes or common names, else as delivered.
  package var designations: [String]

  package init(
    source: Source, internationalNumber: InternationalMarkNumber, mark: String? = nil,
    holder: String, registeredOn: CalendarDay, expiresOn: CalendarDay? = nil,
    designations: [String] = []
  ) {
    self.source = source
    self.internationalNumber = internationalNumber
    self.mark = mark
    self.holder = holder
    self.registeredOn = registeredOn
    self.expiresOn = expiresOn
    self.designations = designations
  }
}
