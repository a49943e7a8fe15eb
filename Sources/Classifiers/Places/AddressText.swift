/// The beginning of an address as folded scalars, each with the byte where it ends.
///
/// White space is dropped, full-width forms are half-width, and every mark between divisions
/// (`·`, `,`, `-`, `/`, …) is a comma. Digits at the beginning are taken off; six are a postcode.
struct AddressText {
  /// No chain of divisions is longer; what follows is not read.
  static let longest = 48

  let scalars: UnsafeBufferPointer<UInt32>
  let ends: UnsafeBufferPointer<Int32>
  /// The first two digits of the postcode the text begins with, or -1.
  let postcodeHead: Int

  static let comma: UInt32 = 0x2C
  /// 区
  static let district: UInt32 = 0x533A

  subscript(_ index: Int) -> UInt32 { index < scalars.count ? scalars[index] : 0 }
  var count: Int { scalars.count }

  /// Whether the scalars from `index` are these.
  func has(_ word: StaticString, at index: Int) -> Bool {
    var position = index
    let utf8 = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    var offset = 0
    while offset < utf8.count {
      guard self[position] == AddressText.scalar(utf8, &offset) else { return false }
      position += 1
    }
    return true
  }

  /// Folds the text into memory that lives as long as `body` runs.
  static func with<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (AddressText) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: longest) { scalars in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: longest) { ends in
        var count = 0
        var offset = 0
        var digits = 0
        var head = 0
        var isLeading = true
        while offset < bytes.count, count < longest {
          let scalar = fold(Self.scalar(bytes, &offset))
          if scalar == 0 { continue }
          if isLeading {
            if (0x30...0x39).contains(scalar) {
              digits += 1
              if digits <= 2 { head = head * 10 + Int(scalar) - 0x30 }
              continue
            }
            if scalar == comma || isBracket(scalar) { continue }
            isLeading = false
          }
          scalars[count] = scalar
          ends[count] = Int32(offset)
          count += 1
        }
        return body(
          AddressText(
            scalars: UnsafeBufferPointer(start: scalars.baseAddress, count: count),
            ends: UnsafeBufferPointer(start: ends.baseAddress, count: count),
            postcodeHead: digits == 6 ? head : -1))
      }
    }
  }

  /// The scalar as it is compared; 0 for white space and invisible marks.
  private static func fold(_ scalar: UInt32) -> UInt32 {
    if scalar == 0x5DFF { return 0x5E02 }  // 巿, a look-alike of 市
    if (0x4E00...0x9FFF).contains(scalar) { return scalar }
    switch scalar {
    case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000,
      0xFEFF:
      return 0
    case 0x2C, 0x2D, 0x2E, 0x2F, 0x3A, 0x3B, 0x5F, 0xB7, 0x2010...0x2015, 0x2022, 0x2027, 0x2212,
      0x22C5, 0x3001, 0x3002, 0x30FB, 0xFF0C...0xFF0F, 0xFF1A, 0xFF1B, 0xFF65, 0x2E31:
      return comma
    case 0xFF01...0xFF5E: return scalar - 0xFEE0
    default: return scalar
    }
  }

  private static func isBracket(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x29, 0x5B, 0x5D, 0x3010, 0x3011, 0x3014, 0x3015: return true
    default: return false
    }
  }

  /// Decodes one scalar of valid UTF-8.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> UInt32 {
    let first = bytes[offset]
    func rest(_ ahead: Int) -> UInt32 {
      offset + ahead < bytes.count ? UInt32(bytes[offset + ahead] & 0x3F) : 0
    }
    let scalar: UInt32
    switch first {
    case 0..<0x80:
      scalar = UInt32(first)
      offset += 1
    case 0x80..<0xE0:
      scalar = UInt32(first & 0x1F) << 6 | rest(1)
      offset += 2
    case 0xE0..<0xF0:
      scalar = UInt32(first & 0x0F) << 12 | rest(1) << 6 | rest(2)
      offset += 3
    default:
      scalar = UInt32(first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3)
      offset += 4
    }
    return scalar
  }
}
