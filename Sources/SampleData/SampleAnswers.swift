/// What is true of a sample city at 2025-12-31 under the default calibre.
package struct SampleAnswers: Equatable, Sendable {
  /// How many patents of the base set one criterion has in each answer.
  package struct Tally: Equatable, Sendable {
    package var met = 0
    package var notMet = 0
    package var undetermined = 0

    mutating func add(_ verdict: Verdict) {
      switch verdict {
      case .met: met += 1
      case .notMet: notMet += 1
      case .undetermined: undetermined += 1
      }
    }
  }

  /// A record that must be rejected.
  package struct ExpectedReject: Equatable, Sendable {
    /// Relative to the city's folder.
    package var file: String
    package var member: String?
    package var code: String
  }

  /// The criteria in the order of their ids, which is also the order of the bits in `combinations`.
  package static let criteria = [
    "award", "maintained-over-ten-years", "overseas-family", "pledge-financing",
    "strategic-emerging-industry",
  ]

  /// The counties, the parks and the city itself, by code.
  package static let regions = [341300, 341302, 341321, 341322, 341323, 341324, 341371, 341372]

  /// The city's year-end population of 2024, which a cut-off at the end of 2025 uses.
  package static let persons = 5_236_000

  package var asOf = "2025-12-31"
  package var applications = 0
  /// Invention patents in force in the city.
  package var base = 0
  package var undeterminedInForce = 0
  package var unresolvedRegion = 0
  /// Patents that meet at least one criterion.
  package var count = 0
  /// Patents that meet none, with at least one criterion undetermined.
  package var undeterminedOnly = 0
  /// The count if keyword conditions are ignored.
  package var countByIPCOnly = 0
  package var tallies = [Tally](repeating: Tally(), count: 5)
  /// The number of patents for each exact set of met criteria, indexed by bits.
  package var combinations = [Int](repeating: 0, count: 32)
  package var baseByRegion = [Int](repeating: 0, count: 8)
  package var countByRegion = [Int](repeating: 0, count: 8)
  package var rejects: [ExpectedReject] = []
  /// Records and rows that are read without a reject, by format or register.
  package var records: [String: Int] = [:]
  /// Well-formed register numbers that no document or event has.
  package var unmatched: [String] = []

  /// 每万人口高价值发明专利拥有量.
  package var value: Double { Double(count) / (Double(SampleAnswers.persons) / 10_000) }

  mutating func add(_ application: Application) {
    applications += 1
    let truth = application.truth
    guard application.right == .invention else { return }
    switch truth.standing {
    case .notInForce: return
    case .undetermined:
      if case .home = truth.residence { undeterminedInForce += 1 }
      return
    case .inForce: break
    }
    switch truth.residence {
    case .unresolved: unresolvedRegion += 1
    case .elsewhere, .abroad: break
    case .home(let code): addToBase(truth, region: code)
    }
  }

  private mutating func addToBase(_ truth: Truth, region: Int) {
    let verdicts = [truth.award, truth.tenYears, truth.overseas, truth.pledge, truth.strategic]
    let position = SampleAnswers.regions.firstIndex(of: region) ?? 0
    base += 1
    baseByRegion[position] += 1
    var met = 0
    for (bit, verdict) in verdicts.enumerated() {
      tallies[bit].add(verdict)
      if verdict == .met { met |= 1 << bit }
    }
    if met != 0 {
      count += 1
      countByRegion[position] += 1
      combinations[met] += 1
    } else if verdicts.contains(.undetermined) {
      undeterminedOnly += 1
    }
    if truth.strategicByIPC || met & 0b01111 != 0 { countByIPCOnly += 1 }
  }
}
