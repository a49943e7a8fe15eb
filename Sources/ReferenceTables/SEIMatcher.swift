import Records

/// An index from IPC symbols to the rules they meet, so that a symbol costs one binary search.
///
/// A symbol meets a rule in one of two ways:
/// 1. directly: an included token holds it and no excluded one does,
/// 2. through a transfer: the symbol lies in a new place of an old one that the rule includes and
///    does not exclude. Only transfers later than the IPC edition of the rules are read; the rules
///    already use the new places of the others.
///
/// A row of the transfers that touches a rule only through excluded symbols takes its new places away
/// from the rule, from both ways: R030 has A61B5* without A61B5/0476, so not A61B5/369 either. A row
/// that is excluded in part still hits: where its new places belong to can't be told more closely.
///
/// For `transfers: ignore` make a matcher without transfers.
package struct SEIMatcher: Sendable {
  /// A rule that a symbol meets.
  package struct Hit: Hashable, Sendable {
    /// The position in ``SEIMatcher/rules``.
    package let rule: Int
    /// The position in ``SEIMatcher/transfers``; nil when the symbol meets the rule directly.
    package let transfer: Int?
  }

  package let rules: [SEIRule]
  /// The transfers that are read, see the type.
  package let transfers: [IPCTransfer]
  /// `bounds[i]` is the first packed symbol of segment `i`, which ends before `bounds[i + 1]`.
  private let bounds: [UInt64]
  /// `segments[i]`: the hits of every symbol in segment `i`, in the order of the rules.
  private let segments: [[Hit]]

  package init(_ rules: SEIRules, transfers: IPCTransfers? = nil) {
    self.rules = rules.rules
    let transfers = transfers?.rows(after: rules.ipcVersion) ?? []
    self.transfers = transfers
    let origins = transfers.map { row in
      let narrower = transfers.lazy.map(\.from).filter { $0 != row.from && row.from.covers($0) }
      return IPCRangeSet([row.from]).subtracting(IPCRangeSet(narrower))
    }
    let targets = transfers.map { IPCRangeSet($0.to) }

    var spans: [(range: ClosedRange<UInt64>, hit: Hit)] = []
    for (index, rule) in rules.rules.enumerated() {
      let included = IPCRangeSet(rule.includes)
      let valid = included.subtracting(IPCRangeSet(rule.excludes))
      let touching = transfers.indices.filter { !origins[$0].intersection(included).isEmpty }
      let active = touching.filter { !origins[$0].intersection(valid).isEmpty }
      let barred = touching.filter { !active.contains($0) }
        .reduce(IPCRangeSet(ranges: [])) { $0.union(targets[$1]) }

      var found = valid.subtracting(barred)
      spans += found.ranges.map { ($0, Hit(rule: index, transfer: nil)) }
      for transfer in active {
        let reached = targets[transfer].subtracting(barred).subtracting(found)
        spans += reached.ranges.map { ($0, Hit(rule: index, transfer: transfer)) }
        found = found.union(reached)
      }
    }

    let bounds = Set(spans.flatMap { [$0.range.lowerBound, $0.range.upperBound + 1] }).sorted()
    var segments = [[Hit]](repeating: [], count: bounds.count)
    for (range, hit) in spans {
      var segment = SEIMatcher.segment(of: range.lowerBound, in: bounds)
      while segment < bounds.count, bounds[segment] <= range.upperBound {
        segments[segment].append(hit)
        segment += 1
      }
    }
    self.bounds = bounds
    self.segments = segments
  }

  /// The rules that the symbol meets, in the order of the table; each rule once.
  ///
  /// - Complexity: O(log *n*) in the number of tokens
  package func hits(for symbol: IPCSymbol) -> [Hit] {
    let segment = SEIMatcher.segment(of: symbol.packed, in: bounds)
    return segment >= 0 ? segments[segment] : []
  }

  /// The rule's token behind a hit of the symbol: the one that holds the symbol, or that shares a place
  /// with the old symbols of the transfer.
  package func token(of hit: Hit, for symbol: IPCSymbol) -> IPCPattern? {
    let rule = rules[hit.rule]
    guard let transfer = hit.transfer else { return rule.token(for: symbol) }
    return rule.includes.first { $0.overlaps(transfers[transfer].from) }
  }

  /// The last segment that starts at or before the value; -1 when there is none.
  private static func segment(of packed: UInt64, in bounds: [UInt64]) -> Int {
    var low = 0
    var high = bounds.count
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] <= packed { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
