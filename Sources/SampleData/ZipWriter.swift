import CZlib

/// Builds a ZIP archive in memory: stored or deflated members, fixed timestamps, no extra clock.
///
/// The bytes depend only on the members and on the zlib that deflates them.
/// Source: PKWARE APPNOTE 6.3.9, sections 4.3 and 4.5.3.
package struct ZipWriter: ~Copyable {
  package enum Method: Sendable { case stored, deflated }

  /// A member's path and bytes could not be deflated.
  package struct DeflateFailure: Error, Sendable { package let code: Int32 }

  private var archive: [UInt8] = []
  private var directory: [UInt8] = []
  private var scratch: [UInt8] = []
  private var members = 0
  /// At one address for life: zlib's state points back to it.
  private let stream: UnsafeMutablePointer<z_stream>
  /// What zlib said at the start; a failure surfaces with the first deflated member.
  private let startCode: Int32
  private let forcesZip64: Bool

  /// - Parameters:
  ///   - level: the deflate level, 1 fast to 9 small.
  ///   - zip64: whether every member and the end record carry their zip64 form even if small.
  package init(level: Int32 = 6, zip64: Bool = false) {
    forcesZip64 = zip64
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    startCode = ipatlas_deflate_raw_init(stream, level)
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// The number of members added so far.
  package var count: Int { members }

  /// Adds a member; the path is written as given, absolute or not.
  package mutating func add(
    path: String, bytes: [UInt8], method: Method = .deflated
  ) throws {
    let offset = archive.count
    let checksum = bytes.withUnsafeBufferPointer {
      UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32($0.count)))
    }
    if method == .deflated { try deflateIntoScratch(bytes) }
    let packed = method == .deflated ? scratch.count : bytes.count
    let compression: UInt16 = method == .deflated ? 8 : 0
    let version: UInt16 = forcesZip64 ? 45 : 20

    archive.appendLittleEndian(0x0403_4B50 as UInt32)
    archive.appendLittleEndian(version)
    archive.appendMemberHead(compression: compression, checksum: checksum)
    archive.appendSizes(packed: packed, size: bytes.count, zip64: forcesZip64)
    archive.appendLittleEndian(UInt16(path.utf8.count))
    archive.appendLittleEndian(UInt16(forcesZip64 ? 20 : 0))
    archive.append(contentsOf: path.utf8)
    if forcesZip64 { archive.appendZip64Extra([UInt64(bytes.count), UInt64(packed)]) }
    if method == .deflated {
      archive.append(contentsOf: scratch)
    } else {
      archive.append(contentsOf: bytes)
    }

    directory.appendLittleEndian(0x0201_4B50 as UInt32)
    directory.appendLittleEndian(version)
    directory.appendLittleEndian(version)
    directory.appendMemberHead(compression: compression, checksum: checksum)
    directory.appendSizes(packed: packed, size: bytes.count, zip64: forcesZip64)
    directory.appendLittleEndian(UInt16(path.utf8.count))
    directory.appendLittleEndian(UInt16(forcesZip64 ? 28 : 0))
    directory.append(contentsOf: [UInt8](repeating: 0, count: 10))
    directory.appendLittleEndian(forcesZip64 ? UInt32.max : UInt32(offset))
    directory.append(contentsOf: path.utf8)
    if forcesZip64 {
      directory.appendZip64Extra([UInt64(bytes.count), UInt64(packed), UInt64(offset)])
    }
    members += 1
  }

  /// The finished archive; the writer is empty afterwards.
  package mutating func finish() -> [UInt8] {
    let start = archive.count
    archive.append(contentsOf: directory)
    if forcesZip64 {
      let end = archive.count
      archive.appendLittleEndian(0x0606_4B50 as UInt32)
      archive.appendLittleEndian(44 as UInt64)
      archive.appendLittleEndian(45 as UInt16)
      archive.appendLittleEndian(45 as UInt16)
      archive.appendLittleEndian(0 as UInt64)
      archive.appendLittleEndian(UInt64(members))
      archive.appendLittleEndian(UInt64(members))
      archive.appendLittleEndian(UInt64(directory.count))
      archive.appendLittleEndian(UInt64(start))
      archive.appendLittleEndian(0x0706_4B50 as UInt32)
      archive.appendLittleEndian(0 as UInt32)
      archive.appendLittleEndian(UInt64(end))
      archive.appendLittleEndian(1 as UInt32)
    }
    archive.appendLittleEndian(0x0605_4B50 as UInt32)
    archive.appendLittleEndian(0 as UInt32)
    archive.appendLittleEndian(forcesZip64 ? UInt16.max : UInt16(members))
    archive.appendLittleEndian(forcesZip64 ? UInt16.max : UInt16(members))
    archive.appendLittleEndian(forcesZip64 ? UInt32.max : UInt32(directory.count))
    archive.appendLittleEndian(forcesZip64 ? UInt32.max : UInt32(start))
    archive.appendLittleEndian(0 as UInt16)
    let finished = archive
    archive = []
    directory = []
    members = 0
    return finished
  }

  private mutating func deflateIntoScratch(_ bytes: [UInt8]) throws {
    guard startCode == Z_OK else { throw DeflateFailure(code: startCode) }
    deflateReset(stream)
    let bound = Int(deflateBound(stream, UInt(bytes.count)))
    var code: Int32 = Z_OK
    scratch = [UInt8](unsafeUninitializedCapacity: bound) { output, used in
      bytes.withUnsafeBufferPointer { input in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(bound)
        code = deflate(stream, Z_FINISH)
        used = bound - Int(stream.pointee.avail_out)
      }
    }
    guard code == Z_STREAM_END else { throw DeflateFailure(code: code) }
  }
}

extension [UInt8] {
  fileprivate mutating func appendLittleEndian<Integer: FixedWidthInteger>(_ value: Integer) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  /// Flags (bit 11: the path is UTF-8), method, time 00:00, date 2025-12-30, CRC-32.
  fileprivate mutating func appendMemberHead(compression: UInt16, checksum: UInt32) {
    appendLittleEndian(0x0800 as UInt16)
    appendLittleEndian(compression)
    appendLittleEndian(0 as UInt16)
    appendLittleEndian(UInt16((2025 - 1980) << 9 | 12 << 5 | 30))
    appendLittleEndian(checksum)
  }

  fileprivate mutating func appendSizes(packed: Int, size: Int, zip64: Bool) {
    appendLittleEndian(zip64 ? UInt32.max : UInt32(packed))
    appendLittleEndian(zip64 ? UInt32.max : UInt32(size))
  }

  fileprivate mutating func appendZip64Extra(_ values: [UInt64]) {
    appendLittleEndian(1 as UInt16)
    appendLittleEndian(UInt16(values.count * 8))
    for value in values { appendLittleEndian(value) }
  }
}
