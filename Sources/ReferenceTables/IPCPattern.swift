import Records

/// A token of the tables that speak of IPC places, as a range of packed symbols.
///
/// - `A01B*`: the subclass and all below; `C08*` and `G16*` likewise with fewer than four characters.
/// - `G06F12*`: the main group 12 and all its subgroups, but not the main group 120.
/// - `H03M13`, `G16H`: a token without `/` is a subtree even without `*`.
/// - `G06F12/08`: exactly that symbol, not G06F12/0802, which is another symbol of the scheme.
/// - from `G06K9/20` to `G06K9/60`: all symbols between the two in the scheme's order, both included.
package struct IPCPattern: Hashable, Sendable {
  /// The token as the table writes it; a range is written `G06K9/20–G06K9/60`.
  package let text: String
  /// The packed values of the symbols it covers, see ``Records/IPCSymbol``.
  package let range: ClosedRange<UInt64>

  /// Reads one token; nil when it names no place.
  package init?(_ token: some StringProtocol) {
    var place = Substring(token)
    let isSubtree = place.hasSuffix("*")
    if isSubtree { place = place.dropLast() }
    if place.utf8.contains(0x2F) {
      guard !isSubtree, let symbol = IPCSymbol(place), symbol.text == place else { return nil }
      range = symbol.packed...symbol.packed
    } else {
      guard let range = IPCPattern.subtree(Array(place.utf8)) else { return nil }
      self.range = range
    }
    text = String(token)
  }

  /// The symbols from `first` to `last`, both of one subclass and in the scheme's order.
  package init?(from first: some StringProtocol, to last: some StringProtocol) {
    guard let lower = IPCSymbol(first), let upper = IPCSymbol(last), lower <= upper,
      lower.packed >> 39 == upper.packed >> 39
    else { return nil }
    range = lower.packed...upper.packed
    text = "\(lower)–\(upper)"
  }

  /// - Complexity: O(1)
  package func contains(_ symbol: IPCSymbol) -> Bool { range.contains(symbol.packed) }

  /// Whether every symbol of `other` is one of this pattern's.
  package func covers(_ other: IPCPattern) -> Bool {
    range.lowerBound <= other.range.lowerBound && other.range.upperBound <= range.upperBound
  }

  package func overlaps(_ other: IPCPattern) -> Bool { range.overlaps(other.range) }

  /// The range below a prefix: section, class digits, subclass and main group, each only if given.
  ///
  /// The shifts are those of the packed layout: 51 section, 44 class, 39 subclass, 25 main group.
  private static func subtree(_ bytes: [UInt8]) -> ClosedRange<UInt64>? {
    guard let first = bytes.first, (0x41...0x48).contains(first) else { return nil }
    var value = UInt64(first - 0x40) << 51
    if bytes.count == 1 { return span(value, below: 51) }
    guard let mainClass = number(bytes.dropFirst().prefix(2)), bytes.count >= 3, mainClass > 0
    else { return nil }
    value |= mainClass << 44
    if bytes.count == 3 { return span(value, below: 44) }
    guard (0x41...0x5A).contains(bytes[3]) else { return nil }
    value |= UInt64(bytes[3] - 0x40) << 39
    if bytes.count == 4 { return span(value, below: 39) }
    guard bytes.count <= 8, let group = number(bytes.dropFirst(4)), group > 0 else { return nil }
    return span(value | group << 25, below: 25)
  }

  private static func span(_ value: UInt64, below bit: UInt64) -> ClosedRange<UInt64> {
    value...(value | (1 << bit - 1))
  }

  private static func number(_ digits: some Sequence<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + UInt64(digit - 0x30)
    }
    return value
  }
}

extension IPCPattern: CustomStringConvertible {
  package var description: String { text }
}
