/// The USPTO's grants of 2001–2004, `PATDOC` by WIPO's ST.32: the bibliography in `SDOBI` by INID
/// codes (`B110` is [11]), text in `PDAT`.
///
/// The DTD descends from SGML; the documents delivered are well-formed XML. Their DOCTYPE declares
/// the images as unparsed entities, which expand to nothing. What is still SGML (tags left open,
/// attributes without quotes) is refused as not well-formed.
///
/// `B511` is an IPC symbol in columns, for designs a Locarno class. A cited document without a
/// country is a US one. Source: ST32-US-Grant-025xml.dtd.
enum UsptoGrantST32: DocumentFormat {
  static let id = UsptoGrant.id
  static let roots: [StaticString] = ["PATDOC"]
  static let needed: [StaticString] = ["SDOBI", "SDOAB"]
  static let countedPath: [StaticString] = ["SDOCL", "CL", "CLM"]
  static let description = UsptoGrant.description

  static let paths: [FieldMap.Path] = {
    let data = "PATDOC/SDOBI"
    let division = "\(data)/B600/B620"
    var paths: [FieldMap.Path] = [
      .begin("PATDOC/SDOAB", PublicationField.abstract),
      .text("PATDOC/SDOAB/BTEXT/PARA", PublicationField.paragraph),
      .begin("PATDOC/SDOCL/CL/CLM", PublicationField.claim),
      .begin("\(data)/B100", PublicationField.reference),
      .text("\(data)/B100/B110", PublicationField.number),
      .text("\(data)/B100/B130", PublicationField.kind),
      .text("\(data)/B100/B140", PublicationField.date),
      .text("\(data)/B100/B190", PublicationField.country),
      .begin("\(data)/B200", PublicationField.application),
      .text("\(data)/B200/B210", PublicationField.number),
      .text("\(data)/B200/B220", PublicationField.date),
      .begin("\(data)/B300", PublicationField.priority),
      .text("\(data)/B300/B310", PublicationField.number),
      .text("\(data)/B300/B320", PublicationField.date),
      .text("\(data)/B300/B330", PublicationField.country),
      .text("\(data)/B500/B510/B511", PublicationField.ipcColumns),
      .text("\(data)/B500/B510/B512", PublicationField.ipcColumns),
      .text("\(data)/B500/B540", PublicationField.title),
      .text("\(data)/B500/B570/B577", PublicationField.claimTotal),
      .begin(division, PublicationField.parent),
      .text("\(division)/PARENT-US/CDOC/DOC/DNUM", PublicationField.childNumber),
      .text("\(data)/B800/B860/B864US", PublicationField.nationalEntry),
    ]
    let groups: [(String, PublicationField, String)] = [
      (division, .parent, "/PARENT-US/PDOC/DOC"),
      ("\(data)/B500/B560/B561/PCIT", .citation, "/DOC"),
      ("\(data)/B600/B690US", .relatedPublication, "/DOC"),
      ("\(data)/B800/B860", .internationalApplication, "/B861/DOC"),
      ("\(data)/B800/B870", .internationalPublication, "/B871/DOC"),
    ]
    for (path, field, document) in groups {
      paths += [
        .begin(path, field),
        .text("\(path)\(document)/DNUM", PublicationField.number),
        .text("\(path)\(document)/DATE", PublicationField.date),
        .text("\(path)\(document)/CTRY", PublicationField.country),
        .text("\(path)\(document)/KIND", PublicationField.kind),
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
