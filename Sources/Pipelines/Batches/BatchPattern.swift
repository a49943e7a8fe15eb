import Records

/// A pattern of file names with the day of their batch in them.
///
/// `{date}` stands for `20260327` or `2026-03-27`, `*` for any characters but `/`, `?` for one. Letters are
/// compared without case, since services write `.ZIP` and `.zip`. The pattern is compared with as many
/// last parts of a path as it has itself, so `{date}/*.zip` takes its day from the folder.
struct BatchPattern: Hashable, Sendable {
  let text: String
  private let parts: [UInt8]
  private let depth: Int

  /// The byte that stands for `{date}`; no file name holds it.
  private static let date: UInt8 = 0

  /// - Returns: nil where the pattern does not hold `{date}` exactly once.
  init?(_ text: String) {
    guard text.split(separator: "{date}", omittingEmptySubsequences: false).count == 2 else {
      return nil
    }
    self.text = text
    parts = Array(text.replacing("{date}", with: "\u{0}").lowercased().utf8)
    depth = text.split(separator: "/", omittingEmptySubsequences: false).count
  }

  /// The day of the batch that a file belongs to by its name; nil where it belongs to none.
  func day(of name: String) -> CalendarDay? {
    let components = name.lowercased().split(separator: "/", omittingEmptySubsequences: false)
    guard components.count >= depth else { return nil }
    let bytes = Array(components.suffix(depth).joined(separator: "/").utf8)
    return match(parts[...], bytes[...], nil)
  }

  private func match(
    _ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>, _ day: CalendarDay?
  ) -> CalendarDay? {
    guard let first = pattern.first else { return name.isEmpty ? day : nil }
    let rest = pattern.dropFirst()
    switch first {
    case UInt8(ascii: "*"):
      if let found = match(rest, name, day) { return found }
      guard let next = name.first, next != UInt8(ascii: "/") else { return nil }
      return match(pattern, name.dropFirst(), day)
    case UInt8(ascii: "?"):
      guard let next = name.first, next != UInt8(ascii: "/") else { return nil }
      return match(rest, name.dropFirst(), day)
    case BatchPattern.date:
      for length in [8, 10] where name.count >= length {
        let found = String(decoding: name.prefix(length), as: UTF8.self)
        let isPlain =
          length == 8
          ? found.utf8.allSatisfy { (0x30...0x39).contains($0) }
          : found.utf8.enumerated().allSatisfy { index, byte in
            index == 4 || index == 7 ? byte == 0x2D : (0x30...0x39).contains(byte)
          }
        guard isPlain, let date = CalendarDay(found) else { continue }
        if let result = match(rest, name.dropFirst(length), date) { return result }
      }
      return nil
    default:
      return name.first == first ? match(rest, name.dropFirst(), day) : nil
    }
  }
}
