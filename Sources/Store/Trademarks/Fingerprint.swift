import Records

/// Tells the contents of two rows of one number and class apart, at the cost of a pass over them.
///
/// FNV-1a of 64 bits. It decides only whether two rows for one number, class and table say the same,
/// so a chance of 1 in 2^64 for each such pair does.
enum Fingerprint {
  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3
  private static let texts = TrademarkRow.TextColumn.allCases
  private static let dates = TrademarkRow.DateColumn.allCases

  /// The fingerprint of what a row's cells say, whatever the order of its columns.
  static func of(_ row: TrademarkRow) -> [UInt8] {
    var hash = start
    for column in texts where row.has(column) {
      add(column.rawValue, to: &hash)
      row.withBytes(of: column) { bytes in
        for byte in bytes { add(byte, to: &hash) }
      }
    }
    for column in dates {
      guard let number = row.date(column)?.number else { continue }
      add(0x80 | column.rawValue, to: &hash)
      withUnsafeBytes(of: number.bigEndian) { bytes in
        for byte in bytes { add(byte, to: &hash) }
      }
    }
    add(UInt8(row.niceClass ?? 0), to: &hash)
    return bytes(hash)
  }

  static func of(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var hash = start
    for byte in text { add(byte, to: &hash) }
    return bytes(hash)
  }

  @inline(__always)
  private static func add(_ byte: UInt8, to hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* prime
  }

  private static func bytes(_ hash: UInt64) -> [UInt8] {
    withUnsafeBytes(of: hash.bigEndian) { Array($0) }
  }
}
