import Foundation
import GRDB
import Records
import TestSupport
import Testing

@testable import Pipelines
@testable import Store

/// Files that cannot be read on one night, or change under the reader.
@Suite struct UnreadableInputsTests {
  /// A damaged workbook, a table without its header, a table of which every row is refused.
  @Test(arguments: [
    "PK\u{3}\u{4} a workbook cut off in the middle", "", "notes of a meeting\nnothing else\n",
    "patent_no,award,level,year\n202110991218.9,中国专利奖,金奖,2021\n",
  ])
  func theLastReadableVersionOfARegisterCounts(_ damage: String) throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    let first = try #require(try project.run().publishedRun)
    let awards = try #require(try project.indicator().criteria["award"]).met
    #expect(awards > 0)
    let original = try project.text("registers/awards.csv")
    try project.write(damage, to: "registers/awards.csv")
    for night in 1...2 {
      try project.run()
      #expect(try project.indicator().criteria["award"]?.met == awards, "night \(night)")
      #expect(try project.indicator().count == city.answers.count, "night \(night)")
      #expect(try project.rejectLines().contains { $0.file == "registers/awards.csv" })
      let figures = try project.text("Reports/test/latest/indicator-1.json")
      #expect(figures.contains("\"absent_files\": 1"))
      #expect(figures.contains("\"kept_registers\": [\"registers/awards.csv\"]"))
      let verified = try Verification("latest", plan: project.plan())
      #expect(verified.isSame, "\(verified.differences)")
      #expect(verified.remarks.contains { $0.contains("registers/awards.csv could not be read") })
      #expect(try !Verification(first, plan: project.plan()).isSame)
      let page = try project.text("Reports/test/latest/index.html")
      #expect(page.contains("现有内容读不出，仍按上一次可读的内容计入"))
      #expect(!page.contains("个文件已不在输入文件夹中"))
    }
    // A readable version ends both, and the whole one is the first run's work again.
    let head = try #require(original.split(separator: "\n").first)
    try project.write(head + "\n", to: "registers/awards.csv")
    try project.run()
    #expect(try project.indicator().criteria["award"]?.met == 0)
    try project.write(original, to: "registers/awards.csv")
    try project.run()
    #expect(try project.indicator().run == first)
    #expect(try IPDatabase(path: project.workspacePath + "/ip.sqlite").check().isSound)
  }

  @Test(arguments: ["cnipa/20251230-1-002.ZIP", "registers/awards.csv"])
  func aFileThatChangesWhileItIsReadIsReadTheNextNight(_ name: String) throws {
    let city = try SharedCity.small.get()
    let whole = try TestProject(city)
    let run = try #require(try whole.run().publishedRun)
    let project = try TestProject(city)
    let path = project.root + "/" + name
    let bytes = try #require(FileManager.default.contents(atPath: path))
    // Hashed as another content than the one that is read.
    try Data("half a delivery".utf8).write(to: URL(fileURLWithPath: path))
    try project.run { options in
      options.boundary = {
        if $0 == "read", $1 { try bytes.write(to: URL(fileURLWithPath: path)) }
      }
    }
    let reject = try #require(try project.rejectLines().first { $0.file == name })
    #expect(reject.code == "unreadable")
    #expect(
      try project.text("Reports/test/latest/rejects.ndjson").contains("changed while it was read"))
    let database = try IPDatabase(path: project.workspacePath + "/ip.sqlite")
    #expect(try database.files().first { $0.path == name }?.records == 1)
    try database.close()
    try project.run()
    #expect(try project.indicator().run == run)
    try expectSame(try project.deterministicFiles(), try whole.deterministicFiles())
  }

  /// A register that is changed and changed back: the work is a run's that was published before, and the
  /// derived tables are that run's again.
  @Test func aRegisterChangedBackIsJudged() throws {
    let project = try SharedCity.small.project()
    let first = try #require(try project.run().publishedRun)
    func tables() throws -> [String] {
      try IPDatabase(path: project.workspacePath + "/ip.sqlite").queue.read { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT application_no || ' ' || criterion || ' ' || verdict FROM label ORDER BY 1
            """)
      }
    }
    let before = try tables()
    let original = try project.text("registers/awards.csv")
    let head = try #require(original.split(separator: "\n").first)
    try project.write(head + "\n", to: "registers/awards.csv")
    #expect(try project.run().publishedRun != first)
    #expect(try tables() != before)
    try project.write(original, to: "registers/awards.csv")
    #expect(try project.run().isNothingNew)
    #expect(try project.indicator().run == first)
    #expect(try tables() == before)
  }

  /// What reads the derived tables must find them although the run was published before.
  @Test func aRefilledWorkspaceIsJudged() throws {
    let project = try SharedCity.small.project()
    try project.run()
    func counts() throws -> [Int] {
      try IPDatabase(path: project.workspacePath + "/ip.sqlite").queue.read { db in
        try ["dossier", "evidence", "presence", "judged", "mark", "touched"].map {
          try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \($0)") ?? -1
        }
      }
    }
    let before = try counts()
    try FileManager.default.removeItem(atPath: project.workspacePath)
    #expect(try project.run().isNothingNew)
    #expect(try counts() == before)
    #expect(before[0] > 0 && before[1] > 0)
    #expect(try History.attempts(of: project.plan()).last?.outcome == .recovered)
  }
}
