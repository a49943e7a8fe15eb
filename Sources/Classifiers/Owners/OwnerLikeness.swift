/// Finds names that differ in the legal form, in a place at the beginning, or in one character.
///
/// Each name is entered under the keys it would share with a like one, so that only names of one key are
/// compared. - Complexity: O(total length of the names) but for keys that many names share, which are cut.
struct OwnerLikeness {
  private struct Entry {
    var name: OwnerName
    var spelling: String
    var group: Int
    var mentions: Int
  }

  private var entries: [Entry] = []
  private var byStem: [String: [Int]] = [:]
  private var byRest: [String: [Int]] = [:]
  private var byDeletion: [Int: [Int]] = [:]

  /// More names than this under one key say nothing: the key is a common word.
  private static let limit = 40

  private static let places = [
    "中国", "安徽省", "安徽", "宿州市", "宿州", "合肥市", "合肥", "蚌埠市", "蚌埠", "淮北市", "淮北",
    "阜阳市", "阜阳", "亳州市", "亳州", "徐州市", "徐州", "上海市", "上海", "北京市", "北京", "江苏省",
    "江苏", "浙江省", "浙江", "砀山县", "砀山", "萧县", "灵璧县", "灵璧", "泗县", "埇桥区",
  ]

  mutating func add(_ name: OwnerName, spelling: String, group: Int, mentions: Int) {
    let index = entries.count
    entries.append(Entry(name: name, spelling: spelling, group: group, mentions: mentions))
    byStem[name.stem, default: []].append(index)
    let rest = OwnerLikeness.withoutPlace(name.normal)
    byRest[rest, default: []].append(index)
    let scalars = Array(name.normal.unicodeScalars)
    guard (8...40).contains(scalars.count) else { return }
    for skipped in scalars.indices {
      var hasher = FNVHash()
      for (position, scalar) in scalars.enumerated() where position != skipped {
        hasher.add(scalar.value)
      }
      hasher.add(UInt32(skipped))
      byDeletion[hasher.value, default: []].append(index)
    }
  }

  func pairs() -> [DoubtfulOwnerPair] {
    var found: [DoubtfulOwnerPair] = []
    var seen: Set<[Int]> = []
    func add(_ buckets: some Sequence<[Int]>, _ reason: DoubtfulOwnerPair.Reason) {
      for bucket in buckets where bucket.count > 1 && bucket.count <= OwnerLikeness.limit {
        for (offset, left) in bucket.enumerated() {
          for right in bucket[(offset + 1)...] where entries[left].group != entries[right].group {
            guard seen.insert([left, right].sorted()).inserted,
              reason != .character || OwnerLikeness.differsInOne(entries[left], entries[right])
            else { continue }
            let names = [entries[left].spelling, entries[right].spelling].sorted()
            found.append(
              DoubtfulOwnerPair(
                left: names[0], right: names[1], reason: reason,
                rights: entries[left].mentions + entries[right].mentions))
          }
        }
      }
    }
    add(byStem.values, .legalForm)
    add(byRest.values, .place)
    add(byDeletion.values, .character)
    return found
  }

  private static func withoutPlace(_ name: String) -> String {
    var rest = name[...]
    while let place = places.first(where: { rest.hasPrefix($0) && rest.count > $0.count + 3 }) {
      rest = rest.dropFirst(place.count)
    }
    return String(rest)
  }

  /// A number that differs is another unit, not a slip: 第一中学 and 第二中学.
  private static func differsInOne(_ left: Entry, _ right: Entry) -> Bool {
    let (a, b) = (
      Array(left.name.normal.unicodeScalars), Array(right.name.normal.unicodeScalars)
    )
    guard a.count == b.count else { return false }
    let different = zip(a, b).filter { $0 != $1 }
    let numbers = "一二三四五六七八九十甲乙丙丁东南西北0123456789".unicodeScalars
    return different.count == 1
      && !different.contains { numbers.contains($0.0) && numbers.contains($0.1) }
  }
}

/// A hash of scalars that is the same in every run.
struct FNVHash {
  private(set) var bits: UInt64 = 0xCBF2_9CE4_8422_2325

  var value: Int { Int(truncatingIfNeeded: bits) }

  mutating func add(_ value: UInt32) {
    bits = (bits ^ UInt64(value)) &* 0x100_0000_01B3
  }
}
