import Records

/// Follows the first patentee through the events.
struct PatenteeHistory {
  private(set) var patentee: FirstPatentee
  private(set) var remarks: [QualityRemark] = []
  private var coPatentees: Set<String>
  private var coAddresses: Set<String>
  private var formerNames: Set<String> = []
  private var formerAddresses: Set<String> = []
  private let settings: AssemblySettings

  init?(document: PublicationDelivery, settings: AssemblySettings) {
    guard let party = document.firstPatentee else { return nil }
    self.settings = settings
    coPatentees = Set(document.coPatentees.map { PartyText.key($0) })
    coAddresses = Set(document.coAddresses.map { PartyText.addressKey($0) })
    patentee = FirstPatentee(
      party: party, address: .known,
      because: [
        Evidence(
          rule: PatenteeHistory.rule, source: document.source,
          field: document.firstAssignee == nil ? "applicants" : "assignees", value: party.name,
          date: document.publicationDate?.day)
      ])
  }

  private static let rule = "first-patentee"

  mutating func apply(_ entry: EventTimeline.Entry) {
    let change = PatenteeChange(entry.event, eventClass: entry.eventClass)
    let isTransfer = entry.eventClass == .transferred
    for pair in change.pairs where pair.item == .coPatentee {
      if let after = pair.after { coPatentees.insert(PartyText.key(after)) }
    }
    let owner = ownerPair(in: change.pairs, entry: entry)
    if isTransfer, change.pairs.isEmpty {
      loseAddress()
      remark("transfer-without-parties", "转移事务未载明变更前后的权利人", entry)
      note(entry, field: "变更事项", value: patentee.party.name)
      return
    }
    if let owner, owner.isRepetition {
      repeatAddress(in: change.pairs, owner: owner, isTransfer: isTransfer, entry: entry)
      return
    }
    let newAddress = address(
      in: change.pairs, owner: owner?.index, isTransfer: isTransfer, entry: entry)
    if let owner {
      let name = newName(change.pairs[owner.index])
      formerNames.insert(PartyText.key(patentee.party.name))
      if isTransfer {
        if let old = patentee.party.address { formerAddresses.insert(PartyText.addressKey(old)) }
        patentee.party = Party(sequence: 1, name: name)
        if let newAddress { settle(newAddress) } else { loseAddress() }
      } else {
        patentee.party.name = name
        if let newAddress { settle(newAddress) }
      }
      note(entry, field: "变更后", value: [name, newAddress].compactMap { $0 }.joined(separator: " "))
    } else if let newAddress {
      settle(newAddress)
      note(entry, field: "变更后", value: newAddress)
    }
  }

  /// Takes from an event that was already applied, under another code, what its first form lacked.
  private mutating func repeatAddress(
    in pairs: [PatenteeChange.Pair], owner: OwnerPair, isTransfer: Bool,
    entry: EventTimeline.Entry
  ) {
    let isUnknown = patentee.address == .unknownAfterTransfer
    guard
      let newAddress = address(
        in: pairs, owner: isUnknown ? owner.index : nil, isTransfer: isTransfer, entry: entry)
    else { return }
    settle(newAddress)
    note(entry, field: "变更后", value: newAddress)
  }

  /// An event that changes the owner but has no readable day: whether it has happened is unknown.
  mutating func applyUndated(_ entry: EventTimeline.Entry) {
    let change = PatenteeChange(entry.event, eventClass: entry.eventClass)
    guard entry.eventClass == .transferred,
      change.pairs.isEmpty || ownerPair(in: change.pairs, entry: entry)?.isRepetition == false
    else { return }
    loseAddress()
    remark("undated-transfer", "转移事务无可读日期", entry)
  }

  private struct OwnerPair {
    var index: Int
    var isRepetition: Bool
  }

  private mutating func ownerPair(
    in pairs: [PatenteeChange.Pair], entry: EventTimeline.Entry
  ) -> OwnerPair? {
    let current = PartyText.key(patentee.party.name)
    let candidates = pairs.indices.filter { index in
      switch pairs[index].item {
      case .name, .firstName, .nameAndAddress: return pairs[index].after != nil
      default: return false
      }
    }
    guard !candidates.isEmpty else { return nil }
    if let match = candidates.first(where: { matches(pairs[$0], name: current) }) {
      return OwnerPair(index: match, isRepetition: false)
    }
    if let repeated = candidates.first(where: {
      isFormer(pairs[$0]) && PartyText.key(newName(pairs[$0])) == current
    }) {
      return OwnerPair(index: repeated, isRepetition: true)
    }
    // A pair that names somebody unknown is the sole owner's under an unknown former name; beside
    // co-patentees it says of nobody known that it is the first.
    let open = candidates.filter {
      !isFormer(pairs[$0]) && !isCoPatentee(pairs[$0])
        && (coPatentees.isEmpty || pairs[$0].before == nil || pairs[$0].item == .firstName)
    }
    if let first = open.first(where: { pairs[$0].item == .firstName })
      ?? (open.count == 1 ? open.first : nil)
    {
      if pairs[first].before != nil {
        remark("unmatched-owner", "变更前权利人与已知的第一专利权人不一致", entry)
      }
      return OwnerPair(index: first, isRepetition: false)
    }
    if !open.isEmpty { remark("ambiguous-owner", "多组变更前后权利人均与第一专利权人不一致", entry) }
    return nil
  }

