/// The number of a Chinese mark: 注册号/申请号, which are the same number.
///
/// Digits with at most two letters behind, `88000001`, `87988341A` (a divided application); `G` before
/// the number of an international registration, `G1234567`, `G123456A`.
struct TrademarkNumber: Hashable {
  /// In upper case.
  let text: String

  /// Reads a number as it stands, without white space around it.
  init?(_ text: String) {
    var text = text.uppercased()
    let isNumber = text.withUTF8 { bytes in
      !bytes.isEmpty && TrademarkNumber.length(bytes, 0, bytes.count) == bytes.count
    }
    guard isNumber else { return nil }
    self.text = text
  }

  /// The number of bytes at `start` that make a number, 0 if they make none; what stands behind them
  /// is for the caller to look at.
  @inline(__always)
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var place = start
    if place < end, bytes[place] | 0x20 == 0x67 { place += 1 }
    let digits = place
    while place < end, bytes[place] &- 0x30 < 10 { place += 1 }
    guard place > digits, place - digits <= 10 else { return 0 }
    let letters = place
    while place < end, place - letters < 2, (bytes[place] | 0x20) &- 0x61 < 26 { place += 1 }
    return place - start
  }
}
