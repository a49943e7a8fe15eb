import Records

extension PatentDocumentWriter {
  func writeBibliography(
    _ document: PlannedDocument, of application: Application, to xml: inout XMLBytes,
    _ generator: inout SplitMix64
  ) {
    xml.open(.business, "BibliographicData")
    writeReferences(document, of: application, to: &xml)
    writePriority(application, to: &xml)
    writeSymbols(application, to: &xml, &generator)
    writeTitle(document, "InventionTitle", to: &xml)
    if document.kind.hasPrefix("B"), generator.chance(50) { writeCitation(application, to: &xml) }
    writeRelations(document, of: application, to: &xml)
    xml.open(.business, "Parties")
    xml.open(.business, "ApplicantDetails", " representative=\"1\"")
    for (offset, party) in document.applicants.enumerated() {
      writeParty(party, "Applicant", offset + 1, to: &xml)
    }
    xml.close(.business, "ApplicantDetails")
    xml.open(.business, "InventorDetails")
    for (offset, name) in application.inventors.enumerated() {
      let mark = offset == 2 ? 1 : 0
      xml.open(
        .business, "Inventor",
        " sequence=\"\(offset + 1)\" lang=\"zh\" publicationMark=\"\(mark)\"")
      xml.open(.base, "AddressBook", " lang=\"zh\"")
      xml.leaf(.base, "Name", name)
      xml.close(.base, "AddressBook")
      xml.close(.business, "Inventor")
    }
    xml.close(.business, "InventorDetails")
    writeAgent(application, to: &xml)
    xml.close(.business, "Parties")
    if !document.assignees.isEmpty {
      writeAssignees(document, to: &xml)
      xml.open(.business, "ExaminerDetails")
      xml.open(.business, "Examiner", " sequence=\"1\"")
      xml.leaf(.base, "Name", "审查甲")
      xml.close(.business, "Examiner")
      xml.close(.business, "ExaminerDetails")
    }
    writeInternational(application, to: &xml)
    xml.close(.business, "BibliographicData")
  }

  func writeAssignees(_ document: PlannedDocument, to xml: inout XMLBytes) {
    xml.open(.business, "AssigneeDetails")
    for (offset, party) in document.assignees.enumerated() {
      writeParty(party, "Assignee", offset + 1, to: &xml)
    }
    xml.close(.business, "AssigneeDetails")
  }

  /// The original and the standard number under one sequence.
  private func writePriority(_ application: Application, to xml: inout XMLBytes) {
    guard let priority = application.priority else { return }
    xml.open(.business, "PriorityDetails")
    for format in ["original", "standard"] {
      xml.open(
        .business, "Priority",
        " kind=\"international\" dataFormat=\"\(format)\" sequence=\"1\"")
      xml.leaf(.base, "WIPOST3Code", priority.country)
      let digits = priority.number.filter { $0 != "-" }
      xml.leaf(.base, "DocNumber", format == "original" ? priority.number : digits)
      xml.leaf(.base, "Date", priority.date.compact)
      xml.close(.business, "Priority")
    }
    xml.close(.business, "PriorityDetails")
  }

  private func writeSymbols(
    _ application: Application, to xml: inout XMLBytes, _ generator: inout SplitMix64
  ) {
    xml.open(.business, "ClassificationIPCRDetails", " creator=\"03\"")
    var symbols = application.symbols
    if generator.chance(8) { symbols.append(symbols[0]) }
    let isWide = generator.chance(70)
    let hasVersion = generator.chance(90)
    for (offset, symbol) in symbols.enumerated() {
      xml.open(.business, "ClassificationIPCR", " sequence=\"\(offset + 1)\"")
      let version = symbol.hasPrefix("H10") ? "2025" : "2006"
      let parts = IPCParts(symbol)
      xml.leaf(.business, "IPCVersionDate", version + "0101")
      xml.leaf(.business, "Section", parts.section)
      xml.leaf(.business, "MainClass", parts.mainClass)
      xml.leaf(.business, "Subclass", parts.subclass)
      xml.leaf(.business, "MainGroup", parts.group)
      xml.leaf(.business, "Subgroup", parts.subgroup)
      xml.open(.business, "GeneratingOffice")
      xml.leaf(.base, "WIPOST3Code", "CN")
      xml.close(.business, "GeneratingOffice")
      xml.leaf(.business, "ClassificationDataSource", "H")
      xml.leaf(
        .base, "Text", parts.text(isWide: isWide) + (hasVersion ? "(\(version).01)" : ""))
      xml.close(.business, "ClassificationIPCR")
    }
    xml.close(.business, "ClassificationIPCRDetails")
  }

