import Foundation
import Records
import Testing

@testable import Store

@Suite struct IPDatabaseTests {
  private func temporaryDatabase() throws -> IPDatabase {
    let folder = FileManager.default.temporaryDirectory.path + "/ipatlas-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try IPDatabase(path: folder + "/ip.sqlite")
  }

  private func publication(
    _ application: String, _ number: String, _ kind: String, digest: UInt8 = 1
  ) throws -> PatentPublication {
    var record = PatentPublication(
      format: "cnipa", source: Source(file: "a.zip", member: "1/A.XML", offset: 7), country: "CN",
      publicationNumber: try #require(PublicationNumber(number)),
      kind: try #require(KindCode(kind)),
      application: .chinese(try ApplicationNumber(parsing: application)), right: .invention)
    record.digest = ContentDigest(bytes: [UInt8](repeating: digest, count: 32))
    record.publicationDate = PartialDate("20211210")
    record.producedOn = CalendarDay("20211205")
    record.filingDate = PartialDate("20210826")
    record.titles = [LanguageText(language: "zh", text: "一种</script>方法")]
    record.abstracts = [LanguageText(language: "zh", text: "本发明公开了一种“方法”。\u{A0}")]
    record.ipc = [IPCEntry("H04L29/08"), IPCEntry("坏")]
    record.applicants = [
      Party(sequence: 2, name: "乙公司"),
      Party(sequence: 1, name: "甲公司", country: "CN", address: "安徽省宿州市埇桥区"),
    ]
    return record
  }

  private func store(
    _ records: [ExportRecord], rejects: [Reject] = [], path: String, sha256: String,
    in database: IPDatabase, isRegister: Bool = false
  ) throws {
    let transaction = try database.beginFile()
    var json = JSONBuffer()
    let items = records.map { record -> StorableRecord in
      let start = json.bytes.count
      if case .patent(let publication) = record {
        json.object { publication.writeContent(to: &$0) }
      }
      return StorableRecord(record: record, content: start..<json.bytes.count)
    }
    try transaction.add(items, bytes: json.bytes, rejects: rejects)
    try transaction.commit(
      LedgerFile(
        path: path, sha256: sha256, bytes: 10, reader: "1", format: "cnipa", ignored: 0),
      isRegister: isRegister)
  }

  @Test func aPublicationComesBackAsItWas() throws {
    let database = try temporaryDatabase()
    let record = try publication("202110991218.8", "113783949", "A")
    try store([.patent(record)], path: "a.zip", sha256: "aa", in: database)
    let number = try #require(record.applicationNumber)
    let found = try #require(try database.application(number))
    let back = try #require(found.publications.first)
    #expect(back.publication.publicationDate == record.publicationDate)
    #expect(back.publication.digest == record.digest)
    #expect(back.publication.source == record.source)
    #expect(back.publication.applicants.map { $0.name } == ["甲公司", "乙公司"])
    #expect(back.publication.applicants.first?.address == "安徽省宿州市埇桥区")
    let text = try #require(try database.textReader().text(ofPublication: back.rowID))
    #expect(text.title == record.titles[0].text)
    #expect(text.abstract == record.abstracts[0].text)
    #expect(text.ipc == ["H04L29/08", "坏"])
  }

  @Test func anEventComesBackAsItWas() throws {
    let database = try temporaryDatabase()
    var event = LegalEvent(
      format: "cnipa-prs", source: Source(file: "prs.xml", offset: 3, record: "17"),
      applicationNumber: try ApplicationNumber(parsing: "85202237.9"))
    event.identifier = "17"
    event.code = "TR01"
    event.publishedOn = CalendarDay("20200101")
    event.digest = ContentDigest(bytes: [UInt8](repeating: 9, count: 32))
    event.details = [.init(label: "变更事项", value: "专利权人"), .init(label: "变更后", value: "")]
    let transaction = try database.beginFile()
    var bytes: [UInt8] = []
    EventDetails.encode(event.details, to: &bytes)
    try transaction.add(
      [StorableRecord(record: .event(event), content: 0..<bytes.count)], bytes: bytes, rejects: [])
    try transaction.commit(
      LedgerFile(
        path: "prs.xml", sha256: "bb", bytes: 1, reader: "1", format: "cnipa-prs", ignored: 0),
      isRegister: false)
    var walked: [LegalEvent] = []
    try database.forEachApplication { walked += $0.events.map { $0.event } }
    #expect(walked == [event])
  }

