import Records

extension PatentDocumentWriter {
  /// Sentences as bytes, made once.
  static let sentences: [[UInt8]] = Wording.sentences.map { Array($0.utf8) }

  /// Abstract, description and claims.
  func writeText(
    _ document: PlannedDocument, of application: Application, to xml: inout XMLBytes,
    _ generator: inout SplitMix64
  ) {
    if document.hasAbstract {
      xml.open(.business, "Abstract", " dataFormat=\"original\" lang=\"zh\"")
      xml.beginLine(.base, "Paragraphs", " num=\"0001\"")
      xml.text("公开了" + document.title + "，包括主体和设在主体上的支撑件。结构简单，操作方便，成本较低。")
      xml.endOnLine(.base, "Paragraphs")
      xml.open(.business, "AbstractFigure")
      xml.open(.base, "Figure", " num=\"0001\"")
      xml.empty(
        .base, "Image",
        " he=\"341\" wi=\"1000\" file=\"\(application.number.key).JPG\" imgFormat=\"JPEG\"")
      xml.close(.base, "Figure")
      xml.close(.business, "AbstractFigure")
      xml.close(.business, "Abstract")
    }
    writeDescription(document, to: &xml, &generator)
    writeClaims(document, to: &xml, &generator)
  }

  private func writeDescription(
    _ document: PlannedDocument, to xml: inout XMLBytes, _ generator: inout SplitMix64
  ) {
    xml.open(.business, "Description", " lang=\"zh\" dataFormat=\"original\"")
    xml.leaf(.business, "InventionTitle", " id=\"title1\"", document.title)
    switch document.quirk {
    case .comments:
      xml.raw("<!-- <business:Claim num=\"9999\"> </business:PatentDocumentAndRelated> -->\n")
      xml.raw("<base:Paragraphs><![CDATA[<business:Claim num=\"9998\">]]></base:Paragraphs>\n")
      xml.leaf(.base, "Paragraphs", "换行<br/>以文字写出")
    case .noBreakSpaces:
      xml.beginLine(.base, "Paragraphs")
      for _ in 0..<50_000 { xml.raw("\u{A0}") }
      xml.endOnLine(.base, "Paragraphs")
    default: break
    }
    let target = document.quirk == .large ? 600_000 : documentBytes - 1_500
    var number = 1
    repeat {
      let id = padded(number, 4)
      xml.beginLine(.base, "Paragraphs", " id=\"p\(id)\" num=\"n\(id)\"")
      if number <= 3 { xml.raw(["技术领域", "背景技术", "发明内容"][number - 1]) }
      for _ in 0..<(2 + generator.below(4)) {
        xml.raw("[" + String(generator.below(9_000)) + "]")
        xml.raw(generator.pick(PatentDocumentWriter.sentences))
      }
      xml.endOnLine(.base, "Paragraphs")
      number += 1
    } while xml.bytes.count < target
    xml.close(.business, "Description")
  }

  /// Claims with one to three ClaimText each, the number inside the text.
  private func writeClaims(
    _ document: PlannedDocument, to xml: inout XMLBytes, _ generator: inout SplitMix64
  ) {
    xml.open(.business, "Claims", " lang=\"zh\" dataFormat=\"original\"")
    for claim in 1...(2 + generator.below(5)) {
      let id = padded(claim, 4)
      xml.open(.business, "Claim", " id=\"cl\(id)\" num=\"\(id)\"")
      xml.beginLine(.business, "ClaimText")
      xml.raw("\(claim).")
      xml.text(claim == 1 ? document.title : "根据权利要求1所述的" + document.title)
      xml.raw("，其特征在于：")
      xml.endOnLine(.business, "ClaimText")
      for _ in 0..<generator.below(3) {
        xml.beginLine(.business, "ClaimText")
        xml.raw(generator.pick(PatentDocumentWriter.sentences))
        if generator.chance(20) {
          xml.raw("厚度为")
          xml.begin(.base, "Sub")
          xml.raw("12")
          xml.end(.base, "Sub")
        }
        xml.endOnLine(.business, "ClaimText")
      }
      xml.close(.business, "Claim")
    }
    xml.close(.business, "Claims")
  }

  /// A design has its own bibliographic part, without `Parties`, and no claims.
  func writeDesign(
    _ document: PlannedDocument, of application: Application, to xml: inout XMLBytes,
    _ generator: inout SplitMix64
  ) {
    xml.open(.business, "DesignBibliographicData")
    writeReferences(document, of: application, to: &xml)
    xml.leaf(.business, "PatentNumber", "ZL" + application.number.canonical)
    xml.open(.business, "ClassificationLocarno")
    xml.leaf(.business, "EditionStatement", "13")
    xml.leaf(.business, "MainClassification", "06-01")
    xml.leaf(.base, "Text", "06-01")
    xml.close(.business, "ClassificationLocarno")
    writeTitle(document, "DesignTitle", to: &xml)
    xml.open(.business, "ApplicantDetails")
    for (offset, party) in document.applicants.enumerated() {
      writeParty(party, "Applicant", offset + 1, to: &xml)
    }
    xml.close(.business, "ApplicantDetails")
    xml.open(.business, "DesignerDetails")
    for (offset, name) in application.inventors.enumerated() {
      xml.open(.business, "Designer", " sequence=\"\(offset + 1)\"")
      xml.open(.base, "AddressBook", " lang=\"zh\"")
      xml.leaf(.base, "Name", name)
      xml.close(.base, "AddressBook")
      xml.close(.business, "Designer")
    }
    xml.close(.business, "DesignerDetails")
    writeAssignees(document, to: &xml)
    writeAgent(application, to: &xml)
    xml.close(.business, "DesignBibliographicData")
    xml.open(.business, "DesignBriefExplanation", " lang=\"zh\"")
    xml.leaf(.base, "Paragraphs", "1.本外观设计产品的名称：" + document.title + "。")
    xml.leaf(.base, "Paragraphs", "2.用途：日常使用。3.设计要点：形状。")
    xml.close(.business, "DesignBriefExplanation")
  }
}
