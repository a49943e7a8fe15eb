import Foundation
import Records
import Testing

@testable import Formats

/// What a reader makes of a file: its publications, its events and its rejects.
struct FileReading {
  var patents: [PatentPublication]
  var events: [LegalEvent]
  var rejects: [Reject]
  var summary: FileSummary

  /// Reads a real sample.
  init(sample name: String, strict: Bool = false) throws {
    let folder = try #require(GoldenTests.samples, "the sample folder is missing")
    try self.init(path: folder + "/" + name, strict: strict)
  }

  init(path: String, strict: Bool = false) throws {
    let batches = try ExportReader().batches(
      [InputFile(path: path, name: path)], options: ReadOptions(strict: strict))
    let records = batches.flatMap { $0.records }
    patents = records.compactMap { $0.patent }
    events = records.compactMap { $0.event }
    rejects = batches.flatMap { $0.rejects }
    summary = batches.last?.summary ?? FileSummary()
  }

  /// A file of the package's invented examples.
  static func example(_ path: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("SampleData/" + path).path
  }
}

extension PatentPublication {
  /// The fields that identify a publication, in one line.
  var line: String {
    [
      country + publicationNumber.canonical + kind.text, publicationDate?.isoText ?? "-",
      application?.text ?? "-", filingDate?.isoText ?? "-", right.rawValue,
    ].joined(separator: " ")
  }

  func title(_ language: String) -> String? {
    titles.first { $0.language == language }?.text
  }

  func abstract(_ language: String) -> String? {
    abstracts.first { $0.language == language }?.text
  }
}
