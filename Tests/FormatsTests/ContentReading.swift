import Records

@testable import Formats

/// Reads bytes in memory with one reader, where thousands of small files are read.
struct ContentReading {
  private let reader: ContentReader
  private let tables: (any TableFormat)?

  init?(tables: (any TableFormat)? = nil) {
    guard let reader = ContentReader(ReadOptions(tables: tables)) else { return nil }
    self.reader = reader
    self.tables = tables
  }

  func read(_ bytes: [UInt8], name: String) -> UnitOutput {
    var output = UnitOutput()
    let pool = BlockPool()
    let unpacking = Unpacking(tables: tables, pool: pool)
    var work = unpacking.begin(ByteRange(bytes), source: Source(file: name), depth: 0)
    var isSingle = false
    if case .whole? = work { isSingle = true }
    while true {
      if let work { reader.read(work, pool: pool, into: &output) }
      if isSingle { return output }
      work = unpacking.next()
      if work == nil { return output }
    }
  }
}
