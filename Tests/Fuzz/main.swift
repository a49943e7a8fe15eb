import Formats
import Foundation
import Pipelines
import Records

// A coverage-guided fuzz target for every reader: libFuzzer changes contents and calls `check`.
//
//     fuzz CORPUS-FOLDER -max_total_time=60 …
//
// Built by `make fuzz` with the fuzzer's instrumentation; without it this target cannot be linked.

/// libFuzzer's driver, which calls back for every content it makes.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ check: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

nonisolated(unsafe) let reader = MemoryReader(
  ReadOptions(digests: false, tables: RegisterTables()))

/// Reads a content twice: it may never crash, and never vanish without a record, a reject or a named
/// kind of content without records; the same bytes give the same result.
let check: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 = { start, count in
  guard let start, let reader else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let first = reader.read(bytes, name: "fuzz.xml")
  if first.records.isEmpty, first.rejects.isEmpty, first.ignored.isEmpty {
    fatalError("content of \(count) bytes vanished")
  }
  let second = reader.read(bytes, name: "fuzz.xml")
  guard first.records == second.records, first.rejects == second.rejects else {
    fatalError("two readings of one content differ")
  }
  var json = JSONBuffer()
  for record in first.records { record.writeLine(to: &json) }
  return 0
}

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(runFuzzer(&count, &arguments, check))
