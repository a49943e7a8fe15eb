import Foundation

/// What is known of a file while its units are read on several threads.
///
/// `@unchecked Sendable`: all mutable state is guarded by `condition`.
final class FileProgress: @unchecked Sendable {
  let index: Int
  let name: String
  private let condition = NSCondition()
  private var outstanding = 0
  private var summary = FileSummary()

  init(index: Int, name: String) {
    self.index = index
    self.name = name
  }

  func setFile(bytes: Int, container: String) {
    condition.withLock {
      summary.fileBytes = bytes
      summary.container = container
    }
  }

  /// A unit of the file was handed out.
  func begin() { condition.withLock { outstanding += 1 } }

  /// A unit of the file was read.
  func finish(_ output: UnitOutput) {
    condition.withLock {
      outstanding -= 1
      summary.records += output.read.records.count
      summary.rejects += output.read.rejects.count
      summary.bytes += output.bytes
      summary.encodings.formUnion(output.encodings)
      summary.unknownColumns += output.unknownColumns
      summary.formats.merge(output.formats) { $0 + $1 }
      summary.ignored.merge(output.ignored) { $0 + $1 }
      condition.broadcast()
    }
  }

  /// Waits until all units that were handed out are read, and gives the sum. Units before the last
  /// are with threads that wait for nothing but their own reading.
  func summaryWhenRead() -> FileSummary {
    condition.withLock {
      while outstanding > 0 { condition.wait() }
      return summary
    }
  }
}