  /// The address that holds from this event on, or nil if it gives none.
  private mutating func address(
    in pairs: [PatenteeChange.Pair], owner: Int?, isTransfer: Bool, entry: EventTimeline.Entry
  ) -> String? {
    if let owner, pairs[owner].item == .nameAndAddress, let after = pairs[owner].after,
      let address = PartyText.nameAndAddress(after).address
    {
      return address
    }
    let candidates = pairs.indices.filter {
      pairs[$0].item == .address && pairs[$0].after != nil
    }
    guard !candidates.isEmpty else { return nil }
    let current = patentee.party.address.map { PartyText.addressKey($0) }
    if let current,
      let match = candidates.first(where: {
        pairs[$0].before.map { PartyText.addressKey($0) } == current
      })
    {
      return pairs[match].after
    }
    let foreign = candidates.filter { isCoAddress(pairs[$0]) }
    for index in foreign {
      if let after = pairs[index].after { coAddresses.insert(PartyText.addressKey(after)) }
    }
    let own = candidates.filter { !foreign.contains($0) }
    if let owner {
      return (own.first { $0 > owner } ?? own.first).flatMap { pairs[$0].after }
    }
    // Without a change of the first owner, the address beside another owner's change is that one's
    // unless it matched, and so is a transfer's.
    if isTransfer || pairs.contains(where: { $0.item == .coPatentee || isCoPatentee($0) }) {
      return nil
    }
    let open = own.filter { index in
      guard current != nil, let before = pairs[index].before else { return true }
      return coPatentees.isEmpty && !formerAddresses.contains(PartyText.addressKey(before))
    }
    guard open.count == 1, let only = open.first else {
      if !open.isEmpty { remark("ambiguous-address", "多组变更前后地址均与已知地址不一致", entry) }
      return nil
    }
    if current != nil, pairs[only].before != nil {
      remark("unmatched-address", "变更前地址与已知地址不一致", entry)
    }
    return pairs[only].after
  }

  private func matches(_ pair: PatenteeChange.Pair, name: String) -> Bool {
    guard let before = pair.before else { return false }
    if PartyText.key(before) == name || PartyText.key(PartyText.firstName(before)) == name {
      return true
    }
    return pair.item == .nameAndAddress && PartyText.key(before).hasPrefix(name)
  }

  private func isFormer(_ pair: PatenteeChange.Pair) -> Bool {
    pair.before.map { formerNames.contains(PartyText.key(oldName(pair.item, $0))) } ?? false
  }

  private func isCoPatentee(_ pair: PatenteeChange.Pair) -> Bool {
    guard pair.item != .firstName, let before = pair.before else { return false }
    return coPatentees.contains(PartyText.key(oldName(pair.item, before)))
  }

  private func isCoAddress(_ pair: PatenteeChange.Pair) -> Bool {
    pair.before.map { coAddresses.contains(PartyText.addressKey($0)) } ?? false
  }

  private func oldName(_ item: PatenteeChange.Item, _ before: String) -> String {
    item == .nameAndAddress
      ? PartyText.nameAndAddress(before).name : PartyText.firstName(before)
  }

  private func newName(_ pair: PatenteeChange.Pair) -> String {
    let after = pair.after ?? ""
    return pair.item == .nameAndAddress
      ? PartyText.nameAndAddress(after).name : PartyText.firstName(after)
  }

  private mutating func settle(_ address: String) {
    if let old = patentee.party.address { formerAddresses.insert(PartyText.addressKey(old)) }
    patentee.party = Party(
      sequence: patentee.party.sequence, name: patentee.party.name, address: address)
    patentee.address = .known
  }

  private mutating func loseAddress() {
    if let old = patentee.party.address { formerAddresses.insert(PartyText.addressKey(old)) }
    patentee.party = Party(sequence: patentee.party.sequence, name: patentee.party.name)
    patentee.address = .unknownAfterTransfer
  }

  private mutating func note(_ entry: EventTimeline.Entry, field: String, value: String) {
    var evidence = entry.evidence(rule: PatenteeHistory.rule, settings: settings)
    evidence.field = field
    evidence.value = value
    patentee.because.append(evidence)
  }

  private mutating func remark(_ id: String, _ text: String, _ entry: EventTimeline.Entry) {
    remarks.append(QualityRemark(id: id, text: text, source: entry.event.source))
  }
}
