extension FieldText {
  /// Whether the text is a word of small letters in whatever case.
  func equalsIgnoringCase(_ word: FieldText) -> Bool {
    count == word.count
      && zip(bytes, word.bytes).allSatisfy { FieldText.small($0) == $1 }
  }

  func starts(with word: FieldText) -> Bool { bytes.starts(with: word.bytes) }

  /// Whether a word of small letters or of Chinese characters stands in the text, in whatever case.
  func holds(_ word: FieldText) -> Bool {
    guard count >= word.count, let first = word.bytes.first else { return false }
    let bytes = bytes
    let wanted = word.bytes
    for start in 0...count - word.count where FieldText.small(bytes[start]) == first {
      var index = 1
      while index < wanted.count, FieldText.small(bytes[start + index]) == wanted[index] {
        index += 1
      }
      if index == wanted.count { return true }
    }
    return false
  }

  /// Gives `body` the ASCII letters and digits of the text, in small letters and without anything
  /// between them; nil if there are none. Longer texts than 256 bytes give their first 256.
  func withLettersAndDigits<Result>(_ body: (FieldText?) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { buffer in
      var count = 0
      for byte in bytes.prefix(256) {
        let small = FieldText.small(byte)
        guard (0x61...0x7A).contains(small) || (0x30...0x39).contains(small) else { continue }
        buffer[count] = small
        count += 1
      }
      return body(FieldText(UnsafeBufferPointer(rebasing: buffer[..<count])))
    }
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }

  /// The parts between separators of whatever length, none of them empty.
  func parts(separatedBy separators: [FieldText]) -> [FieldText] {
    var parts: [FieldText] = []
    var partStart = 0
    var index = 0
    while index < count {
      let rest = bytes[index...]
      guard let separator = separators.first(where: { rest.starts(with: $0.bytes) }) else {
        index += 1
        continue
      }
      if let part = self[partStart..<index] { parts.append(part) }
      index += separator.count
      partStart = index
    }
    if let part = self[partStart..<count] { parts.append(part) }
    return parts
  }
}
