import Glibc

/// Decodes GB18030, of which GBK and GB2312 are parts, by tables made once from the C library's.
///
/// One look-up for a two-byte character; the C library's own converter takes several times as long.
enum GB18030 {
  /// UTF-8 of the two-byte characters in the order of their bytes, 192 to a first byte: the bytes from
  /// the lowest on, the length in the highest byte with ``unusual`` added; 0 for none.
  static let pairs: [UInt32] = makePairs()
  /// Set for a character that another may compose with, or that has another normal form.
  static let unusual: UInt32 = 0x80

  /// The text of whole characters; nil if the bytes are no GB18030.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard case .success(let decoded) = TextConversion.convert(bytes, from: "GB18030") else {
      return nil
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  /// A four-byte character as UTF-8, nil if the bytes are none.
  static func character(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard bytes.count == 4,
      case .success(let decoded) = TextConversion.convert(bytes, from: "GB18030")
    else { return nil }
    return decoded
  }

  private static func makePairs() -> [UInt32] {
    var pairs = [UInt32](repeating: 0, count: 126 * 192)
    guard let descriptor = iconv_open("UTF-8", "GB18030"),
      descriptor != iconv_t(bitPattern: -1)
    else { return pairs }
    defer { iconv_close(descriptor) }
    for first in 0x81...0xFE {
      for second in 0x40...0xFE where second != 0x7F {
        var input = [CChar(bitPattern: UInt8(first)), CChar(bitPattern: UInt8(second))]
        var output = [UInt8](repeating: 0, count: 8)
        let length = convert(descriptor, &input, &output)
        guard length == 2 || length == 3 else { continue }
        var packed = UInt32(length) << 24
        for index in 0..<length { packed |= UInt32(output[index]) << (8 * UInt32(index)) }
        let isUsual = output.withUnsafeBufferPointer {
          CanonicalText.isSurelyNFC(UnsafeBufferPointer(rebasing: $0[..<length]), 0) == length
        }
        if !isUsual { packed |= unusual << 24 }
        pairs[(first - 0x81) * 192 + second - 0x40] = packed
      }
    }
    return pairs
  }

  /// The length of what the bytes become, 0 if they are no character.
  private static func convert(
    _ descriptor: iconv_t, _ input: inout [CChar], _ output: inout [UInt8]
  ) -> Int {
    input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBytes { output in
        var from = input.baseAddress
        var left = input.count
        var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var room = output.count
        // Forgets what an earlier, broken character may have left behind.
        iconv(descriptor, nil, nil, nil, nil)
        let result = iconv(descriptor, &from, &left, &to, &room)
        return result == 0 && left == 0 ? output.count - room : 0
      }
    }
  }
}
