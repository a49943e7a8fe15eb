import Foundation
import Testing

struct CommandDocumentationTests {
  /// The names that the subcommands' files give themselves.
  private func subcommands() throws -> [String] {
    let folder = "Sources/ipatlas/Commands"
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Manual.root.appendingPathComponent(folder).path)
    return try files.sorted().compactMap { file in
      let parts = try Manual.text("\(folder)/\(file)").split(separator: "commandName: \"")
      return parts.count == 2 ? parts[1].split(separator: "\"").first.map(String.init) : nil
    }
  }

  @Test func everySubcommandIsFound() throws {
    #expect(try subcommands().contains("run"))
    #expect(try subcommands().count >= 8)
  }

  @Test(arguments: Manual.readMes) func everySubcommandHasARow(readMe: String) throws {
    let text = try Manual.text(readMe)
    for name in try subcommands() {
      #expect(text.contains("| `ipatlas \(name)"), "\(name) has no row in \(readMe)")
    }
  }

  /// Each option of a subcommand's declaration, `--as-of` for `asOf`, stands in the table.
  @Test(arguments: Manual.readMes) func everyOptionIsNamed(readMe: String) throws {
    let text = try Manual.text(readMe)
    let folder = "Sources/ipatlas/Commands"
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Manual.root.appendingPathComponent(folder).path)
    for file in files.sorted() {
      let lines = try Manual.text("\(folder)/\(file)").split(separator: "\n")
      for (index, line) in lines.enumerated()
      where line.contains("@Option(") || line.contains("@Flag(") {
        // A long help text leaves the declaration to one of the next lines.
        let declaration = ([line] + lines[(index + 1)...].prefix(3)).first { $0.contains(" var ") }
        let name = try #require(
          declaration?.split(separator: " var ").last?.prefix { $0.isLetter },
          "no declaration at \(line)")
        let option = name.reduce(into: "--") { option, character in
          option += character.isUppercase ? "-\(character.lowercased())" : String(character)
        }
        #expect(text.contains(option), "\(option) of \(file) is not in \(readMe)")
      }
    }
  }
}
