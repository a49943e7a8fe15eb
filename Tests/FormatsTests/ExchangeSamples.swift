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
    // Behind the root's end tag nothing is missing.
    let last = try #require(bytes.lastIndex(of: 0x3E))
    var state = seed
    var cuts = Set([1, 2, 40, last, last - 1])
    while cuts.count < places {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      cuts.insert(1 + Int(state >> 33) % last)
    }
    for cut in cuts.sorted() {
      let result = try read(Array(bytes[..<cut]))
      let lastEnd = ends.last { $0 <= cut } ?? 0
      let kept = whole.records.map { $0.offset }.filter { $0 < lastEnd }
      #expect(result.records.map { $0.offset } == kept, "seed \(seed), cut at \(cut)")
      // What was rejected in the whole file before the cut is rejected again.
      let rejected = whole.rejects.filter { $0.source.offset < lastEnd }.count
      #expect(
        result.rejects.count == rejected + 1, "seed \(seed), cut at \(cut): \(result.rejects)")
      #expect(result.records.allSatisfy { $0.formatID == whole.records[0].formatID })
    }
  }

  /// The places behind the end tags of a local name, and behind such an element without content.
  private static func ends(of element: String, in bytes: [UInt8]) -> [Int] {
    let text = String(decoding: bytes, as: UTF8.self)
    var ends: [Int] = []
    var place = 0
    for piece in text.split(separator: ">", omittingEmptySubsequences: false) {
      place += piece.utf8.count + 1
      guard let tag = piece.split(separator: "<").last else { continue }
      let name = tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" }.split(separator: ":").last
      if name == element[...], tag.first == "/" || tag.last == "/" { ends.append(place) }
    }
    return ends
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
