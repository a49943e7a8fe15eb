import Foundation
import Records
import TestSupport
import Testing

@testable import Formats

/// Trademark exports for tests: the synthetic ones of the package and the real ones beside it.
enum TrademarkReading {
  static let samples = SharedSamples.folder("samples/trademark")

  static func sample(_ path: String) throws -> [UInt8] {
    let folder = try #require(samples, "the sample folder is missing")
    return Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path)))
  }

  static func synthetic(_ path: String) throws -> [UInt8] {
    Array(
      try Data(contentsOf: URL(fileURLWithPath: PackageFolder.path + "/SampleData/" + path)))
  }

  /// The marks of an export that holds nothing else and has no rejects.
  static func marks(_ bytes: [UInt8]) throws -> [Trademark] {
    let result = try read(bytes)
    #expect(result.rejects == [])
    return marks(result.records)
  }

  static func marks(_ records: [ExportRecord]) -> [Trademark] {
    records.compactMap { record in
      if case .trademark(let mark) = record { return mark }
      return nil
    }
  }

  /// Office, numbers, dates of filing, registration and expiry, status, words, classes, holders and
  /// the number of events, as an independent reader prints them.
  static func line(_ mark: Trademark) -> String {
    [
      mark.office, mark.applicationNumber ?? "", mark.registrationNumber ?? "",
      mark.filingDate?.isoText ?? "", mark.registrationDate?.isoText ?? "",
      mark.expiryDate?.isoText ?? "", mark.status ?? "", mark.name ?? "",
      mark.classes.map { String($0.nice) }.joined(separator: ","),
      mark.holders.map { $0.name }.joined(separator: "; "), String(mark.events.count),
    ].joined(separator: "|")
  }

  /// Cuts an export at seeded places: what comes whole before the cut is kept, the rest is one
  /// reject.
  ///
  /// - Parameters:
  ///   - marks: the marks of the whole export.
  ///   - wholeAt: the places from which on one more record is whole.
  static func expectCutsKeepWholeRecords(
    _ bytes: [UInt8], wholeAt ends: [Int], cuts: Int, format: String
  ) throws {
    let whole = marks(try read(bytes).records)
    #expect(whole.count == ends.count)
    var generator = SeededGenerator(seed: 20_261_123)
    var places = (0..<cuts).map { _ in Int.random(in: 1..<bytes.count - 1, using: &generator) }
    places += ends + ends.map { $0 - 1 } + ends.map { $0 + 1 }
    // A cut within the white space behind the root leaves the document whole.
    let root = bytes.lastIndex(of: 0x3E) ?? bytes.count
    for place in places where place <= root {
      let result = try read(Array(bytes[..<place]))
      let expected = ends.filter { $0 <= place }.count
      #expect(
        marks(result.records).map { line($0) } == whole.prefix(expected).map { line($0) },
        "\(format) cut at \(place)")
      #expect(result.rejects.count == 1, "\(format) cut at \(place): \(result.rejects)")
    }
  }

  /// The places behind all end tags of an element.
  static func ends(of tag: String, in bytes: [UInt8]) -> [Int] {
    let tag = Array(tag.utf8)
    return bytes.indices.filter { bytes[$0] == tag[0] && bytes[$0...].starts(with: tag) }
      .map { $0 + tag.count }
  }
}
