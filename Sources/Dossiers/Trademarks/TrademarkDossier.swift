import Records

/// All that is known of one mark of one office: its cases by class.
///
/// CNIPA's tables come first where they and whole records say the same thing of a mark; a whole record
/// adds what the tables have no column for: status, events, origin.
package struct TrademarkDossier: Sendable {
  package let office: String
  package let number: String
  /// By class, a case without class first.
  package let cases: [TrademarkCase]

  /// - Parameter held: the records that hold, in the order of ``TrademarkSettlement/held``.
  package init(office: String, number: String, held: [TrademarkEntry]) {
    self.office = office
    self.number = number
    let rows = held.filter { $0.part != nil }
    let wholes = held.filter { $0.part == nil }
    var classes: Set<Int> = []
    for entry in held where entry.part == nil || entry.part == .basic {
      classes.formUnion(entry.classes)
    }
    let hasCase = held.contains { $0.part == nil || $0.part == .basic }
    // Parties without a case are listed under their own class, never lost.
    let parties = rows.filter { $0.part == .holder || $0.part == .coHolder }
    for entry in parties { classes.formUnion(entry.classes) }
    guard hasCase || !parties.isEmpty else {
      cases = []
      return
    }
    let sorted = classes.isEmpty ? [nil] : classes.sorted().map(Optional.some)
    cases = sorted.map {
      TrademarkDossier.assemble(office, number, $0, rows: rows, wholes: wholes)
    }
  }

  private static func assemble(
    _ office: String, _ number: String, _ niceClass: Int?, rows: [TrademarkEntry],
    wholes: [TrademarkEntry]
  ) -> TrademarkCase {
    func speaks(_ entry: TrademarkEntry) -> Bool {
      guard let niceClass, !entry.classes.isEmpty else { return true }
      return entry.classes.contains(niceClass)
    }
    let bases =
      rows.filter { $0.part == .basic && speaks($0) } + wholes.filter { speaks($0) }
    var item = TrademarkCase(
      office: office, number: number, niceClass: niceClass,
      format: bases.first?.format ?? rows.first?.format ?? "")
    item.source = bases.first?.source
    for base in bases { add(base, to: &item) }
    item.internationalNumber =
      item.internationalNumber
      ?? rows.lazy.filter { $0.part == .international }.compactMap { $0.internationalNumber }.first
    let goods = rows.filter { $0.part == .goods && speaks($0) }
    item.hasOnlyDeletedItems = !goods.isEmpty && goods.allSatisfy { $0.isDeletedItem }
    let groups = goods.filter { !$0.isDeletedItem }.flatMap { $0.groups }
    item.groups = Set(groups.isEmpty ? bases.flatMap { $0.groups } : groups).sorted()
    addHolders(to: &item, rows: rows, bases: bases, speaks: speaks)
    return item
  }

  private static func add(_ base: TrademarkEntry, to item: inout TrademarkCase) {
    item.name = item.name ?? base.name
    item.kind = item.kind ?? base.kind
    item.edition = item.edition ?? base.edition
    item.filingDate = item.filingDate ?? base.filingDate
    item.registrationDate = item.registrationDate ?? base.registrationDate
    item.termStart = item.termStart ?? base.termStart
    if let expiry = base.expiryDate, item.expiryDate.map({ $0 < expiry }) ?? true {
      item.expiryDate = expiry
      item.expirySource = base.source
    }
    item.isRegistered = item.isRegistered || base.isRegistered
    item.internationalNumber = item.internationalNumber ?? base.internationalNumber
    item.originOffice = item.originOffice ?? base.originOffice
    item.isWellKnown = item.isWellKnown || base.isWellKnown == true
    // 集体/证明 alone is no GI mark, and 地理标志信息 of another kind of mark makes none.
    if base.isGeographicalIndication == true,
      item.kind == .collective || item.kind == .certification
    {
      item.isGeographicalIndication = true
    }
    if base.status != nil || base.isInForce != nil || base.delivery == .deleted {
      item.statuses.append(
        TrademarkCase.Status(
          text: base.status, isInForce: base.isInForce, isDeleted: base.delivery == .deleted,
          date: base.statusDate, source: base.source))
    }
    item.events += base.events.map { TrademarkCase.Event(event: $0, source: base.source) }
  }

  /// The holder's row of the class, else of the number's other classes, else the whole record's; then
  /// the table of co-holders.
  private static func addHolders(
    to item: inout TrademarkCase, rows: [TrademarkEntry], bases: [TrademarkEntry],
    speaks: (TrademarkEntry) -> Bool
  ) {
    let all = rows.filter { $0.part == .holder && !$0.holders.isEmpty }
    let own = all.filter { speaks($0) }
    // A transfer of one class leaves the others where they are: those of the first class only.
    let chosen = own.isEmpty ? all.filter { $0.classes == all.first?.classes } : own
    var found = chosen
    if found.isEmpty { found = bases.filter { !$0.holders.isEmpty }.prefix(1).map { $0 } }
    item.holderSource = found.first?.source
    var holders = found.flatMap { $0.holders }
    let joint = bases.first { $0.isJoint != nil }
    for entry in rows where entry.part == .coHolder {
      // 是否共有申请 of a later delivery says that co-owners have left.
      if let joint, joint.isJoint == false, joint.order > entry.order { continue }
      holders += entry.holders
      if item.holderSource == nil { item.holderSource = entry.source }
    }
    var seen: Set<String> = []
    item.holders = holders.filter { seen.insert(PartyText.key($0.name)).inserted }
  }
}
