import ArgumentParser

/// `ipatlas owners`: what is known of owners and their names.
struct OwnersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "owners", abstract: "Owners (权利人) and the names they bear.",
    subcommands: [Review.self])
}
