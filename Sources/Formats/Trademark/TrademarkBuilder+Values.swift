import Records

extension TrademarkBuilder {
  /// The text of a field; nil for one that is empty or holds only what offices write for "none".
  func text(_ item: CapturedFields.Item) -> FieldText? {
    guard let text = document.fieldText(item), text != "-" else { return nil }
    // U+3000, with which tables are filled.
    return text.bytes.first == 0xE3 && text.isBlank ? nil : text
  }

  /// A number; zeros alone are none.
  func number(_ item: CapturedFields.Item) -> FieldText? {
    guard let text = text(item), !text.bytes.allSatisfy({ $0 == 0x30 }) else { return nil }
    return text
  }

  /// The date of a field. A time or a zone behind the first ten characters is left out and shifts
  /// nothing: `1998-08-04-04:00` is that day at the office.
  func date(_ item: CapturedFields.Item) -> PartialDate? {
    let bytes = document.captured.bytes(item)
    if settings.usesMinguoYears, let date = TrademarkBuilder.minguoDate(bytes) { return date }
    if let date = PartialDate(bytes: bytes) { return date }
    guard let text = document.text(item) else { return nil }
    let utf8 = Array(text.utf8)
    let isCompact = utf8.prefix(9).allSatisfy { (0x30...0x39).contains($0) }
    return PartialDate(String(decoding: utf8.prefix(isCompact ? 8 : 10), as: UTF8.self))
  }

  func isTrue(_ item: CapturedFields.Item) -> Bool {
    guard let text = text(item) else { return false }
    let words: [FieldText] = ["t", "true", "y", "yes", "1"]
    return words.contains { text.equalsIgnoringCase($0) }
  }

  /// `109.12.15`, whose year counts from 1911 on.
  private static func minguoDate(_ bytes: UnsafeBufferPointer<UInt8>) -> PartialDate? {
    var parts = [0, 0, 0]
    var digits = [0, 0, 0]
    var part = 0
    for byte in bytes {
      switch byte {
      case 0x30...0x39:
        parts[part] = parts[part] * 10 + Int(byte - 0x30)
        digits[part] += 1
        guard digits[part] <= (part == 0 ? 3 : 2) else { return nil }
      case 0x2D, 0x2E, 0x2F:
        part += 1
        guard part < 3 else { return nil }
      default: return nil
      }
    }
    guard part == 2, parts[0] > 0, digits[1] > 0, digits[2] > 0 else { return nil }
    return PartialDate(number: (parts[0] + 1911) * 10_000 + parts[1] * 100 + parts[2])
  }
}
