import Foundation
import TestSupport
import Testing

@testable import Records

@Suite struct CountedTests {
  @Test func oneIsSingular() {
    #expect(0.counted("day") == "0 days")
    #expect(1.counted("day") == "1 day")
    #expect(2.counted("day") == "2 days")
    #expect(Int64(1).counted("batch", plural: "batches") == "1 batch")
    #expect(3.counted("batch", plural: "batches") == "3 batches")
  }

  /// No message of the sources puts a noun in the plural behind a number that may be one.
  @Test func everyMessageCounts() throws {
    let root = PackageFolder.path + "/Sources"
    let nouns = [
      "days", "files", "records", "patents", "runs", "rows", "inputs", "outputs", "rejects",
      "bytes",
      "cells", "members", "volumes", "applications", "differences",
    ]
    for case let name as String in try #require(FileManager.default.enumerator(atPath: root))
    where name.hasSuffix(".swift") {
      let text = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
      for line in text.split(separator: "\n") where !line.contains("///") {
        for noun in nouns {
          let parts = line.split(separator: ") \(noun)", omittingEmptySubsequences: false)
          for (before, after) in zip(parts, parts.dropFirst()) {
            // Only a number is meant: "count) files", not "file.path) runs".
            guard after.first.map({ !$0.isLetter }) ?? true,
              ["count", "days", "records", "rejected", "bytes"].contains(where: {
                before.hasSuffix($0)
              }), !before.hasSuffix("of \\(count")
            else { continue }
            Issue.record("\(name): \(line)")
          }
        }
      }
    }
  }
}
