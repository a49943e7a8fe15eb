import Foundation
import Records
import SampleData
import TestSupport
import Testing

@testable import Pipelines

/// Whole nights over cities whose answers are known: every published number is compared exactly.
@Suite struct KnownAnswersTests {
  @Test(arguments: [0, 1, 2])
  func everyNumberOfACity(_ index: Int) throws {
    let city = try SharedCity.all[index].get()
    let answers = city.answers
    let project = try TestProject(city)
    let outcome = try project.run()
    let label = Comment(rawValue: "seed \(city.seed)")
    guard case .published(_, let indicator, let records, let rejected) = outcome else {
      Issue.record("\(label): nothing was published")
      return
    }
    let document = try project.indicator()

    #expect(document.base.validInventions == answers.base, label)
    #expect(document.base.undeterminedInForce == answers.undeterminedInForce, label)
    #expect(document.base.unresolvedRegion == answers.unresolvedRegion, label)
    #expect(document.count == answers.count, label)
    // Above it lie the undetermined ones, and those of which not even the validity is known.
    let upper = answers.count + answers.undeterminedOnly + answers.undeterminedInForce
    #expect(document.countUpper == upper, label)
    let open = try project.table("undetermined.csv")
    let questions = open.map { $0["question"] ?? "" }
    #expect(questions.count { $0 == "region" } == answers.unresolvedRegion, label)
    #expect(questions.count { $0 == "in-force" } == answers.undeterminedInForce, label)
    #expect(
      open.count
        == answers.unresolvedRegion + answers.undeterminedInForce + answers.undeterminedOnly, label)
    #expect(open.allSatisfy { $0["missing"]?.isEmpty == false }, label)
    #expect(document.value == answers.value, label)
    #expect(document.population.persons == SampleAnswers.persons, label)
    #expect(document.population.year == 2024, label)
    #expect(document.asOf == answers.asOf, label)
    for (criterion, tally) in zip(SampleAnswers.criteria, answers.tallies) {
      let expected = IndicatorDocument.Tally(
        met: tally.met, notMet: tally.notMet, undetermined: tally.undetermined)
      #expect(document.criteria[criterion] == expected, "\(label) \(criterion)")
    }
    #expect(document.criteria.count == 5)
    #expect(document.overlap == expectedOverlap(answers), label)
    #expect(document.bands.seiIpcOnly == answers.countByIPCOnly, label)
    #expect(document.bands.seiWithKeywords == answers.count, label)
    let counties = document.byCounty.map { $0.region }
    #expect(counties == SampleAnswers.regions.map(String.init), label)
    #expect(document.byCounty.map { $0.count } == answers.countByRegion, label)
    for county in document.byCounty {
      let expected = county.population.map { Double(county.count) / (Double($0) / 10_000) }
      #expect(county.value == expected, "\(label) \(county.region)")
    }

    // What was read.
    let read = Dictionary(uniqueKeysWithValues: document.inputs.map { ($0.format, $0.records) })
    #expect(read == answers.records, label)
    let run = try project.runDocument()
    #expect(run.counts.records == answers.records.values.reduce(0, +) + answers.rejects.count)
    #expect(run.counts.rejected == answers.rejects.count, label)
    #expect(records == run.counts.records)
    #expect(rejected == run.counts.rejected)
    let counts = run.counts
    let held = counts.loaded + counts.stubbed + counts.superseded + counts.duplicate
    #expect(counts.records == held + counts.rejected)
    #expect(counts.superseded > 0 && counts.duplicate > 0)
    #expect(run.unmatched.map { $0.number }.sorted() == answers.unmatched.sorted(), label)
    #expect(run.gates.allSatisfy { ["passed", "off"].contains($0.result) })
    #expect(indicator.run == run.run)

    try checkRejects(project, answers, label)
    try checkPatents(project, answers, document, label)
  }

  private func expectedOverlap(_ answers: SampleAnswers) -> [IndicatorDocument.Overlap] {
    answers.combinations.indices.filter { answers.combinations[$0] > 0 }.map { bits in
      IndicatorDocument.Overlap(
        criteria: SampleAnswers.criteria.indices.filter { bits >> $0 & 1 == 1 }
          .map { SampleAnswers.criteria[$0] },
        count: answers.combinations[bits])
    }.sorted { $0.criteria.lexicographicallyPrecedes($1.criteria) }
  }

  private func checkRejects(
    _ project: TestProject, _ answers: SampleAnswers, _ label: Comment
  ) throws {
    let found = try project.rejectLines()
    func text(_ file: String, _ member: String?, _ code: String) -> String {
      "\(file) ! \(member ?? "-"): \(code)"
    }
    #expect(
      found.map { text($0.file, $0.member, $0.code) }.sorted()
        == answers.rejects.map { text($0.file, $0.member, $0.code) }.sorted(), label)
    let byCode: [String: Int] = answers.rejects.reduce(into: [:]) { $0[$1.code, default: 0] += 1 }
    #expect(try project.indicator().rejects == byCode, label)
    // Sorted by file, then member.
    let keys = found.map { [$0.file, $0.member ?? ""] }
    #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
  }

  private func checkPatents(
    _ project: TestProject, _ answers: SampleAnswers, _ document: IndicatorDocument,
    _ label: Comment
  ) throws {
    let rows = try project.patents()
    #expect(rows.count == answers.base, label)
    let numbers = rows.compactMap { $0["application_no"] }
    #expect(numbers == numbers.sorted())
    #expect(Set(numbers).count == rows.count)
    #expect(rows.filter { $0["high_value"] == "1" }.count == answers.count, label)
    for (criterion, tally) in document.criteria {
      let verdicts = rows.map { $0[criterion] ?? "" }
      #expect(verdicts.count { $0 == "met" } == tally.met, "\(label) \(criterion)")
      #expect(verdicts.count { $0 == "not_met" } == tally.notMet, "\(label) \(criterion)")
      #expect(verdicts.count { $0 == "undetermined" } == tally.undetermined, "\(label)")
    }
    for (position, region) in SampleAnswers.regions.enumerated() {
      let own = rows.filter { $0["region"] == String(region) }
      #expect(own.count == answers.baseByRegion[position], "\(label) \(region)")
      #expect(
        own.count { $0["high_value"] == "1" } == answers.countByRegion[position],
        "\(label) \(region)")
    }
    for row in rows {
      let isMet = SampleAnswers.criteria.contains { row[$0] == "met" }
      #expect(row["high_value"] == (isMet ? "1" : "0"), "\(row)")
      let codes = (row["sei_codes"] ?? "").split(separator: ";").map { code in
        code.split(separator: ".").compactMap { Int($0) }
      }
      #expect(codes == codes.sorted { $0.lexicographicallyPrecedes($1) }, "\(row)")
      #expect(Set(codes).count == codes.count, "\(row)")
      // A grant that only an event tells of has no document of its own.
      for column in ["title", "owner", "filing_date", "grant_date"] {
        #expect(row[column]?.isEmpty == false, "\(column) of \(row)")
      }
    }
    // One line of evidence for each patent, in the same order.
    let evidence = try project.lines("Reports/test/latest/evidence.ndjson").map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(evidence.map { $0["application_no"] as? String } == numbers, label)
  }
}
