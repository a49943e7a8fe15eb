import Foundation
import SampleData
import TestSupport
import Testing

/// `convert`, `inspect`, `formats` and `sample` as a shell sees them.
@Suite struct ConvertCommandTests {
  @Test func recordsAsLines() throws {
    let city = try SharedCity.small.get()
    let folder = try TemporaryFolder()
    let result = try Command.run(
      "convert", "cnipa", "cnipa-1", "cnipa-prs", "registers", "--rejects",
      folder.path + "/rejects.ndjson", in: city.folder)
    #expect(result.status == 1, "\(result.errors.prefix(500))")
    var counts: [String: Int] = [:]
    for line in result.outputLines {
      let record = try json(line)
      let type = try #require(record["type"] as? String)
      if let source = record["source"] as? [String: Any] {
        #expect((source["file"] as? String)?.isEmpty == false)
        #expect(source["offset"] is Int, "\(line)")
      } else {
        Issue.record("no source: \(line)")
      }
      #expect(!line.contains("\":\"\""), "an absent value is an absent key: \(line)")
      switch type {
      case "patent":
        let format = try #require(record["format"] as? String)
        counts[format, default: 0] += 1
        for key in ["country", "publication_no", "kind", "application_no", "right"] {
          #expect((record[key] as? String)?.isEmpty == false, "\(key): \(line)")
        }
        #expect(record["applicants"] is [[String: Any]] || record["applicants"] == nil)
        #expect((record["title"] as? [String: String])?["zh"] != nil, "\(line)")
      case "legal-event":
        counts[try #require(record["format"] as? String), default: 0] += 1
        #expect(record["application_no"] is String)
        #expect(record["code"] is String || record["name"] is String, "\(line)")
      default:
        counts["rows", default: 0] += 1
      }
    }
    let registers = [
      "pledges", "awards", "families", "population", "sei-decisions", "market-entities",
      "enterprises", "annual-fees", "licences", "protected-marks", "madrid-register", "gi-products",
      "owner-decisions", "indicators",
    ]
    #expect(counts["rows"] == registers.reduce(0) { $0 + (city.answers.records[$1] ?? 0) })
    for format in ["cnipa", "cnipa-1", "cnipa-prs"] {
      #expect(counts[format] == city.answers.records[format], "\(format)")
    }

    // Every reject on stderr and in the file, in the form the runs publish.
    #expect(result.errorLines.count == city.answers.rejects.count)
    let rejects = try String(
      decoding: Data(contentsOf: URL(fileURLWithPath: folder.path + "/rejects.ndjson")),
      as: UTF8.self
    ).split(separator: "\n").map { try json(String($0)) }
    func text(_ file: String?, _ member: String?, _ code: String?) -> String {
      "\(file ?? "") \(member ?? "") \(code ?? "")"
    }
    let found = rejects.map {
      text($0["file"] as? String, $0["member"] as? String, $0["code"] as? String)
    }
    #expect(
      found.sorted() == city.answers.rejects.map { text($0.file, $0.member, $0.code) }.sorted())
    #expect(rejects.allSatisfy { ($0["reason"] as? String)?.isEmpty == false })
  }

  @Test func oneFormatAndOneWorkerGiveTheSameLines() throws {
    let city = try SharedCity.small.get()
    let one = try Command.run(
      "convert", "cnipa-prs", "--workers", "1", "--format", "cnipa-prs", in: city.folder)
    let two = try Command.run("convert", "cnipa-prs", "--workers", "2", in: city.folder)
    #expect(one.status == 0, "\(one.errors)")
    #expect(one.output == two.output)
    let strict = try Command.run("convert", "cnipa-1", "--strict", in: city.folder)
    let plain = try Command.run("convert", "cnipa-1", in: city.folder)
    #expect(strict.status == 0)
    #expect(strict.output == plain.output)
    let other = try Command.run(
      "convert", "cnipa-prs", "--format", "cnipa", in: city.folder)
    #expect(other.status == 2)
    #expect(other.output.isEmpty)
    #expect(other.errorLines == ["error: no record of format cnipa was found in cnipa-prs"])
  }

