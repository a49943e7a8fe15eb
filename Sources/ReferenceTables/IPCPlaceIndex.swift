import Records

/// An index from IPC symbols to the items whose places hold them, so that a symbol costs one binary
/// search however many items there are.
package struct IPCPlaceIndex: Sendable {
  /// `bounds[i]` is the first packed symbol of segment `i`, which ends before `bounds[i + 1]`.
  private let bounds: [UInt64]
  /// The items of every symbol in a segment, ascending.
  private let segments: [[Int]]

  /// - Parameter items: for each item its places and the places taken away from them.
  package init(_ items: [(includes: [IPCPattern], excludes: [IPCPattern])]) {
    var spans: [(range: ClosedRange<UInt64>, item: Int)] = []
    for (index, item) in items.enumerated() {
      let held = IPCRangeSet(item.includes).subtracting(IPCRangeSet(item.excludes))
      spans += held.ranges.map { ($0, index) }
    }
    let bounds = Set(spans.flatMap { [$0.range.lowerBound, $0.range.upperBound + 1] }).sorted()
    var segments = [[Int]](repeating: [], count: bounds.count)
    for (range, item) in spans {
      var segment = IPCPlaceIndex.segment(of: range.lowerBound, in: bounds)
      while segment < bounds.count, bounds[segment] <= range.upperBound {
        segments[segment].append(item)
        segment += 1
      }
    }
    self.bounds = bounds
    self.segments = segments
  }

  /// The items that hold the symbol, ascending.
  ///
  /// - Complexity: O(log *n*) in the number of places
  package func items(of symbol: IPCSymbol) -> [Int] {
    let segment = IPCPlaceIndex.segment(of: symbol.packed, in: bounds)
    return segment >= 0 ? segments[segment] : []
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
