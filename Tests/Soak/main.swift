import Formats
import Foundation
import Pipelines
import Records
import Synchronization

// Reads every sample cut off at thousands of places and says where a record is lost or changed:
//
//     soak [--every-byte] FOLDER…
//
// Exit code 1 if any reading is at fault.

let arguments = CommandLine.arguments.dropFirst()
let everyByte = arguments.contains("--every-byte")
let folders = arguments.filter { !$0.hasPrefix("--") }
/// Larger files are concatenations of what smaller ones show.
let limit = 4 << 20
let seed: UInt64 = 20_260_101

/// The largest first, so that no thread is left with one of them at the end.
let paths = folders.flatMap { folder in
  (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
    .map { folder + "/" + $0 }
}.map { path in
  let attributes = try? FileManager.default.attributesOfItem(atPath: path)
  return (path: path, size: attributes?[.size] as? Int ?? 0)
}.sorted { ($1.size, $0.path) < ($0.size, $1.path) }.map { $0.path }

/// Written at once: a reader of the log sees how far it is.
func say(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

let faults = Mutex(0)
let total = Mutex((files: 0, cuts: 0, unread: 0))
let started = Date()
DispatchQueue.concurrentPerform(iterations: paths.count) { index in
  let path = paths[index]
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
    let data = FileManager.default.contents(atPath: path), data.count <= limit,
    let reader = MemoryReader(ReadOptions(digests: false, tables: RegisterTables()))
  else { return }
  let bytes = Array(data)
  let name = path.split(separator: "/").suffix(2).joined(separator: "/")
  guard let sample = Sample(name: name, bytes: bytes, reader: reader) else {
    total.withLock { $0.unread += 1 }
    return
  }
  let places = Cuts.places(in: bytes, everyByte: everyByte, seed: seed)
  var found = 0
  let begun = Date()
  for cut in places {
    let result = reader.read(Array(bytes[..<cut]), name: name)
    if let fault = sample.fault(at: cut, result) {
      found += 1
      if found <= 3 { say("soak: \(name) cut at \(cut): \(fault)") }
    }
  }
  if found > 3 { say("soak: \(name): \(found) faults in \(places.count) cuts") }
  let seconds = Date().timeIntervalSince(begun)
  if seconds > 10 { say("soak: \(name): \(places.count) cuts in \(Int(seconds)) s") }
  faults.withLock { $0 += found }
  total.withLock {
    $0.files += 1
    $0.cuts += places.count
  }
}
let sums = total.withLock { $0 }
let count = faults.withLock { $0 }
say(
  "soak: \(sums.files) samples, \(sums.cuts) cuts, \(count) faults, "
    + "\(Int(Date().timeIntervalSince(started))) s; \(sums.unread) files hold no record; seed \(seed)"
)
exit(count == 0 && sums.files > 0 ? 0 : 1)
