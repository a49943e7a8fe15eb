import Foundation
import GRDB
import Records
import TestSupport
import Testing

@testable import Store

@Suite struct RegisterRowsTests {
  private func source(_ row: Int) -> Source {
    Source(
      file: "register.csv", member: row == 2 ? nil : "2024/register.csv", offset: row,
      record: String(row))
  }

  private func store(
    _ rows: [RegisterRow], sha256: String = "01", in database: IPDatabase
  ) throws {
    let transaction = try database.beginFile()
    try transaction.add(
      rows.map { StorableRecord(record: .register($0), content: 0..<0) }, bytes: [], rejects: [])
    try transaction.commit(
      LedgerFile(
        path: "register.csv", sha256: sha256, bytes: 10, reader: "1", format: "registers",
        ignored: 0),
      isRegister: true)
  }

  /// Every kind of row with all values and with only the required ones comes back as it was.
  @Test func rowsComeBackAsTheyWere() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/ipatlas-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let database = try IPDatabase(path: folder + "/ip.sqlite")

    let patent = try PatentNumber(parsing: "202110991218.8")
    let publication = try PatentNumber(parsing: "CN101911042B")
    let day = try #require(CalendarDay("2024-05-06"))
    let later = try #require(CalendarDay("2034-05-06"))
    let region = try #require(RegionCode("341302"))
    let niceClass = try #require(NiceClass(number: 29))
    let international = try #require(InternationalMarkNumber("1234567A"))
    let marketEntities = [MarketEntityRow(source: source(2), region: region, year: 2024, count: 7)]
    let enterprises = [
      EnterpriseRow(
        source: source(2), name: "甲", creditCode: try CreditCode(parsing: "914403001922038216"),
        list: .highTechnology, year: 2024, region: region, industry: "C3841"),
      EnterpriseRow(source: source(3), name: "乙", list: .aboveThreshold),
    ]
    let fees = [
      AnnualFeeRow(source: source(2), patent: patent, feeYear: 3, dueOn: day, paidOn: later),
      AnnualFeeRow(source: source(3), patent: publication, feeYear: 4, dueOn: day),
    ]
    let licences = [
      LicenceRow(
        source: source(2), recordNumber: "X1", patent: patent, licensor: "甲", licensee: "乙",
        kind: "普通许可", recordedOn: day),
      LicenceRow(source: source(3), recordNumber: "X1", patent: publication, recordedOn: day),
    ]
    let marks = [
      ProtectedMarkRow(
        source: source(2), mark: "梨", niceClass: niceClass, registrationNumber: "12",
        list: "驰名商标", owner: "甲"),
      ProtectedMarkRow(source: source(3), mark: "梨", niceClass: niceClass),
    ]
    let madrid = [
      MadridRow(
        source: source(2), internationalNumber: international, mark: "M", holder: "甲",
        registeredOn: day, expiresOn: later, designations: ["US", "欧盟"]),
      MadridRow(
        source: source(3), internationalNumber: international, holder: "甲", registeredOn: day),
    ]
    let products = [
      GIProductRow(
        source: source(2), name: "砀山酥梨", announcementNumber: "1号", announcedOn: day,
        place: "砀山县"),
      GIProductRow(source: source(3), name: "梨", announcementNumber: "2号"),
    ]
    let decisions = [
      OwnerDecisionRow(
        source: source(2), name: "甲厂", canonical: "甲", reason: "更名", decidedBy: "张三",
        decidedOn: day),
      OwnerDecisionRow(source: source(3), name: "乙厂", canonical: "乙"),
    ]
    let indicator = try #require(IndicatorID("I2"))
    let indicators = [
      IndicatorRow(
        source: source(2), indicator: indicator, year: 2024, value: 12.1, unit: "亿元",
        origin: "统计局"),
      IndicatorRow(source: source(3), indicator: indicator, year: 2023, value: -3),
    ]
    var rows = marketEntities.map { RegisterRow.marketEntities($0) }
    rows += enterprises.map { .enterprise($0) }
    rows += fees.map { .annualFee($0) }
    rows += licences.map { .licence($0) }
    rows += marks.map { .protectedMark($0) }
    rows += madrid.map { .madrid($0) }
    rows += products.map { .giProduct($0) }
    rows += decisions.map { .ownerDecision($0) }
    rows += indicators.map { .indicator($0) }

    try store([rows[0]], sha256: "00", in: database)
    try store(rows, in: database)
    #expect(try database.rows(of: MarketEntityRow.self) == marketEntities)
    #expect(try database.rows(of: EnterpriseRow.self) == enterprises)
    #expect(try database.rows(of: AnnualFeeRow.self) == fees)
    #expect(try database.rows(of: LicenceRow.self) == licences)
    #expect(try database.rows(of: ProtectedMarkRow.self) == marks)
    #expect(try database.rows(of: MadridRow.self) == madrid)
    #expect(try database.rows(of: GIProductRow.self) == products)
    #expect(try database.rows(of: OwnerDecisionRow.self) == decisions)
    #expect(try database.rows(of: IndicatorRow.self) == indicators)
    let counts = try database.registerRowCounts()
    #expect(counts.values.sorted() == [1, rows.count])
    let formats = try database.formatCounts()
    let byFormat = Dictionary(grouping: rows) { ExportRecord.register($0).formatID }
    #expect(formats.map { $0.format } == byFormat.keys.sorted())
    #expect(formats.map { $0.records } == byFormat.sorted { $0.key < $1.key }.map { $1.count })
  }

  @Test func everyTableOfRowsIsInTheSchema() throws {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue)
    try queue.read { db in
      for table in RegisterTable.allCases {
        let columns = try db.columns(in: table.rawValue).map { $0.name }
        #expect(columns.prefix(2) == ["file", "position"], "\(table)")
      }
    }
  }

  /// A database of the version before the further registers keeps its rows.
  @Test func anOlderDatabaseIsBroughtUpToDate() throws {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue, upTo: "1: raw records, ledger, derived tables")
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO file VALUES (1, 'a.csv', 'aa', 1, '1', NULL, 'population', 1, 0, 0, 1);
          INSERT INTO population VALUES (1, 2, 341300, 2024, 5324476, NULL)
          """)
    }
    try Schema.migrator.migrate(queue)
    try queue.read { db in
      let persons = try Int.fetchOne(db, sql: "SELECT persons FROM population")
      let marks = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM madrid")
      #expect(persons == 5_324_476)
      #expect(marks == 0)
    }
  }
}
