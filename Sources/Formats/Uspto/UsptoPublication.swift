/// The paths that the USPTO's grants and published applications of the DTDs v4.0–4.7 share.
///
/// Source: us-patent-grant-v45-2014-04-03.dtd, us-patent-application-v44-2014-04-03.dtd and the
/// earlier ones; an element that only some versions have is read wherever it stands.
enum UsptoPublication {
  /// - Parameters:
  ///   - root: the root element.
  ///   - bibliography: the name of its bibliographic part.
  static func paths(root: String, bibliography: String) -> [FieldMap.Path] {
    let data = "\(root)/\(bibliography)"
    return [
      .attribute("\(root)/@date-produced", PublicationField.rootProduced),
      .attribute("\(root)/@date-publ", PublicationField.rootDate),
      .attribute("\(root)/@country", PublicationField.rootCountry),
      .begin("\(root)/abstract", PublicationField.abstract),
      .attribute("\(root)/abstract/@lang", PublicationField.abstractLanguage),
      .text("\(root)/abstract/p", PublicationField.paragraph),
      .text("\(root)/abstract/abst-problem/p", PublicationField.paragraph),
      .text("\(root)/abstract/abst-solution/p", PublicationField.paragraph),
      .begin("\(root)/claims/claim", PublicationField.claim),
      .attribute("\(data)/invention-title/@lang", PublicationField.titleLanguage),
      .text("\(data)/invention-title", PublicationField.title),
      .text("\(data)/number-of-claims", PublicationField.claimTotal),
    ] + numberPaths(data) + classificationPaths(data) + partyPaths(data)
  }

  static func configure(_ builder: inout PublicationBuilder) {
    builder.defaultCountry = "US"
    builder.defaultLanguage = "en"
  }

  private static func numberPaths(_ data: String) -> [FieldMap.Path] {
    let division = "\(data)/us-related-documents/division/relation"
    let groups: [(String, PublicationField, String)] = [
      ("\(data)/publication-reference", .reference, "/document-id"),
      ("\(data)/application-reference", .application, "/document-id"),
      ("\(data)/priority-claims/priority-claim", .priority, ""),
      (division, .parent, "/parent-doc/document-id"),
      (
        "\(data)/us-related-documents/related-publication/document-id", .relatedPublication, ""
      ),
      ("\(data)/pct-or-regional-filing-data", .internationalApplication, "/document-id"),
      ("\(data)/pct-or-regional-publishing-data", .internationalPublication, "/document-id"),
      ("\(data)/us-references-cited/us-citation/patcit/document-id", .citation, ""),
      ("\(data)/references-cited/citation/patcit/document-id", .citation, ""),
    ]
    var paths: [FieldMap.Path] = []
    for (path, field, document) in groups {
      paths += [.begin(path, field)] + St36.numberPaths(path + document)
    }
    let entry = "\(data)/pct-or-regional-filing-data"
    return paths + [
      .attribute("\(data)/application-reference/@appl-type", PublicationField.applicationType),
      .attribute("\(data)/priority-claims/priority-claim/@sequence", PublicationField.sequence),
      .text("\(division)/child-doc/document-id/doc-number", PublicationField.childNumber),
      .text("\(entry)/us-371c124-date", PublicationField.nationalEntry),
      .text("\(entry)/us-371c12-date", PublicationField.nationalEntry),
    ]
  }
}
