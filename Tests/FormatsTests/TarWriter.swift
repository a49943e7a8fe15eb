/// Writes small tar archives, sound and unsound ones.
struct TarWriter {
  struct Member {
    var name: String
    var bytes: [UInt8] = []
    var type: Character = "0"
    /// The size the header gives, where it is not that of the bytes.
    var declaredCount: Int?
    var prefix = ""
    var nameBytes: [UInt8]?
    var isOld = false
    var hasBase256 = false
    var checksum: Int?
    var hasSparseBlock = false
  }

  static func archive(_ members: [Member], endBlocks: Int = 2) -> [UInt8] {
    members.flatMap { block($0) } + [UInt8](repeating: 0, count: 512 * endBlocks)
  }

  /// A member with its header and the bytes that fill its last block.
  static func block(_ member: Member) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ bytes: [UInt8], _ place: Int, _ count: Int) {
      for (index, byte) in bytes.prefix(count).enumerated() { header[place + index] = byte }
    }
    func octal(_ value: Int, _ count: Int) -> [UInt8] {
      let digits = String(value, radix: 8)
      return Array((String(repeating: "0", count: count - digits.count) + digits).utf8)
    }
    put(member.nameBytes ?? Array(member.name.utf8), 0, 100)
    put(octal(0o644, 7), 100, 7)
    put(octal(0, 7), 108, 7)
    put(octal(0, 7), 116, 7)
    let count = member.declaredCount ?? member.bytes.count
    if member.hasBase256 {
      header[124] = 0x80
      for index in 0..<8 { header[135 - index] = UInt8(count >> (index * 8) & 255) }
    } else {
      put(octal(count, 11), 124, 11)
    }
    put(octal(0, 11), 136, 11)
    header[156] = member.isOld ? 0 : member.type.asciiValue ?? 0x30
    if !member.isOld { put(Array("ustar\u{0}00".utf8), 257, 8) }
    put(Array(member.prefix.utf8), 345, 155)
    if member.hasSparseBlock { header[482] = 1 }
    for index in 148..<156 { header[index] = 0x20 }
    let sum = member.checksum ?? header.reduce(0) { $0 + Int($1) }
    put(octal(sum, 6) + [0, 0x20], 148, 8)
    let extra = member.hasSparseBlock ? [UInt8](repeating: 0, count: 512) : []
    let fill = (512 - member.bytes.count % 512) % 512
    return header + extra + member.bytes + [UInt8](repeating: 0, count: fill)
  }

  /// A pax header for the next member.
  static func pax(_ records: [(String, [UInt8])], type: Character = "x") -> Member {
    var bytes: [UInt8] = []
    for (key, value) in records {
      let rest = Array(" \(key)=".utf8) + value + [0x0A]
      var length = rest.count + 1
      while String(length).utf8.count + rest.count != length {
        length = String(length).utf8.count + rest.count
      }
      bytes += Array(String(length).utf8) + rest
    }
    return Member(name: "PaxHeaders/x", bytes: bytes, type: type)
  }
}
