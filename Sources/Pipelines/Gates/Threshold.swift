/// How much of something a gate lets pass: a share of a whole, or a number.
enum Threshold: Hashable, Sendable {
  case percent(Double)
  case number(Double)

  /// `5%`, `0.5%`, `10`.
  init?(_ text: String) {
    let isPercent = text.hasSuffix("%")
    let digits = isPercent ? text.dropLast() : Substring(text)
    guard let first = digits.first, first.isASCII, first.isNumber, let value = Double(digits),
      value.isFinite
    else { return nil }
    self = isPercent ? .percent(value) : .number(value)
  }

  /// As the plan writes it.
  var text: String {
    switch self {
    case .percent(let value): "\(Threshold.short(value))%"
    case .number(let value): Threshold.short(value)
    }
  }

  /// What it lets pass of `whole`; a share of a small whole lets at least `floor` pass.
  func allowance(of whole: Double, floor: Double = 0) -> Double {
    switch self {
    case .percent(let value): max(whole * value / 100, floor)
    case .number(let value): value
    }
  }

  static func short(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}
