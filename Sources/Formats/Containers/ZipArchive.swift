import Records

/// A ZIP archive: stored and deflated members, ZIP64, data descriptors, any path as a name, also split
/// into volumes.
///
/// Not read: encryption, other methods. Sizes come from the central directory.
/// Source: PKWARE APPNOTE 6.3.
final class ZipArchive: Sendable {
  let range: ByteRange
  /// In the order of their bytes.
  let entries: [ZipEntry]
  /// What is wrong with the archive though members could be listed.
  let fault: ContainerFault?

  static func isArchive(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard head.count >= 4, head[0] == 0x50, head[1] == 0x4B else { return false }
    if markerCount(head) > 0 { return true }
    return (head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6)
  }

  /// The bytes of the mark with which a split archive begins, or one that was to be split.
  static func markerCount(_ head: UnsafeBufferPointer<UInt8>) -> Int {
    guard head.count >= 8, head[0] == 0x50, head[1] == 0x4B,
      head[2] == 7 && head[3] == 8 || head[2] == 0x30 && head[3] == 0x30,
      head[4] == 0x50, head[5] == 0x4B, head[6] == 3, head[7] == 4
    else { return 0 }
    return 4
  }

  init(_ range: ByteRange) throws(ContainerFault) {
    self.range = range
    var entries: [ZipEntry]
    do {
      entries = try ZipDirectory.entries(of: range)
      fault = nil
    } catch {
      entries = try ZipDirectory.recovered(from: range)
      guard error.code == .badContainer, !entries.isEmpty else { throw error }
      fault = ContainerFault(
        code: .badContainer,
        reason: error.reason + "; \(entries.count) whole members were recovered")
    }
    entries.sort { $0.headerOffset < $1.headerOffset }
    for (entry, following) in zip(entries, entries.dropFirst())
    where following.headerOffset < entry.headerOffset + 30 + entry.compressedCount {
      throw ContainerFault(
        code: .bomb,
        reason: "members \"\(entry.name)\" and \"\(following.name)\" overlap in the archive")
    }
    self.entries = entries
  }

  /// Whether the archive is a spreadsheet (XLSX).
  var isWorkbook: Bool { fault == nil && entries.contains { $0.name == "xl/workbook.xml" } }

  /// The member's compressed bytes.
  func content(of entry: ZipEntry) throws(ContainerFault) -> ByteRange {
    let header = try range.bytes(at: entry.headerOffset, count: 30)
    guard header.count == 30, ZipDirectory.number(header, 0, 4) == 0x0403_4B50 else {
      throw ContainerFault(
        code: .badContainer, reason: "no local header at byte \(entry.headerOffset)")
    }
    let start =
      entry.headerOffset + 30 + ZipDirectory.number(header, 26, 2)
      + ZipDirectory.number(header, 28, 2)
    guard start + entry.compressedCount <= range.count else {
      throw ContainerFault(code: .badContainer, reason: "the member runs over the archive's end")
    }
    return range.part(start, entry.compressedCount)
  }
}
