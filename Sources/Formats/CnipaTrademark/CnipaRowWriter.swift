import Records

/// Collects the rows of one block.
struct CnipaRowWriter: ~Copyable {
  /// What was written before a row, to which a rejected one goes back.
  struct Mark {
    fileprivate var length: Int
    fileprivate var ends: Int
    fileprivate var dates: Int
  }

  private(set) var heads: [TrademarkRows.Head] = []
  private let text: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private var length = 0
  private var ends: [UInt32] = []
  private var dates: [Int32] = []
  private let stored: TrademarkRows.Columns
  private let isGB18030: Bool

  /// - Parameter bytes: the block's length, which limits that of all texts.
  init(_ layout: CnipaLayout, bytes: Int) {
    stored = layout.stored
    isGB18030 = layout.isGB18030
    // Two bytes of GB18030 become three.
    capacity = (layout.isGB18030 ? bytes / 2 * 3 + 16 : bytes) + 64
    text = .allocate(capacity: capacity)
    let rows = bytes / 48
    heads.reserveCapacity(rows)
    ends.reserveCapacity(rows * stored.texts.count)
    dates.reserveCapacity(rows * stored.dates.count)
  }

  deinit { text.deallocate() }

  /// The rows, nil if there are none.
  consuming func rows(part: Trademark.Part, source: Source) -> TrademarkRows? {
    if heads.isEmpty { return nil }
    return TrademarkRows(
      part: part, source: source, columns: stored, heads: heads,
      text: Array(UnsafeBufferPointer(start: text, count: length)), ends: ends, dates: dates)
  }

  /// Begins a row, with no date in any of its columns.
  @inline(__always)
  mutating func begin() -> Mark {
    let mark = Mark(length: length, ends: ends.count, dates: dates.count)
    for _ in 0..<stored.dates.count { dates.append(0) }
    return mark
  }

  mutating func drop(to mark: Mark) {
    length = mark.length
    ends.removeLast(ends.count - mark.ends)
    dates.removeLast(dates.count - mark.dates)
  }

  /// Ends a row; texts that were not written are empty.
  @inline(__always)
  mutating func end(_ mark: Mark, row: Int, niceClass: UInt8) {
    while ends.count < mark.ends + stored.texts.count { ends.append(UInt32(length)) }
    heads.append(TrademarkRows.Head(row: UInt32(row), niceClass: niceClass))
  }

  @inline(__always)
  mutating func set(_ date: Int32, slot: Int, of mark: Mark) { dates[mark.dates + slot] = date }

  func date(slot: Int, of mark: Mark) -> Int32 { dates[mark.dates + slot] }

  /// Appends ASCII in upper case.
  @inline(__always)
  mutating func appendCode(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    for place in start..<end {
      let byte = bytes[place]
      text[length] = byte &- 0x61 < 26 ? byte & 0xDF : byte
      length += 1
    }
    ends.append(UInt32(length))
  }

  mutating func append(_ string: String) {
    for byte in string.utf8 {
      text[length] = byte
      length += 1
    }
    ends.append(UInt32(length))
  }

  /// What is wrong with the text of a cell.
  enum TextFault {
    /// The bytes are none in the table's encoding.
    case encoding
    /// A character that no text holds.
    case control(UInt8)
  }

