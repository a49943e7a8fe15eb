/// One annual fee of one patent (年费).
package struct AnnualFeeRow: Hashable, Sendable {
  package var source: Source
  package var patent: PatentNumber
  /// The year of the patent's term that the fee is for, counted from 1.
  package var feeYear: Int
  package var dueOn: CalendarDay
  /// Nil if the fee is not paid, or nobody wrote it down.
  package var paidOn: CalendarDay?

  package init(
    source: Source, patent: PatentNumber, feeYear: Int, dueOn: CalendarDay,
    paidOn: CalendarDay? = nil
  ) {
    self.source = source
    self.patent = patent
    self.feeYear = feeYear
    self.dueOn = dueOn
    self.paidOn = paidOn
  }
}
