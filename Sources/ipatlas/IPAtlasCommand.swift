import ArgumentParser
import Pipelines

/// The command `ipatlas`: results to stdout, everything else to stderr.
@main
struct IPAtlasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ipatlas",
    abstract: "Indicator 1 (每万人口高价值发明专利拥有量) with its evidence, from bulk exports.",
    discussion: """
      Exit codes: 0 all read and published, or nothing new; 1 published, but records were rejected \
      (see rejects.ndjson) or a hook failed; 2 nothing published; 64 wrong usage.
      """,
    version: Version.tool,
    subcommands: [
      RunCommand.self, PlanCommand.self, ConvertCommand.self, InspectCommand.self,
      FormatsCommand.self, ExplainCommand.self, HistoryCommand.self, OwnersCommand.self,
      SeriesCommand.self,
      DiffCommand.self,
      VerifyCommand.self, RollbackCommand.self, PruneCommand.self, RejectsCommand.self,
      StoreCommand.self,
      SampleCommand.self,
    ])
}
