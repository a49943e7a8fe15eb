import Classifiers
import Records
import Reports
import Store

/// The office's registers by application, and the contracts and numbers that span applications.
struct RegisterIndex: Sendable {
  let pledges: RowsByApplication<PledgeRow>
  let awards: RowsByApplication<AwardRow>
  let families: RowsByApplication<FamilyRow>
  let decisions: RowsByApplication<IndustryDecisionRow>
  let contracts: [String: PledgeContract]
  /// The kinds of register that were read at all, even without a row.
  let loaded: Set<String>
  /// Rows that name a publication nobody delivered.
  private let unknownPublications: [UnmatchedNumber]
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
    var unknown: [UnmatchedNumber] = []
    func application(
      _ register: String, _ number: PatentNumber, _ source: Source
    ) -> ApplicationNumber? {
      switch number {
      case .application(let number): return number
      case .publication(let publication, let kind):
        if let number = applications[publication] { return number }
        unknown.append(
          UnmatchedNumber(
            register: register, number: "CN\(publication.canonical)\(kind.text)",
            file: source.file, row: source.offset))
        return nil
      }
    }
    pledges = RowsByApplication(registers.pledges) {
      application("pledges", $0.patent, $0.source)
    }
    awards = RowsByApplication(registers.awards) { application("awards", $0.patent, $0.source) }
    families = RowsByApplication(registers.families) {
      application("families", $0.patent, $0.source)
    }
    decisions = RowsByApplication(registers.decisions) {
      application("sei-decisions", $0.patent, $0.source)
    }
    contracts = PledgeContract.all(in: registers.pledges)
    unknownPublications = unknown
  }

  /// The application a number names; nil where it names a publication nobody delivered.
  func application(_ number: PatentNumber) -> ApplicationNumber? {
    switch number {
    case .application(let number): return number
    case .publication(let number, _): return applications[number]
    }
  }

  /// Whether any register has a row of the application.
  func names(_ number: ApplicationNumber) -> Bool {
    families.contains(number) || pledges.contains(number) || awards.contains(number)
      || decisions.contains(number)
  }

  /// The ids of the registers that have a row of the application.
  func registers(with number: ApplicationNumber) -> Set<String> {
    var found: Set<String> = []
    if families.contains(number) { found.insert("families") }
    if pledges.contains(number) { found.insert("pledges") }
    if awards.contains(number) { found.insert("awards") }
    if decisions.contains(number) { found.insert("sei-decisions") }
    return found
  }

  /// The numbers of which the bulk data has nothing, each once a register, by register and number.
  ///
  /// - Parameter matched: the applications that registers name and the bulk data has.
  func unmatched(_ matched: Set<ApplicationNumber>) -> [UnmatchedNumber] {
    var found = unknownPublications
    func add(_ register: String, _ key: Int64, _ source: Source) {
      guard let number = ApplicationNumber(key: key), !matched.contains(number) else { return }
      found.append(
        UnmatchedNumber(
          register: register, number: number.canonical, file: source.file, row: source.offset))
    }
    pledges.forEachApplication { add("pledges", $0, $1.source) }
    awards.forEachApplication { add("awards", $0, $1.source) }
    families.forEachApplication { add("families", $0, $1.source) }
    decisions.forEachApplication { add("sei-decisions", $0, $1.source) }
    var seen: Set<String> = []
    return found.filter { seen.insert("\($0.register) \($0.number)").inserted }
      .sorted { ($0.register, $0.number) < ($1.register, $1.number) }
  }

  /// The publications that rows name instead of applications.
  static func publications(in registers: Registers) -> [PublicationNumber] {
    var found: [PublicationNumber] = []
    func note(_ number: PatentNumber) {
      if case .publication(let publication, _) = number { found.append(publication) }
    }
    for row in registers.pledges { note(row.patent) }
    for row in registers.awards { note(row.patent) }
    for row in registers.families { note(row.patent) }
    for row in registers.decisions { note(row.patent) }
    return found
  }
}
