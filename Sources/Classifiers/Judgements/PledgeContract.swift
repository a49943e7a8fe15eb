import Dossiers
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

  /// The contracts of a whole register, by ``PledgeEvent/normalized(_:)`` registration number.
  ///
  /// Two numbers of one patent, an application's and a publication's, count as two here; callers
  /// that can resolve them pass rows with application numbers.
  package static func all(in rows: some Sequence<PledgeRow>) -> [String: PledgeContract] {
    var groups: [String: [PledgeRow]] = [:]
    for row in rows {
      groups[PledgeEvent.normalized(row.registrationNumber), default: []].append(row)
    }
    return groups.compactMapValues { rows in
      guard let first = rows.min(by: { precedes($0.source, $1.source) }),
        let registeredOn = rows.map({ $0.registeredOn }).min()
      else { return nil }
      let releases = rows.compactMap { $0.releasedOn }
      return PledgeContract(
        amountInYuan: rows.compactMap { $0.amountInYuan }.max(),
        patentCount: Set(rows.map { $0.patent }).count, registeredOn: registeredOn,
        releasedOn: releases.count == rows.count ? releases.max() : nil, source: first.source)
    }
  }

  private static func precedes(_ left: Source, _ right: Source) -> Bool {
    (left.file, left.member ?? "", left.offset) < (right.file, right.member ?? "", right.offset)
  }
}
