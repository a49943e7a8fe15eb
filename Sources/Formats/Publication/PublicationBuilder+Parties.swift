extension PublicationBuilder {
  /// Applicants, assignees, inventors, designers and agencies share one shape, an address book.
  mutating func takeParty(_ field: PublicationField, _ item: CapturedFields.Item) {
    switch field {
    case .customerNumber: customerNumber = document.value(item)
    case .partyFormat:
      let value = document.text(item)
      withParty { $0.dataFormat = value }
    case .addressBook: withParty { $0.beginAddressBook(language: nil) }
    case .addressLanguage:
      let value = document.text(item)
      withParty { $0.beginAddressBook(language: value) }
    case .name: set(\.name, item)
    case .organisation: set(\.organisation, item)
    case .lastName: set(\.lastName, item)
    case .firstName: set(\.firstName, item)
    case .postcode: set(\.postcode, item)
    case .province: set(\.province, item)
    case .city: set(\.city, item)
    case .county: set(\.county, item)
    case .addressCountry: set(\.country, item)
    case .address: set(\.address, item)
    default: break
    }
  }

  private mutating func set(
    _ part: WritableKeyPath<PartyDraft, String?>, _ item: CapturedFields.Item
  ) {
    guard let value = document.value(item) else { return }
    withParty { draft in
      if draft[keyPath: part] == nil, !draft.isPassedOver { draft[keyPath: part] = value }
    }
  }
}
