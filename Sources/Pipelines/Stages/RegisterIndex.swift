import Classifiers
import Records
import Store

/// The office's registers by application, and the contracts and numbers that span applications.
struct RegisterIndex: Sendable {
  private(set) var pledges: [ApplicationNumber: [PledgeRow]] = [:]
  private(set) var awards: [ApplicationNumber: [AwardRow]] = [:]
  private(set) var families: [ApplicationNumber: [FamilyRow]] = [:]
  private(set) var decisions: [ApplicationNumber: [IndustryDecisionRow]] = [:]
  private(set) var contracts: [String: PledgeContract] = [:]
  /// The kinds of register that were read at all, even without a row.
  let loaded: Set<String>
  /// Each number with the first row that names it, in the order of files and rows.
  private(set) var named: [(register: String, number: PatentNumber, source: Source)] = []
  private let applications: [PublicationNumber: ApplicationNumber]

  /// - Parameters:
  ///   - applications: the applications of publications that rows name.
  ///   - loaded: the ids of the registers of which a file was read.
  init(
    _ registers: Registers, applications: [PublicationNumber: ApplicationNumber],
    loaded: Set<String>
  ) {
    self.loaded = loaded
    self.applications = applications
    for row in registers.pledges {
      note("pledges", row.patent, row.source)
      if let number = application(row.patent) { pledges[number, default: []].append(row) }
    }
    contracts = PledgeContract.all(in: registers.pledges)
    for row in registers.awards {
      note("awards", row.patent, row.source)
      if let number = application(row.patent) { awards[number, default: []].append(row) }
    }
    for row in registers.families {
      note("families", row.patent, row.source)
      if let number = application(row.patent) { families[number, default: []].append(row) }
    }
    for row in registers.decisions {
      note("sei-decisions", row.patent, row.source)
      if let number = application(row.patent) { decisions[number, default: []].append(row) }
    }
  }

  /// The application a number names; nil where it names a publication nobody delivered.
  func application(_ number: PatentNumber) -> ApplicationNumber? {
    switch number {
    case .application(let number): return number
    case .publication(let number, _): return applications[number]
    }
  }

  /// The publications that rows name instead of applications.
  static func publications(in registers: Registers) -> [PublicationNumber] {
    let numbers =
      registers.pledges.map { $0.patent } + registers.awards.map { $0.patent }
      + registers.families.map { $0.patent } + registers.decisions.map { $0.patent }
    return numbers.compactMap { number in
      if case .publication(let publication, _) = number { return publication }
      return nil
    }
  }

  private mutating func note(_ register: String, _ number: PatentNumber, _ source: Source) {
    named.append((register, number, source))
  }
}
