import Records

extension St36 {
  /// The tags of the EPO's SDOBI section; the numbers are INID codes.
  ///
  /// Source: WIPO Standard ST.9; EPO, ep-patent-document-v1-5.dtd.
  static let europeanPaths: [FieldMap.Path] = {
    let root = "ep-patent-document"
    let data = "\(root)/SDOBI"
    let numbers: [FieldMap.Path] = [
      .attribute("\(root)/@lang", PublicationField.rootLanguage),
      .attribute("\(root)/@country", PublicationField.rootCountry),
      .attribute("\(root)/@doc-number", PublicationField.rootNumber),
      .attribute("\(root)/@kind", PublicationField.rootKind),
      .attribute("\(root)/@date-publ", PublicationField.rootDate),
      .attribute("\(root)/@status", Field.status),
      .begin("\(data)/B100", PublicationField.reference),
      .text("\(data)/B100/B110", PublicationField.number),
      .text("\(data)/B100/B130", PublicationField.kind),
      .text("\(data)/B100/B140/date", PublicationField.date),
      .text("\(data)/B100/B190", PublicationField.country),
      .begin("\(data)/B200", PublicationField.application),
      .text("\(data)/B200/B210", PublicationField.number),
      .text("\(data)/B200/B220/date", PublicationField.date),
      .text("\(data)/B300/B310", Field.priorityNumber),
      .text("\(data)/B300/B320/date", Field.priorityDate),
      .text("\(data)/B300/B330/ctry", Field.priorityCountry),
      .text("\(data)/B500/B540/B541", PublicationField.titleLanguage),
      .text("\(data)/B500/B540/B542", PublicationField.title),
      .text("\(data)/B500/B560/B561/text", Field.citedDocument),
      .begin("\(data)/B600/B620/parent/pdoc", PublicationField.parent),
      .text("\(data)/B600/B620/parent/pdoc/dnum/anum", PublicationField.number),
      .begin("\(data)/B800/B860/B861", PublicationField.internationalApplication),
      .text("\(data)/B800/B860/B861/dnum/anum", PublicationField.number),
      .text("\(data)/B800/B860/B861/date", PublicationField.date),
      .begin("\(data)/B800/B870/B871", PublicationField.internationalPublication),
      .text("\(data)/B800/B870/B871/dnum/pnum", PublicationField.number),
      .text("\(data)/B800/B870/B871/date", PublicationField.date),
    ]
    return numbers + textPaths(root) + europeanClassificationPaths(data)
      + europeanPartyPaths(data)
  }()

  /// A document cited in the form `WO-A1-2011/091011`, `US-A1- 2004 003 741`, `US-A- 5 719 948`.
  static func citation(_ text: String) -> Citation {
    let parts = text.split(separator: "-", maxSplits: 2).map { $0.filter { $0 != " " } }
    guard parts.count == 3, parts[0].utf8.count == 2, KindCode(parts[1]) != nil, !parts[2].isEmpty
    else { return Citation(number: text) }
    return Citation(country: parts[0], number: parts[2], kind: parts[1])
  }
}
