import Formats
import Foundation
import Records
import Reports

/// The records of exports as lines, without a plan or a database (`ipatlas convert`).
package struct Conversion {
  package struct Counts: Sendable {
    package var records = 0
    package var rejects = 0
  }

  private struct Encoded: Sendable {
    var bytes: [UInt8]
    var records: Int
    var rejects: [Reject]
  }

  private let files: [InputFile]
  private let format: String?
  private let isCSV: Bool
  private let options: ReadOptions
  private let normaliser: Normaliser

  /// - Parameter paths: files, or folders that are read with all below.
  package init(
    _ paths: [String], format: String?, isCSV: Bool, workers: Int, strict: Bool
  ) throws {
    files = try InputDiscovery.files(at: paths).map { $0.file }
    self.format = format
    self.isCSV = isCSV
    options = ReadOptions(
      strict: strict, digests: false, workers: workers, tables: RegisterTables())
    normaliser = try Normaliser()
  }

  /// Writes all records in the order of files and places; memory does not grow with their number.
  package func write(
    output: ([UInt8]) throws -> Void, reject: (Reject) throws -> Void
  ) throws -> Counts {
    var counts = Counts()
    let normaliser = normaliser
    let format = format
    let isCSV = isCSV
    // Files of 10 KB give so few bytes each that writing them singly would cost the most.
    var pending = isCSV ? RecordCSV.header : []
    try ExportReader().read(
      files, options: options,
      transform: { batch in
        var json = JSONBuffer(reservingCapacity: 1 << 16)
        var count = 0
        for original in batch.records {
          let record = normaliser.normalise(original)
          if let format, record.formatID != format { continue }
          count += 1
          if isCSV { RecordCSV.append(record, to: &json) } else { record.writeLine(to: &json) }
        }
        return Encoded(bytes: json.takeBytes(), records: count, rejects: batch.rejects)
      },
      consume: { (batch: Encoded) in
        pending += batch.bytes
        if pending.count >= 1 << 16 {
          try output(pending)
          pending.removeAll(keepingCapacity: true)
        }
        for item in batch.rejects { try reject(item) }
        counts.records += batch.records
        counts.rejects += batch.rejects.count
      })
    try output(pending)
    return counts
  }

  /// `a.zip!1/A.XML @0: truncated: …`
  package static func line(_ reject: Reject) -> String {
    let member = reject.source.member.map { "!\($0)" } ?? ""
    return "\(reject.source.file)\(member) @\(reject.source.offset): \(reject.code.rawValue): "
      + reject.reason
  }

  package static func append(_ reject: Reject, to bytes: inout [UInt8]) {
    RejectsNDJSON.append(reject, to: &bytes)
  }
}
