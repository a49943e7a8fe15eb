import Foundation
import Testing

@testable import SampleData

@Suite struct SampleCityTests {
  /// Every file under a folder by its relative path.
  private func files(in folder: URL) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let url = folder.appendingPathComponent(path)
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        contents[path] = try Data(contentsOf: url)
      }
    }
    return contents
  }

  private func temporaryFolder() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("sample-\(UUID().uuidString)")
  }

  /// Set `RECORD_SAMPLE_DATA` to write the folder anew; the test then fails once, on purpose.
  @Test func repositoryHoldsTheCityOfItsSeed() throws {
    let kept = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("SampleData")
    if ProcessInfo.processInfo.environment["RECORD_SAMPLE_DATA"] != nil {
      let new = temporaryFolder()
      _ = try SampleCity.checkedIn.write(to: new.path)
      for name in try FileManager.default.contentsOfDirectory(atPath: new.path) {
        try? FileManager.default.removeItem(at: kept.appendingPathComponent(name))
        try FileManager.default.moveItem(
          at: new.appendingPathComponent(name), to: kept.appendingPathComponent(name))
      }
      Issue.record("recorded \(kept.path); run again without RECORD_SAMPLE_DATA")
      return
    }
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let answers = try SampleCity.checkedIn.write(to: folder.path)
    let written = try files(in: folder)
    // Beside the city's folders lie those of other formats.
    let own = Set(written.keys.compactMap { $0.split(separator: "/").first })
    let expected = try files(in: kept).filter { path, _ in
      path.split(separator: "/").first.map { own.contains($0) } ?? false
    }
    #expect(written.keys.sorted() == expected.keys.sorted())
    for (path, bytes) in written { #expect(expected[path] == bytes, "\(path) differs") }
    #expect(written.values.reduce(0) { $0 + $1.count } < 3_000_000)
    #expect(answers.applications >= 400)
    #expect(SampleCity.checkedIn.patents >= SampleCity.smallestComplete)
  }

  @Test func sameSeedGivesTheSameBytesAndAnotherSeedOthers() throws {
    var city = SampleCity(patents: 60, seed: 7)
    city.applicationsPerArchive = 20
    var other = SampleCity(patents: 60, seed: 8)
    other.applicationsPerArchive = 20
    let folders = [temporaryFolder(), temporaryFolder(), temporaryFolder()]
    defer { for folder in folders { try? FileManager.default.removeItem(at: folder) } }
    let first = try city.write(to: folders[0].path)
    let second = try city.write(to: folders[1].path)
    _ = try other.write(to: folders[2].path)
    #expect(first == second)
    let contents = try folders.map { try files(in: $0) }
    #expect(contents[0] == contents[1])
    #expect(contents[0] != contents[2])
  }

  /// The batches change how files are cut, never what is true.
  @Test func answersDoNotDependOnTheArchives() throws {
    var answers: [SampleAnswers] = []
    for size in [50, 170] {
      var city = SampleCity(patents: 340, seed: 3)
      city.documentBytes = 100
      city.applicationsPerArchive = size
      let folder = temporaryFolder()
      defer { try? FileManager.default.removeItem(at: folder) }
      var told = try city.write(to: folder.path)
      told.rejects = []
      answers.append(told)
    }
    #expect(answers[0] == answers[1])
  }

  @Test(arguments: [1, 2, 20_251_231] as [UInt64])
  func answersAddUp(seed: UInt64) {
    var answers = SampleAnswers()
    let composer = ApplicationComposer(seed: seed)
    for index in 0..<2_000 { answers.add(composer.application(index)) }
    #expect(answers.applications == 2_000)
    #expect(answers.base > 0)
    #expect(answers.unresolvedRegion > 0)
    #expect(answers.undeterminedInForce > 0)
    #expect(answers.baseByRegion.reduce(0, +) == answers.base)
    #expect(answers.countByRegion.reduce(0, +) == answers.count)
    #expect(answers.combinations.reduce(0, +) == answers.count)
    #expect(answers.count + answers.undeterminedOnly <= answers.base)
    #expect(answers.count <= answers.countByIPCOnly)
    for (bit, tally) in answers.tallies.enumerated() {
      #expect(tally.met + tally.notMet + tally.undetermined == answers.base)
      let inCombinations = answers.combinations.indices.filter { $0 >> bit & 1 == 1 }
        .reduce(0) { $0 + answers.combinations[$1] }
      #expect(inCombinations == tally.met, "\(SampleAnswers.criteria[bit])")
      #expect(tally.met > 0, "\(SampleAnswers.criteria[bit])")
    }
  }

  @Test func populationOfTheCountiesAddsUpToTheCity() {
    for year in 2022...2024 {
      let rows = RegisterFiles.population.filter { $0.year == year }
      let counties = rows.filter { $0.code != 341300 }.reduce(0) { $0 + $1.persons }
      #expect(rows.first { $0.code == 341300 }?.persons == counties)
    }
  }
}
