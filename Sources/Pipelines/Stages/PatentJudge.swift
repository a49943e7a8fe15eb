import Analyses
import Classifiers
import Dossiers
import Records
import ReferenceTables
import Reports
import Store

/// Judges one assembled invention: where its first patentee lives, and which criteria it meets.
///
/// Pure but for the text it asks for; used by `run` for all and by `explain` for one.
struct PatentJudge: Sendable {
  /// Where the first patentee lives, as far as the plan's region is concerned.
  enum Residence {
    /// In the region, in the division given; counted under `county`.
    case region(RegionCode, county: RegionCode)
    /// The address does not resolve, or only to something that contains the region.
    case unresolved(UnresolvedResidence)
    /// Elsewhere in the country, or abroad.
    case elsewhere(String)
  }

  /// All that is found about one invention.
  struct Finding {
    var state: DossierState
    var residence: Residence
    var text: PatentText?
    /// What the criteria were asked about; nil where none was.
    var patent: PatentUnderJudgement?
    var industry: IndustryJudgement?
    var union: UnionJudgement?
    /// Where the register and worldwide data contradict each other about the family.
    var disagreements: [FamilyDisagreement] = []
  }

  private(set) var plan: Plan
  let eventTable: TableReference?
  private let places: PlaceResolver
  private var context: JudgementContext
  var contracts: [String: PledgeContract] { context.contracts }
  private let grantKinds: GrantKinds

  init(
    plan: Plan, tables: TableSet, loadedRegisters: Set<String>, contracts: [String: PledgeContract]
  ) {
    self.plan = plan
    places = tables.places
    grantKinds = tables.grantKinds
    eventTable = tables.editions.first { $0.id == "legal-events" }.map {
      TableReference(id: $0.id, edition: $0.edition)
    }
    context = JudgementContext(
      cutOff: plan.asOf, calibre: plan.calibre, industries: tables.industries,
      loadedRegisters: loadedRegisters, familiesComplete: plan.familiesAreComplete,
      contracts: contracts)
  }

  /// What criteria are asked with, under another calibre.
  func context(under calibre: Calibre) -> JudgementContext {
    var context = context
    context.calibre = calibre
    return context
  }

  /// The same judge at another cut-off.
  func at(_ cutOff: CalendarDay) -> PatentJudge {
    var judge = self
    judge.plan.asOf = cutOff
    judge.context.cutOff = cutOff
    return judge
  }

  /// Judges a state; criteria are asked only where the patent may belong to the base set.
  ///
  /// - Parameter industry: the answer found for the same records at another cut-off: it rests on texts
  ///   and decisions alone, and costs most of all.
  func finding(
    _ state: DossierState, registers: RegisterRows, text: (Int64) throws -> StoredText?,
    family: (ApplicationNumber) throws -> WorldwideFamily, industry known: IndustryJudgement? = nil
  ) throws -> Finding {
    var finding = Finding(state: state, residence: residence(of: state.firstPatentee))
    guard state.isInvention, state.standing.isInForce || state.standing.isUndetermined,
      case .region = finding.residence
    else { return finding }
    let stored = try state.document.flatMap { try text($0.delivery.rowID) }
    let patentText = PatentText(
      title: stored?.title ?? state.document?.delivery.title, abstract: stored?.abstract,
      ipc: (stored?.ipc ?? []).map { IPCEntry($0) }, source: state.document?.delivery.source)
    let number = state.application
    let worldwide = try family(number)
    let rights = FamilyRight.all(in: worldwide, kinds: grantKinds, cutOff: plan.asOf)
    finding.disagreements = FamilyDisagreement.all(
      application: number, rows: registers.families, rights: rights)
    let patent = PatentUnderJudgement(
      state: state, text: patentText, pledges: registers.pledges, awards: registers.awards,
      families: registers.families, decisions: registers.decisions, familyRights: rights,
      securityInterests: SecurityInterest.all(in: worldwide))
    finding.text = patentText
    finding.patent = patent
    let industry = known ?? IndustryJudgement(of: patent, in: context)
    finding.industry = industry
    finding.union = UnionJudgement(
      parts: criteria.map { criterion in
        // The industry's full judgement holds the criterion's answer; asking twice costs most of all.
        UnionJudgement.Part(
          criterion: criterion.id,
          judgement: criterion.id == StrategicEmergingIndustry.id
            ? industry.chosen.judgement : criterion.judge(patent, in: context))
      })
    return finding
  }

