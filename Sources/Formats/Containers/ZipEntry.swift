import Records

/// A member as the central directory lists it.
struct ZipEntry: Sendable {
  var name: String
  var flags: Int
  var method: Int
  var checksum: UInt32
  var compressedCount: Int
  var count: Int
  /// Where the member's local header begins in the archive.
  var headerOffset: Int

  var isFolder: Bool { count == 0 && (name.hasSuffix("/") || name.hasSuffix("\\")) }

  private var hasTwoDots: Bool {
    var last: UInt8 = 0
    for byte in name.utf8 {
      if byte == 0x2E, last == 0x2E { return true }
      last = byte
    }
    return false
  }

  /// Why the member must not be read, or nil.
  ///
  /// Limits: more than 64 MB that expand more than 200 fold are a bomb (XML of patents expands 4 to
  /// 30 fold), as is any member of more than 64 GB.
  var fault: ContainerFault? {
    if hasTwoDots, name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).contains("..") {
      return ContainerFault(
        code: .unsafePath, reason: "member path \"\(name)\" leaves the archive; it was not read")
    }
    if flags & 0x1 != 0 {
      return ContainerFault(
        code: .badContainer, reason: "the member is encrypted; deliver it without a password")
    }
    guard method == 0 || method == 8 else {
      return ContainerFault(
        code: .badContainer,
        reason: "compression method \(method) found, stored (0) or deflate (8) expected")
    }
    if count > 64 << 20, count / 200 > compressedCount {
      return ContainerFault(
        code: .bomb,
        reason: "\(compressedCount) bytes expand to \(count), more than 200 times as much")
    }
    if count > 64 << 30 {
      return ContainerFault(code: .bomb, reason: "the member expands to \(count) bytes")
    }
    return nil
  }
}
