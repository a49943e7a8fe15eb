import ArgumentParser

/// `ipatlas store`: backup, restore and check of a plan's database.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Backs up, restores and checks a plan's database.",
    subcommands: [Backup.self, Restore.self, Check.self])
}
