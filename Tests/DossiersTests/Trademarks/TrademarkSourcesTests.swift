import Records
import TestSupport
import Testing

@testable import Dossiers

/// What becomes of a mark of which several formats, or several undated tables, say different things.
@Suite struct TrademarkSourcesTests {
  private static func whole(
    _ format: String, producedOn: Int = 0, _ change: (inout TrademarkEntry) -> Void = { _ in }
  ) -> TrademarkEntry {
    var entry = TrademarkEntry(
      file: 1, source: Source(file: "\(format).xml"), format: format, part: nil, office: "CN",
      number: "10000001")
    entry.order = producedOn
    entry.digest = Array(format.utf8)
    entry.classes = [9]
    change(&entry)
    return entry
  }

  private static func row(
    _ part: Trademark.Part, file: String = "注册人信息.csv", order: Int = 2_023_000,
    _ change: (inout TrademarkEntry) -> Void = { _ in }
  ) -> TrademarkEntry {
    var entry = TrademarkEntry(
      file: 2, source: Source(file: file, offset: 2), format: "cnipa-trademark", part: part,
      office: "CN", number: "10000001")
    entry.order = order
    entry.digest = Array(file.utf8)
    entry.classes = [9]
    change(&entry)
    return entry
  }

  private static func mark(_ entries: [TrademarkEntry]) throws -> TrademarkCase {
    try #require(
      TrademarkDossier(
        office: "CN", number: "10000001", settled: TrademarkSettlement(entries)
      ).cases.first)
  }

  private static func register(_ entry: inout TrademarkEntry) {
    entry.isRegistered = true
    entry.registrationDate = PartialDate("2013-05-21")
    entry.expiryDate = PartialDate("2033-05-20")
  }

  private static func status(
    _ text: String, _ day: String? = nil
  ) -> (inout TrademarkEntry) -> Void {
    {
      register(&$0)
      $0.status = text
      $0.statusDate = day.flatMap { PartialDate($0) }
    }
  }

  private func kind(_ entries: [TrademarkEntry]) throws -> TrademarkStanding.Kind {
    let day = try #require(CalendarDay("2025-12-31"))
    return try Self.mark(entries).standing(at: day).kind
  }

  // MARK: The state

  /// What a record says: the state, its day, the day of production.
  struct Said: Sendable {
    var text: String
    var day: String?
    var producedOn = 0

    init(_ text: String, _ day: String? = nil, producedOn: Int = 0) {
      self.text = text
      self.day = day
      self.producedOn = producedOn
    }
  }

  @Test(arguments: [
    // By the days of the states.
    (Said("商标无效", "2015-01-01"), Said("商标已注册", "2018-01-01"), TrademarkStanding.Kind.valid),
    (Said("商标无效", "2018-01-01"), Said("商标已注册", "2015-01-01"), .dead),
    // By the days of production where the states have none.
    (Said("商标无效", producedOn: 2020_01_01), Said("商标已注册", producedOn: 2024_01_01), .valid),
    (Said("商标无效", producedOn: 2024_01_01), Said("商标已注册", producedOn: 2020_01_01), .dead),
    // Nothing tells which is later, or the two times disagree.
    (Said("商标无效"), Said("商标已注册"), .undetermined),
    (
      Said("商标无效", "2018-01-01", producedOn: 2020_01_01),
      Said("商标已注册", "2015-01-01", producedOn: 2024_01_01), .undetermined
    ),
    (Said("商标无效", "2018-01-01"), Said("商标已注册", "2018-01-01"), .undetermined),
    (Said("商标无效", "2018"), Said("商标已注册", "2018-06-01"), .undetermined),
    // A refusal comes after the application; a review that lifts it comes later still.
    (Said("驳回"), Said("申请中"), .dead),
    (Said("驳回", "2015-01-01"), Said("驳回复审中", "2016-01-01"), .valid),
  ])
  func theLaterStatementHolds(
    end: Said, life: Said, expected: TrademarkStanding.Kind
  ) throws {
    // Whatever the formats are called.
    for (first, second) in [("st66", "st96-trademark"), ("st96-trademark", "st66")] {
      let entries = [
        Self.whole(first, producedOn: end.producedOn, Self.status(end.text, end.day)),
        Self.whole(second, producedOn: life.producedOn, Self.status(life.text, life.day)),
      ]
      #expect(try kind(entries) == expected, "\(first)")
      #expect(try kind(entries.reversed()) == expected, "\(first) reversed")
    }
  }

  @Test func aContradictionNamesWhatWasSaid() throws {
    let day = try #require(CalendarDay("2025-12-31"))
    let standing = try Self.mark([
      Self.whole("st66", Self.status("商标无效")), Self.whole("st96-trademark", Self.status("商标已注册")),
    ]).standing(at: day)
    #expect(standing.missing == [.laterStatement(["商标无效", "商标已注册"])])
    #expect(standing.missing.first?.text == "各来源的状态不一致，不能判定先后：商标无效、商标已注册")
    #expect(standing.evidence.compactMap { $0.source?.file } == ["st66.xml", "st96-trademark.xml"])
  }

  // MARK: Kind and GI

  /// The kind stood in one record and the note in the other: which came first decided.
  @Test func kindAndNoteJoinFromTwoRecords() throws {
    for (first, second) in [("st66", "st96-trademark"), ("st96-trademark", "st66")] {
      let found = try Self.mark([
        Self.whole(first) { $0.isGeographicalIndication = true },
        Self.whole(second) { $0.kind = .collective },
      ])
      #expect(found.isGeographicalIndication, "\(first)")
    }
  }

  @Test func theOfficesTableDecidesOnTheKind() throws {
    let found = try Self.mark([
      Self.row(.basic) {
        $0.kind = .certification
        $0.isGeographicalIndication = true
      },
      Self.whole("st66", producedOn: 2025_01_01) { $0.kind = .individual },
    ])
    #expect(found.kind == .certification && found.isGeographicalIndication)
  }

  // MARK: Holders

  private static func holder(_ name: String) -> (inout TrademarkEntry) -> Void {
    { $0.holders = [Holder(name: name)] }
  }

  @Test func aRecordOfALaterYearTellsOfATransfer() throws {
    let table = Self.row(.holder, Self.holder("甲公司"))
    func found(_ year: Int, _ name: String) throws -> TrademarkCase {
      try Self.mark([
        Self.row(.basic), table,
        Self.whole("st66", producedOn: year * 10_000 + 601, Self.holder(name)),
      ])
    }
    #expect(try found(2024, "乙公司").holders.map { $0.name } == ["乙公司"])
    #expect(try found(2024, "乙公司").rivals.isEmpty)
    #expect(try found(2022, "乙公司").holders.map { $0.name } == ["甲公司"])
    #expect(try found(2022, "乙公司").rivals.isEmpty)
    // Of the same year it is not known.
    #expect(try found(2023, "乙公司").holders.map { $0.name } == ["甲公司"])
    #expect(try found(2023, "乙公司").rivals.map { $0.name } == ["乙公司"])
    #expect(try found(2023, " 甲 公司").rivals.isEmpty)
    // Latin letters name nobody else.
    #expect(try found(2024, "Yi Co., Ltd.").holders.map { $0.name } == ["甲公司"])
    #expect(try found(2023, "Yi Co., Ltd.").rivals.isEmpty)
  }

  @Test func ofTwoRecordsTheLaterProducedNamesTheHolder() throws {
    for (first, second) in [("st66", "st96-trademark"), ("st96-trademark", "st66")] {
      let found = try Self.mark([
        Self.whole(first, producedOn: 2020_01_01, Self.holder("甲公司")),
        Self.whole(second, producedOn: 2024_01_01, Self.holder("乙公司")),
      ])
      #expect(found.holders.map { $0.name } == ["乙公司"] && found.rivals.isEmpty)
      let undated = try Self.mark([
        Self.whole(first, Self.holder("甲公司")), Self.whole(second, Self.holder("乙公司")),
      ])
      #expect(Set((undated.holders + undated.rivals).map { $0.name }) == ["甲公司", "乙公司"])
      #expect(undated.rivals.count == 1)
    }
  }

  /// Two tables of holders whose names tell no year are not one table: their holders are no co-owners.
  @Test func holdersOfTwoUndatedTablesAreRivals() throws {
    let tables = [
      Self.row(.holder, file: "注册人信息.csv", order: 0, Self.holder("甲公司")),
      Self.row(.holder, file: "注册人信息(新).csv", order: 0, Self.holder("乙公司")),
    ]
    for tables in [tables, tables.reversed()] {
      let found = try Self.mark([Self.row(.basic, order: 0)] + tables)
      #expect(found.holders.count == 1 && found.rivals.count == 1)
      #expect(Set((found.holders + found.rivals).map { $0.name }) == ["甲公司", "乙公司"])
      let outcomes = TrademarkSettlement(tables).outcomes.map { $0.outcome }
      #expect(Set(outcomes) == [.held, .superseded])
    }
    let same = try Self.mark([
      Self.row(.basic, order: 0), tables[0],
      Self.row(.holder, file: "另一份.csv", order: 0, Self.holder("甲公司")),
    ])
    #expect(same.holders.count == 1 && same.rivals.isEmpty)
  }

  @Test func coHoldersOfTwoUndatedTablesCountWhereBothNameThem() throws {
    func coHolder(_ name: String, _ file: String, _ digest: UInt8) -> TrademarkEntry {
      Self.row(.coHolder, file: file, order: 0) {
        $0.holders = [Holder(name: name)]
        $0.digest = [digest]
        $0.classes = []
      }
    }
    let found = try Self.mark([
      Self.row(.basic, order: 0), Self.row(.holder, order: 0, Self.holder("甲公司")),
      coHolder("乙公司", "a.csv", 1), coHolder("丙公司", "a.csv", 2), coHolder("乙公司", "b.csv", 3),
    ])
    #expect(found.holders.map { $0.name } == ["甲公司", "乙公司"])
    #expect(found.uncertainCoHolders.map { $0.name } == ["丙公司"])
  }

  /// An undated older table must not undo a renewal by its digest.
  @Test func ofUndatedRowsTheLaterEndOfTermHolds() throws {
    for digest: UInt8 in [1, 9] {
      let found = TrademarkSettlement([
        Self.row(.basic, file: "旧.csv", order: 0) {
          $0.expiryDate = PartialDate("2024-06-30")
          $0.digest = [digest]
        },
        Self.row(.basic, file: "新.csv", order: 0) {
          $0.expiryDate = PartialDate("2034-06-30")
          $0.digest = [5]
        },
      ]).held
      #expect(found.map { $0.expiryDate?.isoText } == ["2034-06-30"])
    }
  }

  // MARK: Marks without a record

  @Test(arguments: [Trademark.Part.goods, .priority, .international, .holder, .coHolder])
  func aMarkKnownFromOneTableAloneIsListed(part: Trademark.Part) throws {
    let found = try Self.mark([Self.row(part, Self.holder("甲公司"))])
    #expect(found.source == nil && found.partsWithoutRecord == [part] && found.rowSource != nil)
    let day = try #require(CalendarDay("2025-12-31"))
    #expect(found.standing(at: day).missing == [.markRecord(only: [part])])
  }

  @Test func whichTablesNameTheMarkIsSaid() throws {
    let found = try Self.mark([Self.row(.goods), Self.row(.holder, Self.holder("甲公司"))])
    let day = try #require(CalendarDay("2025-12-31"))
    #expect(
      found.standing(at: day).missing.map { $0.text } == ["商标基本信息（只有注册人信息、商品服务信息）"])
  }

  // MARK: Arrival

  /// Whatever arrives in whatever order under whatever file number gives the same mark.
  @Test func arrivalDecidesNothing() throws {
    var random = SeededGenerator()
    let label = Comment(rawValue: "seed \(random.seed)")
    let names = ["甲公司", "乙公司", "丙公司", "Ding Co., Ltd."]
    let states = ["商标无效", "商标已注册", "驳回复审中", "转让中", "期满未续展"]
    let days = ["2015-01-01", "2018-06-01", "2018", "2024-02-29"]
    let parts: [Trademark.Part?] = [nil, nil, .basic, .holder, .coHolder, .goods]
    for _ in 0..<300 {
      var entries: [TrademarkEntry] = []
      for index in 0..<Int.random(in: 2...9, using: &random) {
        let part = parts.randomElement(using: &random) ?? nil
        let format = ["st66", "st96-trademark", "tipo-trademark"].randomElement(using: &random)
        let orders = part == nil ? [0, 2020_01_01, 2023_06_01] : [0, 2_022_000, 2_023_004]
        var entry = TrademarkEntry(
          file: 0, source: Source(file: "\(index).x", offset: index),
          format: part == nil ? format ?? "" : "cnipa-trademark", part: part, office: "CN",
          number: "10000001")
        entry.order = orders.randomElement(using: &random) ?? 0
        entry.digest = [UInt8.random(in: 0...9, using: &random), UInt8(index)]
        entry.classes = [[9], [35], []].randomElement(using: &random) ?? []
        if part != .goods, Bool.random(using: &random) {
          entry.holders = [Holder(name: names.randomElement(using: &random) ?? "")]
        }
        if part == nil, Bool.random(using: &random) {
          entry.status = states.randomElement(using: &random)
          entry.statusDate = days.randomElement(using: &random).flatMap { PartialDate($0) }
        }
        if part == nil || part == .basic {
          Self.register(&entry)
          entry.kind = [nil, .individual, .collective].randomElement(using: &random) ?? nil
          entry.isGeographicalIndication = [nil, true, false].randomElement(using: &random) ?? nil
        }
        entries.append(entry)
      }
      let day = try #require(CalendarDay("2025-12-31"))
      let expected = TrademarkDossier(
        office: "CN", number: "1", settled: TrademarkSettlement(entries)
      ).cases
      let standings = expected.map { $0.standing(at: day) }
      for _ in 0..<4 {
        var arrived = entries.shuffled(using: &random)
        for index in arrived.indices { arrived[index].file = Int64(index) }
        let found = TrademarkDossier(
          office: "CN", number: "1", settled: TrademarkSettlement(arrived)
        ).cases
        #expect(found == expected, label)
        #expect(found.map { $0.standing(at: day) } == standings, label)
      }
    }
  }
}
