import Foundation
import TestSupport

/// `indicator-1.json` as another program reads it.
struct IndicatorDocument: Decodable {
  struct Tally: Decodable, Equatable {
    var met: Int
    var notMet: Int
    var undetermined: Int
  }

  struct Base: Decodable {
    var validInventions: Int
    var undeterminedInForce: Int
    var unresolvedRegion: Int
  }

  struct Population: Decodable {
    var persons: Int
    var year: Int
  }

  struct Overlap: Decodable, Equatable {
    var criteria: [String]
    var count: Int
  }

  struct Bands: Decodable {
    var seiIpcOnly: Int
    var seiWithKeywords: Int
  }

  struct County: Decodable {
    var region: String
    var count: Int
    var value: Double?
    var population: Int?
  }

  struct Input: Decodable {
    var format: String
    var records: Int
  }

  var run: String
  var asOf: String
  var value: Double
  var count: Int
  var countUpper: Int
  var population: Population
  var base: Base
  var criteria: [String: Tally]
  var overlap: [Overlap]
  var bands: Bands
  var byCounty: [County]
  var inputs: [Input]
  var rejects: [String: Int]
}

/// `run.json`.
struct RunDocument: Decodable {
  struct Counts: Decodable {
    var records: Int
    var loaded: Int
    var stubbed: Int
    var superseded: Int
    var duplicate: Int
    var rejected: Int
  }

  struct Output: Decodable {
    var path: String
    var sha256: String
    var bytes: Int
  }

  struct Unmatched: Decodable {
    var number: String
  }

  struct Gate: Decodable {
    var name: String
    var result: String
  }

  var run: String
  var counts: Counts
  var outputs: [Output]
  var unmatched: [Unmatched]
  var gates: [Gate]
}

/// A line of `rejects.ndjson`.
struct RejectLine: Decodable {
  var file: String
  var member: String?
  var code: String
}

extension TestProject {
  func indicator(_ link: String = "latest") throws -> IndicatorDocument {
    try decode(IndicatorDocument.self, "Reports/test/\(link)/indicator-1.json")
  }

  func runDocument(_ link: String = "latest") throws -> RunDocument {
    try decode(RunDocument.self, "Reports/test/\(link)/run.json")
  }

  func rejectLines() throws -> [RejectLine] {
    try lines("Reports/test/latest/rejects.ndjson").map {
      try JSONDecoder().decode(RejectLine.self, from: Data($0.utf8))
    }
  }

  func lines(_ path: String) throws -> [String] {
    try text(path).split(separator: "\n").map(String.init)
  }

  /// The rows of `patents.csv`, each a dictionary by column.
  func patents(_ link: String = "latest") throws -> [[String: String]] {
    try table("patents.csv", link)
  }

  /// The rows of a published table, each a dictionary by column.
  func table(_ name: String, _ link: String = "latest") throws -> [[String: String]] {
    let bytes = try Data(
      contentsOf: URL(fileURLWithPath: root + "/Reports/test/\(link)/\(name)"))
    let rows = try StrictCSV.rows(Array(bytes))
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
  }

  private func decode<Document: Decodable>(
    _ type: Document.Type, _ path: String
  ) throws -> Document {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(try text(path).utf8))
  }
}

/// A strict reading of RFC 4180 with a byte order mark, independent of what wrote it.
enum StrictCSV {
  struct Fault: Error {
    var reason: String
  }

  static func rows(_ bytes: [UInt8]) throws -> [[String]] {
    guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw Fault(reason: "no byte order mark") }
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 3
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != 0x22 {
          cell.append(byte)
        } else if index < bytes.count, bytes[index] == 0x22 {
          cell.append(0x22)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == 0x22 {
        guard cell.isEmpty else { throw Fault(reason: "a quote within a cell") }
        isQuoted = true
      } else if byte == 0x2C || byte == 0x0D {
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == 0x0D {
          guard index < bytes.count, bytes[index] == 0x0A else { throw Fault(reason: "CR alone") }
          index += 1
          rows.append(row)
          row = []
        }
      } else if byte == 0x0A {
        throw Fault(reason: "LF alone")
      } else {
        cell.append(byte)
      }
    }
    guard row.isEmpty, cell.isEmpty, !isQuoted else { throw Fault(reason: "the last row is open") }
    guard rows.allSatisfy({ $0.count == rows[0].count }) else { throw Fault(reason: "ragged rows") }
    return rows
  }
}
