extension PublicationBuilder {
  /// Applicants, assignees, inventors, designers and agencies share one shape, an address book.
  mutating func takeParty(_ field: PublicationField, _ item: CapturedFields.Item) {
    switch field {
    case .customerNumber: customerNumber = document.fieldValue(item)
    case .partyFormat:
      let value = document.fieldText(item)
      withParty { $0.dataFormat = value }
    case .applicantType:
      let isInventor = document.fieldText(item) == "applicant-inventor"
      withParty { $0.isInventor = isInventor }
    case .addressBook: withParty { $0.beginAddressBook(language: nil) }
    case .addressLanguage:
      let value = document.fieldText(item)
      withParty { $0.beginAddressBook(language: value) }
    case .name: set(item) { $0.name = $0.name ?? $1 }
    case .organisation: set(item) { $0.organisation = $0.organisation ?? $1 }
    case .lastName: set(item) { $0.lastName = $0.lastName ?? $1 }
    case .firstName: set(item) { $0.firstName = $0.firstName ?? $1 }
    case .middleName: set(item) { $0.middleName = $0.middleName ?? $1 }
    case .nameSuffix: set(item) { $0.nameSuffix = $0.nameSuffix ?? $1 }
    case .postcode: set(item) { $0.postcode = $0.postcode ?? $1 }
    case .province: set(item) { $0.province = $0.province ?? $1 }
    case .city: set(item) { $0.city = $0.city ?? $1 }
    case .county: set(item) { $0.county = $0.county ?? $1 }
    case .addressCountry:
      // The country is the same in all renderings, and may stand in one of them only. The USPTO writes
      // "unknown" and "omitted".
      if let value = document.fieldValue(item), value != "unknown", value != "omitted" {
        withParty { $0.country = $0.country ?? value }
      }
    case .address: set(item) { $0.address = $0.address ?? $1 }
    case .addressLine: set(item) { $0.addressLines.append($1) }
    default: break
    }
  }

  /// Sets a part of the party that is not set yet. A function, since a key path costs ten times as
  /// much and every address has ten parts.
  @inline(__always)
  private mutating func set(
    _ item: CapturedFields.Item, _ change: (inout PartyDraft, FieldText) -> Void
  ) {
    guard let value = document.fieldValue(item) else { return }
    withParty { draft in
      if !draft.isPassedOver { change(&draft, value) }
    }
  }
}
