import CZlib

/// Writes small ZIP archives that are split into volumes, as ZIP programs do: places are given by
/// volume and by byte in it.
struct SplitZipWriter {
  var volumeCount: Int
  var usesZip64 = false

  /// The volumes' bytes, the one with the end record last.
  func volumes(_ members: [(name: String, bytes: [UInt8])]) -> [[UInt8]] {
    let size = volumeCount
    var bytes = number(0x0807_4B50, 4)
    var directory: [UInt8] = []
    let all = 0xFFFF_FFFF
    for (name, content) in members {
      let offset = bytes.count
      let deflated = ZipWriter.deflated(content)
      let checksum = Int(UInt32(crc32_z(0, content, content.count)))
      let common =
        number(20, 2) + number(0x800, 2) + number(8, 2) + number(0, 4) + number(checksum, 4)
      bytes += number(0x0403_4B50, 4) + common + number(deflated.count, 4)
      bytes += number(content.count, 4) + number(name.utf8.count, 2) + number(0, 2)
      bytes += Array(name.utf8) + deflated
      let extra =
        usesZip64
        ? number(1, 2) + number(12, 2) + number(offset % size, 8) + number(offset / size, 4) : []
      directory += number(0x0201_4B50, 4) + number(20, 2) + common + number(deflated.count, 4)
      directory += number(content.count, 4) + number(name.utf8.count, 2) + number(extra.count, 2)
      directory += number(0, 2) + number(usesZip64 ? 0xFFFF : offset / size, 2) + number(0, 6)
      directory += number(usesZip64 ? all : offset % size, 4) + Array(name.utf8) + extra
    }
    let start = bytes.count
    bytes += directory
    if usesZip64 {
      let record = bytes.count
      // What ends the archive lies in the last volume.
      let last = (record + 56 + 20 + 22 - 1) / size
      bytes += number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2)
      bytes += number(last, 4) + number(start / size, 4) + number(members.count, 8)
      bytes += number(members.count, 8) + number(directory.count, 8) + number(start % size, 8)
      bytes += number(0x0706_4B50, 4) + number(record / size, 4) + number(record % size, 8)
      bytes += number(last + 1, 4)
      bytes += number(0x0605_4B50, 4) + number(0xFFFF, 2) + number(0xFFFF, 2) + number(0xFFFF, 2)
      bytes += number(0xFFFF, 2) + number(all, 4) + number(all, 4) + number(0, 2)
    } else {
      let last = (bytes.count + 22 - 1) / size
      bytes += number(0x0605_4B50, 4) + number(last, 2) + number(start / size, 2)
      bytes += number(members.count, 2) + number(members.count, 2) + number(directory.count, 4)
      bytes += number(start % size, 4) + number(0, 2)
    }
    return stride(from: 0, to: bytes.count, by: size).map {
      Array(bytes[$0..<min($0 + size, bytes.count)])
    }
  }

  private func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
