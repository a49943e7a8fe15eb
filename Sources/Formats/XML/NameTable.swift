/// The numbers of a map's names, found by their bytes without making strings.
///
/// Open addressing over the first and the last eight bytes of a name and its length; the table is
/// fixed and never more than a quarter full.
///
/// Names are followed by at least sixteen readable bytes.
struct NameTable {
  private struct Slot {
    var first: UInt64
    var last: UInt64
    var length: Int32
    var number: Int32
    /// Where the name's bytes stand in `text`; read for names of more than sixteen bytes.
    var start: Int
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int
  private let text: UnsafeMutablePointer<UInt8>

  init(_ names: [String]) {
    var capacity = 64
    while capacity < names.count * 4 { capacity *= 2 }
    mask = capacity - 1
    slots = .allocate(capacity: capacity)
    slots.initialize(
      repeating: Slot(first: 0, last: 0, length: 0, number: 0, start: 0), count: capacity)
    let size = names.reduce(16) { $0 + $1.utf8.count }
    text = .allocate(capacity: size)
    text.initialize(repeating: 0, count: size)
    var end = 0
    for (number, name) in names.enumerated() where !name.isEmpty {
      let start = end
      for byte in name.utf8 {
        text[end] = byte
        end += 1
      }
      let (first, last) = NameTable.ends(text + start, end - start)
      var slot = NameTable.hash(first, last, end - start) & mask
      while slots[slot].length != 0 { slot = (slot + 1) & mask }
      slots[slot] = Slot(
        first: first, last: last, length: Int32(end - start), number: Int32(number), start: start)
    }
  }

  func deallocate() {
    slots.deallocate()
    text.deallocate()
  }

  /// The number of a name, 0 for one that no path holds.
  @inline(__always)
  func number(_ name: UnsafePointer<UInt8>, _ length: Int) -> Int {
    let (first, last) = NameTable.ends(name, length)
    var slot = NameTable.hash(first, last, length) & mask
    while true {
      let found = slots[slot]
      if found.length == 0 { return 0 }
      if found.first == first, found.last == last, Int(found.length) == length,
        length <= 16 || isEqual(text + found.start, name, length)
      {
        return Int(found.number)
      }
      slot = (slot &+ 1) & mask
    }
  }

  private func isEqual(
    _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ length: Int
  ) -> Bool {
    var index = 8
    while index < length - 8 {
      if left[index] != right[index] { return false }
      index += 1
    }
    return true
  }

  @inline(__always)
  private static func ends(
    _ name: UnsafePointer<UInt8>, _ length: Int
  ) -> (first: UInt64, last: UInt64) {
    let first = UnsafeRawPointer(name).loadUnaligned(as: UInt64.self)
    if length < 8 { return (first & (1 << UInt64(truncatingIfNeeded: length &* 8) &- 1), 0) }
    return (first, UnsafeRawPointer(name + length - 8).loadUnaligned(as: UInt64.self))
  }

  @inline(__always)
  private static func hash(_ first: UInt64, _ last: UInt64, _ length: Int) -> Int {
    let mixed =
      (first ^ (last << 29 | last >> 35) ^ UInt64(truncatingIfNeeded: length))
      &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 40)
  }
}
