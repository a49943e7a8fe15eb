import Dossiers

/// One of the ways to read a setting that no official text decides, and that decides which patents
/// count; `parks` and `population` never do.
package struct CalibreReading: Sendable {
  /// The setting's place in a plan: `maintained-over-ten-years.from`.
  package var setting: String
  /// How the plan would write the reading, but for amounts, which are given as `half` and `double`.
  package var value: String
  /// The criterion that the setting belongs to; nil for one that decides which patents are in force.
  package var criterion: String?
  private let change: @Sendable (inout Calibre) -> Void

  package var id: String { "\(setting)=\(value)" }

  /// The calibre with this setting read this way.
  package func applied(to calibre: Calibre) -> Calibre {
    var calibre = calibre
    change(&calibre)
    return calibre
  }

  /// All readings. A reading's place is its bit in the derived tables: new ones are added at the end of
  /// the list, and ``Pipelines/Version/judgements`` is raised.
  package static let all: [CalibreReading] = [
    CalibreReading("maintained-over-ten-years.from", "filing") {
      $0.maintainedOverTenYears.from = .filing
    },
    CalibreReading("maintained-over-ten-years.from", "grant") {
      $0.maintainedOverTenYears.from = .grant
    },
    CalibreReading("overseas-family.family", "simple") {
      $0.overseasFamily.family = .simple
    },
    CalibreReading("overseas-family.family", "extended") {
      $0.overseasFamily.family = .extended
    },
    CalibreReading("overseas-family.hong-kong-macao-taiwan", "domestic") {
      $0.overseasFamily.hongKongMacaoTaiwan = .domestic
    },
    CalibreReading("overseas-family.hong-kong-macao-taiwan", "overseas") {
      $0.overseasFamily.hongKongMacaoTaiwan = .overseas
    },
    CalibreReading("pledge-financing.minimum-amount", "half") {
      $0.pledgeFinancing.minimumAmountInYuan /= 2
    },
    CalibreReading("pledge-financing.minimum-amount", "double") {
      $0.pledgeFinancing.minimumAmountInYuan *= 2
    },
    CalibreReading("strategic-emerging-industry.ipc", "any") {
      $0.strategicEmergingIndustry.ipc = .any
    },
    CalibreReading("strategic-emerging-industry.ipc", "main") {
      $0.strategicEmergingIndustry.ipc = .main
    },
    CalibreReading("strategic-emerging-industry.keywords", "required") {
      $0.strategicEmergingIndustry.keywords = .required
    },
    CalibreReading("strategic-emerging-industry.keywords", "ignored") {
      $0.strategicEmergingIndustry.keywords = .ignored
    },
    CalibreReading("strategic-emerging-industry.transfers", "include") {
      $0.strategicEmergingIndustry.transfers = .include
    },
    CalibreReading("strategic-emerging-industry.transfers", "ignore") {
      $0.strategicEmergingIndustry.transfers = .ignore
    },
    CalibreReading("restoration", "from-publication") {
      $0.restoration = .fromPublication
    },
    CalibreReading("restoration", "retroactive") {
      $0.restoration = .retroactive
    },
    CalibreReading("overseas-family.in-force-only", "false") {
      $0.overseasFamily.inForceOnly = false
    },
    CalibreReading("overseas-family.in-force-only", "true") {
      $0.overseasFamily.inForceOnly = true
    },
    CalibreReading("pledge-financing.allocation", "contract") {
      $0.pledgeFinancing.allocation = .contract
    },
    CalibreReading("pledge-financing.allocation", "equal-share") {
      $0.pledgeFinancing.allocation = .equalShare
    },
    CalibreReading("pledge-financing.state", "ever") {
      $0.pledgeFinancing.state = .ever
    },
    CalibreReading("pledge-financing.state", "active") {
      $0.pledgeFinancing.state = .active
    },
    CalibreReading("award.levels", "[金奖, 银奖, 优秀奖, 特等奖, 一等奖, 二等奖]") {
      $0.award.levels = ["金奖", "银奖", "优秀奖", "特等奖", "一等奖", "二等奖"]
    },
    CalibreReading("award.levels", "[金奖, 银奖, 特等奖, 一等奖, 二等奖]") {
      $0.award.levels = ["金奖", "银奖", "特等奖", "一等奖", "二等奖"]
    },
    CalibreReading("events", "effective") {
      $0.events = .effective
    },
    CalibreReading("events", "published") {
      $0.events = .published
    },
  ]

  private init(
    _ setting: String, _ value: String, change: @escaping @Sendable (inout Calibre) -> Void
  ) {
    self.setting = setting
    self.value = value
    let head = setting.prefix { $0 != "." }
    criterion = criteria.first { $0.id == head }?.id
    self.change = change
  }
}