  /// Appends a cell's text as UTF-8 in its displayed form; what is wrong with it otherwise.
  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ cell: CnipaCell) -> TextFault? {
    guard cell.start < cell.end else {
      ends.append(UInt32(length))
      return nil
    }
    var start = cell.start
    var end = cell.end
    while start < end, bytes[start] == 0x20 || bytes[start] &- 0x09 < 5 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] &- 0x09 < 5 { end -= 1 }
    let begin = length
    guard let isUsual = isGB18030 ? copyGB18030(bytes, start, end) : copyUTF8(bytes, start, end)
    else { return .encoding }
    if !isUsual || cell.hasDoubledQuotes {
      for place in begin..<length where CellText.isControl(text[place]) {
        return .control(text[place])
      }
      canonicalise(from: begin, cell.hasDoubledQuotes)
    }
    ends.append(UInt32(length))
    return nil
  }

  /// Copies an ASCII character; false for a control character, which the displayed form lacks.
  @inline(__always)
  private static func copyASCII(_ byte: UInt8, to target: inout UnsafeMutablePointer<UInt8>) -> Bool
  {
    target[0] = byte
    target += 1
    return byte >= 0x20
  }

  /// Copies UTF-8; nil if it is none, false if the text is not surely in its displayed form.
  @inline(__always)
  private mutating func copyUTF8(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool? {
    var isUsual = true
    var place = start
    var target = text + length
    while place < end {
      let byte = bytes[place]
      if byte < 0x80 {
        if !CnipaRowWriter.copyASCII(byte, to: &target) { isUsual = false }
        place += 1
      } else if byte >= 0xE4, byte <= 0xE9, place + 2 < end {
        let second = bytes[place + 1]
        let third = bytes[place + 2]
        guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return nil }
        target[0] = byte
        target[1] = second
        target[2] = third
        target += 3
        place += 3
      } else {
        let count = CnipaRowWriter.characterLength(bytes, place, end)
        guard count > 0 else { return nil }
        let isNormal =
          CanonicalText.isSurelyNFC(UnsafeBufferPointer(rebasing: bytes[place..<end]), 0) == count
        if !isNormal { isUsual = false }
        for index in 0..<count { target[index] = bytes[place + index] }
        target += count
        place += count
      }
    }
    length = target - text
    return isUsual
  }

  /// The length of the UTF-8 character beyond ASCII at `place`, 0 if there is none (RFC 3629).
  private static func characterLength(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ end: Int
  ) -> Int {
    let first = bytes[place]
    func byte(_ ahead: Int) -> UInt8 { place + ahead < end ? bytes[place + ahead] : 0 }
    func follows(_ ahead: Int) -> Bool { byte(ahead) & 0xC0 == 0x80 }
    switch first {
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return byte(1) >= 0xA0 && follows(1) && follows(2) ? 3 : 0
    case 0xED: return byte(1) < 0xA0 && follows(1) && follows(2) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return byte(1) >= 0x90 && follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return byte(1) < 0x90 && follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }

  /// Decodes GB18030; nil if it is none, false if the text is not surely in its displayed form.
  @inline(__always)
  private mutating func copyGB18030(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool? {
    var isUsual = true
    var place = start
    var target = text + length
    let decoded: Bool = GB18030.pairs.withUnsafeBufferPointer { pairs in
      while place < end {
        let byte = bytes[place]
        if byte < 0x80 {
          if !CnipaRowWriter.copyASCII(byte, to: &target) { isUsual = false }
          place += 1
          continue
        }
        guard byte &- 0x81 < 0x7E, place + 1 < end else { return false }
        let second = bytes[place + 1]
        if second >= 0x40, second != 0xFF {
          let packed = pairs[(Int(byte) - 0x81) * 192 + Int(second) - 0x40]
          guard packed != 0 else { return false }
          target[0] = UInt8(truncatingIfNeeded: packed)
          target[1] = UInt8(truncatingIfNeeded: packed >> 8)
          target[2] = UInt8(truncatingIfNeeded: packed >> 16)
          target += Int(packed >> 24 & 0x7F)
          if packed >> 31 != 0 { isUsual = false }
          place += 2
        } else {
          let four = UnsafeBufferPointer(rebasing: bytes[place..<min(place + 4, end)])
          guard let character = GB18030.character(four) else { return false }
          for byte in character {
            target[0] = byte
            target += 1
          }
          isUsual = false
          place += 4
        }
      }
      return true
    }
    guard decoded else { return nil }
    length = target - text
    return isUsual
  }

  /// Puts the text behind `begin` into its displayed form, which is never longer by more than the
  /// bytes of the block leave room for.
  private mutating func canonicalise(from begin: Int, _ hasDoubledQuotes: Bool) {
    var bytes = Array(UnsafeBufferPointer(start: text + begin, count: length - begin))
    if hasDoubledQuotes { bytes = CnipaRowWriter.withoutDoubledQuotes(bytes) }
    let canonical = bytes.withUnsafeBufferPointer { CanonicalText.text($0) } ?? ""
    length = begin
    // Some characters grow when they are decomposed for good (U+0344, U+1D15E): rare enough to keep
    // such a text as delivered.
    var folded = Array(canonical.utf8)
    if folded.count > bytes.count { folded = bytes }
    for byte in folded {
      text[length] = byte
      length += 1
    }
  }

  private static func withoutDoubledQuotes(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      kept.append(bytes[place])
      place += bytes[place] == 0x22 && place + 1 < bytes.count && bytes[place + 1] == 0x22 ? 2 : 1
    }
    return kept
  }
}
