import Records

/// The members of a tar archive, read from front to back.
///
/// Read: old, ustar, GNU (long names) and pax (path and size) headers. Links, devices and the like
/// hold no content of their own and are passed over; sparse members and unknown types are faults of
/// their own. Behind a damaged header, reading goes on at the next sound one.
final class TarArchive {
  struct Member {
    var name: String
    var count: Int
  }

  enum Item {
    case member(Member)
    /// A member without content, by kind: `link`, `device`, `volume-label`.
    case ignored(String)
    case fault(ContainerFault, name: String?)
  }

  /// Long names and pax headers are read into memory up to this size.
  private static let extensionLimit = 1 << 20
  /// No disk holds a larger member.
  private static let memberLimit = 1 << 60

  private var source: any ByteSource
  /// Where the next byte stands in the archive.
  private(set) var position = 0
  /// Bytes of the current member that were not read yet, and those that fill its last block.
  private var remaining = 0
  private var filling = 0
  private var sawEndMark = false
  private var isScanning = false
  private var isAtEnd = false
  private var longName: [UInt8]?
  private var pax: PaxRecords?
  /// Why the archive ended within a member's content.
  private(set) var interruption: ContainerFault?
  /// Why the archive's bytes ended, until it is told.
  private var endFault: ContainerFault?

  init(_ source: any ByteSource) { self.source = source }

  /// Passes over what was not read of the current member and gives the next; nil at the end.
  func next() -> Item? {
    while !isAtEnd {
      if !skip(remaining + filling) { break }
      let place = position
      guard let block = nextBlock() else { return lastItem(at: place) }
      if block.count < TarHeader.blockCount {
        isAtEnd = true
        if isScanning || sawEndMark && block.allSatisfy({ $0 == 0 }) { return nil }
        return cut("the archive is cut at byte \(position); deliver it again whole")
      }
      if block.allSatisfy({ $0 == 0 }) {
        sawEndMark = true
        continue
      }
      guard let header = TarHeader(block) else {
        if isScanning { continue }
        isScanning = true
        forgetExtensions()
        return .fault(
          ContainerFault(
            code: .badContainer,
            reason: sawEndMark
              ? "bytes behind the archive's end, at byte \(place), are no member"
              : "no member header at byte \(place); reading went on at the next sound one"),
          name: nil)
      }
      isScanning = false
      sawEndMark = false
      if let item = item(header, at: place) { return item }
    }
    guard let fault = endFault else { return nil }
    endFault = nil
    return .fault(fault, name: nil)
  }

  /// Reads content of the current member.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let wanted = min(buffer.count, remaining)
    guard wanted > 0 else { return 0 }
    let got = fill(UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
    remaining -= got
    if got < wanted {
      isAtEnd = true
      // What ended the bytes is told once, as the member's fault.
      interruption =
        endFault
        ?? ContainerFault(
          code: .badContainer,
          reason:
            "the archive is cut within this member, \(remaining.counted("byte")) before its end; "
            + "deliver it again whole")
      endFault = nil
    }
    return got
  }

  private func item(_ header: TarHeader, at place: Int) -> Item? {
    remaining = header.count
    var isSparse = false
    switch header.type {
    case 0x4C, 0x4B, 0x78, 0x67, 0x58:
      return readExtension(header, at: place)
    default: break
    }
    if let pax {
      if let count = pax.count { remaining = count }
      isSparse = pax.isSparse
    }
    filling = (TarHeader.blockCount - remaining % TarHeader.blockCount) % TarHeader.blockCount
    let name = MemberName.decoded((pax?.path ?? longName ?? header.name)[...])
    forgetExtensions()
    guard remaining <= TarArchive.memberLimit else {
      isAtEnd = true
      return .fault(
        ContainerFault(
          code: .badContainer,
          reason: "a member of \(remaining.counted("byte")); the header at byte \(place) is damaged"
        ),
        name: name)
    }
    switch header.type {
    case 0, 0x30, 0x37:
      if isSparse { return sparse(name) }
      // Old archives tell folders by their names.
      if remaining == 0, name.hasSuffix("/") { return nil }
      return .member(Member(name: name, count: remaining))
    case 0x31:
      // A hard link's size is that of its target; no content follows.
      remaining = 0
      filling = 0
      return .ignored("link")
    case 0x32: return .ignored("link")
    case 0x33, 0x34, 0x36: return .ignored("device")
    case 0x35, 0x44: return nil
    case 0x56: return .ignored("volume-label")
    case 0x53:
      var hasMore = header.hasSparseBlocks
      while hasMore, let block = nextBlock(), block.count == TarHeader.blockCount {
        hasMore = block[504] != 0
      }
      return sparse(name)
    default:
      let type = String(decoding: [header.type], as: UTF8.self)
      return .fault(
        ContainerFault(
          code: .badContainer,
          reason: "a member of type \"\(type)\" at byte \(place), regular files expected"),
        name: name)
    }
  }

