import Crypto
import Records

extension PublicationBuilder {
  /// Makes the publication, or a reject that says which number is missing or wrong.
  ///
  /// - Parameter end: where the record ends in the document's bytes.
  func finish(end: Int, into output: inout ReadOutput) {
    let reference = publications.preferred(form: numberForm) ?? root
    var source = document.source
    if let start { source.offset = start + document.offset }
    source.record = (reference.number ?? root.number)?.string
    guard let office = reference.country ?? root.country ?? defaultCountry else {
      output.reject(
        source, .badValue,
        "no office found, a code such as US or EP expected in the document's "
          + "publication reference")
      return
    }
    let country = office.string
    guard let text = source.record,
      let number = PublicationNumber(country: country, text)
    else {
      output.reject(
        source, .noNumber,
        (reference.number ?? root.number).map { "publication number \"\($0)\" found" }
          .orNone("publication number") + ", digits such as 113783949 expected in the document's "
          + "publication reference")
      return
    }
    // Some offices give the kind in words, 公開特許公報(A), and its code at the root.
    guard
      let kind = [reference.kind, root.kind].lazy.compactMap({ $0.flatMap { KindCode($0.string) } })
        .first
    else {
      output.reject(
        source, .badValue,
        (reference.kind ?? root.kind).map { "kind \"\($0)\" found" }.orNone("kind")
          + ", a code such as A, B, U or S expected")
      return
    }
    let applied = applications.preferred(form: numberForm)
    var application: FiledNumber?
    // Chinese publications are joined by their application; of others the document counts.
    if country == "CN" || applied?.number != nil {
      do throws(ApplicationNumberFault) {
        application = try FiledNumber(draft: applied ?? NumberDraft(), country: country)
      } catch {
        let code: Reject.Code
        if case .checkDigit = error { code = .checkDigit } else { code = .noNumber }
        output.reject(source, code, error.reason)
        return
      }
    }
    source.record = nil
    var publication = PatentPublication(
      format: format, source: source, country: country, publicationNumber: number, kind: kind,
      application: application,
      right: Right(applicationType: applied?.type ?? applications.compactMap { $0.type }.first)
        ?? (country == "CN" ? kind.right ?? application?.chinese?.right : nil)
        ?? kind.right(in: country))
    publication.digest = document.digest(
      of: UnsafeBufferPointer(
        rebasing: document.bytes[(start ?? 0)..<min(end, document.bytes.count)]))
    publication.publicationDate = reference.date ?? root.date
    publication.filingDate = applied?.date ?? applications.compactMap { $0.date }.first
    publication.status = status
    publication.producedOn = producedOn
    publication.titles = titles.texts
    publication.abstracts = abstracts.texts
    publication.ipc =
      classifications.isEmpty ? earlierClassifications.earlierEntries() : classifications.entries()
    publication.cpc = cooperativeClassifications.cooperativeSymbols()
    publication.familyIdentifier = familyIdentifier
    for member in family { member.add(to: &publication, form: numberForm) }
    publication.locarno = locarno.isEmpty ? locarnoTexts : locarno
    // A reissue may be one of a design patent.
    let isReissue = applied?.type == "reissue" || (country == "US" && kind.letter == 0x45)
    if isReissue, !publication.locarno.isEmpty { publication.right = .design }
    publication.applicants = applicants.oneForm(of: partyForms).parties()
    publication.assignees = assignees.oneForm(of: partyForms).parties()
    publication.inventors = inventors.oneForm(of: partyForms).names()
    let applying = applicants.filter { $0.isInventor }.names()
    if !applying.isEmpty {
      publication.inventors = applying + publication.inventors.filter { !applying.contains($0) }
    }
    publication.agencies = PublicationParts.agencies(agencies, customerNumber: customerNumber)
    let claimed = priorities.inForm(of: numberForms)
    publication.priorities = PublicationParts.priorities(claimed)
    publication.internationalApplication = PublicationParts.international(
      applications: internationalApplications,
      named: applied?.internationalApplication
        ?? claimed.lazy.compactMap { $0.internationalApplication }.first,
      publications: internationalPublications, nationalEntry: nationalEntry)
    let parents = PublicationParts.parents(parents, of: applied?.number)
    if let parent = parents.preferred(form: numberForm), let text = parent.number {
      do throws(ApplicationNumberFault) {
        publication.parent = try FiledNumber(
          country: parent.country?.string ?? country, parsing: text.string)
      } catch {
        publication.unread.append(
          UnreadValue(field: "parent_application_no", text: text.string))
      }
    }
    publication.citations = PublicationParts.citations(
      citations.oneOfEach(of: numberForms), country: citedCountry)
    publication.relatedPublications = PublicationParts.documents(
      relatedPublications, country: office)
    let count = document.counted ?? claims
    publication.claimCount = count > 0 ? count : claimTotal
    output.records.append(.patent(publication))
  }
}

extension String? {
  /// What was found, or that nothing was.
  func orNone(_ what: String) -> String { self ?? "no \(what) found" }
}

extension ContentDigest {
  /// SHA-256 of bytes.
  static func sha256(_ bytes: UnsafeBufferPointer<UInt8>) -> ContentDigest? {
    ContentDigest(bytes: SHA256.hash(data: UnsafeRawBufferPointer(bytes)))
  }
}
