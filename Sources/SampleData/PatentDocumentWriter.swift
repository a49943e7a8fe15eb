import Records

/// Writes a publication as CNIPA's current XML (`business:PatentDocumentAndRelated`, V2.2.1).
///
/// The same delivery of the same publication has the same bytes however often it is written.
/// Grants, utility models and designs follow the schema: no verbatim ones were seen in public.
struct PatentDocumentWriter: Sendable {
  let seed: UInt64
  /// The size aimed at; the description fills what is left.
  let documentBytes: Int

  /// The document's file name, `CN102021001286633CN00001137819740AFULZH20211210CN00G.XML`.
  static func fileName(_ document: PlannedDocument, of application: Application) -> String {
    let kind = document.kind.utf8.count == 1 ? "0" + document.kind : document.kind
    let check = "GYQL"[index: application.index % 4]
    return "CN" + standardNumber(application) + "CN" + padded(document.number, 13) + kind
      + "FULZH" + document.date.compact + "CN00" + check + ".XML"
  }

  /// CNIPA's 15 digits.
  static func standardNumber(_ application: Application) -> String {
    let key = Int(application.number.key)
    let isLong = key >= 100_000_000
    let type = isLong ? key / 10_000_000 % 10 : key / 100_000 % 10
    let mapped = [1: "10", 8: "11", 2: "20", 9: "21", 3: "30"][type] ?? "10"
    let serial = isLong ? key % 10_000_000 : key % 100_000
    return mapped + String(application.number.year) + padded(serial, 9)
  }

