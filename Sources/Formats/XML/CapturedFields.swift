/// What was kept of one document: a flat list of fields over one arena of text bytes.
///
///     items   [field, start, length] …   in document order; a group's begin stands before its parts
///     arena   the fields' text, UTF-8, one after the other
///
/// Nothing here is a `String`: a format makes strings of the few fields it keeps.
struct CapturedFields {
  struct Item {
    var field: UInt16
    /// Text: the start in the arena. A begin or an end: the place in the parsed bytes.
    var start: UInt32
    var length: UInt32
  }

  private(set) var items: UnsafeMutablePointer<Item>
  private(set) var count = 0
  private var itemCapacity = 1024
  private(set) var arena: UnsafeMutablePointer<UInt8>
  private(set) var arenaCount = 0
  private var arenaCapacity = 65_536

  init() {
    items = .allocate(capacity: itemCapacity)
    arena = .allocate(capacity: arenaCapacity)
  }

  func deallocate() {
    items.deallocate()
    arena.deallocate()
  }

  @inline(__always)
  mutating func removeAll() {
    count = 0
    arenaCount = 0
  }

  @inline(__always)
  mutating func append(field: UInt16, start: Int, length: Int) {
    if count == itemCapacity { growItems() }
    items[count] = Item(
      field: field, start: UInt32(truncatingIfNeeded: start),
      length: UInt32(truncatingIfNeeded: length))
    count += 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    if arenaCount + length > arenaCapacity { growArena(length) }
    (arena + arenaCount).update(from: bytes, count: length)
    arenaCount += length
  }

  /// The text of an item.
  @inline(__always)
  func bytes(_ item: Item) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: arena + Int(item.start), count: Int(item.length))
  }

  private mutating func growItems() {
    let larger = UnsafeMutablePointer<Item>.allocate(capacity: itemCapacity * 2)
    larger.update(from: items, count: count)
    items.deallocate()
    items = larger
    itemCapacity *= 2
  }

  private mutating func growArena(_ length: Int) {
    let capacity = max(arenaCapacity * 2, arenaCount + length)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: arena, count: arenaCount)
    arena.deallocate()
    arena = larger
    arenaCapacity = capacity
  }
}
