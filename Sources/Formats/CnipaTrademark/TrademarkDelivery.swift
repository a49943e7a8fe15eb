/// Which delivery of CNIPA's trademark data a file is of: a yearly base, or an increment to it.
///
/// Of two rows for one number and class the one of the later delivery holds. Only the names tell the
/// order: `2023.zip` is a base, `2023_4.zip` its fourth increment, `2019第5次增量 商标基本信息.zip` the
/// fifth of 2019.
package struct TrademarkDelivery: Hashable, Comparable, Sendable {
  package let year: Int
  /// 0 for the base.
  package let increment: Int

  package init(year: Int, increment: Int) {
    self.year = year
    self.increment = increment
  }

  /// Reads the delivery from a file's path and the member's in it, the innermost name that tells one;
  /// nil if none does.
  package init?(path: String, member: String? = nil) {
    let names = [member, path].compactMap { $0 }.flatMap {
      $0.split(whereSeparator: { $0 == "/" || $0 == "\\" || $0 == "!" }).reversed()
    }
    for name in names {
      if let found = TrademarkDelivery(name: name) {
        self = found
        return
      }
    }
    return nil
  }

  package static func < (left: TrademarkDelivery, right: TrademarkDelivery) -> Bool {
    (left.year, left.increment) < (right.year, right.increment)
  }

  /// Reads a name that begins with a year: `2023`, `2023_4`, `2023-04`, `2019第5次增量 …`,
  /// `2019年第十二次增量`.
  private init?(name: Substring) {
    let folded = Array(CellText.narrow(String(name)).unicodeScalars)
    let digits = folded.prefix { ("0"..."9").contains($0) }
    guard digits.count == 4, let year = TrademarkDelivery.number(digits),
      (1980...2199).contains(year)
    else { return nil }
    var rest = folded.dropFirst(4).drop { $0 == "年" || $0 == " " }
    self.year = year
    guard let next = rest.first else {
      increment = 0
      return
    }
    if next == "." {
      increment = 0
      return
    }
    if next == "_" || next == "-" {
      let number = rest.dropFirst().prefix { ("0"..."9").contains($0) }
      let behind = rest.dropFirst(1 + number.count).first
      guard (1...3).contains(number.count), behind == nil || behind == "." || behind == " ",
        let value = TrademarkDelivery.number(number)
      else { return nil }
      increment = value
      return
    }
    if next == "第" { rest = rest.dropFirst() }
    let number = rest.prefix { ("0"..."9").contains($0) || TrademarkDelivery.numerals[$0] != nil }
    let behind = rest.dropFirst(number.count).first
    if behind == "次" || behind == "期" || behind == "批",
      let value = TrademarkDelivery.number(number)
    {
      increment = value
    } else if next != "第", !folded.contains("增") {
      // A base with words behind the year: `2023 商标基本信息.zip`, `2023年基础数据.zip`.
      increment = 0
    } else {
      return nil
    }
  }

  private static let numerals: [Unicode.Scalar: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
  ]

  /// The value of digits, or of Chinese numerals up to 99.
  private static func number(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !scalars.isEmpty else { return nil }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    if let value = Int(String(text)) { return value }
    var value = 0
    var last = 0
    for scalar in scalars {
      guard let digit = numerals[scalar] else { return nil }
      if digit == 10 {
        value += max(last, 1) * 10
        last = 0
      } else {
        guard last == 0 else { return nil }
        last = digit
      }
    }
    return value + last
  }
}
