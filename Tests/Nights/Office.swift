import Foundation
import TestSupport

/// The folders of an office: what has arrived, what will, and what has gone.
struct Office {
  let project: TestProject
  /// Where files lie that have not been delivered yet, by their names among the inputs.
  private(set) var stock: [String]
  /// What must be done on the night after: a truncated file comes whole, a deleted one comes back.
  private var returning: [(name: String, bytes: Data)] = []
  /// Grows with whatever cannot be repeated from today's inputs: deleted, replaced, truncated.
  private(set) var losses = 0
  /// Grows with each name that leads to a content already delivered: a run is known by contents, so
  /// what it says of names is as of the night that made it.
  private(set) var renames = 0
  private var serial = 0

  init(_ city: SharedCity, _ random: inout SeededGenerator) throws {
    project = try TestProject(city)
    stock = []
    var names = try inputs().filter { !$0.hasSuffix("population.csv") && !$0.hasSuffix(".TXT") }
    names.shuffle(using: &random)
    // Most registers are there from the first night on, and a quarter of the exports.
    let isEarly = names.map {
      $0.hasPrefix("registers/") && Int.random(in: 0..<4, using: &random) > 0
    }
    stock = Array(
      zip(names, isEarly).filter { !$0.1 }.map { $0.0 }.prefix(names.count * 2 / 3))
    for name in stock { try move(path(name), to: path("stock/" + name)) }
  }

  func path(_ name: String) -> String { project.root + "/" + name }

  func inputs() throws -> [String] { try SharedCity.parts.flatMap { try project.files(below: $0) } }

  private func exports() throws -> [String] {
    try inputs().filter { !$0.hasPrefix("registers/") && !$0.hasSuffix(".TXT") }
  }

  private func registers() throws -> [String] {
    try inputs().filter { $0.hasPrefix("registers/") && !$0.hasSuffix("population.csv") }
  }

  /// What was truncated or taken away the night before lies there whole.
  ///
  /// Not between a fault and the night after it: only a run that read the cut file knows of it.
  mutating func mend() throws -> [String] {
    if !returning.isEmpty { losses += 1 }
    defer { returning = [] }
    return try returning.map { name, bytes in
      try write(bytes, to: name)
      return "whole \(name)"
    }
  }

  /// What arrives in any order, and harms nothing that is there.
  mutating func deliver(_ random: inout SeededGenerator) throws -> [String] {
    var done: [String] = []
    for _ in 0..<Int.random(in: 0...2, using: &random) where !stock.isEmpty {
      let name = stock.removeLast()
      try move(path("stock/" + name), to: free(name))
      done.append("new \(name)")
    }
    return done
  }

