import Glibc

/// Conversion to UTF-8 of the encodings that Chinese offices' exports come in.
enum TextConversion {
  /// The name iconv knows for a declared encoding that is not UTF-8; nil for UTF-8 and unknown ones.
  ///
  /// GBK and GB2312 are read as GB18030, which holds both: a GBK character in a file labelled gb2312
  /// would otherwise end the document.
  static func converter(declared: String?) -> String? {
    switch declared {
    case "gb18030", "gbk", "gb2312", "gb_2312-80", "x-gbk", "cp936", "ms936", "euc-cn": "GB18030"
    case "utf-16", "utf-16le", "utf-16be", "ucs-2": nil
    case "big5", "big5-hkscs": "BIG5-HKSCS"
    case "iso-8859-1", "latin1", "us-ascii", "windows-1252": "WINDOWS-1252"
    default: nil
    }
  }

  /// The bytes as UTF-8, or the place of the first byte that cannot be converted.
  static func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, from encoding: String
  ) -> Result<[UInt8], ConversionFault> {
    guard let base = bytes.baseAddress else { return .success([]) }
    let descriptor = iconv_open("UTF-8", encoding)
    guard descriptor != iconv_t(bitPattern: -1) else { return .failure(ConversionFault(place: 0)) }
    defer { iconv_close(descriptor) }
    var output = [UInt8](repeating: 0, count: bytes.count * 2 + 64)
    var written = 0
    var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: base)
      .assumingMemoryBound(to: CChar.self)
    var left = bytes.count
    while left > 0 {
      let result = output.withUnsafeMutableBytes { buffer -> Int in
        guard let start = buffer.baseAddress else { return -1 }
        var target: UnsafeMutablePointer<CChar>? = (start + written)
          .assumingMemoryBound(to: CChar.self)
        var room = buffer.count - written
        let result = iconv(descriptor, &input, &left, &target, &room)
        written = buffer.count - room
        return result == Int.max || result == -1 ? -1 : 0
      }
      if result == 0 { break }
      if errno == E2BIG {
        output.append(contentsOf: repeatElement(0, count: output.count))
        continue
      }
      return .failure(ConversionFault(place: bytes.count - left))
    }
    output.removeLast(output.count - written)
    return .success(output)
  }
}

/// Bytes that are not text in the encoding they were declared to be in.
struct ConversionFault: Error {
  /// The 0-based byte that could not be converted.
  var place: Int
}
