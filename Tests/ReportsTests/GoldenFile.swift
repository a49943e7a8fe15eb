import Foundation
import Testing

/// A file under `Golden/` that a rendered report must equal byte for byte.
///
/// With `IPATLAS_RECORD_GOLDEN=1` the file is written anew and the test fails, so that recording is
/// never taken for passing.
enum GoldenFile {
  static func expect(
    _ bytes: [UInt8], equals name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["IPATLAS_RECORD_GOLDEN"] == "1" {
      try Data(bytes).write(to: file)
      Issue.record("recorded \(name); run again without recording", sourceLocation: sourceLocation)
      return
    }
    let expected = Array(try Data(contentsOf: file))
    guard bytes != expected else { return }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let golden = String(decoding: expected, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let first = zip(lines, golden).enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
      """
      \(name) differs from line \((first?.offset ?? min(lines.count, golden.count)) + 1) on:
      expected \(first?.element.1 ?? "as many lines")
      found    \(first?.element.0 ?? "\(lines.count) lines, expected \(golden.count)")
      """, sourceLocation: sourceLocation)
  }
}