  @Test func anAbandonedTransactionLeavesNothing() throws {
    let database = try temporaryDatabase()
    let record = try publication("202110991218.8", "113783949", "A")
    do {
      let transaction = try database.beginFile()
      try transaction.add(
        [StorableRecord(record: .patent(record), content: 0..<0)], bytes: [], rejects: [])
    }
    #expect(try database.files().isEmpty)
    #expect(try database.application(try #require(record.applicationNumber)) == nil)
  }

  @Test func aNewerRegisterReplacesTheOlder() throws {
    let database = try temporaryDatabase()
    func award(_ level: String) throws -> ExportRecord {
      .register(
        .award(
          AwardRow(
            source: Source(file: "awards.csv", offset: 2),
            patent: try PatentNumber(parsing: "202110991218.8"), award: "中国专利奖", level: level,
            year: 2023)))
    }
    try store([award("银奖")], path: "awards.csv", sha256: "01", in: database, isRegister: true)
    try store([award("金奖")], path: "awards.csv", sha256: "02", in: database, isRegister: true)
    #expect(try database.rows(of: AwardRow.self).map { $0.level } == ["金奖"])
    #expect(try database.files().filter { $0.isCurrent }.map { $0.sha256 } == ["02"])
  }

  /// Rows name an application, one of its publications, a publication nobody delivered, and two
  /// applications of which there is nothing; those of one application come by path and row.
  @Test func registerRowsComeWithTheirApplications() throws {
    let database = try temporaryDatabase()
    let first = try publication("202110991218.8", "113783949", "A")
    let second = try publication("201010548123.0", "101911042", "B", digest: 2)
    try store([.patent(second), .patent(first)], path: "a.zip", sha256: "aa", in: database)
    let old = try ApplicationNumber(parsing: "85202237")
    func awards(_ file: String, _ numbers: [String]) throws -> [ExportRecord] {
      try numbers.enumerated().map { index, number in
        .register(
          .award(
            AwardRow(
              source: Source(file: file, offset: index + 2),
              patent: try PatentNumber(parsing: number), award: "中国专利奖", level: "金奖",
              year: 2023)))
      }
    }
    try store(
      awards("b.csv", ["202110991218.8", "CN999999999B", old.canonical, old.canonical]),
      path: "b.csv", sha256: "bb", in: database, isRegister: true)
    try store(
      awards("a.csv", ["CN113783949A", "203012345678.5", "202110991218.8"]),
      path: "a.csv", sha256: "ab", in: database, isRegister: true)
    var found: [String] = []
    try database.forEachApplication { item in
      let rows = item.registers.awards.map { "\($0.source.file)#\($0.source.offset)" }
      found.append(item.application.canonical + ": " + rows.joined(separator: ", "))
    }
    let unmatched = try database.unmatchedRows()
    #expect(
      found == ["201010548123.0: ", "202110991218.8: a.csv#2, a.csv#4, b.csv#2"])
    #expect(
      unmatched.map { "\($0.register) \($0.number) \($0.source.file)#\($0.source.offset)" } == [
        "awards CN999999999B b.csv#3", "awards \(old.canonical) b.csv#4",
        "awards 203012345678.5 a.csv#3",
      ])
    let number = try #require(first.applicationNumber)
    let one = try #require(try database.application(number))
    #expect(one.registers.awards.count == 3)
    #expect(one.registers.registers == ["awards"])
    #expect(
      try database.application(ofPublication: second.publicationNumber) == second.applicationNumber)
  }

  @Test func newerContentClosesOldRejects() throws {
    let database = try temporaryDatabase()
    let reject = Reject(
      source: Source(file: "b.xml", offset: 0), code: .truncated, reason: "no end tag")
    try store([], rejects: [reject], path: "b.xml", sha256: "01", in: database)
    var open: [Reject] = []
    try database.forEachReject { open.append($0) }
    #expect(open == [reject])
    try store([], path: "b.xml", sha256: "02", in: database)
    open = []
    try database.forEachReject { open.append($0) }
    #expect(open.isEmpty)
  }

  @Test func aWorkspaceRefusesAnotherRegion() throws {
    let database = try temporaryDatabase()
    try database.bind(plan: "nightly", region: "341300")
    try database.bind(plan: "nightly", region: "341300")
    #expect(throws: StoreError.self) { try database.bind(plan: "nightly", region: "340100") }
  }
}
