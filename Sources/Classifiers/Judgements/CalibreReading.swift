import Dossiers

/// One of the ways to read a setting that no official text decides.
package struct CalibreReading: Sendable {
  /// The setting's place in a plan: `maintained-over-ten-years.from`.
  package var setting: String
  /// How the plan would write the reading, but for amounts, which are given as `half` and `double`.
  package var value: String
  /// The setting, and the way to read it, in Chinese.
  package var topic: String
  package var title: String
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

  /// All readings, those of one setting together. A reading's place is its bit in the derived tables:
  /// new ones are added at the end of the list, and ``Pipelines/Version/judgements`` is raised.
  package static let all: [CalibreReading] = [
    CalibreReading("maintained-over-ten-years.from", "filing", "十年起算日", "自申请日起") {
      $0.maintainedOverTenYears.from = .filing
    },
    CalibreReading("maintained-over-ten-years.from", "grant", "十年起算日", "自授权公告日起") {
      $0.maintainedOverTenYears.from = .grant
    },
    CalibreReading("overseas-family.family", "simple", "海外同族范围", "简单同族") {
      $0.overseasFamily.family = .simple
    },
    CalibreReading("overseas-family.family", "extended", "海外同族范围", "扩展同族") {
      $0.overseasFamily.family = .extended
    },
    CalibreReading("overseas-family.hong-kong-macao-taiwan", "domestic", "港澳台授权", "不作海外") {
      $0.overseasFamily.hongKongMacaoTaiwan = .domestic
    },
    CalibreReading("overseas-family.hong-kong-macao-taiwan", "overseas", "港澳台授权", "作海外") {
      $0.overseasFamily.hongKongMacaoTaiwan = .overseas
    },
    CalibreReading("pledge-financing.minimum-amount", "half", "质押金额下限", "减半") {
      $0.pledgeFinancing.minimumAmountInYuan /= 2
    },
    CalibreReading("pledge-financing.minimum-amount", "double", "质押金额下限", "加倍") {
      $0.pledgeFinancing.minimumAmountInYuan *= 2
    },
    CalibreReading("strategic-emerging-industry.ipc", "any", "产业分类号", "任一分类号") {
      $0.strategicEmergingIndustry.ipc = .any
    },
    CalibreReading("strategic-emerging-industry.ipc", "main", "产业分类号", "仅主分类号") {
      $0.strategicEmergingIndustry.ipc = .main
    },
    CalibreReading("strategic-emerging-industry.keywords", "required", "产业关键词", "核对关键词") {
      $0.strategicEmergingIndustry.keywords = .required
    },
    CalibreReading("strategic-emerging-industry.keywords", "ignored", "产业关键词", "不核对关键词") {
      $0.strategicEmergingIndustry.keywords = .ignored
    },
    CalibreReading("strategic-emerging-industry.transfers", "include", "分类号变动", "换算变动过的分类号") {
      $0.strategicEmergingIndustry.transfers = .include
    },
    CalibreReading("strategic-emerging-industry.transfers", "ignore", "分类号变动", "不换算") {
      $0.strategicEmergingIndustry.transfers = .ignore
    },
    CalibreReading("restoration", "from-publication", "权利恢复", "自恢复公告日起有效") {
      $0.restoration = .fromPublication
    },
    CalibreReading("restoration", "retroactive", "权利恢复", "追溯至终止日") {
      $0.restoration = .retroactive
    },
  ]

  private init(
    _ setting: String, _ value: String, _ topic: String, _ title: String,
    change: @escaping @Sendable (inout Calibre) -> Void
  ) {
    self.setting = setting
    self.value = value
    self.topic = topic
    self.title = title
    let head = setting.prefix { $0 != "." }
    criterion = criteria.first { $0.id == head }?.id
    self.change = change
  }
}
