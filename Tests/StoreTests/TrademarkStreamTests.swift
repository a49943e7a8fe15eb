import Foundation
import Records
import Testing

@testable import Store

@Suite struct TrademarkStreamTests {
  private func temporaryDatabase() throws -> IPDatabase {
    let folder = FileManager.default.temporaryDirectory.path + "/ipatlas-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try IPDatabase(path: folder + "/ip.sqlite")
  }

  private func store(
    _ records: [ExportRecord], path: String, sha256: String, in database: IPDatabase
  ) throws {
    let transaction = try database.beginFile()
    try transaction.add(
      records.map { StorableRecord(record: $0, content: 0..<2) }, bytes: Array("{}".utf8),
      rejects: [])
    try transaction.commit(
      LedgerFile(
        path: path, sha256: sha256, bytes: 1, reader: "1", format: "cnipa-trademark", ignored: 0),
      isRegister: false)
    try database.createIndexes()
  }

  /// Two rows of the basic table, as the reader leaves them: 10000001 in class 9, G123456A in 35.
  private func rows(expiry: Int32 = 20_300_520) -> [ExportRecord] {
    let texts: [[String]] = [["10000001", "甲", "集体", "酥梨"], ["G123456A", "", "", ""]]
    var text: [UInt8] = []
    var ends: [UInt32] = []
    for cell in texts.flatMap({ $0 }) {
      text += Array(cell.utf8)
      ends.append(UInt32(text.count))
    }
    let rows = TrademarkRows(
      part: .basic, source: Source(file: "2023.zip", member: "基本信息.csv"),
      columns: .init(
        texts: [.number, .name, .markType, .geographicalIndication],
        dates: [.termStart, .termEnd]),
      heads: [.init(row: 2, niceClass: 9), .init(row: 3, niceClass: 35)], text: text, ends: ends,
      dates: [20_100_521, expiry, 0, 0])
    return (0..<rows.count).map { .trademarkRow(rows[$0]) }
  }

  private func all(
    _ database: IPDatabase, order: (TrademarkOrigin) -> Int? = { _ in 7 }
  ) throws -> [StoredTrademark] {
    var found: [StoredTrademark] = []
    try database.readRawTables { raw in
      try raw.forEachTrademark(order: order) { found.append($0) }
    }
    return found
  }

  @Test func aRowComesBackAsItWas() throws {
    let database = try temporaryDatabase()
    try store(rows(), path: "2023.zip", sha256: "aa", in: database)
    let marks = try all(database)
    #expect(marks.map { $0.number } == ["10000001", "G123456A"])
    let entry = try #require(marks.first?.entries.first)
    #expect(entry.source == Source(file: "2023.zip", member: "基本信息.csv", offset: 2, record: "2"))
    #expect(entry.part == .basic && entry.order == 7 && entry.classes == [9])
    #expect(entry.name == "甲" && entry.kind == .collective)
    #expect(entry.isGeographicalIndication == true && entry.isWellKnown == nil)
    #expect(entry.isRegistered)
    #expect(entry.termStart?.isoText == "2010-05-21" && entry.expiryDate?.isoText == "2030-05-20")
    let child = try #require(marks.last?.entries.first)
    #expect(child.internationalNumber == "123456A")
    #expect(!child.isRegistered && child.name == nil)
  }

  @Test func rowsOfTheSameContentHaveOneFingerprint() throws {
    let database = try temporaryDatabase()
    try store(rows(), path: "2023.zip", sha256: "aa", in: database)
    try store(rows(), path: "2023_1.zip", sha256: "bb", in: database)
    try store(rows(expiry: 20_400_520), path: "2023_2.zip", sha256: "cc", in: database)
    let digests = try #require(try all(database).first).entries.map { $0.digest }
    #expect(digests.count == 3)
    #expect(digests[0] == digests[1] && digests[0] != digests[2])
    #expect(digests[0].count == 8)
  }

  @Test func aNewerReadingReplacesTheRowsOfTheSameBytes() throws {
    let database = try temporaryDatabase()
    try store(rows(), path: "2023.zip", sha256: "aa", in: database)
    try store(rows(expiry: 20_400_520), path: "2023.zip", sha256: "aa", in: database)
    let entries = try #require(try all(database).first).entries
    #expect(entries.map { $0.expiryDate?.isoText } == ["2040-05-20"])
    #expect(try database.trademarkOrigins().count == 1)
  }

  @Test func aWholeMarkComesBackAsItWas() throws {
    let database = try temporaryDatabase()
    var mark = Trademark(format: "madrid", source: Source(file: "m.xml", offset: 12), office: "WO")
    mark.internationalNumber = "1234567"
    mark.originOffice = "CN"
    mark.registrationDate = PartialDate("2019-05-01")
    mark.expiryDate = PartialDate("2029-05-01")
    mark.classes = [GoodsClass(nice: 9, edition: "11"), GoodsClass(nice: 35)]
    mark.holders = [
      Holder(name: "甲公司", latinName: "A Co.", address: "宿州市"), Holder(name: "乙", country: "CN"),
    ]
    mark.events = [TrademarkEvent(code: "RAN", date: PartialDate("2024-02"))]
    mark.digest = ContentDigest(bytes: [UInt8](repeating: 1, count: 32))
    mark.producedOn = CalendarDay("2025-01-02")
    try store([.trademark(mark)], path: "m.xml", sha256: "dd", in: database)
    let stored = try #require(
      try database.trademark(office: "WO", number: "1234567", order: { _ in nil }))
    let entry = try #require(stored.entries.first)
    #expect(entry.source == Source(file: "m.xml", offset: 12))
    #expect(entry.order == 20_250_102 && entry.part == nil)
    #expect(entry.classes == [9, 35] && entry.edition == "11")
    #expect(entry.originOffice == "CN" && entry.isRegistered)
    #expect(entry.holders == mark.holders)
    #expect(entry.events == mark.events)
    #expect(entry.digest == [UInt8](repeating: 1, count: 32))
    #expect(try database.trademark(office: "CN", number: "1234567", order: { _ in nil }) == nil)
  }
}