  private func sparse(_ name: String) -> Item {
    .fault(
      ContainerFault(
        code: .badContainer,
        reason: "a sparse member, whose content has holes; pack the archive without --sparse"),
      name: name)
  }

  /// Reads a long name or a pax header, which bears on the next member.
  private func readExtension(_ header: TarHeader, at place: Int) -> Item? {
    filling = (TarHeader.blockCount - remaining % TarHeader.blockCount) % TarHeader.blockCount
    // Long targets of links and pax headers of all members say nothing that is needed.
    guard header.type != 0x4B, header.type != 0x67 else { return nil }
    guard remaining <= TarArchive.extensionLimit else {
      return .fault(
        ContainerFault(
          code: .badContainer,
          reason: "a header of \(remaining.counted("byte")) at byte \(place), at most "
            + "\(TarArchive.extensionLimit) expected"), name: nil)
    }
    var content = [UInt8](repeating: 0, count: remaining)
    let got = content.withUnsafeMutableBytes { fill($0) }
    remaining -= got
    guard remaining == 0 else {
      isAtEnd = true
      return cut("the archive is cut at byte \(position); deliver it again whole")
    }
    if header.type == 0x4C {
      longName = Array(content.prefix { $0 != 0 })
      return nil
    }
    pax = PaxRecords(content)
    guard pax == nil else { return nil }
    return .fault(
      ContainerFault(
        code: .badContainer,
        reason: "the pax header at byte \(place) is damaged; the member behind it is read as its "
          + "own header says"), name: nil)
  }

  private func forgetExtensions() {
    longName = nil
    pax = nil
  }

  /// The end at a block's beginning.
  private func lastItem(at place: Int) -> Item? {
    isAtEnd = true
    if isScanning || sawEndMark, endFault == nil { return nil }
    return cut(
      "the archive ends at byte \(place) without its end mark; perhaps it is cut, compare it with "
        + "the original")
  }

  private func cut(_ reason: String) -> Item {
    let fault = endFault ?? ContainerFault(code: .badContainer, reason: reason)
    endFault = nil
    return .fault(fault, name: nil)
  }

  /// The next block, shorter at the end; nil where no byte follows.
  private func nextBlock() -> [UInt8]? {
    var block = [UInt8](repeating: 0, count: TarHeader.blockCount)
    let got = block.withUnsafeMutableBytes { fill($0) }
    if got == 0 { return nil }
    return got == block.count ? block : Array(block[..<got])
  }

  /// False where the archive ends before.
  private func skip(_ count: Int) -> Bool {
    var left = count
    remaining = 0
    filling = 0
    guard left > 0 else { return true }
    let capacity = min(left, 1 << 16)
    let scrap = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 1)
    defer { scrap.deallocate() }
    while left > 0 {
      let wanted = min(left, capacity)
      let got = fill(UnsafeMutableRawBufferPointer(rebasing: scrap[..<wanted]))
      left -= got
      if got < wanted {
        isAtEnd = true
        if endFault == nil {
          endFault = ContainerFault(
            code: .badContainer,
            reason: "the archive is cut at byte \(position); deliver it again whole")
        }
        return false
      }
    }
    return true
  }

  private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard endFault == nil else { return 0 }
    do throws(ContainerFault) {
      let got = try source.read(into: buffer)
      position += got
      return got
    } catch {
      endFault = error
      return 0
    }
  }
}
