import Analyses
import Classifiers
import Dossiers
import Records

/// The counts of every point of a series, summed up from the stretches of points over which each
/// patent counts in one way.
///
/// A stretch adds 1 where it begins and takes it away behind its end; ``sums(_:)`` adds up.
struct SeriesCounts: Sendable {
  /// What a count is kept of at each point.
  enum Kind: Hashable, Sendable {
    case base
    case undeterminedInForce
    case unresolvedRegion
    case highValue
    case upper
    case answer(HighValueCriterion, CriterionVerdict)
    case county(RegionCode)
  }

  private let length: Int
  private var differences: [Kind: [Int]] = [:]

  /// - Parameter points: how many points the series has.
  init(points: Int) { length = points + 1 }

  mutating func add(_ kind: Kind, _ stretch: Range<Int>) {
    differences[kind, default: Array(repeating: 0, count: length)][stretch.lowerBound] += 1
    differences[kind]?[stretch.upperBound] -= 1
  }

  mutating func add(_ other: SeriesCounts) {
    for (kind, differences) in other.differences {
      var own = self.differences[kind] ?? Array(repeating: 0, count: length)
      for index in own.indices { own[index] += differences[index] }
      self.differences[kind] = own
    }
  }

  /// The count at each point.
  func sums(_ kind: Kind) -> [Int] {
    var sum = 0
    return (differences[kind] ?? Array(repeating: 0, count: length)).dropLast().map { difference in
      sum += difference
      return sum
    }
  }

  /// The counties of which any patent counts at any point.
  var counties: Set<RegionCode> {
    Set(
      differences.keys.compactMap { kind in
        if case .county(let code) = kind { return code }
        return nil
      })
  }
}

extension SeriesCounts {
  /// Adds a judged patent, by the rules that a run counts its derived tables by.
  mutating func add(_ finding: PatentJudge.Finding, _ stretch: Range<Int>) {
    let isInForce = finding.state.standing.isInForce
    guard isInForce || finding.state.standing.isUndetermined else { return }
    switch finding.residence {
    case .elsewhere: return
    case .unresolved:
      if isInForce { add(.unresolvedRegion, stretch) }
    case .region(_, let county):
      add(isInForce ? .base : .undeterminedInForce, stretch)
      guard let union = finding.union else { return }
      if union.verdict != .notMet || !isInForce { add(.upper, stretch) }
      guard isInForce else { return }
      if union.verdict == .met {
        add(.highValue, stretch)
        add(.county(county), stretch)
      }
      for part in union.parts {
        if let criterion = HighValueCriterion(rawValue: part.criterion),
          let verdict = CriterionVerdict(rawValue: part.judgement.verdict.rawValue)
        {
          add(.answer(criterion, verdict), stretch)
        }
      }
    }
  }
}
