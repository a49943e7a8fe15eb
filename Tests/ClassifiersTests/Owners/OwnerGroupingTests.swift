import Records
import Testing

@testable import Classifiers

@Suite struct OwnerGroupingTests {
  private func grouping(
    _ names: [String], places: [Int?] = [], renamings: [(String, String)] = [],
    decisions: [(String, String)] = []
  ) -> OwnerGrouping {
    OwnerGrouping(
      mentions: names.enumerated().map { index, name in
        let place = places.indices.contains(index) ? places[index] : nil
        return OwnerMention(
          name: name, place: place.flatMap { RegionCode(number: $0) }, right: index)
      },
      renamings: renamings.map { OwnerRenaming(from: $0.0, to: $0.1, evidence: "CP01") },
      decisions: decisions.enumerated().map { index, pair in
        OwnerDecisionRow(
          source: Source(file: "owner-decisions.csv", offset: index + 2), name: pair.0,
          canonical: pair.1)
      })
  }

  @Test func aChainOfRenamingsEndsAtTheNewestName() throws {
    let found = grouping(
      ["甲县农机厂", "甲县农机有限公司", "安徽甲农机股份有限公司"],
      renamings: [("甲县农机有限公司", "安徽甲农机股份有限公司"), ("甲县农机厂", "甲县农机有限公司")])
    #expect(found.owners.count == 1)
    #expect(found.owners[0].name == "安徽甲农机股份有限公司")
    #expect(Set(found.owners[0].merges.map { $0.reason }) == [.renamed])
  }

  @Test func renamingsInACircleAreOneOwnerAndEnd() {
    let found = grouping(
      ["甲有限公司厂", "乙有限公司厂"], renamings: [("甲有限公司厂", "乙有限公司厂"), ("乙有限公司厂", "甲有限公司厂")])
    #expect(found.owners.count == 1)
  }

  @Test func aDecisionWinsOverARenaming() {
    let found = grouping(
      ["宿州甲厂", "宿州乙有限公司", "宿州丙有限公司"], renamings: [("宿州甲厂", "宿州乙有限公司")],
      decisions: [("宿州甲厂", "宿州丙有限公司")])
    #expect(found.ownerOfMention[0] == found.ownerOfMention[2])
    #expect(found.ownerOfMention[0] != found.ownerOfMention[1])
    #expect(found.owners[found.ownerOfMention[0]].name == "宿州丙有限公司")
  }

  @Test func aDecisionThatLeadsANameToItselfKeepsItApart() {
    let firm = "安徽甲有限公司"
    let branch = "安徽甲有限公司宿州分公司"
    #expect(grouping([firm, branch]).owners.count == 1)
    #expect(grouping([firm, branch], decisions: [(branch, branch)]).owners.count == 2)
  }

  @Test func decisionsInACircleEnd() {
    let found = grouping(
      ["宿州甲厂", "宿州乙厂"], decisions: [("宿州甲厂", "宿州乙厂"), ("宿州乙厂", "宿州甲厂")])
    #expect(found.owners.count == 1)
  }

  @Test func aRenamingBetweenAPersonAndAFirmIsDoubtful() {
    let found = grouping(["张伟", "张伟机械有限公司"], renamings: [("张伟", "张伟机械有限公司")])
    #expect(found.owners.count == 2)
    #expect(found.doubtful.map { $0.reason } == [.renaming])
  }

  @Test func personsAreTheirNameAtTheirPlace() {
    let found = grouping(
      ["张伟", "张伟", "张 伟", "张伟", "张伟"], places: [341_302, 341_302, 341_302, 341_322, nil])
    #expect(Set(found.ownerOfMention).count == 3)
    #expect(found.ownerOfMention[0] == found.ownerOfMention[2])
  }

  @Test func aBranchIsItsFirmEvenWhereNobodyNamesTheFirm() {
    let found = grouping(["安徽甲药业有限公司泗县分公司", "安徽甲药业有限公司灵璧分公司"])
    #expect(found.owners.map { $0.name } == ["安徽甲药业有限公司"])
  }

  @Test(arguments: [
    ("宿州示例食品有限公司", "宿州示例食品股份有限公司", DoubtfulOwnerPair.Reason.legalForm),
    ("安徽示例食品有限公司", "宿州示例食品有限公司", .place),
    ("宿州市永兴木业有限公司", "宿州市永星木业有限公司", .character),
  ])
  func likeNamesAreLeftToTheAnalyst(left: String, right: String, reason: DoubtfulOwnerPair.Reason) {
    let found = grouping([left, right])
    #expect(found.owners.count == 2)
    #expect(found.doubtful.map { $0.reason } == [reason])
  }

  @Test(arguments: [
    ("华为技术有限公司", OwnerKind.enterprise), ("宿州学院", .university), ("中国科学院自动化研究所", .institute),
    ("宿州市立医院", .publicBody), ("张伟", .person), ("欧阳建国", .person), ("清华大学出版社有限公司", .enterprise),
    ("买买提·艾力", .person), ("SIEMENS AG", .enterprise), ("Stanford University", .university),
    ("JOHN SMITH", .unknown), ("宿州市埇桥区种植专业合作社", .enterprise), ("安徽省农业科学院", .institute),
    ("王强面粉厂", .enterprise), ("灵璧县第一中学", .university), ("宿州市公安局", .publicBody),
  ])
  func aNameTellsTheKind(name: String, kind: OwnerKind) {
    #expect(OwnerName(name).kind == kind, "\(name)")
  }

  /// Names that no office should deliver: nothing ends the run, and none is merged with another.
  @Test(arguments: [
    "", " ", "（）", "（", "…", "\u{200B}", "🙂", String(repeating: "甲", count: 10_000),
  ])
  func oddNamesStayAlone(name: String) {
    let found = grouping([name, "宿州甲有限公司"])
    #expect(found.owners.count == 2)
  }

  /// The order of the mentions changes nothing; every merge has a reason.
  @Test func theOrderOfMentionsDoesNotMatter() throws {
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 1...UInt64.max, using: &generator)
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let stems = ["皖北药业", "恒远机械", "汴河纺织", "砀园食品"]
    let forms = ["有限公司", "有限责任公司", " 有限公司", "股份有限公司", "有限公司泗县分公司", "厂"]
    for round in 0..<30 {
      let names = (0..<40).map { _ in stems[next(4)] + forms[next(6)] }
      let renamings = (0..<3).map { _ in
        (stems[next(4)] + forms[next(6)], stems[next(4)] + forms[next(6)])
      }
      let forward = grouping(names, renamings: renamings)
      let backward = grouping(names.reversed(), renamings: renamings.reversed())
      #expect(forward.owners == backward.owners, "seed \(seed) round \(round)")
      #expect(forward.doubtful == backward.doubtful, "seed \(seed) round \(round)")
      for owner in forward.owners where owner.variants.count > 1 {
        #expect(!owner.merges.isEmpty, "seed \(seed) round \(round): \(owner.name)")
      }
    }
  }
}
