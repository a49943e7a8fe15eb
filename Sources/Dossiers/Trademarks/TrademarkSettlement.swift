import Records

/// Which records of one mark hold, of all that were delivered for it.
///
/// Of two records for one number, class and item of one table the later delivery holds; of the same
/// delivery the greater digest. Parties are replaced as a whole: those of the latest delivery that
/// names any for the number and class hold, so that a transfer leaves no former holder. Records that
/// say the same are one record delivered twice.
///
/// Tables whose names tell no delivery have no order. Of their rows on a mark that with the later end
/// of term holds, since a renewal only ever moves it on, then the greater digest. Parties of two such
/// tables are not those of one: the parties of one table hold, and the others are ``contested``.
package struct TrademarkSettlement: Sendable {
  package enum Outcome: Hashable, Sendable {
    case held
    case superseded
    case duplicate
  }

  /// The records that hold, in an order that does not depend on the order of arrival.
  package private(set) var held: [TrademarkEntry] = []
  /// Parties of tables without an order that are not known to be earlier than those that hold.
  package private(set) var contested: [TrademarkEntry] = []
  /// What became of the records of each file, in any order.
  package private(set) var outcomes: [(file: Int64, outcome: Outcome)] = []

  private struct Key: Hashable {
    var format: String
    var part: Trademark.Part?
    var niceClass: Int?
    var item: String?
    var group: String?
  }

  package init(_ entries: [TrademarkEntry]) {
    // Nearly every mark was delivered once: one row of each table.
    var groups: [Key: [TrademarkEntry]] = [:]
    for entry in entries { groups[TrademarkSettlement.key(entry), default: []].append(entry) }
    outcomes.reserveCapacity(entries.count)
    for (key, group) in groups {
      settle(group, isSet: key.part == .holder || key.part == .coHolder)
    }
    held.sort { TrademarkSettlement.precedes($0, $1) }
    contested.sort { TrademarkSettlement.precedes($0, $1) }
  }

  private static func key(_ entry: TrademarkEntry) -> Key {
    var key = Key(format: entry.format, part: entry.part)
    guard let part = entry.part else { return key }
    switch part {
    case .basic, .holder, .international: key.niceClass = entry.classes.first
    case .coHolder: break
    case .goods, .priority, .agency:
      key.niceClass = entry.classes.first
      key.item = entry.item
      key.group = entry.groups.first
    }
    return key
  }

  private mutating func settle(_ group: [TrademarkEntry], isSet: Bool) {
    guard group.count > 1 else {
      for entry in group { take(entry, .held) }
      return
    }
    let ranked = group.sorted { TrademarkSettlement.isNewer($0, than: $1) }
    let latest = ranked[0]
    var seen: Set<[UInt8]> = []
    for (rank, entry) in ranked.enumerated() {
      if !seen.insert(entry.digest).inserted {
        take(entry, .duplicate)
      } else if rank == 0 || isSet && TrademarkSettlement.isOfOneDelivery(entry, latest) {
        take(entry, .held)
      } else {
        if isSet, entry.order == latest.order { contested.append(entry) }
        take(entry, .superseded)
      }
    }
  }

  /// Whether two rows of parties are of one delivery; without an order only those of one table are.
  private static func isOfOneDelivery(_ left: TrademarkEntry, _ right: TrademarkEntry) -> Bool {
    left.order == right.order
      && (left.order != 0
        || left.source.file == right.source.file && left.source.member == right.source.member)
  }

  private mutating func take(_ entry: TrademarkEntry, _ outcome: Outcome) {
    if outcome == .held { held.append(entry) }
    outcomes.append((entry.file, outcome))
  }

  private static func isNewer(_ left: TrademarkEntry, than right: TrademarkEntry) -> Bool {
    if left.order != right.order { return left.order > right.order }
    if left.order == 0, left.part == .basic, left.expiryDate != right.expiryDate {
      guard let expiry = right.expiryDate else { return true }
      return left.expiryDate.map { expiry < $0 } ?? false
    }
    if left.digest != right.digest {
      return right.digest.lexicographicallyPrecedes(left.digest)
    }
    return lies(left.source, before: right.source)
  }

  /// By format, table, class and place in the table, so that the first of several holders of one
  /// delivery is the one that stands first in it.
  private static func precedes(_ left: TrademarkEntry, _ right: TrademarkEntry) -> Bool {
    if left.format != right.format { return left.format < right.format }
    if left.part != right.part {
      return (left.part?.rawValue ?? "") < (right.part?.rawValue ?? "")
    }
    if left.classes != right.classes {
      return left.classes.lexicographicallyPrecedes(right.classes)
    }
    if left.source.offset != right.source.offset {
      return left.source.offset < right.source.offset
    }
    if left.digest != right.digest { return left.digest.lexicographicallyPrecedes(right.digest) }
    return lies(left.source, before: right.source)
  }

  private static func lies(_ left: Source, before right: Source) -> Bool {
    if left.file != right.file { return left.file < right.file }
    if left.member != right.member { return (left.member ?? "") < (right.member ?? "") }
    return left.offset < right.offset
  }
}