  func bytes(_ document: PlannedDocument, of application: Application) -> [UInt8] {
    var stream = application.index &* 31
    for byte in document.kind.utf8 { stream = stream &* 31 &+ Int(byte) }
    var generator = SplitMix64(seed: seed ^ 0x5EED, stream: stream)
    let isPlain = document.quirk == .none
    let isPrefixed = !generator.chance(6) || !isPlain
    let hasCarriageReturns = generator.chance(5) && isPlain
    var xml = XMLBytes(
      prefixed: isPrefixed, newline: hasCarriageReturns ? "\r\n" : "\n",
      reserving: documentBytes + 8_192)
    if generator.chance(20) { xml.raw("\u{FEFF}") }
    xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"no\"?>")
    xml.endLine()
    let root = "PatentDocumentAndRelated"
    if generator.chance(25), isPlain {
      xml.raw("<!DOCTYPE \(isPrefixed ? "business:" : "")\(root) SYSTEM ")
      xml.raw("\"/DTDS/ExternalStandards/ipphdb-entities.dtd\">")
      xml.endLine()
    }
    let namespaces =
      isPrefixed
      ? " xmlns:base=\"http://www.sipo.gov.cn/XMLSchema/base\""
        + " xmlns:business=\"http://www.sipo.gov.cn/XMLSchema/business\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"" : ""
    xml.open(
      .business, root,
      namespaces + " xsdVersion=\"V2.2.1\" file=\""
        + PatentDocumentWriter.fileName(document, of: application) + "\" dateProduced=\""
        + document.produced.compact + "\" status=\"" + document.status
        + "\" lang=\"zh\" country=\"CN\" docNumber=\"" + String(document.number) + "\" kind=\""
        + document.kind + "\" datePublication=\"" + document.date.compact + "\"")
    if application.right == .design {
      writeDesign(document, of: application, to: &xml, &generator)
    } else {
      writeBibliography(document, of: application, to: &xml, &generator)
      writeText(document, of: application, to: &xml, &generator)
    }
    xml.close(.business, root)
    return xml.bytes
  }

  func writeReferences(
    _ document: PlannedDocument, of application: Application, to xml: inout XMLBytes
  ) {
    for format in ["original", "standard"] {
      let source = format == "original" ? " sourceDB=\"national office\"" : ""
      xml.open(
        .business, "PublicationReference", " dataFormat=\"\(format)\" sequence=\"1\"" + source)
      documentID(&xml, "CN", String(document.number), document.kind, document.date)
      xml.close(.business, "PublicationReference")
    }
    if application.right != .design {
      xml.open(.business, "PublicAvailabilityDate")
      xml.open(.business, "GazetteReference")
      xml.leaf(
        .business, "GazetteNumber",
        "\(document.date.year - 1984)-\(document.date.month)\(padded(document.date.day % 5, 2))1")
      xml.leaf(.base, "Date", document.date.compact)
      xml.close(.business, "GazetteReference")
      xml.close(.business, "PublicAvailabilityDate")
    }
    let type = PatentDocumentWriter.standardNumber(application).prefix(2)
    for format in ["original", "standard"] {
      xml.open(
        .business, "ApplicationReference",
        " applType=\"\(type)\" dataFormat=\"\(format)\" sequence=\"1\"")
      let number =
        format == "original"
        ? application.number.canonical : PatentDocumentWriter.standardNumber(application)
      documentID(&xml, "CN", number, nil, application.filed)
      xml.close(.business, "ApplicationReference")
    }
  }

  func documentID(
    _ xml: inout XMLBytes, _ country: String, _ number: String, _ kind: String?,
    _ date: CalendarDay
  ) {
    xml.open(.base, "DocumentID")
    xml.leaf(.base, "WIPOST3Code", country)
    xml.leaf(.base, "DocNumber", number)
    if let kind { xml.leaf(.base, "Kind", kind) }
    xml.leaf(.base, "Date", date.compact)
    xml.close(.base, "DocumentID")
  }

  func writeTitle(
    _ document: PlannedDocument, _ element: String, to xml: inout XMLBytes
  ) {
    xml.beginLine(.business, element, " lang=\"zh\" dataFormat=\"original\"")
    switch document.quirk {
    case .markupInTitle:
      xml.raw("用于CO<base:Sub>2</base:Sub>环境的")
      xml.text(document.title)
    case .hostileTitle:
      xml.text("=cmd()<script>alert(\"1\")</script>")
      xml.text(document.title)
    case .privateUse: xml.text("\u{E5E5}" + document.title)
    default: xml.text(document.title)
    }
    xml.endOnLine(.business, element)
  }

  func writeParty(
    _ party: PartyEntry, _ element: String, _ sequence: Int, to xml: inout XMLBytes
  ) {
    let type = element == "Applicant" ? " appType=\"applicant\"" : ""
    xml.open(
      .business, element, " sequence=\"\(sequence)\"\(type) dataFormat=\"original\" lang=\"zh\"")
    xml.open(.base, "AddressBook", " lang=\"zh\"")
    xml.leaf(.base, "Name", party.name)
    if let address = party.address {
      xml.open(.base, "Address")
      for part in ["AddressLine", "AddressMailCode", "Street", "AddressCity"] {
        xml.leaf(.base, part, "0")
      }
      xml.leaf(.base, "County", address.county)
      xml.leaf(.base, "City", address.city)
      xml.leaf(.base, "Province", address.province)
      xml.leaf(.base, "PostCode", address.postcode)
      xml.leaf(.base, "WIPOST3Code", address.country)
      if let text = address.text {
        let postcode = address.postcode == "0" ? "" : address.postcode + " "
        xml.leaf(.base, "Text", postcode + text)
      }
      xml.close(.base, "Address")
    }
    xml.close(.base, "AddressBook")
    xml.leaf(
      .business, "OrganizationCode", " createDate=\"00000000\" creator=\"00\"", "0000000000")
    xml.close(.business, element)
  }

  func writeAgent(_ application: Application, to xml: inout XMLBytes) {
    xml.open(.business, "AgentDetails")
    xml.leaf(.business, "CustomerNumber", application.agency.code)
    for sequence in 1...2 {
      xml.open(.business, "Agent", " sequence=\"\(sequence)\" lang=\"zh\" repType=\"agent\"")
      xml.open(.business, "Agency")
      xml.open(.base, "AddressBook", " lang=\"zh\"")
      xml.leaf(
        .base, "OrganizationName", application.agency.name + " " + application.agency.code)
      xml.close(.base, "AddressBook")
      xml.close(.business, "Agency")
      xml.open(.base, "AddressBook", " lang=\"zh\"")
      xml.leaf(.base, "Name", sequence == 1 ? "代理甲" : "代理乙")
      xml.close(.base, "AddressBook")
      xml.close(.business, "Agent")
    }
    xml.close(.business, "AgentDetails")
  }
}

extension XMLBytes {
  /// An element with text and no attribute.
  mutating func leaf(_ name: Name, _ local: String, _ content: String) {
    leaf(name, local, "", content)
  }
}

extension String {
  /// The character at an offset, as a string; the offset must be within.
  fileprivate subscript(index offset: Int) -> String {
    String(self[self.index(startIndex, offsetBy: offset)])
  }
}
