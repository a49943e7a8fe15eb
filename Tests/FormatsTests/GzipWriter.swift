import CZlib

/// Writes small gzip files, sound and unsound ones.
enum GzipWriter {
  static func file(
    _ bytes: [UInt8], name: String? = nil, comment: String? = nil, extra: [UInt8]? = nil,
    hasHeaderChecksum: Bool = false, checksum: UInt32? = nil, count: Int? = nil
  ) -> [UInt8] {
    var flags = 0
    if hasHeaderChecksum { flags |= 2 }
    if extra != nil { flags |= 4 }
    if name != nil { flags |= 8 }
    if comment != nil { flags |= 16 }
    var file: [UInt8] = [0x1F, 0x8B, 8, UInt8(flags), 1, 2, 3, 4, 0, 3]
    if let extra { file += number(extra.count, 2) + extra }
    if let name { file += Array(name.utf8) + [0] }
    if let comment { file += Array(comment.utf8) + [0] }
    if hasHeaderChecksum { file += number(Int(crc32_z(0, file, file.count)), 2) }
    file += ZipWriter.deflated(bytes)
    file += number(Int(checksum ?? UInt32(crc32_z(0, bytes, bytes.count))), 4)
    return file + number(count ?? bytes.count, 4)
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
