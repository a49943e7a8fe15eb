/// Which encoding the bytes of a table can be in.
enum TextEncoding {
  case utf8
  /// UTF-8 but for some bytes; rows that hold them are damaged.
  case brokenUTF8
  /// GB18030 or its part GBK, what Chinese spreadsheets save by default.
  case gb18030
  case utf16
  case unknown

  /// Judges by the whole text.
  ///
  /// Damaged UTF-8 can happen to be valid GB18030, so the first line beyond ASCII decides between
  /// the two: in a GB18030 file it is no UTF-8.
  init(of bytes: UnsafeRawBufferPointer) {
    if bytes.count >= 2, bytes[0] ^ bytes[1] == 1, bytes[0] | 1 == 0xFF {
      self = .utf16
    } else if String(validating: bytes, as: UTF8.self) != nil {
      self = .utf8
    } else if TextEncoding.isFirstLineBeyondASCIIValid(bytes) {
      self = .brokenUTF8
    } else if TextEncoding.isGB18030(bytes) {
      self = .gb18030
    } else {
      self = .unknown
    }
  }

  private static func isFirstLineBeyondASCIIValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return true }
    let line = bytes[first...].prefix { $0 != 0x0A && $0 != 0x0D }
    return String(validating: line, as: UTF8.self) != nil
  }

  /// Whether the bytes follow GB 18030's pattern: one byte below 0x80, two (81–FE, 40–FE but 7F) or
  /// four (81–FE, 30–39, 81–FE, 30–39).
  private static func isGB18030(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    func byte(_ ahead: Int) -> UInt8 { index + ahead < bytes.count ? bytes[index + ahead] : 0 }
    while index < bytes.count {
      switch (byte(0), byte(1)) {
      case (0..<0x80, _): index += 1
      case (0x81...0xFE, 0x40...0x7E), (0x81...0xFE, 0x80...0xFE): index += 2
      case (0x81...0xFE, 0x30...0x39)
      where (0x81...0xFE).contains(byte(2)) && (0x30...0x39).contains(byte(3)):
        index += 4
      default: return false
      }
    }
    return true
  }
}
