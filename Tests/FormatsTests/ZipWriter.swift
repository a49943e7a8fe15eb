import CZlib

/// Writes small ZIP archives, sound and unsound ones.
struct ZipWriter {
  struct Member {
    var name: String
    var bytes: [UInt8]
    var isDeflated = true
    var flags = 0x800
    var checksum: UInt32?
    var declaredCount: Int?
    var usesDescriptor = false
    var usesZip64 = false
    /// The name's bytes, where they are not UTF-8.
    var nameBytes: [UInt8]?
  }

  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  static func archive(_ members: [Member]) -> [UInt8] {
    var writer = ZipWriter()
    for member in members { writer.add(member) }
    return writer.finished()
  }

  mutating func add(_ member: Member) {
    let content = member.isDeflated ? ZipWriter.deflated(member.bytes) : member.bytes
    let checksum =
      member.checksum ?? UInt32(crc32_z(0, member.bytes, member.bytes.count))
    let size = member.declaredCount ?? member.bytes.count
    let flags = member.flags | (member.usesDescriptor ? 8 : 0)
    let method = member.isDeflated ? 8 : 0
    let offset = bytes.count
    let hidden = member.usesDescriptor
    bytes += number(0x0403_4B50, 4) + number(20, 2) + number(flags, 2) + number(method, 2)
    bytes += number(0, 4) + number(hidden ? 0 : Int(checksum), 4)
    bytes += number(hidden ? 0 : content.count, 4) + number(hidden ? 0 : size, 4)
    let name = member.nameBytes ?? Array(member.name.utf8)
    bytes += number(name.count, 2) + number(0, 2) + name + content
    if hidden {
      bytes += number(0x0807_4B50, 4) + number(Int(checksum), 4) + number(content.count, 4)
      bytes += number(size, 4)
    }
    let extra =
      member.usesZip64
      ? number(1, 2) + number(24, 2) + number(size, 8) + number(content.count, 8)
        + number(offset, 8) : []
    let all = 0xFFFF_FFFF
    directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(flags, 2)
    directory += number(method, 2) + number(0, 4) + number(Int(checksum), 4)
    directory += number(member.usesZip64 ? all : content.count, 4)
    directory += number(member.usesZip64 ? all : size, 4)
    directory += number(name.count, 2) + number(extra.count, 2) + number(0, 2)
    directory += number(0, 2) + number(0, 2) + number(0, 4)
    directory += number(member.usesZip64 ? all : offset, 4) + name + extra
    count += 1
  }

  func finished() -> [UInt8] {
    bytes + directory + number(0x0605_4B50, 4) + number(0, 4) + number(count, 2) + number(count, 2)
      + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
  }

  private func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    guard ipatlas_deflate_raw_init(&stream, 6) == Z_OK else { return [] }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
    let capacity = output.count
    return input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(capacity)
        _ = deflate(&stream, Z_FINISH)
        return Array(target[..<(capacity - Int(stream.avail_out))])
      }
    }
  }
}
