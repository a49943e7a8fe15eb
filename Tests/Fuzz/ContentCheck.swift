import Formats
import Pipelines
import Records

/// What must hold of any content whatever: it is read without a crash, it does not vanish, it reads the
/// same each time, and what is well-formed reads the same whether all of it is parsed or not.
struct ContentCheck {
  private let target: Target
  private let reader: MemoryReader
  private let strictReader: MemoryReader

  init?(_ target: Target) {
    let tables = RegisterTables()
    guard let reader = MemoryReader(ReadOptions(digests: false, tables: tables)),
      let strict = MemoryReader(ReadOptions(strict: true, digests: false, tables: tables))
    else { return nil }
    self.target = target
    self.reader = reader
    strictReader = strict
  }

  /// Ends the process with a message if anything does not hold.
  func run(_ bytes: [UInt8]) {
    let content = target.content(bytes)
    let first = reader.read(content, name: target.fileName)
    if first.records.isEmpty, first.rejects.isEmpty, first.ignored.isEmpty, first.formats.isEmpty {
      fatalError("content of \(content.count) bytes vanished")
    }
    let second = reader.read(content, name: target.fileName)
    guard first.records == second.records, first.rejects == second.rejects,
      first.ignored == second.ignored
    else { fatalError("two readings of one content differ") }
    if target.kind == .documents {
      let strict = strictReader.read(content, name: target.fileName)
      if strict.rejects.isEmpty, strict.records != first.records || !first.rejects.isEmpty {
        fatalError("well-formed content reads otherwise when all of it is parsed")
      }
    }
    for record in first.records {
      var json = JSONBuffer()
      record.writeLine(to: &json)
      guard String(validating: json.bytes, as: UTF8.self) != nil else {
        fatalError("a record's line is not UTF-8")
      }
      guard json.bytes.dropLast().allSatisfy({ $0 >= 0x20 }) else {
        fatalError("a record's line holds a control character")
      }
    }
  }
}
