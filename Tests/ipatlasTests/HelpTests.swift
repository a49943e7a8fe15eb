import Foundation
import TestSupport
import Testing

/// The manual: every command has help, and README names every command.
@Suite struct HelpTests {
  static let commands = [
    "run", "plan", "convert", "inspect", "formats", "explain", "history", "series", "diff",
    "verify", "rollback", "prune", "rejects", "store", "owners", "sample",
  ]

  @Test(arguments: commands)
  func everyCommandHasHelp(_ name: String) throws {
    let help = try Command.run(name, "--help", in: "/")
    #expect(help.status == 0)
    #expect(help.errors.isEmpty)
    #expect(help.output.contains("USAGE: ipatlas \(name)"))
    // Every option and argument says what it is for: no line of the list is a name alone.
    let entries = help.outputLines.filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See ")
    }
    #expect(!entries.isEmpty)
    for (index, line) in help.outputLines.enumerated() where entries.contains(line) {
      let entry = line.trimmingCharacters(in: .whitespaces)
      let hasText = entry.contains("  ") || entry.contains("> ")
      let next = index + 1 < help.outputLines.count ? help.outputLines[index + 1] : ""
      #expect(hasText || next.hasPrefix("       "), "\(name): \(line)")
    }
  }

  @Test func theListOfCommandsIsComplete() throws {
    let help = try Command.run("--help", in: "/")
    #expect(help.status == 0)
    let listed = help.output.split(separator: "SUBCOMMANDS:").last ?? ""
    let names = listed.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
      .filter { !$0.hasPrefix("(") && $0 != "See" }
    #expect(Set(names).isSuperset(of: HelpTests.commands))
    #expect(Set(names).subtracting(HelpTests.commands).isEmpty, "add them here: \(names)")
    let version = try Command.run("--version", in: "/")
    #expect(version.status == 0)
    #expect(version.output.split(separator: ".").count == 3)
  }

  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func theReadMeNamesEveryCommand(_ name: String) throws {
    let path = PackageFolder.path + "/" + name
    guard let bytes = FileManager.default.contents(atPath: path) else {
      print("skipped: there is no \(name) yet")
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    for command in HelpTests.commands {
      #expect(text.contains("ipatlas \(command)"), "\(name) does not show ipatlas \(command)")
    }
  }
}
