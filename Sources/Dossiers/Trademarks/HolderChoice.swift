import Records

/// Who holds a mark in one class, of all that its records name.
///
/// The rule stands at ``TrademarkDossier``.
struct HolderChoice {
  /// The held rows of the table of holders, of all classes.
  let rows: [TrademarkEntry]
  let coHolders: [TrademarkEntry]
  /// The records of the mark in the class: rows of the table of marks, then whole records, the later
  /// produced first.
  let bases: [TrademarkEntry]
  /// Parties of tables without an order that are not known to be earlier.
  let contested: [TrademarkEntry]

  func apply(to item: inout TrademarkCase) {
    let wholes = bases.filter { $0.part == nil && !$0.holders.isEmpty }
    let table = tableRows(of: item.niceClass)
    var found = table
    if let whole = wholes.first, table.isEmpty || supersedes(whole, table) { found = [whole] }
    let first = found.flatMap { $0.holders }
    item.holderSource = found.first?.source
    item.rivals = rivals(to: first, found, among: wholes)
    addCoHolders(to: &item, after: first)
  }

  /// The rows of the class, else those of one other class of the number: a transfer of one class leaves
  /// the others where they are.
  private func tableRows(of niceClass: Int?) -> [TrademarkEntry] {
    let own = rows.filter { entry in
      niceClass.map { entry.classes.isEmpty || entry.classes.contains($0) } ?? true
    }
    return own.isEmpty ? rows.filter { $0.classes == rows.first?.classes } : own
  }

  /// Whether a whole record tells of a transfer that the table does not know yet: it is of a later
  /// year, and names none of the table's holders. A name in Latin letters cannot be compared with a
  /// Chinese one, and replaces none.
  private func supersedes(_ whole: TrademarkEntry, _ table: [TrademarkEntry]) -> Bool {
    guard let tableYear = table.first?.year, let year = whole.year, year > tableYear else {
      return false
    }
    return names(whole.holders, differFrom: table.flatMap { $0.holders })
  }

  private func rivals(
    to first: [Holder], _ found: [TrademarkEntry], among wholes: [TrademarkEntry]
  ) -> [Holder] {
    guard let chosen = found.first else { return [] }
    var rivals: [Holder] = []
    for entry in contested where entry.part == .holder && chosen.part == .holder {
      if names(entry.holders, differFrom: first) { rivals += entry.holders.prefix(1) }
    }
    for whole in wholes where whole != chosen && names(whole.holders, differFrom: first) {
      let isComparable =
        chosen.part == nil
        ? chosen.order != 0 && whole.order != 0 && chosen.order != whole.order
        : chosen.year != nil && whole.year != nil && chosen.year != whole.year
      if !isComparable { rivals += whole.holders.prefix(1) }
    }
    var seen: Set<String> = []
    return rivals.filter { seen.insert(PartyText.key($0.name)).inserted }
  }

  /// Whether two lists of holders in the same script have no name in common.
  private func names(_ left: [Holder], differFrom right: [Holder]) -> Bool {
    guard let first = left.first, let other = right.first, isChinese(first) == isChinese(other)
    else { return false }
    let keys = Set(right.map { PartyText.key($0.name) })
    return !left.contains { keys.contains(PartyText.key($0.name)) }
  }

  private func isChinese(_ holder: Holder) -> Bool {
    holder.name.unicodeScalars.contains { $0.properties.isIdeographic }
  }

  private func addCoHolders(to item: inout TrademarkCase, after first: [Holder]) {
    var holders = first
    let joint = bases.first { $0.isJoint != nil }
    let doubtful = contested.filter { $0.part == .coHolder }
    let doubtfulKeys = Set(doubtful.flatMap { $0.holders }.map { PartyText.key($0.name) })
    var uncertain: [Holder] = []
    for entry in coHolders {
      // 是否共有申请 of a later delivery says that co-owners have left.
      if let joint, joint.isJoint == false, joint.order > entry.order { continue }
      for holder in entry.holders {
        if doubtful.isEmpty || doubtfulKeys.contains(PartyText.key(holder.name)) {
          holders.append(holder)
        } else {
          uncertain.append(holder)
        }
      }
      if item.holderSource == nil { item.holderSource = entry.source }
    }
    var seen: Set<String> = []
    item.holders = holders.filter { seen.insert(PartyText.key($0.name)).inserted }
    item.uncertainCoHolders = (uncertain + doubtful.flatMap { $0.holders })
      .filter { seen.insert(PartyText.key($0.name)).inserted }
  }
}

extension TrademarkEntry {
  /// The year of the delivery: that of CNIPA's tables by their names, that of the day of production of
  /// a whole record; nil where it is not known.
  fileprivate var year: Int? {
    order == 0 ? nil : part == nil ? order / 10_000 : order / 1_000
  }
}
