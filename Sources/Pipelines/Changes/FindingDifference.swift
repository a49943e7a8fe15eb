import Analyses
import Classifiers
import Dossiers
import Records
import Store

/// What differs between two judgements of one patent, and why the figure's answer differs by it.
struct FindingDifference {
  let figure: ChangeFigure
  let from: PatentJudge.Finding?
  let to: PatentJudge.Finding?
  /// The day on which the answer turned, where both judgements rest on the same records; nil where
  /// they are of one day and rest on different ones.
  let turn: CalendarDay?
  let patent: StoredPatent
  let before: RecordSet?
  let after: RecordSet?
  /// The contracts of pledges as either run knew them: those of the patent are known from the rows of
  /// others too.
  let contracts: [RecordSide: [String: PledgeContract]]

  /// Nil where neither the judgements nor the records tell.
  var reason: ChangeReason? {
    switch figure {
    case .base: PatentStanding(to) != nil ? entry : exit
    case .highValue: nil
    case .county:
      // The county of a patent that stays in the base set.
      moveEvent.map { happened(.movedWithin, $0) } ?? corrected([], [])
    case .criterion(let criterion): reason(of: criterion)
    }
  }

  // MARK: The base set

  private var entry: ChangeReason? {
    guard let to else { return nil }
    if !(from?.state.standing.isInForce ?? false) {
      let new = added(
        FindingDifference.facts(to.state.standing),
        to: FindingDifference.facts(from?.state.standing))
      switch from?.state.standing {
      case nil, .notInForce(.notGranted, _):
        return happened(.granted, to.state.grant?.because.first)
      case .notInForce(.grantWithdrawn, _):
        return happened(.reDelivered, to.state.grant?.because.first, isLate: false)
      case .notInForce(.lapsed, _), .notInForce(.abandoned, _):
        if let restoration = new.last(where: { $0.rule == "in-force" && $0.table != nil }) {
          return happened(.restored, restoration)
        }
        return corrected(new, gone)
      case .notInForce(.expired, _), .notInForce(.termEnded, _):
        if let end = new.last(where: { $0.field == "期限届满日" }) {
          return happened(.termCompensated, end)
        }
        return corrected(new, gone)
      case .notInForce: return corrected(new, gone)
      case .undetermined(let missing, _):
        if turn == nil, missing.contains(.legalStatus), before?.hasLegalStatus == false,
          after?.hasLegalStatus == true
        {
          return ChangeReason(.registerLoaded, isKnownLate: true, detail: "法律状态数据")
        }
        // A document that was not there before, or an event: only the latter is a fact of its own.
        if let delivered = corrected([], []), delivered.fact?.rule == FindingDifference.delivery {
          return delivered
        }
        return happened(.standingKnown, new.last)
      case .inForce: break
      }
    }
    switch from?.residence {
    case .elsewhere: return moveEvent.map { happened(.movedIn, $0) } ?? corrected([], [])
    case .unresolved: return moveEvent.map { happened(.placeKnown, $0) } ?? corrected([], [])
    case .region, nil: return nil
    }
  }

  private var exit: ChangeReason? {
    guard let to else { return corrected([], gone) }
    switch to.state.standing {
    case .notInForce(let end, let because):
      let new = added(because, to: FindingDifference.facts(from?.state.standing))
      // A known end came about by an event; without a new one the records have been corrected.
      if turn == nil, new.isEmpty { return corrected([], gone) }
      switch end {
      case .notGranted: return corrected(new, gone)
      case .grantWithdrawn: return happened(.withdrawn, new.first, isLate: false)
      case .lapsed: return happened(.lapsed, new.first)
      case .expired: return happened(.expired, new.first)
      case .abandoned: return happened(.abandoned, new.first)
      case .invalidated: return happened(.invalidated, new.first)
      case .revoked: return happened(.revoked, new.first)
      case .termEnded:
        if turn == nil { return corrected(new, gone) }
        var reason = happened(.expired, because.last)
        reason?.day = turn
        return reason
      }
    case .undetermined(let missing, let because):
      let new = added(because, to: FindingDifference.facts(from?.state.standing))
      var reason = happened(.standingUnknown, new.last ?? because.last)
      // A fact known before, as a compensation without its end, matters from the turn on.
      if let turn { reason?.day = turn }
      reason?.detail = "缺" + missing.map { $0.text }.joined(separator: "、")
      return reason
    case .inForce: break
    }
    switch to.residence {
    case .elsewhere: return moveEvent.map { happened(.movedOut, $0) } ?? corrected([], [])
    case .unresolved(let residence):
      var reason = moveEvent.map { happened(.placeUnknown, $0) } ?? corrected([], [])
      reason?.detail = "缺" + residence.chinese
      return reason
    case .region: return nil
    }
  }

