import Glibc

/// Makes texts of a table's cells, in UTF-8 or GB18030.
///
/// In both encodings a comma, quote or line end is the same one byte and never part of another
/// character, so a table is cut into cells first and decoded cell by cell, in blocks of any size.
final class CellDecoder {
  /// The name of the encoding as it is reported, `utf-8` or `gb18030`.
  let encoding: String
  private let converter: iconv_t?

  /// - Returns: nil for an encoding that is not read.
  init?(_ encoding: TextEncoding) {
    switch encoding {
    case .utf8, .brokenUTF8:
      self.encoding = "utf-8"
      converter = nil
    case .gb18030:
      self.encoding = "gb18030"
      let converter = iconv_open("UTF-8", "GB18030")
      guard converter != iconv_t(bitPattern: -1) else { return nil }
      self.converter = converter
    case .utf16, .unknown: return nil
    }
  }

  deinit {
    if let converter { iconv_close(converter) }
  }

  /// The cell's text, nil if the bytes are not in the encoding.
  func text(_ bytes: [UInt8]) -> String? {
    guard let converter else { return String(validating: bytes, as: UTF8.self) }
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    // Two bytes become three at most, four become four; libc writes to a room that is large enough.
    let text = [UInt8](unsafeUninitializedCapacity: bytes.count * 2) { room, count in
      count = bytes.withUnsafeBytes { source in
        var input = UnsafeMutableRawPointer(mutating: source.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        var left = source.count
        var output = UnsafeMutableRawPointer(room.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        var free = room.count
        iconv(converter, nil, nil, nil, nil)
        let result = iconv(converter, &input, &left, &output, &free)
        return result == Int.max || result == -1 || left > 0 ? 0 : room.count - free
      }
    }
    return text.isEmpty ? nil : String(validating: text, as: UTF8.self)
  }
}

extension TextEncoding {
  /// Judges by a text's beginning, which may end within a character: by its whole lines, or what
  /// stands before its last ASCII sign where it has none.
  init(ofHead bytes: UnsafeRawBufferPointer) {
    let end =
      bytes.lastIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.lastIndex { $0 < 0x80 } ?? 0
    self.init(of: UnsafeRawBufferPointer(rebasing: bytes[..<end]))
  }

  /// What a reject says of a table in an encoding that is not read; nil if it is read.
  var refusal: String? {
    switch self {
    case .utf8, .brokenUTF8, .gb18030: nil
    case .utf16: "the file is in UTF-16, expected UTF-8 or GB18030; save as CSV UTF-8"
    case .unknown:
      "the file is in no known encoding, expected UTF-8 or GB18030; save as CSV UTF-8"
    }
  }
}
