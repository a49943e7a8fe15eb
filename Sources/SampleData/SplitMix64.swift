/// A small seeded generator whose sequence is the same on every machine.
///
/// Source: Steele, Lea, Flood, Fast Splittable Pseudorandom Number Generators (2014), SplitMix64.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// The generator of one application, so that an application does not depend on those before it.
  init(seed: UInt64, stream: Int) {
    var mixer = SplitMix64(seed: seed ^ UInt64(truncatingIfNeeded: stream) &* 0xD134_2543_DE82_EF95)
    state = mixer.next()
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in `0 ..< bound`; `bound` must be positive.
  package mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Whether a throw of `percent` in a hundred succeeds.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One element of a list that is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}