  /// The event by which the first patentee or its address changed between the judgements.
  private var moveEvent: Evidence? {
    added(to?.state.firstPatentee?.because ?? [], to: from?.state.firstPatentee?.because ?? [])
      .last { $0.field.hasPrefix("变更") }
  }

  private var gone: [Evidence] {
    added(
      FindingDifference.facts(from?.state.standing), to: FindingDifference.facts(to?.state.standing)
    )
  }

  // MARK: Criteria

  private func reason(of criterion: HighValueCriterion) -> ChangeReason? {
    let was = from?.union?[criterion.id]?.evidence ?? []
    let `is` = to?.union?[criterion.id]?.evidence ?? []
    let isMet = to?.union?[criterion.id]?.isMet ?? false
    // A fact that did not suffice before, as a grant still to come, is the one that does now.
    let new = isMet && turn != nil ? `is` : added(`is`, to: was)
    let lost = !isMet && turn != nil ? was : added(was, to: `is`)
    switch criterion {
    case .maintainedOverTenYears:
      guard turn != nil else { return corrected(new, lost) }
      var reason = happened(.crossedTenYears, `is`.last)
      reason?.day = turn
      return reason
    case .strategicEmergingIndustry: return industryReason(new, lost)
    case .overseasFamily:
      if isMet { return registered(.familyRight, "families", new, lost) }
      if turn != nil || lost.contains(where: { ended($0) }) { return fact(.familyRight, lost) }
      return corrected(new, lost)
    case .pledgeFinancing:
      if isMet {
        // The contract was known with another amount.
        let numbers = Set(was.compactMap { FindingDifference.firstWord($0.value) })
        if turn == nil,
          let same = new.first(where: {
            FindingDifference.firstWord($0.value).map { numbers.contains($0) } ?? false
          })
        {
          return corrected([same], lost)
        }
        return registered(.pledge, "pledges", new, lost)
      }
      if turn != nil || lost.contains(where: { released($0) }) { return fact(.pledge, lost) }
      return corrected(new, lost)
    case .award:
      return isMet ? registered(.award, "awards", new, lost) : corrected(new, lost)
    }
  }

  private func registered(
    _ cause: ChangeCause, _ register: String, _ new: [Evidence], _ lost: [Evidence]
  ) -> ChangeReason? {
    guard let fact = new.first else { return corrected(new, lost) }
    let isOfRegister =
      fact.source.map { after?.formats[$0.file]?.contains(register) ?? false } ?? false
    if turn == nil, isOfRegister, before?.loadedRegisters.contains(register) == false {
      return happened(.registerLoaded, fact)
    }
    return happened(cause, fact)
  }

  private func fact(_ cause: ChangeCause, _ facts: [Evidence]) -> ChangeReason? {
    var reason = happened(cause, facts.first)
    // The fact tells of the beginning, the change is the end.
    reason?.day = turn
    return reason
  }

  private func industryReason(_ new: [Evidence], _ lost: [Evidence]) -> ChangeReason? {
    guard turn == nil else { return nil }
    let was = decisions(before)
    let `is` = decisions(after)
    let changed =
      `is`.first { row in !was.contains { FindingDifference.same($0, row) } }
      ?? was.first { row in !`is`.contains { FindingDifference.same($0, row) } }
    if let changed {
      return ChangeReason(
        .industryDecision, day: changed.decidedOn,
        fact: ChangeFact(
          rule: StrategicEmergingIndustry.id, file: changed.source.file,
          member: changed.source.member,
          record: changed.source.record ?? String(changed.source.offset), field: "sei_code",
          value: "\(changed.industryCode) \(changed.belongs ? "是" : "否")"))
    }
    return corrected(new, lost)
  }

  private func decisions(_ set: RecordSet?) -> [IndustryDecisionRow] {
    set.map { patent.registers(in: $0).decisions } ?? []
  }

  private static func same(_ left: IndustryDecisionRow, _ right: IndustryDecisionRow) -> Bool {
    left.industryCode == right.industryCode && left.belongs == right.belongs
      && left.decidedOn == right.decidedOn
  }

  /// Whether the register says by now that a member of the family has ceased.
  private func ended(_ fact: Evidence) -> Bool {
    guard let after else { return false }
    return patent.registers(in: after).families.contains { row in
      row.ceasedOn != nil && row.memberPublication.map { fact.value.hasPrefix($0) } ?? false
    }
  }