  private func writeCitation(_ application: Application, to xml: inout XMLBytes) {
    xml.open(.business, "ReferencesCited")
    xml.open(.business, "Citation", " srepPhase=\"SEA\" sequence=\"1\"")
    xml.open(.business, "ApplicationCitation")
    xml.open(.business, "PublicationReference", " dataFormat=\"standard\" sequence=\"1\"")
    documentID(
      &xml, "CN", String(203_000_000 + application.index % 1_000_000), "U",
      application.filed.later(by: -400))
    xml.close(.business, "PublicationReference")
    xml.close(.business, "ApplicationCitation")
    xml.close(.business, "Citation")
    xml.close(.business, "ReferencesCited")
  }

  /// The earlier publication of a grant, and the parent of a divisional.
  private func writeRelations(
    _ document: PlannedDocument, of application: Application, to xml: inout XMLBytes
  ) {
    let earlier = application.documents.first { $0.kind == "A" }
    let isGrant = !document.assignees.isEmpty
    guard application.parent != nil || (isGrant && earlier != nil) else { return }
    xml.open(.business, "RelatedDocuments")
    if let parent = application.parent {
      xml.open(.business, "Division")
      xml.open(.business, "DocumentsRelation")
      xml.open(.business, "ParentDocument")
      documentID(&xml, "CN", parent.canonical, nil, application.filed)
      xml.close(.business, "ParentDocument")
      xml.open(.business, "ChildDocument")
      xml.open(.base, "DocumentID")
      xml.leaf(.base, "Date", "00000000")
      xml.close(.base, "DocumentID")
      xml.close(.business, "ChildDocument")
      xml.close(.business, "DocumentsRelation")
      xml.close(.business, "Division")
    }
    if isGrant, let earlier {
      xml.open(.business, "RelatedPublicationDoc")
      documentID(&xml, "CN", "CN\(earlier.number)A", nil, earlier.date)
      xml.close(.business, "RelatedPublicationDoc")
    }
    xml.close(.business, "RelatedDocuments")
  }

  private func writeInternational(_ application: Application, to xml: inout XMLBytes) {
    guard let number = application.internationalNumber else { return }
    xml.open(.business, "PCTOrRegionalApplicationData")
    documentID(&xml, "US", number, nil, application.filed)
    xml.close(.business, "PCTOrRegionalApplicationData")
    xml.open(.business, "PCTOrRegionalPublishingData")
    documentID(
      &xml, "WO", "\(application.filed.year + 1)/\(100_000 + application.index % 90_000)", nil,
      application.filed.later(by: 180))
    xml.close(.business, "PCTOrRegionalPublishingData")
    xml.open(.business, "NationalStageEntryDate")
    xml.leaf(.base, "Date", application.filed.later(by: 560).compact)
    xml.close(.business, "NationalStageEntryDate")
  }
}

/// The fields of an IPC symbol as deliveries split them; a malformed one keeps what it has.
struct IPCParts: Sendable {
  let section: String
  let mainClass: String
  let subclass: String
  let group: String
  let subgroup: String
  private let symbol: String

  init(_ symbol: String) {
    self.symbol = symbol
    let rest = symbol.dropFirst(4)
    let halves = rest.split(separator: "/", omittingEmptySubsequences: false)
    section = String(symbol.prefix(1))
    mainClass = String(symbol.dropFirst().prefix(2))
    subclass = String(symbol.dropFirst(3).prefix(1))
    group = String(halves.first ?? "")
    subgroup = halves.count > 1 ? String(halves[1]) : ""
  }

  /// `H04L   29/08    `, or with single spaces; a malformed symbol as it is.
  func text(isWide: Bool) -> String {
    guard !subgroup.isEmpty else { return symbol + " " }
    let head = section + mainClass + subclass
    guard isWide else { return head + " " + group + "/" + subgroup + "  " }
    return head + String(repeating: " ", count: 5 - group.utf8.count) + group + "/" + subgroup
      + String(repeating: " ", count: 6 - subgroup.utf8.count)
  }
}
