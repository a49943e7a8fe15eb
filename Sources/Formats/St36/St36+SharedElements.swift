/// The elements of WIPO Standard ST.36 that the offices' own formats after it have kept.
extension St36 {
  /// The documents that a bibliography names, each with the path from its element to its number.
  static func documents(_ data: String) -> [(String, PublicationField, String)] {
    [
      ("\(data)/publication-reference", .reference, "/document-id"),
      ("\(data)/application-reference", .application, "/document-id"),
      ("\(data)/priority-claims/priority-claim", .priority, ""),
      ("\(data)/related-documents/division/relation/parent-doc", .parent, "/document-id"),
      ("\(data)/pct-or-regional-filing-data", .internationalApplication, "/document-id"),
      ("\(data)/pct-or-regional-publishing-data", .internationalPublication, "/document-id"),
    ]
  }

  /// A document's number.
  static func numberPaths(_ document: String) -> [FieldMap.Path] {
    [
      .text("\(document)/country", PublicationField.country),
      .text("\(document)/doc-number", PublicationField.number),
      .text("\(document)/kind", PublicationField.kind),
      .text("\(document)/date", PublicationField.date),
    ]
  }

  /// A party's name, in its address book or beside one.
  static func namePaths(_ holder: String) -> [FieldMap.Path] {
    [
      .text("\(holder)/name", PublicationField.name),
      .text("\(holder)/orgname", PublicationField.organisation),
      .text("\(holder)/last-name", PublicationField.lastName),
      .text("\(holder)/first-name", PublicationField.firstName),
    ]
  }

  /// A Chinese party's address, whole and in its parts.
  static func addressPaths(_ book: String) -> [FieldMap.Path] {
    [
      .text("\(book)/address/text", PublicationField.address),
      .text("\(book)/address/postcode", PublicationField.postcode),
      .text("\(book)/address/state", PublicationField.province),
      .text("\(book)/address/city", PublicationField.city),
      .text("\(book)/address/county", PublicationField.county),
      .text("\(book)/address/country", PublicationField.addressCountry),
    ]
  }
}
