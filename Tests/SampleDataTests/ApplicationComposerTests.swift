import Records
import Testing

@testable import SampleData

@Suite struct ApplicationComposerTests {
  private let applications = (0..<SampleCity.checkedIn.patents).map {
    ApplicationComposer(seed: SampleCity.checkedIn.seed).application($0)
  }

  /// Every case is played by one of the first applications.
  @Test func everyCaseOccurs() {
    let casts = Cast.directed
    #expect(casts.count <= applications.count)
    for story in StandingStory.allCases { #expect(casts.contains { $0.standing == story }) }
    for story in OwnershipStory.allCases { #expect(casts.contains { $0.ownership == story }) }
    for story in DeliveryStory.allCases { #expect(casts.contains { $0.delivery == story }) }
    for story in PledgeStory.allCases { #expect(casts.contains { $0.pledge == story }) }
    for story in FamilyStory.allCases { #expect(casts.contains { $0.family == story }) }
    for story in AwardStory.allCases { #expect(casts.contains { $0.award == story }) }
  }

  @Test func everyEventCodeAndDeliveryStatusOccurs() {
    let codes = Set(applications.flatMap { $0.events.map(\.code) })
    for code in [
      "PB01", "C06", "SE01", "C10", "GR01", "C14", "RJ01", "WD01", "CF01", "C17", "CX01", "AV01",
      "AR01", "AD01", "IW01", "IP01", "C35", "RR01", "C49", "TR01", "CP01", "CP02", "CP03", "PE01",
      "PC01", "PM01", "PP01", "PD01", "EE01", "EC01", "DD01", "TP01",
    ] { #expect(codes.contains(code), "no event \(code)") }
    let documents = applications.flatMap(\.documents)
    #expect(Set(documents.map(\.status)) == ["A", "B", "C", "D", "R"])
    let kinds = Set(documents.map(\.kind))
    for kind in ["A", "B", "C", "U", "S"] { #expect(kinds.contains(kind), "no \(kind)") }
    #expect(kinds.contains { $0.hasSuffix("8") })
    #expect(kinds.contains { $0.hasSuffix("9") })
    #expect(documents.contains { $0.isOldFormat })
    #expect(applications.contains { $0.number.key < 100_000_000 })
    #expect(applications.contains { $0.number.isNationalPhase })
    #expect(applications.contains { $0.parent != nil })
    #expect(Set(applications.compactMap(\.decision?.belongs)) == [true, false])
  }

  @Test func numbersAreUniqueAndReadBack() {
    #expect(Set(applications.map(\.number)).count == applications.count)
    for application in applications {
      #expect(ApplicationNumber(application.number.canonical) == application.number)
      let standard = PatentDocumentWriter.standardNumber(application)
      #expect(ApplicationNumber(standard) == application.number, "\(standard)")
      #expect(application.number.right == application.right)
    }
  }

  /// A contract of several patents is shared by at least two applications.
  @Test func onePledgeContractNamesSeveralPatents() {
    var patents: [String: Set<ApplicationNumber>] = [:]
    for application in applications {
      for row in application.pledgeRows {
        patents[row.contract, default: []].insert(application.number)
      }
    }
    #expect(patents.values.contains { $0.count > 1 })
  }

  @Test func eventsAfterAGrantFollowIt() {
    for application in applications where application.truth.standing == .inForce {
      let grants = application.documents.filter { $0.kind != "A" }.map(\.date)
      guard let grant = grants.min() else { continue }
      for event in application.events
      where ["CF01", "CP01", "CP02", "CP03", "PE01", "PP01", "IP01"].contains(event.code) {
        #expect(event.published > grant, "\(application.number.canonical) \(event.code)")
      }
    }
  }

  @Test func documentsAreOfTheSizeAskedFor() {
    let writer = PatentDocumentWriter(seed: 1, documentBytes: 20_000)
    for application in applications.prefix(40) where application.right == .invention {
      for document in application.documents where document.quirk == .none {
        let bytes = writer.bytes(document, of: application)
        #expect(bytes == writer.bytes(document, of: application))
        #expect((18_000..<26_000).contains(bytes.count))
      }
    }
  }
}
