import Dossiers
import Records

/// 实现较高质押融资金额: a pledge registered by the cut-off with an amount of at least the threshold.
///
/// The amount is the contract's, the greatest on its rows; with `allocation: equal-share` it is
/// divided among the contract's patents, compared as amount ≥ threshold × patents so that nothing is
/// rounded. With `state: active` the pledge must stand at the cut-off: registered by it and released
/// after it, if at all; a release that only the legal status tells (PC01) counts where the register
/// is silent.
///
/// A PE01 that took effect by the cut-off and whose 登记号 has no row in the register leaves the
/// answer open, unless another contract meets it. Where the register has the contract but not this
/// patent, the event joins the two.
///
/// A security interest that another office recorded against a member of the family (USPTO assignments)
/// is a pledge of the same invention whose amount no delivery tells: it leaves the answer open too.
///
/// Source: note ① of the indicator table, no. 4; no official threshold exists.
package enum PledgeFinancing: Criterion {
  package static let id = "pledge-financing"
  package static let title = "实现较高质押融资金额"
  package static let rule = "统计截止日前登记的专利权质押合同，金额不低于口径规定的下限"

  package static func judge(
    _ patent: PatentUnderJudgement, in context: JudgementContext
  ) -> Judgement {
    var met: [Evidence] = []
    var below: [Evidence] = []
    var missing: [Missing] = []
    for pledge in pledges(of: patent, in: context) where stands(pledge, patent, in: context) {
      guard let amount = pledge.amountInYuan else {
        missing.append(.pledgeAmount(registrationNumber: pledge.number))
        continue
      }
      let fact = Evidence(
        rule: id, source: pledge.source, field: "amount",
        value: "\(pledge.number) \(amount)元，\(pledge.patentCount)件专利", date: pledge.registeredOn)
      if reaches(amount, patents: pledge.patentCount, in: context) {
        met.append(fact)
      } else {
        below.append(fact)
      }
    }
    if !met.isEmpty { return .met(because: met) }
    for event in unmatchedEvents(of: patent, in: context) {
      missing.append(.pledgeContract(registrationNumber: event.registrationNumber))
      below.append(
        Evidence(
          rule: id, source: event.source, field: "登记号", value: event.registrationNumber ?? "",
          date: event.effectiveOn))
    }
    for interest in patent.securityInterests where stands(interest, in: context) {
      missing.append(.securityInterest(recording: interest.recording))
      below.append(
        Evidence(
          rule: id, source: interest.source, field: "conveyance-text",
          value: "\(interest.country)\(interest.joiningNumber ?? "") \(interest.recording ?? "")",
          date: interest.recordedOn))
    }
    if !context.loadedRegisters.contains("pledges") { missing.append(.register("pledges")) }
    return missing.isEmpty
      ? .notMet(because: below) : .undetermined(missing: missing, because: below)
  }

  /// The patent in one contract, by a row of the register or by a legal event.
  private struct Pledge {
    var number: String
    var amountInYuan: Int64?
    var patentCount: Int
    var registeredOn: CalendarDay
    var releasedOn: CalendarDay?
    var source: Source
  }

  private static func pledges(
    of patent: PatentUnderJudgement, in context: JudgementContext
  ) -> [Pledge] {
    var own: Set<String> = []
    var pledges = patent.pledges.map { row in
      let number = PledgeEvent.normalized(row.registrationNumber)
      own.insert(number)
      let contract = context.contracts[number]
      return Pledge(
        number: number,
        amountInYuan: [contract?.amountInYuan, row.amountInYuan].compactMap { $0 }.max(),
        patentCount: contract?.patentCount ?? 1, registeredOn: row.registeredOn,
        releasedOn: row.releasedOn, source: row.source)
    }
    for event in patent.state.pledges where event.effect == .registered {
      guard let number = event.registrationNumber, own.insert(number).inserted,
        let contract = context.contracts[number]
      else { continue }
      // The register's rows of the contract leave this patent out: with it the contract has one
      // patent more among which `equal-share` divides the amount.
      pledges.append(
        Pledge(
          number: number, amountInYuan: contract.amountInYuan,
          patentCount: contract.patentCount + 1, registeredOn: event.effectiveOn,
          releasedOn: contract.releasedOn, source: event.source))
    }
    return pledges
  }

  /// Whether the pledge counts at the cut-off under the plan's `state`.
  private static func stands(
    _ pledge: Pledge, _ patent: PatentUnderJudgement, in context: JudgementContext
  ) -> Bool {
    guard pledge.registeredOn <= context.cutOff else { return false }
    switch context.calibre.pledgeFinancing.state {
    case .ever: return true
    case .active:
      if let releasedOn = pledge.releasedOn { return context.cutOff < releasedOn }
      return !isCancelled(pledge.number, patent)
    }
  }

  private static func stands(
    _ interest: SecurityInterest, in context: JudgementContext
  ) -> Bool {
    guard interest.recordedOn <= context.cutOff else { return false }
    if context.calibre.pledgeFinancing.state == .ever { return true }
    return interest.releasedOn.map { context.cutOff < $0 } ?? true
  }

  /// Whether the legal status tells by the cut-off that the contract was released.
  private static func isCancelled(_ number: String, _ patent: PatentUnderJudgement) -> Bool {
    patent.state.pledges.contains {
      $0.effect == .cancelled && $0.registrationNumber == number
    }
  }

  /// Registrations by the cut-off whose contract the register does not have.
  private static func unmatchedEvents(
    of patent: PatentUnderJudgement, in context: JudgementContext
  ) -> [PledgeEvent] {
    let own = Set(patent.pledges.map { PledgeEvent.normalized($0.registrationNumber) })
    var told: Set<String> = []
    return patent.state.pledges.filter { event in
      let isEver = context.calibre.pledgeFinancing.state == .ever
      // A change or a cancellation proves a registration that lies before the data begin.
      if event.effect == .cancelled, !isEver { return false }
      guard let number = event.registrationNumber else { return event.effect == .registered }
      if own.contains(number) || context.contracts[number] != nil { return false }
      return (isEver || !isCancelled(number, patent)) && told.insert(number).inserted
    }
  }

  private static func reaches(
    _ amount: Int64, patents: Int, in context: JudgementContext
  ) -> Bool {
    let threshold = context.calibre.pledgeFinancing.minimumAmountInYuan
    switch context.calibre.pledgeFinancing.allocation {
    case .contract: return amount >= threshold
    case .equalShare:
      let (needed, overflows) = threshold.multipliedReportingOverflow(by: Int64(patents))
      return !overflows && amount >= needed
    }
  }

  package static var examples: [CriterionExample] {
    [
      .example("质押500万元，恰为下限", .met) { $0.pledge("Y2024980000001", on: "2024-01-05", wan: 500) },
      .example("质押499万元", .notMet) { $0.pledge("Y2024980000001", on: "2024-01-05", wan: 499) },
      .example("无登记", .notMet) { _ in },
      .example("未载入质押登记簿", .undetermined) { $0.loaded = [] },
      .example("同一合同以最大金额为准", .met) {
        $0.pledge("Y2024980000001", on: "2024-01-05", wan: nil)
        $0.pledge("Y2024980000001", on: "2024-01-05", wan: 800, patent: 202_010_136_012)
      },
      .example("合同各行均无金额", .undetermined) {
        $0.pledge("Y2024980000001", on: "2024-01-05", wan: nil)
      },
      .example("截止日之后登记", .notMet) { $0.pledge("Y2026980000001", on: "2026-01-01", wan: 800) },
      .example("平均分摊：1000万元由两件专利分摊", .met) {
        $0.pledge("Y2024980000001", on: "2024-01-05", wan: 1000)
        $0.pledge("Y2024980000001", on: "2024-01-05", wan: 1000, patent: 202_010_136_012)
        $0.calibre.pledgeFinancing.allocation = .equalShare
      },
      .example("平均分摊：999万元由两件专利分摊", .notMet) {
        $0.pledge("Y2024980000001", on: "2024-01-05", wan: 999)
        $0.pledge("Y2024980000001", on: "2024-01-05", wan: 999, patent: 202_010_136_012)
        $0.calibre.pledgeFinancing.allocation = .equalShare
      },
      .example("已解除：默认仍计", .met) {
        $0.pledge("Y2024980000001", on: "2024-01-05", released: "2025-01-05", wan: 800)
      },
      .example("已解除：口径仅计存续", .notMet) {
        $0.pledge("Y2024980000001", on: "2024-01-05", released: "2025-12-31", wan: 800)
        $0.calibre.pledgeFinancing.state = .active
      },
      .example("截止日后才解除：存续", .met) {
        $0.pledge("Y2024980000001", on: "2024-01-05", released: "2026-01-01", wan: 800)
        $0.calibre.pledgeFinancing.state = .active
      },
      .example("登记簿未载解除日，法律状态载明注销", .notMet) {
        $0.pledge("Y2024980000001", on: "2024-01-05", wan: 800)
        $0.event(.pledgeCancelled, on: "2025-03-04", registrationNumber: "Y2024980000001")
        $0.calibre.pledgeFinancing.state = .active
      },
      .example("质押登记事务的登记号不在登记簿中", .undetermined) {
        $0.event(.pledgeRegistered, on: "2024-02-02", registrationNumber: "Y2024980000009")
      },
      .example("只有质押变更事务，未见登记", .undetermined) {
        $0.event(.pledgeChanged, on: "2024-02-02", registrationNumber: "Y2024980000009")
      },
      .example("只有质押注销事务，未见登记", .undetermined) {
        $0.event(.pledgeCancelled, on: "2024-02-02", registrationNumber: "Y2024980000009")
      },
      .example("只有质押注销事务：口径仅计存续", .notMet) {
        $0.event(.pledgeCancelled, on: "2024-02-02", registrationNumber: "Y2024980000009")
        $0.calibre.pledgeFinancing.state = .active
      },
      .example("另一合同已达下限", .met) {
        $0.event(.pledgeRegistered, on: "2024-02-02", registrationNumber: "Y2024980000009")
        $0.pledge("Y2023980000001", on: "2023-01-05", wan: 600)
      },
      .example("登记簿有该合同而未列该专利", .met) {
        $0.event(.pledgeRegistered, on: "2024-02-02", registrationNumber: "Y2024980000009")
        $0.pledge("Y2024980000009", on: "2024-01-30", wan: 600, patent: 202_010_136_012)
      },
      .example("截止日之后的质押登记事务", .notMet) {
        $0.event(.pledgeRegistered, on: "2026-01-01", registrationNumber: "Y2026980000009")
      },
      .example("美国同族登记有担保权益，金额不明", .undetermined) {
        $0.securityInterest("35123/0456", on: "2024-03-01")
      },
      .example("美国同族的担保权益在截止日之后登记", .notMet) {
        $0.securityInterest("35123/0456", on: "2026-01-01")
      },
      .example("美国同族的担保权益已解除：口径仅计存续", .notMet) {
        $0.securityInterest("35123/0456", on: "2024-03-01", released: "2025-03-01")
        $0.calibre.pledgeFinancing.state = .active
      },
      .example("口径下限1000万元", .notMet) {
        $0.pledge("Y2024980000001", on: "2024-01-05", wan: 800)
        $0.calibre.pledgeFinancing.minimumAmountInYuan = 10_000_000
      },
    ].compactMap { $0 }
  }
}