  @Test func recordsAsRows() throws {
    let city = try SharedCity.small.get()
    let result = try Command.run("convert", "cnipa-1", "--to", "csv", in: city.folder)
    #expect(result.status == 0, "\(result.errors)")
    let rows = result.output.split(separator: "\r\n")
    #expect(rows.count == (city.answers.records["cnipa-1"] ?? 0) + 1)
    #expect(rows.first?.hasPrefix("\u{FEFF}type,format,file,") == true)
    #expect(rows.dropFirst().allSatisfy { $0.hasPrefix("patent,cnipa-1,cnipa-1/") })
  }

  @Test func absentFilesEndWithTwo() throws {
    let folder = try TemporaryFolder()
    for command in ["convert", "inspect"] {
      let result = try Command.run(command, "none.zip", in: folder.path)
      #expect(result.status == 2)
      #expect(result.errorLines == ["error: none.zip does not exist; expected a file or folder"])
    }
  }

  @Test func whatAFileIs() throws {
    let city = try SharedCity.small.get()
    let result = try Command.run(
      "inspect", "cnipa-prs", "cnipa-1", "registers/awards.csv", "--json", in: city.folder)
    #expect(result.status == 1, "awards.csv has a reject")
    var records: [String: Int] = [:]
    for line in result.outputLines {
      let report = try json(line)
      #expect((report["container"] as? String)?.isEmpty == false)
      #expect(report["first_record"] is [String: Any], "\(line)")
      for (format, count) in report["formats"] as? [String: Int] ?? [:] {
        records[format, default: 0] += count
      }
    }
    for format in ["cnipa-1", "cnipa-prs", "awards"] {
      #expect(records[format] == city.answers.records[format], "\(format): \(records)")
    }
    let text = try Command.run("inspect", "cnipa-1", in: city.folder)
    #expect(text.status == 0)
    #expect(text.output.contains("format cnipa-1"))
  }

  @Test func theListOfFormats() throws {
    let folder = try TemporaryFolder()
    let lines = try Command.run("formats", "--json", in: folder.path)
    #expect(lines.status == 0)
    let ids = try lines.outputLines.map { try json($0)["id"] as? String ?? "" }
    for id in ["cnipa", "cnipa-1", "cnipa-prs", "pledges", "awards", "families", "population"] {
      #expect(ids.contains(id))
    }
    #expect(Set(ids).count == ids.count)
    let text = try Command.run("formats", in: folder.path)
    #expect(text.status == 0)
    for id in ids { #expect(text.output.contains(id), "\(id)") }
    #expect(text.output.contains("  已用真实数据核对："))
    #expect(
      text.output.contains("st36  ") && text.output.contains("  根元素：ep-patent-document, lexis"))
    #expect(text.output.contains("gi-products  地理标志产品登记簿"))
    for word in ["verified", "register (", "、PATDOC", " | "] {
      #expect(!text.output.contains(word))
    }
  }

  @Test func aSampleIsTheSameForTheSameSeed() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] {
      let result = try Command.run(
        "sample", name, "--patents", "150", "--seed", "5", "--document-bytes", "2000",
        in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.isEmpty)
    }
    let names = FileManager.default.enumerator(atPath: folder.path + "/a")?
      .compactMap { $0 as? String }.sorted()
    #expect((names?.count ?? 0) > 15)
    for name in names ?? [] {
      #expect(
        FileManager.default.contents(atPath: folder.path + "/a/" + name)
          == FileManager.default.contents(atPath: folder.path + "/b/" + name), "\(name)")
    }
    #expect(names?.contains("answers.json") == true)
    let full = try Command.run("sample", "a", in: folder.path)
    #expect(full.status == 2)
    #expect(full.errorLines.count == 1)
    #expect(full.errors.contains("not empty"))
  }
}
