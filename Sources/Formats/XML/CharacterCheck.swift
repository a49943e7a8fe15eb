/// Well-formed UTF-8 and the characters XML 1.0 allows (production 2, Char).
enum CharacterCheck {
  /// The length of the character at the pointer, 0 if there is none that is allowed.
  @inline(__always)
  static func length(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let first = bytes[0]
    if first < 0x80 {
      return first >= 0x20 || first == 0x0A || first == 0x0D || first == 0x09 ? 1 : 0
    }
    if first < 0xC2 { return 0 }
    if first < 0xE0 { return count >= 2 && bytes[1] & 0xC0 == 0x80 ? 2 : 0 }
    if first < 0xF0 {
      guard count >= 3, bytes[1] & 0xC0 == 0x80, bytes[2] & 0xC0 == 0x80 else { return 0 }
      if first == 0xE0 { return bytes[1] >= 0xA0 ? 3 : 0 }
      if first == 0xED { return bytes[1] < 0xA0 ? 3 : 0 }
      if first == 0xEF, bytes[1] == 0xBF, bytes[2] >= 0xBE { return 0 }
      return 3
    }
    guard first < 0xF5, count >= 4, bytes[1] & 0xC0 == 0x80, bytes[2] & 0xC0 == 0x80,
      bytes[3] & 0xC0 == 0x80
    else { return 0 }
    if first == 0xF0 { return bytes[1] >= 0x90 ? 4 : 0 }
    if first == 0xF4 { return bytes[1] < 0x90 ? 4 : 0 }
    return 4
  }

  /// What is wrong with the character at a place.
  static func fault(_ bytes: UnsafePointer<UInt8>, _ place: Int, _ count: Int) -> XMLFault {
    let byte = bytes[place]
    let text = "0x" + String(byte, radix: 16, uppercase: true)
    if byte < 0x20 || isNoncharacter(bytes, place, count) {
      return XMLFault(
        code: .controlCharacter,
        reason: "byte \(text) at \(place) begins a character that XML forbids; "
          + "remove it and deliver the document again", position: place)
    }
    // A character cut off by the end of the bytes, or by the next document.
    if place + 4 > count || cut(bytes, place, count) {
      return XMLFault(
        code: .truncated, reason: "the document ends within a character at byte \(place)",
        position: place)
    }
    return XMLFault(
      code: .encoding,
      reason: "byte \(text) at \(place) is not UTF-8; expected UTF-8, or a declaration that names "
        + "the encoding (GB18030, UTF-16)", position: place)
  }

  /// The place of the first byte that is not UTF-8, or nil.
  static func firstInvalid(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    var place = 0
    while place < count {
      if bytes[place] < 0x80 {
        place += 1
        continue
      }
      let length = length(bytes + place, count - place)
      if length == 0, !isNoncharacter(bytes, place, count) { return place }
      place += max(length, 1)
    }
    return nil
  }

  private static func isNoncharacter(
    _ bytes: UnsafePointer<UInt8>, _ place: Int, _ count: Int
  ) -> Bool {
    place + 3 <= count && bytes[place] == 0xEF && bytes[place + 1] == 0xBF
      && bytes[place + 2] >= 0xBE
      && bytes[place + 2] < 0xC0
  }

  private static func cut(_ bytes: UnsafePointer<UInt8>, _ place: Int, _ count: Int) -> Bool {
    var next = place + 1
    while next < count, next < place + 4, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return MarkupScan.isDeclaration(bytes + next, count - next)
  }
}
