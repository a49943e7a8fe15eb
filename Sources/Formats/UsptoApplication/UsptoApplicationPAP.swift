/// The USPTO's applications published in 2001–2004, `patent-application-publication` (PAP v1.5 and
/// v1.6).
///
/// The document names no country: it is US, and so is a cited document without one. The prefix of a
/// name (`Mr.`) is not kept. Source: pap-v15-2001-01-31.dtd.
enum UsptoApplicationPAP: DocumentFormat {
  static let id = UsptoApplication.id
  static let roots: [StaticString] = ["patent-application-publication"]
  static let needed: [StaticString] = ["subdoc-bibliographic-information", "subdoc-abstract"]
  static let countedPath: [StaticString] = ["subdoc-claims", "claim"]
  static let description = UsptoApplication.description

  static let paths: [FieldMap.Path] = {
    let root = "patent-application-publication"
    let data = "\(root)/subdoc-bibliographic-information"
    let filing = "\(data)/domestic-filing-data"
    let priority = "\(data)/foreign-priority-data"
    let technical = "\(data)/technical-information"
    let ipc = "\(technical)/classification-ipc"
    let division = "\(data)/continuity-data/division-of"
    var paths: [FieldMap.Path] = [
      .begin("\(root)/subdoc-abstract", PublicationField.abstract),
      .text("\(root)/subdoc-abstract/paragraph", PublicationField.paragraph),
      .begin("\(root)/subdoc-claims/claim", PublicationField.claim),
      .begin(filing, PublicationField.application),
      .text("\(filing)/application-number/doc-number", PublicationField.number),
      .text("\(filing)/filing-date", PublicationField.date),
      .begin(priority, PublicationField.priority),
      .text("\(priority)/priority-application-number/doc-number", PublicationField.number),
      .text("\(priority)/filing-date", PublicationField.date),
      .text("\(priority)/country-code", PublicationField.country),
      .text("\(ipc)/classification-ipc-primary/ipc", PublicationField.ipcColumns),
      .text("\(ipc)/classification-ipc-secondary/ipc", PublicationField.ipcColumns),
      .text("\(technical)/title-of-invention", PublicationField.title),
      .text(
        "\(division)/parent-child/child/document-id/doc-number", PublicationField.childNumber),
      .text("\(data)/international-conventions/usc371-date", PublicationField.nationalEntry),
    ]
    let conventions = "\(data)/international-conventions"
    let groups: [(String, PublicationField, String)] = [
      ("\(data)/document-id", .reference, ""),
      (division, .parent, "/parent-child/parent/document-id"),
      ("\(technical)/citation/cited-patent-literature", .citation, "/document-id"),
      ("\(data)/prior-publication/document-id", .relatedPublication, ""),
      ("\(conventions)/pct-application", .internationalApplication, "/document-id"),
      ("\(conventions)/pct-publication", .internationalPublication, "/document-id"),
    ]
    for (path, field, document) in groups {
      paths += [
        .begin(path, field),
        .text("\(path)\(document)/doc-number", PublicationField.number),
        .text("\(path)\(document)/document-date", PublicationField.date),
        .text("\(path)\(document)/country-code", PublicationField.country),
        .text("\(path)\(document)/kind-code", PublicationField.kind),
      ]
    }
    return paths + partyPaths(data)
  }()

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    PublicationBuilder.read(format: id, document, into: &output) { builder in
      UsptoPublication.configure(&builder)
      builder.citedCountry = "US"
    }
  }
}
