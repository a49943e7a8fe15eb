import ArgumentParser
import Foundation
import Records

/// The option `--as-of YYYY-MM-DD`.
struct CutOff: ExpressibleByArgument {
  let day: CalendarDay

  init?(argument: String) {
    guard argument.count == 10, let day = CalendarDay(argument) else { return nil }
    self.day = day
  }

  /// The day that `as-of: today` stands for, in China (UTC+8), where the office is.
  static func today() -> CalendarDay? {
    let seconds = Int(Date().timeIntervalSince1970) + 8 * 3600
    return CalendarDay(year: 1970, month: 1, day: 1)?.adding(days: seconds / 86_400)
  }
}

extension CutOff {
  static func required() throws -> CalendarDay {
    guard let today = today() else { throw ValidationError("the clock gives no usable date") }
    return today
  }
}
