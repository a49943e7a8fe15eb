import ArgumentParser
import Formats
import Records

/// `ipatlas formats`: what is read, and how far each reader has been verified.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "Lists the formats, with what is verified on real data and what on the schema only.")

  @Flag(help: "Writes one JSON object a line.") var json = false

  func run() throws {
    for format in Formats.descriptions {
      if json {
        var line = JSONBuffer()
        line.object { line in
          line.member("id", format.id)
          line.member("name", format.name)
          line.member("root", format.root)
          line.member("verified_on_data", format.verifiedOnData)
          line.member("verified_on_schema_only", format.verifiedOnSchemaOnly)
        }
        Terminal.print(String(decoding: line.bytes, as: UTF8.self))
      } else {
        Terminal.print("\(format.id)  \(format.name)  <\(format.root)>")
        Terminal.print("  verified on real data: \(format.verifiedOnData)")
        Terminal.print("  on the schema only: \(format.verifiedOnSchemaOnly)")
      }
    }
    for kind in RegisterKind.allCases {
      if json {
        var line = JSONBuffer()
        line.object { line in
          line.member("id", kind.formatID)
          line.member("name", "register")
          line.member("root", "CSV")
        }
        Terminal.print(String(decoding: line.bytes, as: UTF8.self))
      } else {
        Terminal.print("\(kind.formatID)  register (CSV or .xlsx, columns in Chinese or English)")
      }
    }
  }
}
