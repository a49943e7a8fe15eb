/// A class of goods or services, 1 to 45 (国际分类).
///
/// Source: Nice Agreement, International Classification of Goods and Services, since edition 8.
package struct NiceClass: Hashable, Comparable, Sendable {
  package let number: Int

  package init?(number: Int) {
    guard (1...45).contains(number) else { return nil }
    self.number = number
  }

  package static func < (left: NiceClass, right: NiceClass) -> Bool { left.number < right.number }
}
