import Foundation
import TestSupport
import Testing

@testable import Pipelines

/// The sample's maps are the golden ones: every table and specification, byte for byte.
@Suite struct SampleMapsTests {
  @Test func tablesAndSpecificationsAreGolden() throws {
    let run = try SamplePlanRun("sample-maps.yml")
    let found = try SampleMapsTests.files(run.latest + "industries")
    let folder = PackageFolder.path + "/Reports/Sample/industries"
    if ProcessInfo.processInfo.environment["IPATLAS_RECORD_GOLDEN"] == "1" {
      try? FileManager.default.removeItem(atPath: folder)
      for (name, bytes) in found {
        let path = URL(fileURLWithPath: "\(folder)/\(name)")
        try FileManager.default.createDirectory(
          at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: path)
      }
      Issue.record("recorded Reports/Sample/industries; run again without recording")
      return
    }
    let golden = try SampleMapsTests.files(folder)
    #expect(Set(found.keys) == Set(golden.keys))
    for (name, bytes) in golden { #expect(found[name] == bytes, "\(name) differs") }
    #expect(found.keys.count { $0.hasSuffix(".vl.json") } > 100)
  }

  /// Pages are whole without anything beside them but links to tables: no address of another machine.
  @Test func pagesLoadNothing() throws {
    let run = try SamplePlanRun("sample-maps.yml")
    for industry in ["biomedicine", "new-materials"] {
      let page = try String(
        contentsOfFile: run.latest + "industries/\(industry)/index.html", encoding: .utf8)
      for word in ["<link", "src=\"http", "href=\"http", "@import", "url(http"] {
        #expect(!page.contains(word), "\(word)")
      }
      #expect(page.contains("default-src 'none'"))
      for number in ["图1 ", "图2 ", "图3 ", "图28 ", "图29 "] { #expect(page.contains(number)) }
    }
  }

  private static func files(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where name.hasSuffix(".csv") || name.hasSuffix(".vl.json") {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    return files
  }
}
