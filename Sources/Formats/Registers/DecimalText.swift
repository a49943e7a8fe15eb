/// An unsigned decimal number as text, read exactly: no floating point between cell and figure.
///
/// Accepts digits, one decimal point, and thousands separators that stand where they belong:
/// `1,234,567.89`, also in full width.
enum DecimalText {
  /// The number times `factor`.
  ///
  /// - Returns: the whole part, and whether a fraction was cut; nil if the text is no such number
  ///   or does not fit.
  static func read(_ text: String, times factor: Int64) -> (whole: Int64, isExact: Bool)? {
    let bytes = Array(CellText.narrow(text).utf8)
    let point = bytes.firstIndex(of: 0x2E) ?? bytes.endIndex
    guard let integerDigits = digits(integer: bytes[..<point]) else { return nil }
    let fraction = bytes[point...].dropFirst()
    guard point == bytes.endIndex || !fraction.isEmpty,
      fraction.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }

    var whole: Int64 = 0
    for digit in integerDigits {
      let (tens, overflow) = whole.multipliedReportingOverflow(by: 10)
      let (sum, overflow2) = tens.addingReportingOverflow(Int64(digit - 0x30))
      guard !overflow, !overflow2 else { return nil }
      whole = sum
    }
    let (scaled, overflow) = whole.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }

    // factor is a power of ten: each fraction digit is worth a tenth of the one before it.
    var worth = factor
    var addition: Int64 = 0
    var isExact = true
    for digit in fraction {
      worth /= 10
      addition += worth * Int64(digit - 0x30)
      if worth == 0, digit != 0x30 { isExact = false }
    }
    let (sum, overflow3) = scaled.addingReportingOverflow(addition)
    return overflow3 ? nil : (sum, isExact)
  }

  /// A decimal number with or without a sign, of at most fifteen digits: as many as every decimal
  /// number keeps on its way through `Double` and back.
  static func number(_ text: String) -> Double? {
    var bytes = Array(CellText.narrow(text).utf8)[...]
    // U+2212, the minus sign proper.
    let isNegative = bytes.first == 0x2D || bytes.starts(with: [0xE2, 0x88, 0x92])
    if isNegative { bytes = bytes.first == 0x2D ? bytes.dropFirst() : bytes.dropFirst(3) }
    let point = bytes.firstIndex(of: 0x2E) ?? bytes.endIndex
    let fraction = bytes[point...].dropFirst()
    guard let integer = digits(integer: bytes[..<point]),
      point == bytes.endIndex || !fraction.isEmpty,
      fraction.allSatisfy({ (0x30...0x39).contains($0) }),
      (integer.drop { $0 == 0x30 } + fraction).count <= 15
    else { return nil }
    let digits = String(decoding: integer, as: UTF8.self)
    guard let number = Double("\(digits).\(String(decoding: fraction, as: UTF8.self))0") else {
      return nil
    }
    return isNegative && number != 0 ? -number : number
  }

  private static func digits(integer bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var kept: [UInt8] = []
    let groups = bytes.split(separator: 0x2C, omittingEmptySubsequences: false)
    for (index, group) in groups.enumerated() {
      guard !group.isEmpty, group.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      if groups.count > 1 {
        guard index == 0 ? group.count <= 3 : group.count == 3 else { return nil }
      }
      kept += group
    }
    return kept.isEmpty ? nil : kept
  }
}
