import Records

/// Reads the list of a ZIP archive's members.
enum ZipDirectory {
  /// The members the central directory lists.
  static func entries(of range: ByteRange) throws(ContainerFault) -> [ZipEntry] {
    let end = try endRecord(of: range)
    guard end.lastVolume == 0 || end.lastVolume == range.volumeStarts.count - 1 else {
      throw damaged(
        "the last of \((end.lastVolume + 1).counted("volume")) of a split archive; put those before it (.z01, …) "
          + "beside it")
    }
    let (count, size, start) = (end.count, end.directoryCount, end.directoryStart)
    guard start >= 0, size >= 0, size <= end.place, start <= end.place - size, count >= 0,
      size / 46 >= count
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
        name: MemberName.decoded(directory[at + 46..<nameEnd]), flags: number(directory, at + 8, 2),
        method: number(directory, at + 10, 2), checksum: UInt32(number(directory, at + 16, 4)),
        compressedCount: number(directory, at + 20, 4), count: number(directory, at + 24, 4),
        headerOffset: number(directory, at + 42, 4))
      var volume = number(directory, at + 34, 2)
      widen(&entry, &volume, directory, nameEnd, extraEnd)
      // Archives of one file give any number here.
      if range.volumeStarts.count > 1, end.lastVolume > 0 {
        guard volume < range.volumeStarts.count else {
          throw damaged("member \"\(entry.name)\" begins in volume \(volume + 1), which is none")
        }
        entry.headerOffset &+= range.volumeStarts[volume]
      }
      guard entry.headerOffset >= 0, entry.compressedCount >= 0, entry.count >= 0,
        entry.headerOffset < range.count, entry.compressedCount < 1 << 60
      else { throw damaged("member \"\(entry.name)\" lies outside of the archive") }
      entries.append(entry)
      at = extraEnd + lengths[2]
    }
    return entries
  }

  /// What the record at an archive's end says.
  struct End {
    /// Where the record begins.
    var place: Int
    var count: Int
    var directoryStart: Int
    var directoryCount: Int
    /// The 0-based number of the volume that holds the record.
    var lastVolume: Int
  }

  /// Reads the end record, and the ZIP64 one where there is one.
  static func endRecord(of range: ByteRange) throws(ContainerFault) -> End {
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
    var end = End(
      place: tailStart + place, count: number(tail, place + 10, 2),
      directoryStart: number(tail, place + 16, 4), directoryCount: number(tail, place + 12, 4),
      lastVolume: number(tail, place + 4, 2))
    var volume = number(tail, place + 6, 2)
    let starts = range.volumeStarts
    if place >= 20, number(tail, place - 20, 4) == 0x0706_4B50 {
      end.lastVolume = max(0, number(tail, place - 4, 4) - 1)
      let recordVolume = number(tail, place - 16, 4)
      // With volumes missing, their number is all that can be told.
      if end.lastVolume > 0, starts.count != end.lastVolume + 1 { return end }
      let offset =
        number(tail, place - 12, 8)
        &+ (recordVolume > 0 && recordVolume < starts.count ? starts[recordVolume] : 0)
      guard offset >= 0, offset <= range.count - 56 else {
        throw damaged("the ZIP64 record lies outside of the archive")
      }
      let record = try range.bytes(at: offset, count: 56)
      guard record.count == 56, number(record, 0, 4) == 0x0606_4B50 else {
        throw damaged("no ZIP64 record at byte \(offset)")
      }
      volume = number(record, 20, 4)
      end.count = number(record, 32, 8)
      end.directoryCount = number(record, 40, 8)
      end.directoryStart = number(record, 48, 8)
    } else if end.lastVolume == 0xFFFF {
      end.lastVolume = 0
    }
    if end.lastVolume > 0, volume < starts.count { end.directoryStart &+= starts[volume] }
    return end
  }

  /// The whole members found by their local headers, where the directory is missing. Members whose
  /// sizes follow their bytes cannot be told apart and end the search.
  static func recovered(from range: ByteRange) throws(ContainerFault) -> [ZipEntry] {
    var entries: [ZipEntry] = []
    var at = try range.bytes(at: 0, count: 8).withUnsafeBufferPointer {
      ZipArchive.markerCount($0)
    }
    while at + 30 <= range.count {
      let header = try range.bytes(at: at, count: 30)
      guard header.count == 30, number(header, 0, 4) == 0x0403_4B50 else { break }
      let flags = number(header, 6, 2)
      let nameCount = number(header, 26, 2)
      let extraCount = number(header, 28, 2)
      let nameAndExtra = try range.bytes(at: at + 30, count: nameCount + extraCount)
      guard nameAndExtra.count == nameCount + extraCount, flags & 0x8 == 0 else { break }
      var entry = ZipEntry(
        name: MemberName.decoded(nameAndExtra[..<nameCount]), flags: flags,
        method: number(header, 8, 2),
        checksum: UInt32(number(header, 14, 4)), compressedCount: number(header, 18, 4),
        count: number(header, 22, 4), headerOffset: at)
      var volume = 0
      widen(&entry, &volume, nameAndExtra, nameCount, nameCount + extraCount)
      let next = at &+ 30 &+ nameCount &+ extraCount &+ entry.compressedCount
      guard entry.compressedCount >= 0, next >= at, next <= range.count else { break }
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
  private static func widen(
    _ entry: inout ZipEntry, _ volume: inout Int, _ bytes: [UInt8], _ from: Int, _ to: Int
  ) {
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
        if volume == 0xFFFF, field + 4 <= end { volume = number(bytes, field, 4) }
      }
      place = end
    }
  }

  private static func damaged(_ reason: String) -> ContainerFault {
    ContainerFault(code: .badContainer, reason: reason)
  }
}
