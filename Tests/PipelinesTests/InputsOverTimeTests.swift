import Foundation
import Records
import TestSupport
import Testing

@testable import Pipelines

/// What nights make of inputs that were moved, renamed, copied or deleted since the last one.
@Suite struct InputsOverTimeTests {
  private static let registers = ["awards", "families", "pledges", "population", "sei-decisions"]

  @Test func misplacedFilesAreForgottenOnceTheyAreMovedOut() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    let first = try #require(try project.run().publishedRun)
    let misplaced = ["cnipa/notes.json", "registers/minutes.pdf"]
    for path in misplaced { try project.write("{\"minutes\": \"\(path)\"}", to: path) }
    #expect(try project.run().publishedRun != nil)
    let open = Set(try project.rejectLines().map { $0.file })
    #expect(open.contains(misplaced[0]))
    #expect(!open.contains(misplaced[1]), "an image is passed over, not rejected")

    for path in misplaced { try remove(path, of: project) }
    try project.run()
    #expect(try project.indicator().run == first, "the same inputs are the same run")
    #expect(try project.rejectLines().count == city.answers.rejects.count)

    try project.write("{\"minutes\": \"\(misplaced[0])\"}", to: misplaced[0])
    #expect(try project.run().publishedRun != nil)
    #expect(try project.rejectLines().contains { $0.file == misplaced[0] })
  }

  @Test func anEmptyArchiveOverwrittenByAKnownOneIsForgotten() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    try project.write("", to: "cnipa/again.ZIP")
    try project.run()
    #expect(try project.rejectLines().contains { $0.file == "cnipa/again.ZIP" })
    try remove("cnipa/again.ZIP", of: project)
    try FileManager.default.copyItem(
      atPath: project.root + "/cnipa/20251230-1-001.ZIP",
      toPath: project.root + "/cnipa/again.ZIP")
    try project.run()
    #expect(try !project.rejectLines().contains { $0.file == "cnipa/again.ZIP" })
    #expect(try project.indicator().count == city.answers.count)
  }

  @Test func aDeletedFileCountsAndThePageSaysSo() throws {
    let project = try SharedCity.small.project()
    let first = try #require(try project.run().publishedRun)
    let before = try project.deterministicFiles()
    let archive = project.root + "/cnipa/20251230-1-002.ZIP"
    let outside = project.root + "/outside.ZIP"
    let note = "个文件已不在输入文件夹中，仍计入"
    #expect(try !project.text("Reports/test/latest/index.html").contains(note))

    try FileManager.default.moveItem(atPath: archive, toPath: outside)
    #expect(try project.run().publishedRun != nil)
    let after = try project.deterministicFiles()
    for name in ["patents.csv", "undetermined.csv", "evidence.ndjson", "rejects.ndjson"] {
      #expect(before[name] == after[name], "\(name)")
    }
    #expect(try project.text("Reports/test/latest/index.html").contains("其中1" + note))
    #expect(
      try project.text("Reports/test/latest/indicator-1.json").contains("\"absent_files\": 1"))
    #expect(try RunPreview.of(try project.plan()).absent == 1)
    guard case .nothingNew(_, absentFiles: 1) = try project.run() else {
      Issue.record("expected nothing new and one file absent")
      return
    }

    try FileManager.default.moveItem(atPath: outside, toPath: archive)
    try project.run()
    #expect(try project.indicator().run == first)
    #expect(try project.deterministicFiles() == before)
  }

  @Test func aRenamedRegisterChangesNoFigure() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    let run = try #require(try project.run().publishedRun)
    for name in Self.registers {
      try rename("registers/\(name).csv", "registers/\(name)-9.csv", project)
    }
    #expect(try project.run().isNothingNew)
    #expect(try project.indicator().run == run)

    // With something new besides, the figures are those of a new workspace over the same files.
    let decision = "patent_no,sei_code,verdict,decided_by,decided_on,reason\n"
    let fresh = try TestProject(city)
    for name in Self.registers {
      try rename("registers/\(name).csv", "registers/\(name)-9.csv", fresh)
    }
    for one in [project, fresh] { try one.write(decision, to: "registers/sei-decisions-2.csv") }
    #expect(try project.run().publishedRun != nil)
    try fresh.run()
    try expectSame(try project.deterministicFiles(), try fresh.deterministicFiles())
    #expect(try project.indicator().criteria["award"]?.met == city.answers.tallies[0].met)
    #expect(
      try project.indicator().inputs.allSatisfy { input in
        try fresh.indicator().inputs.contains {
          $0.format == input.format && $0.records == input.records
        }
      })
  }

  /// A register under two names stands in the ledger under the first; its newer version at the other
  /// name must end both.
  @Test func aCopyOfARegisterDoesNotOutliveIt() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    let original = try project.text("registers/awards.csv")
    let head = try #require(original.split(separator: "\n").first)
    try project.write(original, to: "registers/awards-copy.csv")
    try project.run()
    #expect(try project.indicator().count == city.answers.count)

    try remove("registers/awards-copy.csv", of: project)
    try project.write(head + "\n", to: "registers/awards.csv")
    try project.run()
    #expect(try project.indicator().criteria["award"]?.met == 0)
    let fresh = try TestProject(city)
    try fresh.write(head + "\n", to: "registers/awards.csv")
    try fresh.run()
    try expectSame(try project.deterministicFiles(), try fresh.deterministicFiles())
  }

  @Test func twoRegistersOfDifferentContentBothCount() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    let lines = try project.lines("registers/awards.csv")
    let head = try #require(lines.first)
    let half = lines.count / 2
    let first = ([head] + lines[1..<half]).joined(separator: "\n") + "\n"
    let second = ([head] + lines[half...]).joined(separator: "\n") + "\n"
    try project.write(first, to: "registers/awards.csv")
    try project.run()
    let some = try #require(try project.indicator().criteria["award"]).met
    #expect(some > 0 && some < city.answers.tallies[0].met)
    try project.write(second, to: "registers/awards-2.csv")
    try project.run()
    #expect(try project.indicator().criteria["award"]?.met == city.answers.tallies[0].met)
    #expect(try project.indicator().count == city.answers.count)
  }

  @Test func aRestorationInAnOldCodeTakesEffectOnItsPublication() throws {
    let normaliser = try Normaliser()
    for code in ["RR01", "C49", "C52"] {
      var event = LegalEvent(
        format: "cnipa-prs", source: Source(file: "prs.xml"),
        applicationNumber: try #require(ApplicationNumber("202110991218.8")))
      event.code = code
      event.publishedOn = CalendarDay("2006-02-01")
      event.details = [LegalEvent.Detail(label: "终止日期", value: "20040826")]
      guard case .event(let normalised) = normaliser.normalise(.event(event)) else {
        Issue.record("\(code) is no event any more")
        continue
      }
      #expect(normalised.eventClass == .restored, "\(code)")
      #expect(normalised.effectiveOn == CalendarDay("2006-02-01"), "\(code)")
    }
  }

  private func remove(_ path: String, of project: TestProject) throws {
    try FileManager.default.removeItem(atPath: project.root + "/" + path)
  }

  private func rename(_ path: String, _ target: String, _ project: TestProject) throws {
    try FileManager.default.moveItem(
      atPath: project.root + "/" + path, toPath: project.root + "/" + target)
  }
}
