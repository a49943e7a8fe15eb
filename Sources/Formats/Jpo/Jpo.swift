import Records

/// The Japanese gazette (公報) by WIPO Standard ST.36: `jp-official-gazette`, Japanese text.
///
/// Verified on four published applications (A) of 2021. The kind is given in words,
/// `公開特許公報(A)`; its code stands at the root. Application and parent numbers name no office. Claims
/// are as many as the office says, which are those after amendment: the claims element holds the
/// claims as filed (20 where 17 are left). FI and F-terms have no place in a record and are not read.
///
/// Description and claims stand before the abstract, so whole documents are parsed up to it.
enum Jpo: DocumentFormat {
  static let id = "jpo"
  static let roots: [StaticString] = ["jp-official-gazette"]
  static let needed: [StaticString] = ["bibliographic-data", "abstract"]

  static let description = FormatDescription(
    id: id, name: "日本特许厅公报", root: "jp-official-gazette",
    verifiedOnData: "公开特许公报（A，2021 年）四件：真实文件",
    verifiedOnSchemaOnly: "特许公报（B）、实用新案（U、Y）、公表（国际申请）：未见样本；FI、F-term 不读取")

  static let paths: [FieldMap.Path] = {
    let root = "jp-official-gazette"
    let data = "\(root)/bibliographic-data"
    var paths: [FieldMap.Path] = [
      .attribute("\(root)/@country", PublicationField.rootCountry),
      .attribute("\(root)/@kind-of-st16", PublicationField.rootKind),
      .attribute("\(root)/@lang", PublicationField.rootLanguage),
      .attribute("\(data)/invention-title/@lang", PublicationField.titleLanguage),
      .text("\(data)/invention-title", PublicationField.title),
      .text("\(data)/number-of-claims", PublicationField.claimTotal),
      .passed("\(root)/image-of-bibliographic-data"),
      .passed("\(root)/image-of-chosen-drawing"),
      .passed("\(root)/description"),
      .passed("\(root)/claims"),
      .begin("\(root)/abstract", PublicationField.abstract),
      .attribute("\(root)/abstract/@lang", PublicationField.abstractLanguage),
      .text("\(root)/abstract/p", PublicationField.paragraph),
    ]
    for (path, field, document) in St36.documents(data) {
      paths +=
        [
          .begin(path, field),
          .attribute("\(path)/@sequence", PublicationField.sequence),
        ] + St36.numberPaths(path + document)
    }
    return paths + classificationPaths(data) + partyPaths(data)
  }()

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    PublicationBuilder.read(format: id, document, into: &output) {
      $0.defaultCountry = "JP"
      $0.defaultLanguage = "ja"
    }
  }
}
