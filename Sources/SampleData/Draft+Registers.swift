import Records

extension Draft {
  mutating func tellPledge() {
    guard cast.pledge != .none, grantedOn != nil else { return }
    let isLatePatent = grant > fixedDay(2025, 1, 1)
    let day = isLatePatent ? grant.later(by: 20) : dayAfterGrant(part: 0, of: 2)
    let contract = contractNumber(day, index * 2)
    switch cast.pledge {
    case .none: break
    case .exactlyThreshold: tellContract(contract, day, amounts: ["500"])
    case .belowThreshold: tellContract(contract, day, amounts: ["499.99"])
    case .above: tellContract(contract, day, amounts: [String(501 + generator.below(4000))])
    case .releasedContract:
      let release = day.later(by: 30)
      tellContract(contract, day, amounts: ["1200.5"], released: release)
      addRelease(contract, release)
    case .registerOnly:
      addRow(contract, day, "800")
      pledge = .met
    case .eventOnly: addPledge(contract, day)
    case .eventOnlyReleased:
      addPledge(contract, day)
      addRelease(contract, day.later(by: 30))
    case .eventOnlyBesideContract:
      addPledge(contract, day)
      tellContract(contractNumber(day, index * 2 + 1), day.later(by: 3), amounts: ["600"])
    case .eventOnlyPublishedAfterCutOff:
      addPledge(contract, fixedDay(2025, 12, 18), published: fixedDay(2026, 1, 9))
    case .eventOnlyAfterCutOff:
      addPledge(contract, fixedDay(2026, 1, 14), published: fixedDay(2026, 2, 3))
      pledge = .notMet
    case .registeredAfterCutOff:
      let late = fixedDay(2026, 1, 20)
      let number = contractNumber(late, index * 2)
      addRow(number, late, "2000")
      addPledge(number, late, published: fixedDay(2026, 2, 10))
      pledge = .notMet
    case .severalPatents:
      // All patents of a block of 400 that play this case share one contract.
      let day = fixedDay(2025, 3, 12)
      tellContract(contractNumber(day, 9_000_000 + index / 400), day, amounts: ["900"])
    case .amountsDiffer: tellContract(contract, day, amounts: ["300", "650"])
    case .changed:
      tellContract(contract, day, amounts: ["700"])
      let changed = day.later(by: 30)
      addEvent(
        "PM01", "专利权质押合同登记的变更", changed.later(by: 10),
        [
          ("登记号", contract), ("变更日", changed.compact), ("变更事项", "质权人"),
          ("变更前", Draft.pledgee), ("变更后", "萧县示例农村商业银行股份有限公司"),
        ])
    }
  }

  private static let pledgee = "宿州示例农村商业银行股份有限公司"

  /// `Y2021980001234`.
  private func contractNumber(_ day: CalendarDay, _ serial: Int) -> String {
    let digits = String(serial)
    return "Y\(day.year)98" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }

  /// A contract with its event and its rows; the greatest amount on the rows is the contract's.
  private mutating func tellContract(
    _ contract: String, _ day: CalendarDay, amounts: [String], released: CalendarDay? = nil
  ) {
    addPledge(contract, day)
    for amount in amounts { addRow(contract, day, amount, released: released) }
    pledge = amounts == ["499.99"] ? .notMet : .met
  }

  private mutating func addRow(
    _ contract: String, _ day: CalendarDay, _ amount: String, released: CalendarDay? = nil
  ) {
    pledgeRows.append(
      PledgeEntry(contract: contract, registered: day, released: released, amount: amount))
  }

  /// PE01; until a row gives the amount the criterion stays undetermined.
  private mutating func addPledge(
    _ contract: String, _ day: CalendarDay, published: CalendarDay? = nil
  ) {
    addEvent(
      "PE01", "专利权质押合同登记的生效", published ?? day.later(by: 14),
      [
        ("登记号", contract), ("登记生效日", day.compact), ("出质人", owner.name),
        ("质权人", Draft.pledgee), ("发明名称", title),
      ])
    pledge = .undetermined
  }

