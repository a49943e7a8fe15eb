import Foundation
import TestSupport

// Simulates nights of one office, most of them with a fault, and compares what they publish with a
// full rebuild, byte for byte:
//
//     nights [--nights N] [--seed N]
//
// Exit code 1 at the first difference; the seed, the night and the fault are printed with it.

let arguments = CommandLine.arguments.dropFirst()
if arguments.first == "--child" {
  ChildNight.main(Array(arguments.dropFirst()))
}

@MainActor func value(of name: String) -> UInt64? {
  arguments.firstIndex(of: name).flatMap { index in
    arguments.indices.contains(index + 1) ? UInt64(arguments[index + 1]) : nil
  }
}

/// Written at once: a reader of the log sees how far it is.
func say(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

// A write to a pipe or a file beyond the limit is an error to handle, not the end of the process.
signal(SIGPIPE, SIG_IGN)
signal(SIGXFSZ, SIG_IGN)

let generator = SeededGenerator(seed: value(of: "--seed"))
let seed = generator.seed
let count = Int(value(of: "--nights") ?? 60)
say("nights: seed \(seed), \(count) nights")
let started = Date()
do {
  var simulation = try Simulation(generator: generator)
  do {
    for night in 1...max(1, count) { try simulation.night(night) }
    try simulation.finish()
  } catch {
    let reason = (error as? Difference)?.text ?? Attempt.reason(of: error)
    say("nights: seed \(seed), \(simulation.label): \(reason)")
    exit(1)
  }
  say(
    "nights: \(count) nights, \(simulation.faults) faults, \(simulation.comparisons) rebuilds "
      + "compared, 0 differences, \(Int(Date().timeIntervalSince(started))) s; seed \(seed)")
} catch {
  say("nights: seed \(seed): \(Attempt.reason(of: error))")
  exit(1)
}
