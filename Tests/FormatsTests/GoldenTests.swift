import Foundation
import Records
import Testing

@testable import Formats

/// Real publications with their expected values, where they are at hand.
struct GoldenTests {
  static let samples = SharedSamples.folder("samples/patent")

  @Test(.enabled(if: SharedSamples.areExpected, "no sample folder"))
  func samplesGiveTheExpectedValues() throws {
    let folder = try #require(Self.samples, "the sample folder is missing")
    let table = try String(contentsOfFile: folder + "/GOLDEN_CN.tsv", encoding: .utf8)
    let lines = table.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let rows = lines.dropFirst().filter { $0[0].hasPrefix("cnipa") }
    #expect(rows.count == 7)
    for row in rows {
      for strict in [false, true] {
        let batches = try ExportReader().batches(
          [InputFile(path: folder + "/" + row[0], name: row[0])],
          options: ReadOptions(strict: strict))
        let records = batches.flatMap { $0.records }
        #expect(batches.flatMap { $0.rejects } == [])
        try #require(records.count == 1)
        guard case .patent(let patent) = records[0] else { continue }
        #expect(Self.values(of: patent) == Self.expected(row), "\(row[0])")
      }
    }
  }

  private static func expected(_ row: [String]) -> [String] {
    // IPC versions stand in the table, not in the record.
    let ipc = row[9].split(separator: ";").map {
      $0.split(separator: "(")[0].filter { $0 != " " }
    }
    return [
      row[1], row[2], row[3], row[4], row[5], row[8], ipc.joined(separator: "; "), row[10], row[11],
      row[12], row[13], row[14],
    ]
  }

  private static func values(of patent: PatentPublication) -> [String] {
    func digits(_ date: PartialDate?) -> String { date.map { String($0.number) } ?? "" }
    return [
      patent.publicationNumber.canonical, patent.kind.text, digits(patent.publicationDate),
      patent.applicationNumber?.canonical ?? "", digits(patent.filingDate),
      patent.titles.first?.text ?? "", patent.ipc.map { $0.text }.joined(separator: "; "),
      patent.applicants.map { $0.name + ($0.address.map { " @ " + $0 } ?? "") }
        .joined(separator: " | "), patent.inventors.joined(separator: "; "),
      patent.agencies.map { ([$0.name] + ($0.code.map { [$0] } ?? [])).joined(separator: " ") }
        .joined(separator: "; "), patent.claimCount.map { String($0) } ?? "",
      patent.priorities.map { $0.number }.joined(separator: "; "),
    ]
  }
}
