import Analyses
import Classifiers

extension Calibre {
  /// Every setting as applied, defaults filled in, in the order of the plan's documentation.
  package var settings: [CalibreSetting] {
    let industry = strategicEmergingIndustry
    let threshold = pledgeFinancing.minimumAmountInYuan
    let amount: CalibreSetting.Value =
      threshold % 10_000 == 0
      ? .integer(Int(threshold / 10_000)) : .number(Double(threshold) / 10_000)
    let year: CalibreSetting.Value
    switch population {
    case .latestPublished: year = .text("latest-published")
    case .year(let number): year = .integer(number)
    }
    return [
      CalibreSetting(
        HighValueCriterion.strategicEmergingIndustry.id, "ipc", .text(industry.ipc.rawValue)),
      CalibreSetting(
        HighValueCriterion.strategicEmergingIndustry.id, "keywords",
        .text(industry.keywords.rawValue)),
      CalibreSetting(
        HighValueCriterion.strategicEmergingIndustry.id, "transfers",
        .text(industry.transfers.rawValue)),
      CalibreSetting(
        HighValueCriterion.overseasFamily.id, "family", .text(overseasFamily.family.rawValue)),
      CalibreSetting(
        HighValueCriterion.overseasFamily.id, "in-force-only", .flag(overseasFamily.inForceOnly)),
      CalibreSetting(
        HighValueCriterion.overseasFamily.id, "hong-kong-macao-taiwan",
        .text(overseasFamily.hongKongMacaoTaiwan.rawValue)),
      CalibreSetting(
        HighValueCriterion.maintainedOverTenYears.id, "from",
        .text(maintainedOverTenYears.from.rawValue)),
      CalibreSetting(HighValueCriterion.pledgeFinancing.id, "minimum-amount", amount),
      CalibreSetting(
        HighValueCriterion.pledgeFinancing.id, "allocation",
        .text(pledgeFinancing.allocation.rawValue)),
      CalibreSetting(
        HighValueCriterion.pledgeFinancing.id, "state", .text(pledgeFinancing.state.rawValue)),
      CalibreSetting(HighValueCriterion.award.id, "levels", .list(award.levels)),
      CalibreSetting(nil, "events", .text(events.rawValue)),
      CalibreSetting(nil, "restoration", .text(restoration.rawValue)),
      CalibreSetting(nil, "parks", .text(parks.rawValue)),
      CalibreSetting(nil, "population", year),
    ]
  }
}

extension CalibreSetting {
  /// The value as the plan writes it.
  var text: String {
    switch value {
    case .text(let text): return text
    case .integer(let number): return String(number)
    case .number(let number): return "\(number)"
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let items): return "[" + items.joined(separator: ", ") + "]"
    }
  }
}
