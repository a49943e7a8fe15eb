import ArgumentParser

/// `ipatlas rejects`: the records that could not be read.
struct RejectsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rejects",
    abstract: "Lists rejected records, shows their bytes, and reads their files again.",
    subcommands: [List.self, Show.self, Retry.self])
}
