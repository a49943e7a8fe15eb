import Formats
import Records

/// A real or synthetic export whose whole reading is known, and what its parts must give.
struct Sample {
  let name: String
  let bytes: [UInt8]
  let records: [ExportRecord]
  /// The ids of the formats and registers that gave records, and the names of the readers of
  /// documents.
  let readers: Set<String>
  /// Those of the whole: samples hold damaged records on purpose.
  private let rejects: [Reject]
  private let isTable: Bool
  private let isContainer: Bool
  /// Nil where tags do not tell the documents: in tables, archives and damaged samples.
  private let tags: DocumentTags?
  /// By record, the place up to which the content must be there for the record to be; nil where
  /// only the reading of shorter parts tells.
  private let ends: [Int]?
  /// Whether each line of a table is a row.
  private let hasLineRows: Bool

  /// Nil for content of which nothing is read.
  init?(name: String, bytes: [UInt8], reader: MemoryReader) {
    let whole = reader.read(bytes, name: name)
    guard !whole.records.isEmpty else { return nil }
    self.name = name
    self.bytes = bytes
    records = whole.records
    rejects = whole.rejects
    isTable = whole.records.contains { $0.isRow }
    isContainer = bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0x1F, 0x8B])
    tags = isTable || isContainer ? nil : DocumentTags(bytes)
    var readers = Set(whole.formats.filter { $0.value > 0 }.keys)
    if let tags {
      let units = Sample.units(of: whole.records)
      ends = Sample.ends(of: units, tags, bytes, &readers)
    } else if isTable || isContainer {
      ends = nil
    } else {
      let starts = Sample.units(of: whole.records)
      // A record has ended where the next one begins; the last one where the content ends.
      ends = starts.indices.map { index in
        starts[index...].first { $0 > starts[index] } ?? bytes.count
      }
      if let outline = Formats.outline(of: bytes, at: 0) { readers.insert(outline.name) }
    }
    self.readers = readers
    hasLineRows =
      isTable && !isContainer
      && Sample.rows(in: bytes[...]) == whole.records.count + whole.rejects.count
  }

  /// The first byte of what each record is read with: its document or its own element. Events that
  /// stand within a publication are read with it.
  private static func units(of records: [ExportRecord]) -> [Int] {
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

  /// Where the records have ended: with their own element where documents are read record by record,
  /// else with their document.
  private static func ends(
    of units: [Int], _ tags: DocumentTags, _ bytes: [UInt8], _ readers: inout Set<String>
  ) -> [Int] {
    units.indices.map { index in
      let start = units[index]
      guard let document = tags.document(around: start) else { return bytes.count }
      guard let outline = Formats.outline(of: bytes, at: document.start) else {
        return document.end
      }
      readers.insert(outline.name)
      guard let element = outline.recordElement, document.rootName != element else {
        return document.end
      }
      if let own = tags.elements[start], own.name == element { return own.end }
      // What holds the record ends before the next record begins.
      return units[index...].first { $0 > start && $0 < document.end } ?? document.end
    }
  }

  /// The lines that are not blank, without the header and a last line that has no end.
  private static func rows(in bytes: ArraySlice<UInt8>) -> Int {
    var rows = -1
    var isBlank = true
    for byte in bytes {
      if byte == 0x0A {
        if !isBlank { rows += 1 }
        isBlank = true
      } else if byte != 0x0D {
        isBlank = false
      }
    }
    return rows
  }

  /// What is wrong with the reading of the first `cut` bytes, or nil.
  ///
  /// Every record that ends before the cut must be there as in the whole, nothing else may be, and
  /// exactly one reject must tell of the rest, at the place of what was cut.
  ///
  /// - Parameter floor: how many records are known to be whole from shorter parts; raised by what is
  ///   found.
  func fault(at cut: Int, _ result: MemoryReader.Result, floor: inout Int) -> String? {
    // The last row of a cut table may be whole by chance: nothing tells that a value goes on.
    let kept = isTable ? Array(result.records.dropLast()) : result.records
    guard kept.count <= records.count, kept.elementsEqual(records.prefix(kept.count)) else {
      let place = zip(kept, records).enumerated().first { $0.element.0 != $0.element.1 }
      return "record \(place?.offset ?? records.count) differs from that of the whole"
    }
    if result.records.isEmpty, result.rejects.isEmpty, result.ignored.isEmpty,
      result.formats.isEmpty
    {
      return "nothing at all is told of the content"
    }
    guard result.records.count >= floor else {
      return "\(result.records.count) records, \(floor) were read of a shorter part"
    }
    floor = max(floor, kept.count)
    let new = result.rejects.filter { !rejects.contains($0) }
    if new.count > 1 {
      return "\(new.count) rejects: "
        + new.prefix(3).map { "\($0.code.rawValue) \($0.source.offset)" }.joined(separator: ", ")
    }
    if isTable { return rowFault(at: cut, result) }
    if isContainer { return new.isEmpty ? "no reject, though the archive is cut" : nil }
    let expected = ends?.count { $0 <= cut } ?? 0
    guard kept.count >= expected else { return "\(kept.count) records, \(expected) expected" }
    return rejectFault(at: cut, new.first)
  }

  private func rowFault(at cut: Int, _ result: MemoryReader.Result) -> String? {
    if isContainer || !hasLineRows { return nil }
    let expected = Sample.rows(in: bytes[..<cut])
    let found = result.records.count + result.rejects.count
    return found >= expected ? nil : "\(found) rows, \(expected) expected"
  }

  private func rejectFault(at cut: Int, _ reject: Reject?) -> String? {
    let isBetween = endsBetweenDocuments(cut)
    guard let reject else {
      return isBetween ? nil : "no reject, though the content is cut"
    }
    let place = reject.source.offset
    guard (0...cut).contains(place) else {
      return "the reject's offset \(place) lies behind the cut"
    }
    guard let tags else { return nil }
    guard let document = tags.document(around: cut), document.start < cut else {
      // Without any document before, the content is empty.
      let isFirst = tags.documents.first.map { cut <= $0.start } ?? true
      return isFirst || !isBetween ? nil : "a reject at \(place), though nothing is cut"
    }
    return place >= document.start
      ? nil : "the reject's offset \(place) lies before the document that is cut"
  }

  /// Whether nothing has begun at the cut of a document that does not end before it, so that nothing
  /// of it is lost.
  private func endsBetweenDocuments(_ cut: Int) -> Bool {
    if let tags { return tags.gaps.contains { $0.contains(cut) } }
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
  /// Where the record was read; rows of tables tell none.
  var source: Source {
    switch self {
    case .patent(let record): record.source
    case .event(let record): record.source
    case .trademark(let record): record.source
    case .register, .trademarkRow: Source(file: "")
    }
  }

  /// Whether the record is a row of a table.
  var isRow: Bool {
    switch self {
    case .register, .trademarkRow: true
    default: false
    }
  }
}
