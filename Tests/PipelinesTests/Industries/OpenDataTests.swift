import Analyses
import Foundation
import TestSupport
import Testing

@testable import Formats
@testable import Pipelines
@testable import Reports

/// The files beside the tables: dictionary, workbook, network.
@Suite struct OpenDataTests {
  private struct Package: Decodable {
    struct Resource: Decodable {
      struct Schema: Decodable {
        struct Field: Decodable { var name: String }
        var fields: [Field]
        var primaryKey: [String]
      }
      var path: String
      var bytes: Int
      var hash: String
      var schema: Schema
    }
    var resources: [Resource]
  }

  /// Every table's file is in the dictionary, with its own size, digest and columns.
  @Test func theDictionaryIsOfTheFiles() throws {
    let project = try IndustryMapTests.project()
    _ = try project.run()
    let folder = project.root + "/Reports/test/latest/industries/chairs"
    let package = try JSONDecoder().decode(
      Package.self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/datapackage.json")))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".parquet") }
    #expect(package.resources.map { $0.path }.sorted() == files.sorted())
    for resource in package.resources {
      let path = folder + "/" + resource.path
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(bytes.count == resource.bytes, "\(resource.path)")
      #expect(
        resource.hash == "sha256:" + (try FileDigest.sha256(volumes: [path]).text),
        "\(resource.path)")
      if resource.path.hasSuffix(".csv") {
        let header = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first
        #expect(
          header.map(String.init)
            == resource.schema.fields.map { $0.name }.joined(separator: ","), "\(resource.path)")
      }
    }
  }

  /// The workbook is read back by the reader of registers' workbooks, which knows nothing of the writer.
  @Test func theWorkbookHoldsTheTables() throws {
    let project = try IndustryMapTests.project()
    _ = try project.run()
    let folder = project.root + "/Reports/test/latest/industries/chairs"
    let first = try Data(contentsOf: URL(fileURLWithPath: folder + "/chairs.xlsx"))
    // Made again at another time it has the same bytes.
    try FileManager.default.removeItem(atPath: project.root + "/Reports/test")
    try FileManager.default.removeItem(atPath: project.workspacePath)
    Thread.sleep(forTimeInterval: 2.1)
    _ = try project.run()
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/chairs.xlsx")) == first)
    let unzip = Process()
    unzip.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    unzip.arguments = [
      "-c",
      """
      import zipfile, sys
      book = zipfile.ZipFile(sys.argv[1])
      assert book.testzip() is None
      print(book.read("xl/workbook.xml").decode())
      print(book.read("xl/worksheets/sheet2.xml").decode())
      print(book.read("xl/sharedStrings.xml").decode())
      """, folder + "/chairs.xlsx",
    ]
    let pipe = Pipe()
    unzip.standardOutput = pipe
    try unzip.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    unzip.waitUntilExit()
    #expect(unzip.terminationStatus == 0)
    for sheet in ["说明", "要点", "产业规模", "主要权利人", "数据字典"] {
      #expect(text.contains("name=\"\(sheet)\""), "\(sheet)")
    }
    #expect(
      text.contains("<f>SUMIFS('产业规模'!D:D,'产业规模'!A:A,\"341300\")</f><v>5</v>"))
    #expect(text.contains("宿州示例有限公司"))
  }

  @Test func theNetworkIsWellFormed() {
    let table = DataTable.pairs([("甲&乙", "丙<丁>\u{1}")])
    let text = String(decoding: NetworkGEXF.bytes(table, title: "\"标题\""), as: UTF8.self)
    #expect(text.contains("label=\"甲&amp;乙\""))
    #expect(text.contains("label=\"丙&lt;丁&gt;\u{FFFD}\""))
    #expect(text.contains("<edge id=\"0\" source=\"1\" target=\"2\" weight=\"3\"/>"))
    #expect(text.contains("&quot;标题&quot;"))
  }

  @Test func theReviewIsOfThePublishedRun() throws {
    let project = try IndustryMapTests.project()
    let error = #expect(throws: RunFailure.self) { try OwnerReview.lines(of: project.plan()) }
    #expect(error?.reason.contains("run \"ipatlas run") == true)
    _ = try project.run()
    #expect(try OwnerReview.lines(of: project.plan()).first == "place,left,right,reason,rights")
    let without = try TestProject()
    let refusal = #expect(throws: RunFailure.self) { try OwnerReview.lines(of: without.plan()) }
    #expect(refusal?.reason.contains("draws no industry maps") == true)
  }
}

extension DataTable {
  fileprivate static func pairs(_ names: [(String, String)]) -> DataTable {
    DataTable(
      id: CoApplicants.id, title: "", grain: "",
      columns: CoApplicants.columns.filter { $0.name != "industry" }, key: [],
      rows: names.enumerated().map { index, pair in
        [
          .integer(index * 2 + 1), .text(pair.0), .text("enterprise"), .integer(index * 2 + 2),
          .text(pair.1), .text("person"), .integer(3),
        ]
      })
  }
}
