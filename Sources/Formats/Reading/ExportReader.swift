import Foundation
import Records

/// Reads export files in parallel and gives their records in order: file by file, then by place.
package struct ExportReader: Sendable {
  package init() {}

  /// Reads the files.
  ///
  /// - Parameters:
  ///   - transform: makes of a batch what is to be written; runs on the threads that read.
  ///   - consume: takes the results one by one, in order, on the calling thread.
  /// - Throws: what `transform` or `consume` throws; faults in the input are rejects, not errors.
  package func read<T: Sendable>(
    _ files: [InputFile], options: ReadOptions = ReadOptions(),
    transform: @escaping @Sendable (RecordBatch) throws -> T, consume: (T) throws -> Void
  ) throws {
    let feeder = Feeder(files, tables: options.tables)
    guard options.workers > 1 else {
      guard let reader = ContentReader(options) else { throw ReadingError.parserUnavailable }
      while let unit = feeder.next() {
        try consume(try transform(ExportReader.batch(of: unit, reader)))
      }
      return
    }
    let work = OrderedWork<T>(feeder: feeder, window: options.workers * 4)
    for _ in 0..<options.workers {
      let thread = Thread {
        guard let reader = ContentReader(options) else {
          work.end(ReadingError.parserUnavailable)
          return
        }
        work.run { try transform(ExportReader.batch(of: $0, reader)) }
      }
      thread.stackSize = 4 << 20
      work.addWorker()
      thread.start()
    }
    defer { work.stop() }
    while let result = try work.next() { try consume(result) }
  }

  /// Reads the files into one list; for small inputs and tests.
  package func batches(
    _ files: [InputFile], options: ReadOptions = ReadOptions()
  ) throws -> [RecordBatch] {
    var batches: [RecordBatch] = []
    try read(files, options: options, transform: { $0 }, consume: { batches.append($0) })
    return batches
  }

  private static func batch(of unit: Feeder.Unit, _ reader: ContentReader) -> RecordBatch {
    var output = UnitOutput()
    reader.read(unit.work, pool: unit.pool, into: &output)
    unit.file.finish(output)
    return RecordBatch(
      fileIndex: unit.file.index, records: output.read.records, rejects: output.read.rejects,
      summary: unit.isLast ? unit.file.summaryWhenRead() : nil)
  }
}

/// Why nothing could be read at all.
package enum ReadingError: Error {
  /// libxml2 gave no context: memory is exhausted.
  case parserUnavailable
}
