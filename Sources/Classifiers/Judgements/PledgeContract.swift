import Records

/// One registered pledge contract over all rows of the register that share its 登记号.
package struct PledgeContract: Hashable, Sendable {
  /// The greatest amount on its rows in 元; nil if no row gives one.
  package var amountInYuan: Int64?
  /// The number of different patents on its rows.
  package var patentCount: Int
  package var registeredOn: CalendarDay
  /// The latest release; nil while a row is not released.
  package var releasedOn: CalendarDay?
  package var source: Source

  package init(
    amountInYuan: Int64?, patentCount: Int, registeredOn: CalendarDay,
    releasedOn: CalendarDay? = nil, source: Source
  ) {
    self.amountInYuan = amountInYuan
    self.patentCount = patentCount
    self.registeredOn = registeredOn
    self.releasedOn = releasedOn
    self.source = source
  }
}
