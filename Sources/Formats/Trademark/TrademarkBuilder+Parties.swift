import Records

extension TrademarkBuilder {
  mutating func takeParty(_ field: TrademarkField, _ item: CapturedFields.Item) {
    switch field {
    case .holder, .formerHolder, .representative:
      party = field
      withParties { $0.append(TrademarkPartyDraft()) }
      return
    case .nameLanguage, .addressLanguage:
      language = text(item)
      return
    default: break
    }
    guard let text = text(item) else {
      language = nil
      return
    }
    switch field {
    case .representativeName:
      var draft = TrademarkPartyDraft()
      draft.entity = text
      representatives.append(draft)
    case .holderIdentifier: holderIdentifiers.appendOnce(text)
    default:
      let line = TrademarkPartyDraft.Line(language: language, text: text)
      withParties { parties in
        guard let last = parties.indices.last else { return }
        TrademarkBuilder.set(field, text, line, of: &parties[last])
      }
    }
    language = nil
  }

  private static func set(
    _ field: TrademarkField, _ text: FieldText, _ line: TrademarkPartyDraft.Line,
    of party: inout TrademarkPartyDraft
  ) {
    switch field {
    case .partyIdentifier: party.identifier = party.identifier ?? text
    case .partyOperation: party.isDeleted = text.equalsIgnoringCase("delete")
    case .partyStage: party.stage = text.integer
    case .nameLine: party.nameLines.append(line)
    case .latinName: party.latinName = party.latinName ?? text
    case .organisation: party.organisation = party.organisation ?? text
    case .entity: party.entity = party.entity ?? text
    case .firstName: party.firstName = party.firstName ?? text
    case .middleName: party.middleName = party.middleName ?? text
    case .lastName: party.lastName.append(text)
    case .addressLine: party.addressLines.append(line)
    case .addressPart: party.addressLines.append(.init(language: nil, text: text))
    case .addressState:
      party.state = text
      party.addressLines.append(.init(language: nil, text: text))
    case .addressCountry: party.country = party.country ?? text
    default: break
    }
  }

  private mutating func withParties(_ change: (inout [TrademarkPartyDraft]) -> Void) {
    switch party {
    case .representative: change(&representatives)
    case .formerHolder: change(&formerHolders)
    default: change(&holders)
    }
  }

  /// The current holders and those before, the latest first.
  ///
  /// In the United States parties are the history of owners: all with the highest stage hold the
  /// mark together, those below held it before. Stage 70 is a correspondent.
  ///
  /// Source: USPTO, Trademark Applications DTD documentation, element `party-type`: 10 to 19 before
  /// publication, 20 to 29 after it, 30 original registrant, 31 to 69 owners after registration.
  func parties() -> (current: [Holder], former: [Holder]) {
    let isPlain = formerHolders.isEmpty && holders.allSatisfy { !$0.isDeleted && $0.stage == nil }
    if isPlain, (office ?? settings.office) != "US" {
      return (holders.compactMap { $0.holder }, [])
    }
    var given = holders.filter { !$0.isDeleted && $0.stage != 70 }
    let removed = holders.filter { $0.isDeleted } + formerHolders
    let isAmerican = (office ?? settings.office) == "US"
    if isAmerican {
      for index in given.indices where given[index].country == nil && given[index].state != nil {
        given[index].country = "US"
      }
    }
    guard isAmerican, let latest = given.compactMap({ $0.stage }).max() else {
      return (given.compactMap { $0.holder }, removed.compactMap { $0.holder })
    }
    let current = given.filter { $0.stage == latest }.compactMap { $0.holder }
    var former: [Holder] = []
    for draft in given.enumerated().filter({ $0.element.stage != latest }).sorted(by: {
      ($1.element.stage ?? 0, $0.offset) < ($0.element.stage ?? 0, $1.offset)
    }) {
      // Who holds the mark since an earlier stage held it before, too, but is no former holder.
      if let holder = draft.element.holder, !current.contains(where: { $0.name == holder.name }) {
        former.appendOnce(holder)
      }
    }
    return (current, former + removed.compactMap { $0.holder })
  }

  func representativeNames() -> [String] {
    var names: [String] = []
    for draft in representatives where !draft.isDeleted {
      if let name = draft.name(joinedBy: ", ") { names.appendOnce(name) }
    }
    for draft in holders where draft.stage == 70 && !draft.isDeleted {
      if let name = draft.name(joinedBy: ", ") { names.appendOnce(name) }
    }
    return names
  }
}
