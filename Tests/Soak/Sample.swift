import Formats
import Records

/// A real or synthetic export whose whole reading is known, and what its parts must give.
struct Sample {
  let name: String
  let bytes: [UInt8]
  let records: [ExportRecord]
  /// Those of the whole: samples hold damaged records on purpose.
  private let rejects: [Reject]
  let isTable: Bool
  private let isContainer: Bool
  /// The first byte of what each record is read with, in order: its document or its own element.
  private let starts: [Int]

  /// Nil for content of which nothing is read.
  init?(name: String, bytes: [UInt8], reader: MemoryReader) {
    let whole = reader.read(bytes, name: name)
    guard !whole.records.isEmpty else { return nil }
    self.name = name
    self.bytes = bytes
    records = whole.records
    rejects = whole.rejects
    isTable = whole.records.contains { record in
      switch record {
      case .register, .trademarkRow: return true
      default: return false
      }
    }
    isContainer = bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0x1F, 0x8B])
    starts = Sample.starts(of: whole.records)
  }

  /// Events that stand within a publication are read with it.
  private static func starts(of records: [ExportRecord]) -> [Int] {
    var last: Int?
    return records.map { record in
      switch record {
      case .patent(let patent): last = patent.source.offset
      case .event where last != nil: return last ?? 0
      default: last = nil
      }
      return record.source.offset
    }
  }

  /// What is wrong with the reading of the first `cut` bytes, or nil.
  ///
  /// Every record that ends before the cut must be there as in the whole, nothing else may be, and
  /// one reject must tell of the rest.
  func fault(at cut: Int, _ result: MemoryReader.Result) -> String? {
    // The last row of a cut table may be whole by chance: nothing tells that a value goes on.
    let kept = isTable ? Array(result.records.dropLast()) : result.records
    guard kept.count <= records.count, kept.elementsEqual(records.prefix(kept.count)) else {
      let place = zip(kept, records).enumerated().first { $0.element.0 != $0.element.1 }
      return "record \(place?.offset ?? records.count) differs from that of the whole"
    }
    let known = result.rejects.count { rejects.contains($0) }
    if result.rejects.count > known + 1 {
      return "\(result.rejects.count) rejects: "
        + result.rejects.prefix(3).map { "\($0.code.rawValue) \($0.source.offset)" }
        .joined(separator: ", ")
    }
    if isTable || isContainer { return nil }
    let expected = records.indices.count { index in
      // A record has ended where the next one begins; the last one where the content ends.
      let next = starts[index...].first { $0 > starts[index] }
      return next.map { $0 <= cut } ?? (cut == bytes.count)
    }
    guard kept.count >= expected else { return "\(kept.count) records, \(expected) expected" }
    if result.rejects.count == known, !endsBetweenDocuments(cut) {
      return "no reject, though the content is cut"
    }
    if let reject = result.rejects.first(where: { !rejects.contains($0) }),
      !(0...cut).contains(reject.source.offset)
    {
      return "the reject's offset \(reject.source.offset) lies behind the cut"
    }
    return nil
  }

  /// Whether only white space stands between the cut and the next document or the end; nothing is
  /// lost there. So it is if so few bytes are left that nothing has begun.
  private func endsBetweenDocuments(_ cut: Int) -> Bool {
    // So few bytes of a declaration behind a damaged document are its own for all a reader can tell.
    if !rejects.isEmpty, cut >= 5,
      (1...5).contains(where: { bytes[(cut - $0)...].starts(with: "<?xml".utf8) })
    {
      return true
    }
    var place = cut
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
    if place == bytes.count { return true }
    let rest = bytes[place...].prefix(9)
    // A document that holds no record may follow as well.
    return cut > 0 && (rest.starts(with: "<?xml".utf8) || rest.starts(with: "<!DOCTYPE".utf8))
      && !bytes[..<cut].suffix(2).elementsEqual("?>".utf8)
  }
}

extension ExportRecord {
  /// Where the record was read.
  var source: Source {
    switch self {
    case .patent(let record): record.source
    case .event(let record): record.source
    case .trademark(let record): record.source
    case .register, .trademarkRow: Source(file: "")
    }
  }
}
