import Records

/// Writes a publication of an application in CNIPA's old format (`cn-patent-document`):
/// sometimes a byte-order mark, a stylesheet instruction, no namespace, no production date.
struct OldPatentDocumentWriter: Sendable {
  let seed: UInt64
  let documentBytes: Int

  func bytes(_ document: PlannedDocument, of application: Application) -> [UInt8] {
    var generator = SplitMix64(seed: seed ^ 0x01D, stream: application.index)
    var xml = XMLBytes(prefixed: false, reserving: documentBytes + 4_096)
    if generator.chance(60) { xml.raw("\u{FEFF}") }
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.raw("<?xml-stylesheet type=\"text/xsl\" href=\"/showxml/xsl/XSL0117new.xsl\"?>\n")
    xml.open(
      .base, "cn-patent-document", generator.chance(70) ? " lang=\"ZH\" country=\"CN\"" : "")
    xml.open(.base, "cn-bibliographic-data")
    xml.open(.base, "cn-publication-reference")
    documentID(&xml, String(document.number), document.kind, document.date)
    xml.open(.base, "gazette-reference")
    xml.leaf(.base, "gazette-num", "\(document.date.year - 1984)-\(1 + document.date.month * 4)")
    xml.leaf(.base, "date", document.date.compact)
    xml.close(.base, "gazette-reference")
    xml.close(.base, "cn-publication-reference")
    xml.open(.base, "application-reference", " appl-type=\"发明专利\"")
    documentID(&xml, application.number.canonical, nil, application.filed)
    xml.close(.base, "application-reference")
    if let priority = application.priority {
      xml.open(.base, "priority-claims")
      xml.open(.base, "priority-claim", " sequence=\"1\" kind=\"national\"")
      xml.leaf(.base, "country", priority.country)
      xml.leaf(.base, "doc-number", priority.number)
      xml.leaf(.base, "date", priority.date.compact)
      xml.close(.base, "priority-claim")
      xml.close(.base, "priority-claims")
    }
    xml.open(.base, "classifications-ipcr")
    for symbol in application.symbols {
      xml.open(.base, "classification-ipcr")
      xml.leaf(.base, "text", IPCParts(symbol).text(isWide: true) + "(2006.01)")
      xml.close(.base, "classification-ipcr")
    }
    xml.close(.base, "classifications-ipcr")
    xml.leaf(.base, "invention-title", document.title)
    if document.hasAbstract {
      xml.open(.base, "abstract")
      xml.leaf(.base, "p", " num=\"1\"", "公开了" + document.title + "，包括主体和设在主体上的支撑件。")
      xml.close(.base, "abstract")
    }
    xml.empty(.base, "cn-related-documents")
    writeParties(document, of: application, to: &xml)
    if let number = application.internationalNumber {
      xml.open(.base, "pct-or-regional-filing-data")
      xml.open(.base, "document-id")
      xml.leaf(.base, "doc-number", number)
      xml.leaf(.base, "date", application.filed.compact)
      xml.close(.base, "document-id")
      xml.close(.base, "pct-or-regional-filing-data")
    }
    xml.close(.base, "cn-bibliographic-data")
    writeBody(document, to: &xml, &generator)
    xml.close(.base, "cn-patent-document")
    return xml.bytes
  }

  private func documentID(
    _ xml: inout XMLBytes, _ number: String, _ kind: String?, _ date: CalendarDay
  ) {
    xml.open(.base, "document-id")
    xml.leaf(.base, "country", "CN")
    xml.leaf(.base, "doc-number", number)
    if let kind { xml.leaf(.base, "kind", kind) }
    xml.leaf(.base, "date", date.compact)
    xml.close(.base, "document-id")
  }

  private func writeParties(
    _ document: PlannedDocument, of application: Application, to xml: inout XMLBytes
  ) {
    xml.open(.base, "cn-parties")
    xml.open(.base, "cn-applicants")
    for (offset, party) in document.applicants.enumerated() {
      xml.open(.base, "cn-applicant", " sequence=\"\(offset + 1)\"")
      xml.open(.base, "addressbook", " lang=\"ZH\"")
      xml.leaf(.base, "name", party.name)
      if let text = party.address?.text {
        xml.open(.base, "address")
        xml.leaf(.base, "text", text)
        xml.close(.base, "address")
      }
      xml.close(.base, "addressbook")
      xml.close(.base, "cn-applicant")
    }
    xml.close(.base, "cn-applicants")
    xml.open(.base, "cn-inventors")
    for (offset, name) in application.inventors.enumerated() {
      xml.open(
        .base, "cn-inventor",
        " sequence=\"\(offset + 1)\" cn-not-to-be-published-request-by-inventor=\"no\"")
      xml.leaf(.base, "name", name)
      xml.close(.base, "cn-inventor")
    }
    xml.close(.base, "cn-inventors")
    xml.open(.base, "cn-agents")
    xml.open(.base, "cn-agent", " sequence=\"1\" rep-type=\"agent\"")
    xml.open(.base, "cn-agency")
    xml.leaf(.base, "name", application.agency.name + " " + application.agency.code)
    xml.close(.base, "cn-agency")
    xml.leaf(.base, "name", "代理甲")
    xml.close(.base, "cn-agent")
    xml.close(.base, "cn-agents")
    xml.close(.base, "cn-parties")
  }

  private func writeBody(
    _ document: PlannedDocument, to xml: inout XMLBytes, _ generator: inout SplitMix64
  ) {
    xml.open(.base, "application-body", " lang=\"CN\" country=\"CN\"")
    xml.open(.base, "description")
    xml.leaf(.base, "invention-title", " id=\"tilte1\"", document.title)
    var number = 1
    repeat {
      let id = padded(number, 4)
      xml.beginLine(.base, "p", " id=\"p\(id)\" num=\"\(id)\"")
      for _ in 0..<3 { xml.raw(generator.pick(PatentDocumentWriter.sentences)) }
      xml.raw("\n\t")
      xml.endOnLine(.base, "p")
      number += 1
    } while xml.bytes.count < documentBytes - 1_000
    xml.close(.base, "description")
    xml.open(.base, "claims")
    for claim in 1...(1 + generator.below(4)) {
      xml.open(.base, "claim", " id=\"cl\(padded(claim, 4))\" num=\"\(padded(claim, 4))\"")
      xml.leaf(.base, "claim-text", "\(claim).\(document.title)，其特征在于：")
      xml.close(.base, "claim")
    }
    xml.close(.base, "claims")
    xml.close(.base, "application-body")
  }
}
