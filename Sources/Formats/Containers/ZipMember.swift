import CZlib
import Records

/// The bytes of one member, inflated as they are read; length and CRC are checked at the end.
final class ZipMember: ByteSource {
  private let entry: ZipEntry
  private let content: ByteRange
  private var stream = z_stream()
  private var isOpen = false
  private let input: UnsafeMutablePointer<UInt8>
  private static let inputCapacity = 262_144
  private var consumed = 0
  private var produced = 0
  private var checksum: UInt = 0
  private var isChecked = false

  init(_ entry: ZipEntry, of archive: ZipArchive) throws(ContainerFault) {
    self.entry = entry
    if let fault = entry.fault { throw fault }
    content = try archive.content(of: entry)
    input = .allocate(capacity: ZipMember.inputCapacity)
    if entry.method == 8 {
      guard ipatlas_inflate_raw_init(&stream) == Z_OK else {
        throw ContainerFault(code: .badContainer, reason: "the decompressor could not be started")
      }
      isOpen = true
    }
  }

  deinit {
    if isOpen { inflateEnd(&stream) }
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ContainerFault) -> Int {
    guard let base = buffer.baseAddress, !buffer.isEmpty, !isChecked else { return 0 }
    let got = entry.method == 0 ? try stored(base, buffer.count) : try inflated(base, buffer.count)
    if got > 0 {
      checksum = crc32_z(checksum, base.assumingMemoryBound(to: UInt8.self), got)
      produced += got
      guard produced <= entry.count else {
        throw ContainerFault(
          code: .badChecksum,
          reason: "the member is longer than its \(entry.count.counted("byte")) in the directory")
      }
    }
    if got < buffer.count { try check() }
    return got
  }

  private func check() throws(ContainerFault) {
    isChecked = true
    guard produced == entry.count else {
      throw ContainerFault(
        code: .badChecksum, reason: "\(produced.counted("byte")) found, \(entry.count) expected")
    }
    guard UInt32(truncatingIfNeeded: checksum) == entry.checksum else {
      throw ContainerFault(
        code: .badChecksum,
        reason: "CRC \(String(checksum, radix: 16)) found, \(String(entry.checksum, radix: 16)) "
          + "expected; the member is damaged, deliver it again")
    }
  }

  private func stored(
    _ target: UnsafeMutableRawPointer, _ count: Int
  ) throws(ContainerFault) -> Int {
    let got = try content.read(at: consumed, into: target, count: count)
    consumed += got
    return got
  }

  private func inflated(
    _ target: UnsafeMutableRawPointer, _ count: Int
  ) throws(ContainerFault) -> Int {
    // avail_out has 32 bits.
    let room = min(count, 1 << 30)
    stream.next_out = target.assumingMemoryBound(to: UInt8.self)
    stream.avail_out = UInt32(room)
    while stream.avail_out > 0 {
      if stream.avail_in == 0 {
        let got = try content.read(at: consumed, into: input, count: ZipMember.inputCapacity)
        consumed += got
        stream.next_in = input
        stream.avail_in = UInt32(got)
      }
      let status = inflate(&stream, Z_NO_FLUSH)
      if status == Z_STREAM_END { break }
      guard status == Z_OK, stream.avail_in > 0 || consumed < content.count || stream.avail_out == 0
      else {
        throw ContainerFault(
          code: .badChecksum,
          reason: "the compressed bytes are damaged after "
            + "\((produced + room - Int(stream.avail_out)).counted("byte")); deliver the archive again"
        )
      }
    }
    return room - Int(stream.avail_out)
  }
}

extension ZipMember {
  /// All bytes of a member, with sixteen zero bytes behind them that are not counted.
  static func bytes(
    of entry: ZipEntry, in archive: ZipArchive, into block: ByteBlock
  ) throws(ContainerFault) {
    let member = try ZipMember(entry, of: archive)
    block.reserve(entry.count + 1)
    block.count = 0
    var isAtEnd = false
    while !isAtEnd {
      // One byte more than expected, so that the end is seen and checked.
      let room = max(entry.count + 1 - block.count, 1)
      block.reserve(block.count + room)
      let got = try member.read(
        into: UnsafeMutableRawBufferPointer(start: block.bytes + block.count, count: room))
      block.count += got
      isAtEnd = got < room
    }
    block.pad()
  }
}
