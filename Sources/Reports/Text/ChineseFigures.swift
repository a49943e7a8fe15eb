import Records

/// Writes numbers and days as Chinese offices print them, without a locale.
package enum ChineseFigures {
  /// `5324476` as `5,324,476`.
  package static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// `number` with exactly `places` decimals, halves away from zero, thousands separated.
  package static func fixed(_ number: Double, places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((number * Double(scale)).rounded())
    let whole = scaled.magnitude / UInt(scale)
    var text = (scaled < 0 ? "-" : "") + grouped(Int(whole))
    guard places > 0 else { return text }
    let rest = String(scaled.magnitude % UInt(scale))
    text += "." + String(repeating: "0", count: places - rest.utf8.count) + rest
    return text
  }

  /// `number` as ``fixed(_:places:)`` prints it.
  package static func rounded(_ number: Double, places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (number * scale).rounded() / scale
  }

  /// A rate in 件/万人 with two decimals, as offices print it.
  package static func rate(_ value: Double) -> String { fixed(value, places: 2) }

  /// A rate with four decimals, where a difference by one patent must be seen.
  package static func fineRate(_ value: Double) -> String { fixed(value, places: 4) }

  /// A difference with its sign: `+3`, `−1,204`, `0`.
  package static func signed(_ number: Int) -> String {
    number == 0 ? "0" : (number > 0 ? "+" : "−") + grouped(Int(number.magnitude))
  }

  /// A target as a plan prints it: `1`, `1.5`.
  package static func plain(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : value.description
  }

  /// `part` of `whole` as `71.1%`; a dash where there is nothing to divide by.
  package static func share(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "—" : fixed(Double(part) * 100 / Double(whole), places: 1) + "%"
  }

  /// Persons as `532.45万人`.
  package static func tenThousands(_ persons: Int) -> String {
    fixed(Double(persons) / 10_000, places: 2)
  }

  /// `2025年12月31日`.
  package static func day(_ day: CalendarDay) -> String {
    "\(day.year)年\(day.month)月\(day.day)日"
  }
}
