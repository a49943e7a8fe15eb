/// The stages of a run in their order, by the names that `run.json`, the log and the ledger give them.
///
/// What a row is, in and out, and what a hit:
///
/// | stage | rows in | rows out | cache hits |
/// |---|---|---|---|
/// | discover | files among the inputs | files to read | files known |
/// | read | files to read | records, rejected ones included | files known |
/// | batches | entries of the plan's `expected` | findings | |
/// | judge | applications | dossiers of the base set, or near it | dossiers kept |
/// | judge-trademarks | deliveries of marks | marks of the region, or of no known place | |
/// | analyse | dossiers | high-value patents | |
/// | gate | gates | gates passed | |
/// | write | | files | |
/// | publish | files | | |
/// | note | | | |
///
/// `run.json` is written at the beginning of `publish`; that stage and `note` stand in the log and in
/// the ledger alone.
package enum NightStage: String, Sendable, CaseIterable {
  case discover
  case read
  case batches
  case judge
  case judgeTrademarks = "judge-trademarks"
  case analyse
  case gate
  case write
  case publish
  case note
}