  /// A night's surprise among the inputs.
  mutating func surprise(_ random: inout SeededGenerator) throws -> String {
    serial += 1
    switch Int.random(in: 0..<9, using: &random) {
    case 0:
      guard let name = try exports().randomElement(using: &random) else { return "" }
      renames += 1
      let target = beside(name, "again")
      try FileManager.default.copyItem(atPath: path(name), toPath: path(target))
      return "duplicate \(target)"
    case 1:
      guard let name = try exports().randomElement(using: &random) else { return "" }
      renames += 1
      let target = beside(name, "renamed")
      try move(path(name), to: path(target))
      return "\(name) renamed to \(target)"
    case 2, 3:
      guard let name = try decisive().randomElement(using: &random) else { return "" }
      return try edit(name, isEmptied: false, &random)
    case 4:
      guard let name = try registers().randomElement(using: &random) else { return "" }
      return try edit(name, isEmptied: true, &random)
    case 5:
      guard
        let name = try inputs().filter({
          !$0.hasSuffix("population.csv") && !$0.hasSuffix(".TXT")
        }).randomElement(using: &random),
        let bytes = FileManager.default.contents(atPath: path(name))
      else { return "" }
      try FileManager.default.removeItem(atPath: path(name))
      losses += 1
      if Bool.random(using: &random) { returning.append((name, bytes)) }
      return "deleted \(name)"
    case 6:
      // The bytes of another file under this one's name; this one comes again under a third name.
      guard !stock.isEmpty, let name = try exports().randomElement(using: &random) else {
        return ""
      }
      let other = stock.removeLast()
      guard !other.hasPrefix("registers/") else {
        stock.insert(other, at: 0)
        return ""
      }
      let later = beside(name, "late")
      try move(path(name), to: path("stock/" + later))
      try move(path("stock/" + other), to: path(name))
      stock.insert(later, at: 0)
      losses += 1
      return "\(name) replaced by \(other)"
    case 7:
      guard let index = stock.lastIndex(where: { !$0.hasPrefix("registers/") }) else { return "" }
      let name = stock.remove(at: index)
      guard let bytes = FileManager.default.contents(atPath: path("stock/" + name)),
        !FileManager.default.fileExists(atPath: path(name))
      else { return "" }
      try FileManager.default.removeItem(atPath: path("stock/" + name))
      try write(bytes.prefix(bytes.count * Int.random(in: 1...9, using: &random) / 10), to: name)
      returning.append((name, bytes))
      losses += 1
      return "truncated \(name)"
    default:
      try write(Data("{\"minutes\": \(serial)}".utf8), to: "cnipa/notes-\(serial).json")
      return "a note among the exports"
    }
  }

  /// Takes rows out of a register, all of them where it is emptied.
  mutating func edit(
    _ name: String, isEmptied: Bool, _ random: inout SeededGenerator
  ) throws -> String {
    guard name.hasSuffix(".csv"), let bytes = FileManager.default.contents(atPath: path(name))
    else {
      return ""
    }
    // A register may be in GB18030: rows are cut as bytes.
    var rows = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard rows.count > 3 else { return "" }
    losses += 1
    if isEmptied {
      rows = [rows[0], Data()]
    } else {
      for _ in 0..<Int.random(in: 1...5, using: &random) where rows.count > 3 {
        rows.remove(at: Int.random(in: 1..<rows.count - 1, using: &random))
      }
    }
    // Emptied or shortened, the whole register comes back some night.
    if Bool.random(using: &random) { returning.append((name, bytes)) }
    try write(Data(rows.joined(separator: [0x0A])), to: name)
    return "\(name) \(isEmptied ? "emptied" : "shortened")"
  }

  /// A register that is replaced while a night that failed has not seen all of the last one.
  mutating func editSomeRegister(_ random: inout SeededGenerator) throws -> String {
    guard let name = try decisive().randomElement(using: &random) else { return "" }
    return try edit(name, isEmptied: false, &random)
  }

  /// The registers that decide about many patents.
  private func decisive() throws -> [String] {
    try registers().filter { name in
      ["awards", "families", "pledges"].contains { name.hasSuffix("/\($0).csv") }
    }
  }

  /// Some input that a fault may take away for a while.
  func someInput(_ random: inout SeededGenerator) throws -> String? {
    try inputs().filter { !$0.hasSuffix(".TXT") }.randomElement(using: &random)
  }

  func write(_ bytes: Data, to name: String) throws {
    try FileManager.default.createDirectory(
      atPath: (path(name) as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try bytes.write(to: URL(fileURLWithPath: path(name)))
  }

  func move(_ old: String, to new: String) throws {
    try FileManager.default.createDirectory(
      atPath: (new as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: old, toPath: new)
  }

  /// The file's own path, or one beside it where that is taken.
  private mutating func free(_ name: String) -> String {
    serial += 1
    return FileManager.default.fileExists(atPath: path(name))
      ? path(beside(name, "other")) : path(name)
  }

  private func beside(_ name: String, _ word: String) -> String {
    let file = (name as NSString).lastPathComponent
    return "\((name as NSString).deletingLastPathComponent)/\(word)-\(serial)-\(file)"
  }
}
