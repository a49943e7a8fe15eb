import Records

/// A member as the central directory lists it.
struct ZipEntry: Sendable {
  var name: String
  var flags: Int
  var method: Int
  var checksum: UInt32
  var compressedCount: Int
  var count: Int
  /// Where the member's local header begins in the archive, all volumes of a split one counted.
  var headerOffset: Int

  var isFolder: Bool { count == 0 && (name.hasSuffix("/") || name.hasSuffix("\\")) }

  /// Why the member must not be read, or nil.
  var fault: ContainerFault? {
    if let fault = MemberName.fault(name) { return fault }
    if flags & 0x1 != 0 {
      return ContainerFault(
        code: .badContainer, reason: "the member is encrypted; deliver it without a password")
    }
    guard method == 0 || method == 8 else {
      return ContainerFault(
        code: .badContainer,
        reason: "compression method \(method) found, stored (0) or deflate (8) expected")
    }
    return ExpansionLimit.fault(compressed: compressedCount, expanded: count)
  }
}
