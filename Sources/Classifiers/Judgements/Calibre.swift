import Dossiers

/// The settings of a plan's `calibre`: how the open questions of the definition are read.
///
/// The raw values are what a plan writes; the defaults are those of the rules.
package struct Calibre: Hashable, Sendable {
  package struct StrategicEmergingIndustry: Hashable, Sendable {
    /// Whether any of the patent's IPC symbols may hit a rule, or only the main one.
    package enum Symbols: String, Sendable, CaseIterable { case any, main }
    /// Whether the rules' keyword conditions apply; `ignored` gives the upper bound.
    package enum Keywords: String, Sendable, CaseIterable { case required, ignored }
    /// Whether symbols moved by later editions of the IPC hit through the table of transfers.
    package enum Transfers: String, Sendable, CaseIterable { case include, ignore }

    package var ipc = Symbols.any
    package var keywords = Keywords.required
    package var transfers = Transfers.include

    package init() {}
  }

  package struct OverseasFamily: Hashable, Sendable {
    /// The widest family whose members count; the extended one includes the simple one.
    package enum Family: String, Sendable, CaseIterable { case simple, extended }
    /// Whether a grant in Hong Kong, Macao or Taiwan is one abroad.
    package enum HongKongMacaoTaiwan: String, Sendable, CaseIterable { case domestic, overseas }

    package var family = Family.simple
    package var inForceOnly = false
    package var hongKongMacaoTaiwan = HongKongMacaoTaiwan.domestic

    package init() {}
  }

  package struct MaintainedOverTenYears: Hashable, Sendable {
    /// The day from which the ten years run.
    package enum Start: String, Sendable, CaseIterable { case filing, grant }

    package var from = Start.filing

    package init() {}
  }

  package struct PledgeFinancing: Hashable, Sendable {
    /// Whether each patent of a contract has its whole amount or an equal share.
    package enum Allocation: String, Sendable, CaseIterable {
      case contract
      case equalShare = "equal-share"
    }
    /// Whether a pledge that was ever registered counts, or only one that stands.
    package enum State: String, Sendable, CaseIterable { case ever, active }

    /// The threshold in 元; a plan gives 万元 (default 500).
    package var minimumAmountInYuan: Int64 = 5_000_000
    package var allocation = Allocation.contract
    package var state = State.ever

    package init() {}
  }

  package struct Award: Hashable, Sendable {
    package var levels = ["金奖", "银奖", "优秀奖", "特等奖", "一等奖", "二等奖"]

    package init() {}
  }

  /// Whether the parks are counted apart or under the county they lie in.
  package enum Parks: String, Sendable, CaseIterable { case separate, county }

  /// The year-end whose population divides the count.
  package enum Population: Hashable, Sendable {
    case latestPublished
    case year(Int)
  }

  package var strategicEmergingIndustry = StrategicEmergingIndustry()
  package var overseasFamily = OverseasFamily()
  package var maintainedOverTenYears = MaintainedOverTenYears()
  package var pledgeFinancing = PledgeFinancing()
  package var award = Award()
  package var events = AssemblySettings.EventDate.effective
  package var restoration = AssemblySettings.Restoration.fromPublication
  package var parks = Parks.separate
  package var population = Population.latestPublished

  package init() {}
}
