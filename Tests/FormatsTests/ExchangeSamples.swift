import Foundation
import Records
import Testing

@testable import Formats

/// Reads of sample files, and their truncation at seeded places.
enum ExchangeSamples {
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  static func shared(_ name: String) throws -> [UInt8] {
    let folder = try #require(SharedSamples.folder("samples/patent"), "no sample folder")
    return try bytes(folder + "/" + name)
  }

  static func own(_ path: String) throws -> [UInt8] { try bytes(package + "/SampleData/" + path) }

  /// Cuts a file at places drawn from a seed: no crash, the whole records before the cut, one reject.
  ///
  /// - Parameter ends: the places behind each record's end tag.
  static func truncate(_ bytes: [UInt8], element: String, seed: UInt64, places: Int) throws {
    let whole = try read(bytes)
    let ends = ends(of: element, in: bytes)
    var state = seed
    var cuts = Set([1, 2, 40, bytes.count - 1, bytes.count - 2])
    while cuts.count < places {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      cuts.insert(1 + Int(state >> 33) % (bytes.count - 1))
    }
    let offsets = whole.records.map { $0.offset }
    for cut in cuts.sorted() {
      let result = try read(Array(bytes[..<cut]))
      // A record counts with all that stands before its end tag.
      let lastEnd = ends.last { $0 <= cut } ?? 0
      let kept = offsets.filter { $0 < lastEnd }
      #expect(result.records.map { $0.offset } == kept, "seed \(seed), cut at \(cut)")
      #expect(result.rejects.count == 1, "seed \(seed), cut at \(cut): \(result.rejects)")
    }
  }

  private static func ends(of element: String, in bytes: [UInt8]) -> [Int] {
    let text = Array("\(element)>".utf8)
    return bytes.indices.filter { index in
      bytes[index] == 0x3C && index + 1 < bytes.count && bytes[index + 1] == 0x2F
        && (bytes[index...].dropFirst(2).starts(with: text)
          || bytes[index...].drop { $0 != 0x3A && $0 != 0x3E }.dropFirst().starts(with: text))
    }.compactMap { index in bytes[index...].firstIndex(of: 0x3E).map { $0 + 1 } }
  }
}

extension ExportRecord {
  fileprivate var offset: Int {
    switch self {
    case .patent(let patent): return patent.source.offset
    case .event(let event): return event.source.offset
    default: return -1
    }
  }
}
