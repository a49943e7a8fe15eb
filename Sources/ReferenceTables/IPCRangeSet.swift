/// Disjoint ranges of packed IPC symbols in ascending order.
struct IPCRangeSet: Sendable {
  private(set) var ranges: [ClosedRange<UInt64>] = []

  init(_ patterns: some Sequence<IPCPattern>) {
    self.init(ranges: patterns.map(\.range))
  }

  init(ranges unordered: [ClosedRange<UInt64>]) {
    for range in unordered.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
  }

  var isEmpty: Bool { ranges.isEmpty }

  func union(_ other: IPCRangeSet) -> IPCRangeSet { IPCRangeSet(ranges: ranges + other.ranges) }

  /// What lies in both sets.
  ///
  /// - Complexity: O(*n* + *m*)
  func intersection(_ other: IPCRangeSet) -> IPCRangeSet {
    var result = IPCRangeSet(ranges: [])
    var left = 0
    var right = 0
    while left < ranges.count, right < other.ranges.count {
      let lower = max(ranges[left].lowerBound, other.ranges[right].lowerBound)
      let upper = min(ranges[left].upperBound, other.ranges[right].upperBound)
      if lower <= upper { result.ranges.append(lower...upper) }
      if ranges[left].upperBound < other.ranges[right].upperBound { left += 1 } else { right += 1 }
    }
    return result
  }

  /// What lies in this set and not in the other.
  func subtracting(_ other: IPCRangeSet) -> IPCRangeSet {
    var result = IPCRangeSet(ranges: [])
    for range in ranges {
      var lower = range.lowerBound
      var isUsedUp = false
      for hole in other.ranges where hole.overlaps(range) {
        if hole.lowerBound > lower { result.ranges.append(lower...(hole.lowerBound - 1)) }
        if hole.upperBound >= range.upperBound {
          isUsedUp = true
          break
        }
        lower = max(lower, hole.upperBound + 1)
      }
      if !isUsedUp { result.ranges.append(lower...range.upperBound) }
    }
    return result
  }
}
