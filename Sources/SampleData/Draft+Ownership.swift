import Records

extension Draft {
  private mutating func party(_ forms: [AddressForm]) -> (PartyEntry, Residence) {
    let form = generator.pick(forms)
    return (
      PartyEntry(
        name: Wording.company(&generator, trade: "机械"), address: form.address(&generator)),
      form.residence
    )
  }

  /// Where the newest delivery of the grant, and the events after it, leave the patent.
  mutating func tellOwnership() {
    let home = (owner, residence)
    let outside = party(AddressForm.elsewhere.filter { $0.parts != nil })
    let day = dayAfterGrant(part: 0, of: 2)
    let second = dayAfterGrant(part: 1, of: 2)
    switch cast.ownership {
    case .unchanged: break
    case .transferIn:
      let buyer = party(AddressForm.plainHome)
      setParties(outside.0)
      transfer(from: outside.0, to: buyer.0, on: day)
      residence = buyer.1
    case .transferOut:
      transfer(from: owner, to: outside.0, on: day)
      residence = .elsewhere
    case .transferOutAndBack:
      transfer(from: owner, to: outside.0, on: day)
      transfer(from: outside.0, to: owner, on: second)
    case .transferWithoutAddress:
      transfer(from: owner, to: PartyEntry(name: outside.0.name, address: nil), on: day)
      residence = .unresolved
    case .transferAbroad:
      let buyer = PartyEntry(
        name: Wording.foreignOwner(&generator), address: AddressForm.abroad[2].address(&generator))
      transfer(from: owner, to: buyer, on: day)
      residence = .abroad
    case .transferAfterCutOff:
      transfer(
        from: owner, to: outside.0, on: fixedDay(2026, 1, 8), published: fixedDay(2026, 1, 27))
    case .transferPublishedAfterCutOff:
      transfer(
        from: owner, to: outside.0, on: fixedDay(2025, 12, 19), published: fixedDay(2026, 1, 6))
      residence = .elsewhere
    case .transferBeforeGrant:
      documents[0].applicants = [outside.0]
      transfer(from: outside.0, to: owner, on: grant.later(by: -60))
    case .nameChange:
      let name = Wording.company(&generator, trade: "科创")
      change("CP01", on: day, [("专利权人", owner.name, name)])
    case .addressChangeWithin, .addressMoveOut, .addressMoveIn:
      let forms = cast.ownership == .addressMoveOut ? AddressForm.elsewhere : AddressForm.plainHome
      if cast.ownership == .addressMoveIn { setParties(outside.0) }
      let next = party(forms.filter { $0.parts != nil })
      change("CP02", on: day, [("地址", text(owner), text(next.0))])
      residence = next.1
    case .nameAndAddressChange:
      let next = party(AddressForm.plainHome)
      change(
        "CP03", on: day,
        [("专利权人", owner.name, next.0.name), ("地址", text(owner), text(next.0))])
      residence = next.1
    case .coOwnerChange:
      addParty(outside.0)
      change("CP01", on: day, [("共同专利权人", outside.0.name, "合肥示例替换有限公司")])
    case .secondOwnerTransfer:
      addParty(outside.0)
      let buyer = party(AddressForm.elsewhere.filter { $0.parts != nil })
      transfer(from: outside.0, to: buyer.0, on: day)
    case .coApplicantWithoutAddress:
      addParty(PartyEntry(name: Wording.person(&generator), address: nil))
    case .coApplicantInTheCity:
      setParties(outside.0)
      addParty(home.0)
      residence = .elsewhere
    case .assigneeElsewhere:
      documents[documents.count - 1].assignees = [outside.0]
      residence = .elsewhere
    case .assigneeInTheCity:
      setParties(outside.0)
      documents[documents.count - 1].assignees = [home.0]
    }
  }

  private func text(_ party: PartyEntry) -> String {
    guard let address = party.address else { return "" }
    if let text = address.text, address.postcode != "0" { return address.postcode + " " + text }
    return address.text ?? ""
  }