  private func released(_ fact: Evidence) -> Bool {
    guard let after, let number = FindingDifference.firstWord(fact.value) else { return false }
    return contracts[.after]?[number]?.releasedOn != nil
      || patent.registers(in: after).pledges.contains {
        $0.releasedOn != nil && PledgeEvent.normalized($0.registrationNumber) == number
      }
      || to?.state.pledges.contains {
        $0.effect == .cancelled && $0.registrationNumber == number
      } ?? false
  }

  private static func firstWord(_ value: String) -> String? {
    value.split(separator: " ").first.map(String.init)
  }

  // MARK: Records

  /// The cause where no event or fact of its own explains the answer: the records themselves differ.
  private func corrected(_ new: [Evidence], _ lost: [Evidence]) -> ChangeReason? {
    guard turn == nil, let before, let after else { return nil }
    let known = patent.publications(in: before)
    let all = patent.publications(in: after)
    let fresh = all.filter { item in !known.contains { $0.rowID == item.rowID } }
    let cited = (new.first ?? lost.first).map { ChangeFact($0) }
    guard let delivered = fresh.last else {
      // Events, rows of registers and worldwide data.
      return isTouched ? ChangeReason(.dataCorrected, fact: cited) : nil
    }
    let isCorrection = known.contains {
      $0.publication.publicationNumber == delivered.publication.publicationNumber
    }
    let record = delivered.publication
    return ChangeReason(
      isCorrection ? .dataCorrected : .firstDelivered, day: record.producedOn,
      fact: cited
        ?? ChangeFact(
          rule: FindingDifference.delivery, file: record.source.file, member: record.source.member,
          record: record.source.record
            ?? (record.source.offset > 0 ? String(record.source.offset) : nil),
          field: "publication_no",
          value: "CN\(record.publicationNumber.canonical)\(record.kind.text)"))
  }

  private static let delivery = "delivery"

  /// Whether the later run knew records of the patent that the earlier did not, or the reverse.
  private var isTouched: Bool {
    guard let before, let after else { return false }
    func files(_ set: RecordSet) -> Set<Int64> {
      let rows =
        patent.pledges.map { $0.file } + patent.awards.map { $0.file }
        + patent.families.map { $0.file } + patent.decisions.map { $0.file }
      return Set(patent.records.events.map { $0.fileID } + rows).intersection(set.files)
    }
    if files(before) != files(after) || hasOtherContracts { return true }
    return patent.family(in: before).publications.count
      != patent.family(in: after).publications.count
      || patent.family(in: before).events.count != patent.family(in: after).events.count
  }

  /// Whether a contract of the patent differs, which the rows of other patents may bring about.
  private var hasOtherContracts: Bool {
    let numbers = Set(
      patent.pledges.map { PledgeEvent.normalized($0.row.registrationNumber) }
        + [from, to].flatMap { $0?.state.pledges ?? [] }.compactMap { $0.registrationNumber })
    return numbers.contains { number in
      let sides = RecordSide.allCases.map { contracts[$0]?[number] }
      return sides[0]?.amountInYuan != sides[1]?.amountInYuan
        || sides[0]?.patentCount != sides[1]?.patentCount
        || sides[0]?.registeredOn != sides[1]?.registeredOn
        || sides[0]?.releasedOn != sides[1]?.releasedOn
    }
  }

  // MARK: Facts

  private func happened(
    _ cause: ChangeCause, _ fact: Evidence?, isLate: Bool = true
  ) -> ChangeReason? {
    ChangeReason(
      cause, day: fact?.date ?? turn, isKnownLate: isLate && turn == nil,
      fact: fact.map { ChangeFact($0) })
  }

  private static func facts(_ standing: Standing?) -> [Evidence] {
    switch standing {
    case .inForce(let because), .notInForce(_, let because), .undetermined(_, let because):
      because
    case nil: []
    }
  }

  /// The facts of one list that the other lacks, wherever they were read.
  private func added(_ facts: [Evidence], to others: [Evidence]) -> [Evidence] {
    facts.filter { fact in
      !others.contains {
        $0.rule == fact.rule && $0.field == fact.field && $0.value == fact.value
          && $0.date == fact.date
      }
    }
  }
}

extension ChangeFact {
  init(_ evidence: Evidence) {
    self.init(
      rule: evidence.rule, table: evidence.table.map { "\($0.id) \($0.edition)" },
      file: evidence.source?.file, member: evidence.source?.member,
      record: evidence.source.flatMap { $0.record ?? ($0.offset > 0 ? String($0.offset) : nil) },
      field: evidence.field, value: evidence.value)
  }
}
