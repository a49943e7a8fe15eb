import Records

/// All that is known of one mark of one office: its cases by class.
///
/// Where several records say different things, a rule decides that does not know in which order they
/// arrived or how their formats are called:
///
/// 1. What the mark is (name, kind, dates, GI): CNIPA's tables, the office's own register, come first;
///    whole records follow, the later produced first. Whole records add what the tables have no column
///    for: status, events, origin.
/// 2. End of the term: the latest that any record gives, since a renewal only ever moves it on.
/// 3. Whether the mark has ended: by the days of the statements, ``TrademarkStatements``.
/// 4. Holders: CNIPA's tables, unless a whole record of a later year names another holder in Chinese;
///    else the whole record produced last. A holder that another record names and that is not known to
///    be earlier is a rival; whether that matters is for who asks where the mark belongs.
package struct TrademarkDossier: Sendable {
  package let office: String
  package let number: String
  /// By class, a case without class first.
  package let cases: [TrademarkCase]

  package init(office: String, number: String, settled: TrademarkSettlement) {
    self.office = office
    self.number = number
    let held = settled.held
    let rows = held.filter { $0.part != nil }
    let wholes = held.filter { $0.part == nil }.sorted { TrademarkDossier.isProducedLater($0, $1) }
    let hasCase = held.contains { $0.part == nil || $0.part == .basic }
    var classes: Set<Int> = []
    for entry in held {
      switch entry.part {
      // Parties of a class without a record are listed under it, never lost.
      case nil, .basic, .holder, .coHolder: classes.formUnion(entry.classes)
      // Goods, claims and the like make a case only where nothing else is known of the mark.
      case .goods, .priority, .international: if !hasCase { classes.formUnion(entry.classes) }
      case .agency: break
      }
    }
    guard held.contains(where: { $0.part != .agency }) else {
      cases = []
      return
    }
    let sorted = classes.isEmpty ? [nil] : classes.sorted().map(Optional.some)
    cases = sorted.map {
      TrademarkDossier.assemble(
        office, number, $0, rows: rows, wholes: wholes, contested: settled.contested)
    }
  }

  /// By the day of production, the later first and none last, then by format and digest.
  private static func isProducedLater(_ left: TrademarkEntry, _ right: TrademarkEntry) -> Bool {
    if left.order != right.order { return left.order > right.order }
    if left.format != right.format { return left.format < right.format }
    return left.digest.lexicographicallyPrecedes(right.digest)
  }

  private static func assemble(
    _ office: String, _ number: String, _ niceClass: Int?, rows: [TrademarkEntry],
    wholes: [TrademarkEntry], contested: [TrademarkEntry]
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
    // 集体/证明 alone is no GI mark, and 地理标志信息 of another kind of mark makes none.
    item.isGeographicalIndication =
      (item.kind == .collective || item.kind == .certification)
      && bases.lazy.compactMap { $0.isGeographicalIndication }.first == true
    if bases.isEmpty {
      let own = rows.filter { $0.part != .agency && speaks($0) }
      item.partsWithoutRecord = Trademark.Part.allCases.filter { part in
        own.contains { $0.part == part }
      }
      item.rowSource = own.first?.source
    }
    item.internationalNumber =
      item.internationalNumber
      ?? rows.lazy.filter { $0.part == .international }.compactMap { $0.internationalNumber }.first
    let goods = rows.filter { $0.part == .goods && speaks($0) }
    item.hasOnlyDeletedItems = !goods.isEmpty && goods.allSatisfy { $0.isDeletedItem }
    let groups = goods.filter { !$0.isDeletedItem }.flatMap { $0.groups }
    item.groups = Set(groups.isEmpty ? bases.flatMap { $0.groups } : groups).sorted()
    HolderChoice(
      rows: rows.filter { $0.part == .holder && !$0.holders.isEmpty },
      coHolders: rows.filter { $0.part == .coHolder }, bases: bases,
      contested: contested.filter { speaks($0) }
    ).apply(to: &item)
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
    if base.status != nil || base.isInForce != nil || base.delivery == .deleted {
      item.statuses.append(
        TrademarkCase.Status(
          text: base.status, isInForce: base.isInForce, isDeleted: base.delivery == .deleted,
          date: base.statusDate, producedOn: base.part == nil ? base.order : 0,
          source: base.source))
    }
    item.events += base.events.map {
      TrademarkCase.Event(
        event: $0, producedOn: base.part == nil ? base.order : 0, source: base.source)
    }
  }
}
