import Formats
import Foundation
import Pipelines
import Records
import Synchronization

// Reads every sample cut off at thousands of places and says where a record is lost or changed:
//
//     soak [--every-byte] FOLDER…
//
// Each folder within the first one must hold a sample with records, and the samples must reach every
// format and register. Exit code 1 if one is not reached, or if any reading is at fault.

let arguments = CommandLine.arguments.dropFirst()
let everyByte = arguments.contains("--every-byte")
let folders = arguments.filter { !$0.hasPrefix("--") }
/// Larger files are concatenations of what smaller ones show.
let limit = 4 << 20
/// So many cuts of one sample are one piece of work.
let piece = 256
let seed: UInt64 = 20_260_101

/// Written at once: a reader of the log sees how far it is.
func say(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

func makeReader() -> MemoryReader? {
  MemoryReader(ReadOptions(digests: false, tables: RegisterTables()))
}

let paths = folders.flatMap { folder in
  (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
    .map { folder + "/" + $0 }
}.sorted()

struct Work {
  var sample: Sample
  var places: ArraySlice<Int>
}

let started = Date()
var works: [Work] = []
var coverage = Coverage()
var counts = (samples: 0, cuts: 0, unread: 0)
guard let whole = makeReader() else { exit(1) }
for path in paths {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
    let data = FileManager.default.contents(atPath: path), data.count <= limit
  else { continue }
  let bytes = Array(data)
  let parts = path.split(separator: "/")
  let name = parts.suffix(2).joined(separator: "/")
  guard let sample = Sample(name: name, bytes: bytes, reader: whole) else {
    counts.unread += 1
    continue
  }
  coverage.add(sample, folder: parts.dropLast().joined(separator: "/"))
  let places = Cuts.places(in: bytes, everyByte: everyByte, seed: seed)
  counts.samples += 1
  counts.cuts += places.count
  for start in stride(from: 0, to: places.count, by: piece) {
    works.append(Work(sample: sample, places: places[start...].prefix(piece)))
  }
}
// The largest first, so that no thread is left with one of them at the end.
let queue = works.sorted { $0.sample.bytes.count > $1.sample.bytes.count }

let faults = Mutex<[String: Int]>([:])
let seconds = Mutex<[String: Double]>([:])
DispatchQueue.concurrentPerform(iterations: queue.count) { index in
  let sample = queue[index].sample
  guard let reader = makeReader() else { return }
  let begun = Date()
  var floor = 0
  for cut in queue[index].places {
    let result = reader.read(Array(sample.bytes[..<cut]), name: sample.name)
    if let fault = sample.fault(at: cut, result, floor: &floor) {
      let found = faults.withLock {
        $0[sample.name, default: 0] += 1
        return $0[sample.name] ?? 0
      }
      if found <= 3 { say("soak: \(sample.name) cut at \(cut): \(fault)") }
    }
  }
  seconds.withLock { $0[sample.name, default: 0] += Date().timeIntervalSince(begun) }
}

var count = 0
for (name, found) in faults.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
  count += found
  if found > 3 { say("soak: \(name): \(found) faults") }
}
for (name, time) in seconds.withLock({ $0 }).sorted(by: { $0.key < $1.key }) where time > 10 {
  say("soak: \(name) took \(Int(time)) s of one thread")
}
var isWhole = counts.samples > 0
if let first = folders.first {
  let own = Set(paths.filter { $0.hasPrefix(first + "/") }.map { $0.split(separator: "/") })
    .filter { $0.count > first.split(separator: "/").count + 1 }
    .map { $0.dropLast().joined(separator: "/") }
  for folder in Set(own).subtracting(coverage.folders).sorted() {
    say("soak: no file in \(folder) holds a record of up to \(limit >> 20) MB")
    isWhole = false
  }
}
for reader in coverage.missing {
  say("soak: no sample holds a record of \(reader)")
  isWhole = false
}
say(
  "soak: \(counts.samples) samples, \(counts.cuts) cuts, \(count) faults, "
    + "\(Int(Date().timeIntervalSince(started))) s; \(counts.unread) files hold no record; "
    + "\(coverage.reached.count) formats and readers reached; seed \(seed)")
exit(count == 0 && isWhole ? 0 : 1)
