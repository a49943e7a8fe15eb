/// The patents that meet exactly these criteria and no other.
package struct CriteriaCombination: Hashable, Sendable {
  /// Never empty; sorted by id, as published.
  package let criteria: [HighValueCriterion]
  package var count: Int

  package init(_ criteria: some Sequence<HighValueCriterion>, count: Int) {
    self.criteria = HighValueCriterion.allCases.filter { criteria.contains($0) }
      .sorted { $0.id < $1.id }
    self.count = count
  }

  /// Orders combinations as published: by their ids one after the other, a prefix first.
  package static func precedes(_ left: Self, _ right: Self) -> Bool {
    left.criteria.lexicographicallyPrecedes(right.criteria) { $0.id < $1.id }
  }
}