  /// The derived row of a finding, or nil for what neither is nor may be of the base set.
  func dossier(of finding: Finding) -> DerivedDossier? {
    let state = finding.state
    guard state.standing.isInForce || state.standing.isUndetermined else { return nil }
    let standing = state.standing.isInForce ? "in-force" : "undetermined"
    let number = state.application.canonical
    switch finding.residence {
    case .elsewhere: return nil
    case .unresolved(let reason):
      var dossier = DerivedDossier(
        applicationNumber: number, standing: standing, place: "unresolved")
      fill(&dossier, state)
      dossier.missing = reason.chinese
      return dossier
    case .region(let region, let county):
      var dossier = DerivedDossier(applicationNumber: number, standing: standing, place: "region")
      fill(&dossier, state)
      dossier.region = region.text
      dossier.county = county.text
      dossier.isInBase = state.standing.isInForce
      if let text = finding.text {
        dossier.malformedSymbols = text.ipc.count { $0.symbol == nil }
        dossier.mainIPC = text.ipc.first?.text
        if let title = text.title { dossier.title = title }
      }
      dossier.disagreements = finding.disagreements.map { item in
        DerivedDossier.Disagreement(
          member: item.member, kind: item.kind.rawValue, registerValue: item.registerValue,
          registerSource: item.registerSource, bulkValue: item.bulkValue,
          bulkSource: item.bulkSource)
      }
      label(&dossier, finding)
      return dossier
    }
  }

  private func fill(_ dossier: inout DerivedDossier, _ state: DossierState) {
    if state.document?.role == .grant {
      dossier.publicationNumber = state.document?.delivery.number.canonical
    }
    dossier.title = state.document?.delivery.title
    dossier.owner = state.firstPatentee?.party.name
    dossier.address = state.firstPatentee?.party.address
    if case .undetermined(let missing, _) = state.standing {
      dossier.missing = missing.map { $0.text }.joined(separator: "；")
    }
    dossier.filingDate = state.filingDate?.isoText
    dossier.grantDate = state.grant?.date.isoText
  }

  private func label(_ dossier: inout DerivedDossier, _ finding: Finding) {
    guard let union = finding.union, let industry = finding.industry else { return }
    dossier.isHighValue = union.verdict == .met
    // The upper bound counts every patent whose standing is unknown, whatever its criteria say now.
    dossier.mayBeHighValue = union.verdict != .notMet || finding.state.standing.isUndetermined
    dossier.combination = union.met.sorted().joined(separator: ";")
    dossier.industryCodes = industry.chosen.codes.joined(separator: ";")
    let industryID = StrategicEmergingIndustry.id
    let meetsAnother = union.met.contains { $0 != industryID }
    dossier.countsByIPCOnly = meetsAnother || industry.ipcOnly.judgement.isMet
    dossier.countsWithKeywords = meetsAnother || industry.withKeywords.judgement.isMet
    dossier.countsThroughTransfer =
      dossier.isHighValue && !meetsAnother && industry.isMetByTransferOnly
    dossier.labels = union.parts.map { part in
      DerivedDossier.Label(
        criterion: part.criterion, verdict: part.judgement.verdict.rawValue,
        missing: part.judgement.isUndetermined
          ? part.judgement.missing.map { $0.material }.joined(separator: "\u{1F}") : nil)
    }
    var bytes: [UInt8] = []
    var line = PatentEvidence(finding.state, union)
    line.publicationNumber = dossier.publicationNumber
    line.title = dossier.title
    line.region = dossier.region
    line.county = dossier.county
    EvidenceNDJSON.append(line, to: &bytes)
    dossier.evidence = String(decoding: bytes.dropLast(), as: UTF8.self)
  }

  // MARK: Residence

  /// Where the first patentee at the cut-off lives.
  func residence(of patentee: FirstPatentee?) -> Residence {
    guard let patentee else { return .unresolved(.noPatentee) }
    if patentee.address == .unknownAfterTransfer {
      return .unresolved(.unknownAfterTransfer)
    }
    return PatentJudge.residence(of: patentee.party, in: plan, places: places)
  }

  /// Where a party lives.
  static func residence(of party: Party, in plan: Plan, places: PlaceResolver) -> Residence {
    switch places.resolve(party) {
    case .foreign(let country): return .elsewhere(country)
    case .unresolved(let reason): return .unresolved(.place(reason))
    case .division(let division, _):
      if division.lies(within: plan.region) {
        return .region(division, county: county(of: division, in: plan))
      }
      // "安徽省" alone may or may not be the city: not resolved as far as the region is concerned.
      if plan.region.lies(within: division) {
        return .unresolved(.tooWide(division))
      }
      return .elsewhere(division.text)
    }
  }

  /// The code a right is counted under.
  ///
  /// The parks 341371 and 341372 are statistical codes; both lie in 埇桥区 (341302), under which
  /// they are counted with `parks: county`.
  static func county(of division: RegionCode, in plan: Plan) -> RegionCode {
    guard plan.calibre.parks == .county, let yongqiao = RegionCode(number: 341_302),
      PatentJudge.parks.contains(Int(division.number))
    else { return division }
    return yongqiao
  }

  static let parks = [341_371, 341_372]
}