  private mutating func addRelease(_ contract: String, _ day: CalendarDay) {
    addEvent(
      "PC01", "专利权质押合同登记的注销", day.later(by: 10),
      [
        ("登记号", contract), ("出质人", owner.name), ("质权人", Draft.pledgee),
        ("解除日", day.compact),
      ])
  }

  mutating func tellFamily() {
    let serial = String(1_000_000 + index)
    let granted = grant.later(by: 90)
    let date = min(granted, Draft.lastEventDay).isoText
    overseas = .notMet
    func row(_ member: String, _ country: String, _ granted: String) -> FamilyEntry {
      FamilyEntry(member: member, country: country, granted: granted)
    }
    let international = row("WO2019\(100_000 + index % 900_000)A1", "WO", "否")
    var american = row("US1\(serial)B2", "US", "是")
    american.grantedOn = date
    switch cast.family {
    case .noRow: overseas = .undetermined
    case .searchedNone: familyRows = [row("", "", "")]
    case .grantedInUS:
      familyRows = [american]
      overseas = .met
    case .grantedByEPO:
      var european = row("EP\(serial)B1", "EP", "1")
      european.grantedOn = date
      familyRows = [international, european]
      overseas = .met
    case .internationalOnly: familyRows = [international]
    case .chineseOnly: familyRows = [row("CN\(grantPublication)B", "CN", "是")]
    case .hongKongOnly: familyRows = [row("HK\(serial)A1", "HK", "是")]
    case .taiwanOnly: familyRows = [row("TWI\(700_000 + index % 100_000)B", "TW", "是")]
    case .applicationOnly: familyRows = [row("US2020\(serial)A1", "US", "否")]
    case .extendedOnly:
      american.kind = "extended"
      familyRows = [american]
    case .grantedAfterCutOff:
      american.grantedOn = "2026-02-03"
      familyRows = [american]
    case .grantedUndated:
      american.grantedOn = ""
      familyRows = [american]
      overseas = .met
    case .grantedThenCeased:
      american.ceasedOn = "2025-12-02"
      familyRows = [american]
      overseas = .met
    case .several:
      familyRows = [
        international, row("US2021\(serial)A1", "US", "0"),
        FamilyEntry(
          member: "JP\(serial)B2", country: "JP", granted: "1", grantedOn: date, kind: "simple"),
      ]
      overseas = .met
    }
  }

  mutating func tellAward() {
    let year = min(2025, max(2016, grant.year + 1))
    func row(_ award: String, _ level: String, _ link: String, year other: Int? = nil) -> AwardEntry
    {
      AwardEntry(award: award, level: level, year: other ?? year, link: link)
    }
    award = .met
    switch cast.award {
    case .none: award = .notMet
    case .gold: awardRows = [row("中国专利奖", "金奖", "direct")]
    case .silver: awardRows = [row("中国专利奖", "银奖", "")]
    case .excellence: awardRows = [row("中国专利奖", "优秀奖", "direct")]
    case .withSession: awardRows = [row("第二十三届中国专利奖", "优秀奖", "direct")]
    case .scienceThroughProject: awardRows = [row("国家科学技术进步奖", "二等奖", "project")]
    case .scienceSpecialThroughProject: awardRows = [row("国家科学技术奖", "特等奖", "project")]
    case .designAward:
      awardRows = [row("中国外观设计专利奖", "金奖", "direct")]
      award = .notMet
    case .provincial:
      awardRows = [row("安徽省专利奖", "金奖", "direct")]
      award = .notMet
    case .levelNotCounting:
      awardRows = [row("中国专利奖", "入围奖", "direct")]
      award = .notMet
    case .scienceDirect:
      awardRows = [row("国家技术发明奖", "二等奖", "direct")]
      award = .notMet
    case .scienceWithoutLink:
      awardRows = [row("国家自然科学奖", "一等奖", "")]
      award = .notMet
    case .afterCutOff:
      awardRows = [row("中国专利奖", "金奖", "direct", year: 2026)]
      award = .notMet
    }
  }
}
