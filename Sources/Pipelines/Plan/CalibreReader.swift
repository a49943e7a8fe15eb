import Classifiers
import Dossiers

/// Reads a plan's `calibre`: how the definition is read where its text leaves a choice.
enum CalibreReader {
  static func read(_ fields: PlanFields?) throws(PlanError) -> Calibre {
    var calibre = Calibre()
    guard let fields else { return calibre }
    try fields.allow(only: [
      "strategic-emerging-industry", "overseas-family", "maintained-over-ten-years",
      "pledge-financing", "award", "events", "restoration", "parks", "population",
    ])
    if let industry = try fields.mapping("strategic-emerging-industry") {
      try industry.allow(only: ["ipc", "keywords", "transfers"])
      try set(&calibre.strategicEmergingIndustry.ipc, industry, "ipc")
      try set(&calibre.strategicEmergingIndustry.keywords, industry, "keywords")
      try set(&calibre.strategicEmergingIndustry.transfers, industry, "transfers")
    }
    if let family = try fields.mapping("overseas-family") {
      try family.allow(only: ["family", "in-force-only", "hong-kong-macao-taiwan"])
      try set(&calibre.overseasFamily.family, family, "family")
      if let flag = try family.boolean("in-force-only") {
        calibre.overseasFamily.inForceOnly = flag
      }
      try set(&calibre.overseasFamily.hongKongMacaoTaiwan, family, "hong-kong-macao-taiwan")
    }
    if let maintained = try fields.mapping("maintained-over-ten-years") {
      try maintained.allow(only: ["from"])
      try set(&calibre.maintainedOverTenYears.from, maintained, "from")
    }
    if let pledge = try fields.mapping("pledge-financing") {
      try pledge.allow(only: ["minimum-amount", "allocation", "state"])
      if let text = try pledge.text("minimum-amount") {
        guard let yuan = yuan(ofTenThousands: text) else {
          throw pledge.error(
            "minimum-amount", "is \"\(text)\"; expected an amount in 万元 such as 500 or 1000.5")
        }
        calibre.pledgeFinancing.minimumAmountInYuan = yuan
      }
      try set(&calibre.pledgeFinancing.allocation, pledge, "allocation")
      try set(&calibre.pledgeFinancing.state, pledge, "state")
    }
    if let award = try fields.mapping("award") {
      try award.allow(only: ["levels"])
      if let levels = try award.list("levels") { calibre.award.levels = levels }
    }
    try set(&calibre.events, fields, "events")
    try set(&calibre.restoration, fields, "restoration")
    try set(&calibre.parks, fields, "parks")
    if let text = try fields.text("population"), text != "latest-published" {
      guard let year = Int(text), (1949...2199).contains(year) else {
        throw fields.error(
          "population", "is \"\(text)\"; expected latest-published or a year such as 2024")
      }
      calibre.population = .year(year)
    }
    return calibre
  }

  private static func set<Choice: RawRepresentable & CaseIterable>(
    _ value: inout Choice, _ fields: PlanFields, _ key: String
  ) throws(PlanError) where Choice.RawValue == String {
    let words = Choice.allCases.map { $0.rawValue }
    if let text = try fields.choice(key, words), let choice = Choice(rawValue: text) {
      value = choice
    }
  }

  /// 万元 with at most four decimals → 元, exactly.
  static func yuan(ofTenThousands text: String) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Int64(parts[0]), whole >= 0,
      whole < 100_000_000_000
    else { return nil }
    var fraction = parts.count == 2 ? String(parts[1]) : ""
    guard fraction.count <= 4, parts.count == 1 || !fraction.isEmpty,
      fraction.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    fraction += String(repeating: "0", count: 4 - fraction.count)
    return whole * 10_000 + (Int64(fraction) ?? 0)
  }

  /// 元 → 万元 without trailing zeros.
  static func tenThousands(ofYuan yuan: Int64) -> String {
    let whole = yuan / 10_000
    let rest = yuan % 10_000
    guard rest > 0 else { return String(whole) }
    var fraction = String(rest)
    fraction = String(repeating: "0", count: 4 - fraction.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(whole).\(fraction)"
  }
}
