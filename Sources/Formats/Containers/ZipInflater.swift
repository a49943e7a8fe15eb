import CZlib
import Records

/// Gives whole members one after the other; a worker has one of its own.
///
/// One stream and one buffer serve all members, and the members of a unit of work are read from the
/// file at once. A member about which anything is wrong is left to ``ZipMember``, which says what.
final class ZipInflater {
  private static let headerCount = 30

  private var stream = z_stream()
  private let isOpen: Bool
  private let window = ByteBlock(capacity: 1 << 19)
  /// The archive whose bytes the window holds, from `windowStart` on.
  private var archive: ZipArchive?
  private var windowStart = 0
  /// Members of the archive up to this byte will be asked for.
  private var limit = 0

  init() { isOpen = ipatlas_inflate_raw_init(&stream) == Z_OK }

  deinit { if isOpen { inflateEnd(&stream) } }

  /// Announces the members that will be asked for, in their order.
  func begin(_ entries: ArraySlice<ZipEntry>, of archive: ZipArchive) {
    if self.archive !== archive { window.count = 0 }
    self.archive = archive
    // Names and extra fields are rarely longer; a member that ends later is read by itself.
    limit = entries.last.map { $0.headerOffset + $0.compressedCount + 256 } ?? 0
  }

  /// All bytes of a member, with sixteen zero bytes behind them that are not counted.
  func bytes(
    of entry: ZipEntry, in archive: ZipArchive, into block: ByteBlock
  ) throws(ContainerFault) {
    if entry.fault == nil, try inflate(entry, archive, block) { return }
    try ZipMember.bytes(of: entry, in: archive, into: block)
  }

  /// False where the member is not as the directory says.
  private func inflate(
    _ entry: ZipEntry, _ archive: ZipArchive, _ block: ByteBlock
  ) throws(ContainerFault) -> Bool {
    guard isOpen, entry.count <= ContentReader.wholeLimit,
      entry.compressedCount <= ContentReader.wholeLimit,
      let header = try bytes(of: archive, at: entry.headerOffset, count: ZipInflater.headerCount),
      header[0] == 0x50, header[1] == 0x4B, header[2] == 0x03, header[3] == 0x04
    else { return false }
    let start =
      ZipInflater.headerCount + Int(header[26]) + Int(header[27]) << 8 + Int(header[28])
      + Int(header[29]) << 8
    guard
      let member = try bytes(
        of: archive, at: entry.headerOffset, count: start + entry.compressedCount)
    else { return false }
    block.count = 0
    block.reserve(entry.count + 1)
    if entry.method == 0 {
      guard entry.compressedCount == entry.count else { return false }
      block.bytes.update(from: member + start, count: entry.count)
    } else {
      inflateReset(&stream)
      stream.next_in = UnsafeMutablePointer(mutating: member + start)
      stream.avail_in = UInt32(entry.compressedCount)
      stream.next_out = block.bytes
      // One byte more than expected, so that a longer member is seen.
      stream.avail_out = UInt32(entry.count + 1)
      guard CZlib.inflate(&stream, Z_FINISH) == Z_STREAM_END,
        stream.next_out == block.bytes + entry.count
      else { return false }
    }
    guard UInt32(truncatingIfNeeded: crc32_z(0, block.bytes, entry.count)) == entry.checksum
    else { return false }
    block.count = entry.count
    block.pad()
    return true
  }

  /// So many bytes of the archive, nil if it ends before.
  private func bytes(
    of archive: ZipArchive, at offset: Int, count: Int
  ) throws(ContainerFault) -> UnsafePointer<UInt8>? {
    if self.archive !== archive || offset < windowStart
      || offset + count > windowStart + window.count
    {
      guard offset + count <= archive.range.count else { return nil }
      // After an archive within this one, what was announced is forgotten.
      if self.archive !== archive { limit = 0 }
      let ahead = limit - offset
      let wanted = max(count, min(ahead, ContentReader.wholeLimit))
      window.count = 0
      window.reserve(wanted)
      self.archive = archive
      windowStart = offset
      window.count = try archive.range.read(at: offset, into: window.bytes, count: wanted)
      guard window.count >= count else { return nil }
    }
    return UnsafePointer(window.bytes + (offset - windowStart))
  }
}
