import Dossiers
import Records
import Testing

@testable import Classifiers

@Suite struct UnionJudgementTests {
  private func judge(_ edit: (inout ExampleRecords) -> Void) throws -> UnionJudgement {
    let made = CriterionExample.example("", .met, edit)
    let example = try #require(made)
    return UnionJudgement(of: example.patent, in: example.context)
  }

  @Test func anyMetSuffices() throws {
    let union = try judge {
      $0.loaded = []
      $0.filed = "2010-01-04"
    }
    #expect(union.verdict == .met)
    #expect(union.met == ["maintained-over-ten-years"])
    #expect(union["award"]?.isUndetermined == true)
  }

  @Test func notMetOnlyIfAllAreNot() throws {
    #expect(try judge { $0.member(nil) }.verdict == .notMet)
    #expect(try judge { _ in }.verdict == .undetermined)
  }

  @Test func replacedReadingGivesABand() throws {
    let union = try judge { $0.member(nil) }
    let band = union.replacing("strategic-emerging-industry", by: .met(because: []))
    #expect(band.verdict == .met)
    #expect(band.parts.count == 5)
  }

  @Test func contractsOverAllTheirRows() throws {
    let first = try #require(ApplicationNumber(key: 202_010_136_011))
    let second = try #require(ApplicationNumber(key: 202_010_136_012))
    let day = try #require(CalendarDay("2024-01-05"))
    func row(_ number: String, _ patent: ApplicationNumber, _ yuan: Int64?) -> PledgeRow {
      PledgeRow(
        source: Source(file: "pledges.csv"), registrationNumber: number,
        patent: .application(patent), registeredOn: day, amountInYuan: yuan)
    }
    let contracts = PledgeContracts([
      row("Y1", first, nil), row("ｙ1 ", second, 8_000_000), row("Y1", second, 7_000_000),
      row("Y2", first, nil),
    ]).all
    #expect(contracts["Y1"]?.amountInYuan == 8_000_000)
    #expect(contracts["Y1"]?.patentCount == 2)
    #expect(contracts["Y2"]?.amountInYuan == nil)
  }

  /// One patent named by its application and by its publications is one share of the contract.
  @Test func numbersOfOnePatentCountOnce() throws {
    let application = try #require(ApplicationNumber(key: 202_010_136_011))
    let day = try #require(CalendarDay("2024-01-05"))
    var contracts = PledgeContracts()
    for text in ["CN106276567B", "CN106276567A", "202010136011"] {
      let patent = try PatentNumber(parsing: text)
      contracts.add(
        PledgeRow(
          source: Source(file: "pledges.csv"), registrationNumber: "Y1", patent: patent,
          registeredOn: day, amountInYuan: 9_000_000),
        of: application)
    }
    #expect(contracts.all["Y1"]?.patentCount == 1)
    contracts.add(
      PledgeRow(
        source: Source(file: "pledges.csv"), registrationNumber: "Y1",
        patent: try PatentNumber(parsing: "CN100000448C"), registeredOn: day,
        amountInYuan: 9_000_000))
    #expect(contracts.all["Y1"]?.patentCount == 2, "a publication nobody delivered is one more")
  }
}
