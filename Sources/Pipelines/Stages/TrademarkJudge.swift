import Classifiers
import Dossiers
import Records
import Store

/// Judges one mark in one class: its state at the cut-off, and where its holders live.
struct TrademarkJudge: Sendable {
  let plan: Plan
  let places: PlaceResolver
  /// Names that the office has decided to be another's, by ``HolderName/key(_:)``.
  let owners: [String: String]

  init(plan: Plan, places: PlaceResolver, decisions: [OwnerDecisionRow] = []) {
    self.plan = plan
    self.places = places
    owners = HolderName.owners(by: decisions)
  }

  /// What a mark in one class is to the region.
  enum Finding {
    /// Of another place, on every day.
    case elsewhere
    /// Filed after the cut-off.
    case notFiled
    case mark(DerivedMark)
  }

  /// The rows of all classes with the days between which they hold; nil for a mark of another place.
  func judge(_ dossier: TrademarkDossier) -> JudgedMark? {
    var marks: [DerivedMark] = []
    var days: [CalendarDay] = []
    var isElsewhere = true
    for item in dossier.cases {
      switch finding(of: item) {
      case .elsewhere: continue
      case .notFiled: break
      case .mark(let mark): marks.append(mark)
      }
      isElsewhere = false
      days += item.changeDays
    }
    if isElsewhere { return nil }
    let validity = ChangeDays(days).interval(around: plan.asOf)
    return JudgedMark(
      office: dossier.office, number: dossier.number,
      validity: .init(from: validity.from, until: validity.until), marks: marks)
  }

  /// What the mark in one class is at the cut-off.
  ///
  /// The place of the first holder is the mark's. A mark of another place is kept for a co-holder of
  /// the region, who is an enterprise with a registered mark all the same.
  func finding(of item: TrademarkCase) -> Finding {
    let first = residence(of: item)
    let others = item.holders.dropFirst().map { ($0, residence(of: $0)) }
    // Who may or may not hold the mark is counted as a holder of unknown kind.
    let uncertain = (item.rivals + item.uncertainCoHolders).map { ($0, residence(of: $0)) }
    let isLocal =
      (others + uncertain).contains { entry in
        if case .region = entry.1 { return true }
        return false
      }
    switch first {
    case .elsewhere where !isLocal: return .elsewhere
    // Other offices' data hold the world's marks: only what points to China can be the city's.
    case .unresolved where !isLocal && item.office != "CN" && !item.isOutgoing:
      guard item.holders.first?.country == "CN" else { return .elsewhere }
    default: break
    }
    let standing = item.standing(at: plan.asOf)
    if standing.kind == .notFiled { return .notFiled }
    var mark = DerivedMark(row(item, standing), place: "elsewhere", format: item.format)
    mark.isOutgoing = item.isOutgoing
    var missing = standing.missing.map { $0.text }
    switch first {
    case .region(let region, let county):
      mark.place = "region"
      mark.row.region = region.text
      mark.row.county = county.text
      if let holder = item.holders.first {
        add(holder, county, isCertain: item.rivals.isEmpty, to: &mark)
      }
    case .unresolved(let reason):
      mark.place = "unresolved"
      missing.append(item.holders.isEmpty ? "商标注册人信息" : reason.chinese)
    case .elsewhere: break
    }
    for case (let holder, .region(_, let county)) in others {
      add(holder, county, isCertain: true, to: &mark)
    }
    for case (let holder, .region(_, let county)) in uncertain {
      add(holder, county, isCertain: false, to: &mark)
    }
    mark.row.missing = missing.isEmpty ? nil : missing.joined(separator: "；")
    return .mark(mark)
  }

  /// Whether a mark without a resolved place is a foreign holder's: an international registration
  /// designated to China (G…), whose holder's address is in Latin letters.
  private func isForeign(_ item: TrademarkCase) -> Bool {
    guard item.office == "CN", item.number.hasPrefix("G"), let holder = item.holders.first else {
      return false
    }
    return !(holder.name + (holder.address ?? "")).unicodeScalars.contains {
      $0.properties.isIdeographic
    }
  }

  /// What is published of a mark, but for its place.
  private func row(_ item: TrademarkCase, _ standing: TrademarkStanding) -> MarkRow {
    var row = MarkRow(office: item.office, number: item.number, state: standing.kind.rawValue)
    row.niceClass = item.niceClass
    row.name = item.name
    row.kind = item.kind?.rawValue
    row.holder = item.holders.first?.name
    row.coHolders = item.holders.dropFirst().map { $0.name }.joined(separator: ";")
    row.address = item.holders.first?.address
    row.filingDate = item.filingDate?.isoText
    row.registrationDate = (item.registrationDate ?? item.termStart)?.isoText
    row.expiryDate = item.expiryDate?.isoText
    if let deadline = item.deadline(at: plan.asOf) {
      row.period = deadline.kind.rawValue
      row.periodEnd = deadline.until.isoText
    }
    row.isGeographicalIndication = item.isGeographicalIndication
    row.isWellKnown = item.isWellKnown
    row.edition = item.edition
    row.groups = item.groups.joined(separator: ";")
    if let source = item.source ?? item.holderSource ?? item.rowSource {
      row.source =
        source.file + (source.member.map { "!" + $0 } ?? "") + "#" + String(source.offset)
    }
    return row
  }

  private func add(
    _ holder: Holder, _ county: RegionCode, isCertain: Bool, to mark: inout DerivedMark
  ) {
    let key = HolderName.key(holder.name)
    let kind = isCertain ? HolderKind(name: holder.name) : .unknown
    mark.localHolders.append(
      DerivedMark.LocalHolder(key: owners[key] ?? key, kind: kind.rawValue, county: county.text))
  }

  /// Where the mark belongs: the place of its first holder. Where another record names another first
  /// holder, and only one of them is of the region, it is not resolved.
  func residence(of item: TrademarkCase) -> PatentJudge.Residence {
    var first = item.holders.first.map { residence(of: $0) } ?? .unresolved(.noPatentee)
    if case .unresolved = first, isForeign(item) { first = .elsewhere("abroad") }
    guard !item.rivals.isEmpty, let holder = item.holders.first else { return first }
    let rivals = item.rivals.map { residence(of: $0) }
    let agree = rivals.allSatisfy { rival in
      switch (first, rival) {
      case (.region, .region), (.elsewhere, .elsewhere): return true
      default: return false
      }
    }
    return agree
      ? first : .unresolved(.contradictoryHolders(([holder] + item.rivals).map { $0.name }))
  }

  /// Where a holder lives. An address that fits several places, none of which can be the region, is
  /// elsewhere: the tables of the whole country hold many such.
  func residence(of holder: Holder) -> PatentJudge.Residence {
    let found = PatentJudge.residence(
      of: Party(
        sequence: 1, name: holder.name, country: holder.country, address: holder.address),
      in: plan, places: places)
    if case .unresolved(.place(.ambiguous(let codes))) = found,
      !codes.contains(where: {
        $0.lies(within: plan.region) || plan.region.lies(within: $0)
      })
    {
      return .elsewhere(codes.map { $0.text }.joined(separator: ", "))
    }
    return found
  }
}
