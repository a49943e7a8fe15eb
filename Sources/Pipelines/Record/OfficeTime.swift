import Records

/// Instants as the office's clock shows them: China Standard Time, UTC+8 the whole year.
///
/// `as-of: today`, the day on which a batch came and the times that people are shown are of this clock;
/// what is recorded stays in UTC. The zone is part of the tool and not of the machine, so that two
/// machines say the same.
package enum OfficeTime {
  /// Ahead of UTC, in seconds.
  private static let offset = 8 * 3600

  /// The office's day at an instant of ISO 8601 in UTC, `2026-11-23T18:30:00Z` → 2026-11-24; of a text
  /// without a time the day as it stands, nil where it holds none.
  package static func day(of instant: String) -> CalendarDay? {
    split(instant)?.day ?? CalendarDay(String(instant.prefix(10)))
  }

  /// `2026-11-24 02:30:00+08:00`; a text that is no instant as it stands.
  package static func text(of instant: String) -> String {
    guard let (day, seconds) = split(instant) else { return instant }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day.isoText) \(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
      + "+08:00"
  }

  /// The office's day and the seconds since its midnight.
  private static func split(_ instant: String) -> (day: CalendarDay, seconds: Int)? {
    let bytes = Array(instant.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let day = CalendarDay(String(instant.prefix(10)))
    else { return nil }
    func number(_ start: Int) -> Int? {
      Int(String(decoding: bytes[start..<start + 2], as: UTF8.self))
    }
    guard let hour = number(11), let minute = number(14), let second = number(17),
      (0..<24).contains(hour), (0..<60).contains(minute), (0...60).contains(second)
    else { return nil }
    let seconds = hour * 3600 + minute * 60 + second + offset
    guard let shifted = day.adding(days: seconds / 86_400) else { return nil }
    return (shifted, seconds % 86_400)
  }
}
