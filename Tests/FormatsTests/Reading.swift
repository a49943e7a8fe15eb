import Foundation
import Records

@testable import Formats

/// Reads bytes as a file of their own.
func read(
  _ bytes: [UInt8], name: String = "export.xml", strict: Bool = false, workers: Int = 1
) throws -> (records: [ExportRecord], rejects: [Reject], summary: FileSummary) {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let path = folder.appendingPathComponent(name).path
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  let batches = try ExportReader().batches(
    [InputFile(path: path, name: name)], options: ReadOptions(strict: strict, workers: workers))
  return (
    batches.flatMap { $0.records }, batches.flatMap { $0.rejects },
    batches.last?.summary ?? FileSummary()
  )
}

func read(_ text: String, strict: Bool = false, workers: Int = 1) throws -> (
  records: [ExportRecord], rejects: [Reject], summary: FileSummary
) {
  try read(Array(text.utf8), strict: strict, workers: workers)
}

extension ExportRecord {
  var patent: PatentPublication? {
    if case .patent(let patent) = self { return patent }
    return nil
  }

  var event: LegalEvent? {
    if case .event(let event) = self { return event }
    return nil
  }
}
