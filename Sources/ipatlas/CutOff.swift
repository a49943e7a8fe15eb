import ArgumentParser
import Pipelines
import Records

/// The option `--as-of YYYY-MM-DD`.
struct CutOff {
  let day: CalendarDay

  /// - Throws: `ValidationError` with the form that is expected.
  @Sendable init(parsing argument: String) throws {
    guard argument.count == 10, let day = CalendarDay(argument) else {
      throw ValidationError("expected a day of the calendar as YYYY-MM-DD, such as 2025-12-31")
    }
    self.day = day
  }

  /// The day that `as-of: today` stands for, in China (UTC+8), where the office is.
  static func today() -> CalendarDay? {
    OfficeTime.day(of: Instant.now())
  }
}

extension CutOff: ExpressibleByArgument {
  init?(argument: String) { try? self.init(parsing: argument) }

  static func required() throws -> CalendarDay {
    guard let today = today() else { throw ValidationError("the clock gives no usable date") }
    return today
  }
}
