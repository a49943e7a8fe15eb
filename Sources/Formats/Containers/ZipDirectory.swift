import Records

/// Reads the list of a ZIP archive's members.
enum ZipDirectory {
  /// The members the central directory lists.
  static func entries(of range: ByteRange) throws(ContainerFault) -> [ZipEntry] {
    let tailCount = min(range.count, 65_557 + 20)
    let tailStart = range.count - tailCount
    let tail = try range.bytes(at: tailStart, count: tailCount)
    var place = tail.count - 22
    while place >= 0 {
      if tail[place] == 0x50, number(tail, place, 4) == 0x0605_4B50 { break }
      place -= 1
    }
    guard place >= 0 else {
      throw damaged("no central directory found; the archive is truncated or split")
    }
    var count = number(tail, place + 10, 2)
    var size = number(tail, place + 12, 4)
    var start = number(tail, place + 16, 4)
    let disk = number(tail, place + 4, 2)
    if place >= 20, number(tail, place - 20, 4) == 0x0706_4B50 {
      let offset = number(tail, place - 12, 8)
      guard offset >= 0, offset + 56 <= range.count else {
        throw damaged("the ZIP64 record lies outside of the archive")
      }
      let record = try range.bytes(at: offset, count: 56)
      guard record.count == 56, number(record, 0, 4) == 0x0606_4B50 else {
        throw damaged("no ZIP64 record at byte \(offset)")
      }
      count = number(record, 32, 8)
      size = number(record, 40, 8)
      start = number(record, 48, 8)
    } else if disk != 0, disk != 0xFFFF {
      throw damaged("a volume of a split archive; join the volumes first")
    }
    guard start >= 0, size >= 0, start + size <= tailStart + place, count >= 0,
      size >= count * 46
    else { throw damaged("the central directory lies outside of the archive") }
    let directory = try range.bytes(at: start, count: size)
    var entries: [ZipEntry] = []
    entries.reserveCapacity(count)
    var at = 0
    for _ in 0..<count {
      guard at + 46 <= directory.count, number(directory, at, 4) == 0x0201_4B50 else {
        throw damaged("the central directory is damaged at byte \(start + at)")
      }
      let lengths = [28, 30, 32].map { number(directory, at + $0, 2) }
      let nameEnd = at + 46 + lengths[0]
      let extraEnd = nameEnd + lengths[1]
      guard extraEnd + lengths[2] <= directory.count else {
        throw damaged("the central directory is damaged at byte \(start + at)")
      }
      var entry = ZipEntry(
        name: ZipDirectory.name(directory[at + 46..<nameEnd]), flags: number(directory, at + 8, 2),
        method: number(directory, at + 10, 2), checksum: UInt32(number(directory, at + 16, 4)),
        compressedCount: number(directory, at + 20, 4), count: number(directory, at + 24, 4),
        headerOffset: number(directory, at + 42, 4))
      widen(&entry, directory, nameEnd, extraEnd)
      guard entry.headerOffset >= 0, entry.compressedCount >= 0, entry.count >= 0,
        entry.headerOffset < range.count
      else { throw damaged("member \"\(entry.name)\" lies outside of the archive") }
      entries.append(entry)
      at = extraEnd + lengths[2]
    }
    return entries
  }

  /// The whole members found by their local headers, where the directory is missing. Members whose
  /// sizes follow their bytes cannot be told apart and end the search.
  static func recovered(from range: ByteRange) throws(ContainerFault) -> [ZipEntry] {
    var entries: [ZipEntry] = []
    var at = 0
    while at + 30 <= range.count {
      let header = try range.bytes(at: at, count: 30)
      guard header.count == 30, number(header, 0, 4) == 0x0403_4B50 else { break }
      let flags = number(header, 6, 2)
      let nameCount = number(header, 26, 2)
      let extraCount = number(header, 28, 2)
      let nameAndExtra = try range.bytes(at: at + 30, count: nameCount + extraCount)
      guard nameAndExtra.count == nameCount + extraCount, flags & 0x8 == 0 else { break }
      var entry = ZipEntry(
        name: name(nameAndExtra[..<nameCount]), flags: flags, method: number(header, 8, 2),
        checksum: UInt32(number(header, 14, 4)), compressedCount: number(header, 18, 4),
        count: number(header, 22, 4), headerOffset: at)
      widen(&entry, nameAndExtra, nameCount, nameCount + extraCount)
      let next = at + 30 + nameCount + extraCount + entry.compressedCount
      guard entry.compressedCount >= 0, next <= range.count else { break }
      entries.append(entry)
      at = next
    }
    return entries
  }

  /// A little-endian number of up to eight bytes.
  static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
    var value: UInt64 = 0
    for index in (0..<count).reversed() { value = value << 8 | UInt64(bytes[place + index]) }
    return Int(truncatingIfNeeded: value)
  }

  /// Takes the sizes that stand in the ZIP64 extra field.
  private static func widen(_ entry: inout ZipEntry, _ bytes: [UInt8], _ from: Int, _ to: Int) {
    var place = from
    while place + 4 <= to {
      let id = number(bytes, place, 2)
      let end = min(place + 4 + number(bytes, place + 2, 2), to)
      var field = place + 4
      if id == 1 {
        func next(_ value: inout Int) {
          guard value == 0xFFFF_FFFF, field + 8 <= end else { return }
          value = number(bytes, field, 8)
          field += 8
        }
        next(&entry.count)
        next(&entry.compressedCount)
        next(&entry.headerOffset)
      }
      place = end
    }
  }

  /// A member's name: UTF-8, else GB18030 as Chinese archivers write, else byte by byte.
  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let copy = Array(bytes)
    return copy.withUnsafeBufferPointer { buffer in
      if case .success(let converted) = TextConversion.convert(buffer, from: "GB18030") {
        return String(decoding: converted, as: UTF8.self)
      }
      return String(String.UnicodeScalarView(copy.map { UnicodeScalar($0) }))
    }
  }

  private static func damaged(_ reason: String) -> ContainerFault {
    ContainerFault(code: .badContainer, reason: reason)
  }
}
