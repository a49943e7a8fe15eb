import ArgumentParser
import Formats
import Records
import Reports

/// `ipatlas formats`: what is read, and how far each reader has been verified. The list is for analysts
/// and stands in the reports too, so it is in Chinese.
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
        Terminal.print("\(format.id)  \(format.name)")
        Terminal.print(
          format.root == "CSV" ? "  表格：CSV 或制表符分隔的文本" : "  根元素：\(format.root)")
        Terminal.print("  已用真实数据核对：\(format.verifiedOnData)")
        Terminal.print("  仅依据数据标准：\(format.verifiedOnSchemaOnly)")
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
        Terminal.print("\(kind.formatID)  \(ChineseNames.format(kind.formatID))")
        Terminal.print("  表格：CSV 或 .xlsx，列名用中文或英文")
      }
    }
  }
}
