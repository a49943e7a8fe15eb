import Dossiers
import Records

/// Puts the rows of a register of pledges together into contracts, without keeping the rows.
///
/// Two numbers of one patent, an application's and a publication's, count as one where the application
/// is known. Memory: about a contract's for each
/// registration number, and a number for each row.
package struct PledgeContracts {
  private struct Draft {
    var contract: PledgeContract
    var patents: Set<PatentNumber>
    var isReleased: Bool
  }

  private var drafts: [String: Draft] = [:]

  package init() {}

  package init(_ rows: some Sequence<PledgeRow>) {
    for row in rows { add(row) }
  }

  /// Adds a row; the order of rows does not matter.
  ///
  /// - Parameter application: that of the publication which the row names, where it was delivered.
  package mutating func add(_ row: PledgeRow, of application: ApplicationNumber? = nil) {
    let patent = application.map { PatentNumber.application($0) } ?? row.patent
    let number = PledgeEvent.normalized(row.registrationNumber)
    guard var draft = drafts.removeValue(forKey: number) else {
      drafts[number] = Draft(
        contract: PledgeContract(
          amountInYuan: row.amountInYuan, patentCount: 1, registeredOn: row.registeredOn,
          releasedOn: row.releasedOn, source: row.source),
        patents: [patent], isReleased: row.releasedOn != nil)
      return
    }
    draft.patents.insert(patent)
    draft.contract.patentCount = draft.patents.count
    draft.contract.amountInYuan = [draft.contract.amountInYuan, row.amountInYuan]
      .compactMap { $0 }.max()
    draft.contract.registeredOn = min(draft.contract.registeredOn, row.registeredOn)
    draft.isReleased = draft.isReleased && row.releasedOn != nil
    draft.contract.releasedOn =
      draft.isReleased
      ? [draft.contract.releasedOn, row.releasedOn].compactMap { $0 }.max() : nil
    if PledgeContracts.precedes(row.source, draft.contract.source) {
      draft.contract.source = row.source
    }
    drafts[number] = draft
  }

  /// The contracts by ``PledgeEvent/normalized(_:)`` registration number.
  package var all: [String: PledgeContract] { drafts.mapValues { $0.contract } }

  private static func precedes(_ left: Source, _ right: Source) -> Bool {
    (left.file, left.member ?? "", left.offset) < (right.file, right.member ?? "", right.offset)
  }
}
