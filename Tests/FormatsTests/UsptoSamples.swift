import Foundation
import Records

@testable import Formats

/// The files of the USPTO's formats: the real ones beside the package, the synthetic ones in it.
enum UsptoSamples {
  static let folder = SharedSamples.folder("samples/patent")

  static let synthetic = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("SampleData").path

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  static func read(
    file path: String, strict: Bool = false
  ) throws -> (records: [ExportRecord], rejects: [Reject], summary: FileSummary) {
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    let batches = try ExportReader().batches(
      [InputFile(path: path, name: name)], options: ReadOptions(strict: strict, workers: 1))
    return (
      batches.flatMap { $0.records }, batches.flatMap { $0.rejects },
      batches.last?.summary ?? FileSummary()
    )
  }

  /// Reads a file cut at seeded places, each with the number of records that end before the cut.
  /// Gives what is not as it must be: each whole record there, and one reject, or none where the cut
  /// is between documents.
  ///
  /// - Parameters:
  ///   - ends: where records end in the file, ascending, with how many they give.
  ///   - root: the end tag of documents that hold many records; nil where each is a document.
  static func faults(
    ofCutting bytes: [UInt8], ends: [(end: Int, records: Int)], root: String? = nil, cuts: Int,
    seed: UInt64 = 41
  ) throws -> [String] {
    let documents = root.map { UsptoSamples.ends(of: $0, in: bytes) } ?? ends.map { $0.end }
    var state = seed
    var faults: [String] = []
    for _ in 0..<cuts {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let place = 1 + Int(state >> 33) % (bytes.count - 1)
      let head = Array(bytes[..<place])
      let result = try FormatsTests.read(head)
      let expected = ends.prefix { $0.end <= place }.reduce(0) { $0 + $1.records }
      if result.records.count != expected {
        faults.append("cut at \(place): \(result.records.count) records, not \(expected)")
      }
      let isBetween = documents.contains { end in
        end <= place && head[end...].allSatisfy { $0 <= 0x20 }
      }
      if result.rejects.count != (isBetween ? 0 : 1) {
        faults.append("cut at \(place): \(result.rejects.map { $0.reason })")
      }
    }
    return faults
  }

  /// The places behind each occurrence of an end tag.
  static func ends(of tag: String, in bytes: [UInt8]) -> [Int] {
    let text = Array(tag.utf8)
    var ends: [Int] = []
    for (index, byte) in bytes.enumerated() where byte == 0x3E && index + 1 >= text.count {
      if bytes[(index + 1 - text.count)...index].elementsEqual(text) { ends.append(index + 1) }
    }
    return ends
  }
}