  /// Makes one party the applicant and assignee of every document.
  private mutating func setParties(_ party: PartyEntry) {
    owner = party
    for position in documents.indices {
      documents[position].applicants = [party]
      if !documents[position].assignees.isEmpty { documents[position].assignees = [party] }
    }
  }

  private mutating func addParty(_ party: PartyEntry) {
    for position in documents.indices {
      documents[position].applicants.append(party)
      if !documents[position].assignees.isEmpty { documents[position].assignees.append(party) }
    }
  }

  /// TR01; without an address of the buyer only the name changes hands.
  private mutating func transfer(
    from seller: PartyEntry, to buyer: PartyEntry, on day: CalendarDay,
    published: CalendarDay? = nil
  ) {
    var pairs = [
      ("变更事项", "专利权人"), ("变更前权利人", seller.name), ("变更后权利人", buyer.name),
    ]
    if buyer.address != nil {
      pairs += [
        ("变更事项", "地址"), ("变更前权利人", text(seller)), ("变更后权利人", text(buyer)),
      ]
    }
    let effective = ("登记生效日", day.compact)
    if generator.chance(50) { pairs.append(effective) } else { pairs.insert(effective, at: 0) }
    addEvent("TR01", "专利申请权、专利权的转移", published ?? day.later(by: 18), pairs)
  }

  private mutating func change(
    _ code: String, on day: CalendarDay, _ items: [(String, String, String)]
  ) {
    var pairs: [(String, String)] = []
    for (item, before, after) in items {
      pairs += [("变更事项", item), ("变更前", before), ("变更后", after)]
    }
    addEvent(code, "专利权人的姓名或者名称、地址的变更", day, pairs)
  }

  /// Repeated, replacing, correcting and peculiar deliveries of the grant.
  mutating func tellDelivery() {
    guard cast.delivery != .once, let original = documents.last else { return }
    let last = documents.count - 1
    let home = party(AddressForm.plainHome)
    let outside = party(AddressForm.elsewhere.filter { $0.parts != nil })
    var newer = original
    newer.produced = original.produced.later(by: 70)
    newer.applicants = [home.0]
    newer.assignees = [home.0]
    func placed(_ document: PlannedDocument, _ party: PartyEntry) -> PlannedDocument {
      var document = document
      document.applicants = [party]
      document.assignees = [party]
      return document
    }
    switch cast.delivery {
    case .once: break
    case .twice: documents.append(original)
    case .replacedMovesIn:
      newer.status = "R"
      documents[last] = placed(original, outside.0)
      documents.append(newer)
      residence = home.1
    case .replacedMovesOut:
      newer = placed(newer, outside.0)
      newer.status = "R"
      documents.append(newer)
      residence = .elsewhere
    case .olderArrivesLast:
      newer.status = "R"
      documents[last] = newer
      documents.append(placed(original, outside.0))
      residence = home.1
    case .titlePageCorrected, .correctedAfterCutOff:
      let isLate = cast.delivery == .correctedAfterCutOff
      newer.kind = (isKindC ? "C" : "B") + (isLate ? "9" : "8")
      newer.date = isLate ? fixedDay(2026, 2, 10) : original.date.later(by: 75)
      newer.produced = newer.date.later(by: -5)
      documents[last] = placed(original, outside.0)
      documents.append(newer)
      residence = home.1
    case .contradictorySameDay:
      var contradiction = original
      contradiction.title = "改进的" + original.title
      documents.append(contradiction)
    case .amendedStatus:
      newer = placed(newer, owner)
      newer.status = "A"
      documents.append(newer)
    case .backfile: documents[last].status = "B"
    case .markupInTitle: documents[last].quirk = .markupInTitle
    case .hostileTitle: documents[last].quirk = .hostileTitle
    case .commentsAndSections: documents[last].quirk = .comments
    case .noBreakSpaces: documents[last].quirk = .noBreakSpaces
    case .large: documents[last].quirk = .large
    case .privateUseCharacters: documents[last].quirk = .privateUse
    }
  }
}
