import Crypto
import Records

extension PublicationBuilder {
  /// Makes the publication, or a reject that says which number is missing or wrong.
  func finish(into output: inout ReadOutput) {
    let reference = publications.preferred ?? root
    var source = document.source
    source.record = reference.number ?? root.number
    guard let text = reference.number ?? root.number, let number = PublicationNumber(text) else {
      output.reject(
        source, .noNumber,
        "publication number \"\(reference.number ?? "")\" found, digits such as 113783949 expected "
          + "in PublicationReference/DocumentID/DocNumber")
      return
    }
    guard let kind = (reference.kind ?? root.kind).flatMap({ KindCode($0) }) else {
      output.reject(
        source, .badValue,
        "kind \"\(reference.kind ?? root.kind ?? "")\" found, a code such as A, B, U or S expected")
      return
    }
    let application: ApplicationNumber
    switch PublicationParts.applicationNumber(applications) {
    case .success(let number): application = number
    case .failure(let fault):
      let code: Reject.Code
      if case .checkDigit = fault { code = .checkDigit } else { code = .noNumber }
      output.reject(source, code, fault.reason)
      return
    }
    let applied = applications.preferred
    source.record = nil
    var publication = PatentPublication(
      format: format, source: source, country: reference.country ?? root.country ?? "CN",
      publicationNumber: number, kind: kind, applicationNumber: application,
      right: Right(applicationType: applied?.type ?? applications.compactMap { $0.type }.first)
        ?? kind.right ?? application.right)
    publication.digest = document.digest(of: document.bytes)
    publication.publicationDate = reference.date ?? root.date
    publication.filingDate = applied?.date ?? applications.compactMap { $0.date }.first
    publication.status = status
    publication.producedOn = producedOn
    publication.titles = titles
    publication.abstracts = abstracts
    publication.ipc = classifications.entries()
    publication.locarno = locarno.isEmpty ? locarnoTexts : locarno
    publication.applicants = applicants.parties()
    publication.assignees = assignees.parties()
    publication.inventors = inventors.names()
    publication.agencies = PublicationParts.agencies(agencies, customerNumber: customerNumber)
    publication.priorities = PublicationParts.priorities(priorities)
    publication.internationalApplication = PublicationParts.international(
      applications: internationalApplications, publications: internationalPublications,
      nationalEntry: nationalEntry)
    publication.parentApplicationNumber = parents.preferred?.number.flatMap {
      ApplicationNumber($0)
    }
    publication.citations = PublicationParts.citations(citations)
    let count = document.counted ?? claims
    publication.claimCount = count > 0 ? count : nil
    output.records.append(.patent(publication))
  }
}

extension ContentDigest {
  /// SHA-256 of bytes.
  static func sha256(_ bytes: UnsafeBufferPointer<UInt8>) -> ContentDigest? {
    ContentDigest(bytes: SHA256.hash(data: UnsafeRawBufferPointer(bytes)))
  }
}
