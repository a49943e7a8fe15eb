import Records

extension LegalEvent {
  /// The texts behind 变更后 in which a new address may stand: each value as it is, and the address where
  /// a name stands before it.
  package var textsAfterChange: [String] {
    details.flatMap { detail -> [String] in
      guard PartyText.key(detail.label).hasPrefix("变更后"),
        let value = PartyText.present(detail.value)
      else { return [] }
      return [value] + [PartyText.nameAndAddress(value).address].compactMap { $0 }
    }
  }
}
