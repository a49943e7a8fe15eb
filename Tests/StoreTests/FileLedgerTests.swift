import Foundation
import Records
import TestSupport
import Testing

@testable import Store

@Suite struct FileLedgerTests {
  private func store(
    _ path: String, _ sha256: String, in database: IPDatabase, isRegister: Bool = false,
    rejects: Int = 0
  ) throws {
    let transaction = try database.beginFile()
    let items = (0..<rejects).map {
      Reject(source: Source(file: path, offset: $0), code: .empty, reason: "reject \($0)")
    }
    try transaction.add(isRegister ? [row(path)] : [], bytes: [], rejects: items)
    try transaction.commit(
      LedgerFile(path: path, sha256: sha256, bytes: 1, reader: "1", format: "cnipa", ignored: 0),
      isRegister: isRegister)
  }

  /// A register of which one row can be read.
  private func row(_ path: String) -> StorableRecord {
    StorableRecord(
      record: .register(
        .award(
          AwardRow(
            source: Source(file: path, offset: 2),
            patent: .application(ApplicationNumber("202110991218.8")!), award: "中国专利奖",
            level: "金奖", year: 2020))),
      content: 0..<0)
  }

  private func rejects(_ database: IPDatabase) throws -> [String] {
    var paths: [String] = []
    try database.forEachReject { paths.append($0.source.file) }
    return paths
  }

  @Test func filesGetTheNamesTheyLieUnder() throws {
    let folder = try TemporaryFolder()
    let database = try IPDatabase(path: folder.path + "/ip.sqlite")
    try store("b.zip", "b1", in: database, rejects: 1)
    try store("a.zip", "a1", in: database, rejects: 2)
    try database.setPaths(["b1": "0.zip", "unknown": "x"])
    #expect(try database.files().map { $0.path } == ["0.zip", "a.zip"])
    #expect(try rejects(database) == ["0.zip", "a.zip", "a.zip"])
  }

  @Test func aRegisterOfTheSamePathGivesWay() throws {
    let folder = try TemporaryFolder()
    let database = try IPDatabase(path: folder.path + "/ip.sqlite")
    try store("pledges.csv", "p1", in: database, isRegister: true, rejects: 3)
    try store("awards.csv", "w1", in: database, isRegister: true, rejects: 1)
    try store("pledges.csv", "p2", in: database, isRegister: true)
    #expect(try database.files().filter { $0.isCurrent }.map { $0.sha256 } == ["w1", "p2"])
    #expect(try rejects(database) == ["awards.csv"])
    // The first content again.
    try store("pledges.csv", "p1", in: database, isRegister: true, rejects: 3)
    #expect(try database.files().filter { $0.isCurrent }.map { $0.sha256 } == ["w1", "p1"])
    #expect(try rejects(database) == ["awards.csv", "pledges.csv", "pledges.csv", "pledges.csv"])
  }

  @Test func aDroppedTransactionLeavesNothing() throws {
    let folder = try TemporaryFolder()
    let database = try IPDatabase(path: folder.path + "/ip.sqlite")
    do {
      let transaction = try database.beginFile()
      let reject = Reject(source: Source(file: "a.zip", offset: 0), code: .empty, reason: "x")
      try transaction.add([], bytes: [], rejects: [reject])
    }
    #expect(try database.files().isEmpty)
    try store("b.zip", "b1", in: database, rejects: 1)
    #expect(try rejects(database) == ["b.zip"])
  }

  @Test func detailsOfEventsComeBack() {
    var random = SeededGenerator()
    let characters = Array("终止日期20200803:：;；\"\\\n\t\u{85}\u{2028}😀 ")
    for _ in 0..<500 {
      func text(_ least: Int) -> String {
        String(
          (0..<Int.random(in: least...8, using: &random)).map { _ in
            characters[Int.random(in: 0..<characters.count, using: &random)]
          })
      }
      let details = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        LegalEvent.Detail(label: text(1), value: text(0))
      }
      var bytes: [UInt8] = []
      EventDetails.encode(details, to: &bytes)
      #expect(
        EventDetails.decode(String(decoding: bytes, as: UTF8.self)) == details,
        "seed \(random.seed): \(details)")
    }
  }
}
