import Analyses
import Records
import Testing

@Suite struct PatentStandingTests {
  private func standing(_ county: String, _ met: HighValueCriterion...) throws -> PatentStanding {
    PatentStanding(county: try #require(RegionCode(county)), met: Set(met))
  }

  private func changes(_ before: PatentStanding?, _ after: PatentStanding?) -> [String] {
    PatentStanding.changes(from: before, to: after).map {
      ($0.direction == .entry ? "+" : "-") + $0.figure.id
    }
  }

  @Test func entriesAndExitsOfEachFigure() throws {
    let plain = try standing("341302")
    let award = try standing("341302", .award)
    let moved = try standing("341323", .award)
    #expect(changes(nil, plain) == ["+base"])
    #expect(changes(plain, nil) == ["-base"])
    #expect(changes(nil, award) == ["+base", "+high-value", "+award", "+341302"])
    #expect(changes(plain, award) == ["+high-value", "+award", "+341302"])
    #expect(changes(award, moved) == ["-341302", "+341323"])
    // Another criterion instead: the count stays, two criteria change.
    #expect(
      changes(award, try standing("341302", .pledgeFinancing)) == ["+pledge-financing", "-award"])
    // A patent that does not count changes no county's figure.
    #expect(changes(plain, try standing("341323")) == [])
    #expect(changes(award, award) == [])
  }
}
