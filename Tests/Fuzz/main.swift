import Foundation

// A coverage-guided fuzz target for every reader: libFuzzer changes contents and calls `check`.
//
//     fuzz --targets               name, kind, roots and words of each, separated by tabs
//     fuzz TARGET FOLDER… -max_total_time=60 …
//
// Built by `make fuzz` with the fuzzer's instrumentation; without it this target cannot be linked.

/// libFuzzer's driver, which calls back for every content it makes.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ check: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

let name = CommandLine.arguments.dropFirst().first ?? ""
if name == "--targets" {
  for target in Target.all {
    let words = target.words.joined(separator: " ")
    print(
      target.name, target.kind.rawValue, target.roots.joined(separator: " "), words, separator: "\t"
    )
  }
  exit(0)
}

nonisolated(unsafe) let contentCheck: ContentCheck? = Target.all.first { $0.name == name }.flatMap {
  ContentCheck($0)
}
guard contentCheck != nil else {
  let names = Target.all.map { $0.name }.joined(separator: ", ")
  FileHandle.standardError.write(
    Data("fuzz: unknown target \"\(name)\"; expected one of \(names)\n".utf8))
  exit(64)
}

let check: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 = { start, count in
  contentCheck?.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// The fuzzer's own arguments, without the target's name.
var arguments = CommandLine.unsafeArgv
let second = arguments + 1
second.pointee = arguments.pointee
arguments = second
var count = CommandLine.argc - 1
exit(runFuzzer(&count, &arguments, check))
