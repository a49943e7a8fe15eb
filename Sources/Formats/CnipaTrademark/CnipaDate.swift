import Records

/// A date as the tables write it: `2020-01-02`, `2020-01-02 00:00:00`, `2013年05月21日`, or nothing.
enum CnipaDate {
  /// `yyyymmdd`, 0 for an empty cell and what stands for one; nil if the cell holds anything else.
  @inline(__always)
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int32? {
    if start == end { return 0 }
    if end - start == 10 || (end - start >= 19 && bytes[start + 10] == 0x20),
      let number = plain(bytes, start)
    {
      return end - start == 10 || isTime(bytes, start + 11, end) ? number : nil
    }
    return slow(bytes, start, end)
  }

  /// The two days of `2020-07-01至2030-06-30`; nil if the text is no range.
  static func range(_ text: String) -> (start: Int32, end: Int32)? {
    for word in ["至", "到", "~", "～", "—"] {
      guard let place = text.firstRange(of: word) else { continue }
      guard let start = read(String(text[..<place.lowerBound])),
        let end = read(String(text[place.upperBound...])), start != 0 || end != 0
      else { return nil }
      return (start, end)
    }
    return nil
  }

  /// The same of a text; white space around it does not count.
  static func read(_ text: String) -> Int32? {
    var text = CellText.narrow(text)
    if let space = text.firstIndex(where: { $0 == " " || $0 == "T" }) {
      guard
        Array(text[space...].utf8.dropFirst()).withUnsafeBufferPointer({
          isTime($0, 0, $0.count)
        })
      else { return nil }
      text = String(text[..<space])
    }
    switch text {
    case "", "0", "-", "--", "/", "null", "NULL", "\\N", "无", "0000-00-00", "00000000": return 0
    case "0001-01-01", "00010101": return 0
    default:
      // Four digits are an issue's number rather than a year.
      if text.utf8.count != 8, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { return nil }
      return PartialDate(text).map { $0.number }
    }
  }

  @inline(__always)
  private static func plain(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int32? {
    @inline(__always) func digit(_ place: Int) -> Int32 {
      let digit = Int32(bytes[start + place]) - 0x30
      return digit >= 0 && digit < 10 ? digit : -100_000
    }
    guard bytes[start + 4] == 0x2D, bytes[start + 7] == 0x2D else { return nil }
    let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
    let month = digit(5) * 10 + digit(6)
    let day = digit(8) * 10 + digit(9)
    // Days 29 to 31 are for the calendar to judge.
    guard year > 1, year < 9999, month > 0, month < 13, day > 0 else { return nil }
    let number = year * 10_000 + month * 100 + day
    return day < 29 ? number : PartialDate(number: Int(number)).map { $0.number }
  }

  /// `00:00`, `00:00:00`, `00:00:00.0`: read and left out, since the tables mean days.
  private static func isTime(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    for place in start..<end
    where !(bytes[place] &- 0x30 < 10 || bytes[place] == 0x3A || bytes[place] == 0x2E) {
      return false
    }
    return true
  }

  private static func slow(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int32? {
    guard end - start <= 64 else { return nil }
    let cell = UnsafeBufferPointer(rebasing: bytes[start..<end])
    let text = String(validating: cell, as: UTF8.self) ?? GB18030.text(cell)
    return text.flatMap { read($0) }
  }
}
