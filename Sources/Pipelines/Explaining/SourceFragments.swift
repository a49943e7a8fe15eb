import Dossiers
import Formats
import Foundation
import Records
import Store

/// Cuts the passages out of the files that facts were read from.
struct SourceFragments {
  /// At most so many characters of a record are shown.
  static let limit = 600

  private let inputs: [String: DiscoveredInput]
  private let digests: [String: Set<String>]
  private var states: [String: String?] = [:]
  private var records: [String: Result<String, RunFailure>] = [:]

  init(plan: Plan, files: [LedgerFile]) throws {
    inputs = Dictionary(
      try InputDiscovery.files(of: plan).map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first })
    digests = files.reduce(into: [:]) { $0[$1.path, default: []].insert($1.sha256) }
  }

  /// The passage that holds a fact, whole lines, safe for a terminal; or one line that says why there is
  /// none. Nil where the fact stands in no file.
  mutating func passage(of evidence: Evidence) -> String? {
    guard let source = evidence.source else { return nil }
    guard let input = inputs[source.file] else {
      return "(\(source.file) is no longer among the inputs, so its passage cannot be shown)"
    }
    if let fault = fault(of: input) { return fault }
    switch record(source, input) {
    case .success(let text):
      return SourceFragments.passage(of: evidence, in: text)
    case .failure(let failure): return "(the passage cannot be shown: \(failure.reason))"
    }
  }

  private mutating func fault(of input: DiscoveredInput) -> String? {
    if let known = states[input.name] { return known }
    let volumes = input.volumes.isEmpty ? [input.path] : input.volumes
    let state: String?
    if let digest = try? FileDigest.sha256(volumes: volumes).text {
      state =
        digests[input.name]?.contains(digest) ?? false
        ? nil
        : "(\(input.name) holds another content now, SHA-256 \(digest.prefix(16))…; its passage "
          + "cannot be shown)"
    } else {
      state = "(\(input.name) cannot be read now, so its passage cannot be shown)"
    }
    states[input.name] = .some(state)
    return state
  }

  private mutating func record(
    _ source: Source, _ input: DiscoveredInput
  ) -> Result<String, RunFailure> {
    let key = "\(source.file)\u{0}\(source.member ?? "")\u{0}\(source.offset)"
    if let known = records[key] { return known }
    let result: Result<String, RunFailure>
    do {
      let bytes = try RecordBytes.read(input.file, at: source).bytes
      result = .success(ReadableText.of(bytes).text)
    } catch {
      result = .failure(RunFailure("\(error)"))
    }
    records[key] = result
    return result
  }

  /// The lines about the first needle that is found, else the record's head; lines too long are cut
  /// about the needle, cuts marked by `…`.
  static func passage(of evidence: Evidence, in record: String) -> String {
    var lines: [Substring] = []
    // A document on one line is shown element by element.
    for line in record.split(omittingEmptySubsequences: true, whereSeparator: { $0.isNewline }) {
      guard line.utf8.count > 200, line.contains("><") else {
        lines.append(line)
        continue
      }
      lines += String(line).replacing("><", with: ">\n<").split(separator: "\n")
    }
    guard !lines.isEmpty else { return "" }
    // A name stands among applicants, assignees and inventors alike.
    let part = ["assignees": "Assignee", "applicants": "Applicant"][evidence.field]
    let start = part.flatMap { part in lines.firstIndex { $0.contains(part) } } ?? 0
    var found = start
    var needle: String?
    for text in needles(of: evidence) {
      guard let line = lines[start...].firstIndex(where: { $0.contains(text) }) else { continue }
      (found, needle) = (line, text)
      break
    }
    if needle == nil { found = 0 }
    // The line with the fact has the room it needs; those about it share the rest.
    var shown = [excerpt(of: lines[found], about: needle, limit)]
    var room = limit - shown[0].count
    for index in (max(0, found - 3)..<found).reversed() {
      let line = excerpt(of: lines[index], about: nil, contextLimit)
      guard line.count <= room else { break }
      shown.insert(line, at: 0)
      room -= line.count
    }
    for line in lines.dropFirst(found + 1).prefix(8 - shown.count) {
      let line = excerpt(of: line, about: nil, contextLimit)
      guard line.count <= room else { break }
      shown.append(line)
      room -= line.count
    }
    let indent = shown.map { $0.prefix { $0 == " " || $0 == "\t" }.count }.min() ?? 0
    return shown.map { String($0.dropFirst(indent)) }.joined(separator: "\n")
  }

  /// A line beside that of the fact shows at most so many characters.
  private static let contextLimit = 160

  /// At most so many characters of a line, about a text in it, else from its beginning.
  private static func excerpt(
    of line: Substring, about needle: String?, _ limit: Int
  ) -> String {
    let count = line.count
    guard count > limit else { return String(line) }
    let hit = needle.flatMap { line.firstRange(of: $0) }
    let before = hit.map { line.distance(from: line.startIndex, to: $0.lowerBound) } ?? 0
    let length = hit.map { line.distance(from: $0.lowerBound, to: $0.upperBound) } ?? 0
    // Room for a mark on either side.
    let room = limit - 2
    let start = min(max(0, before - max(0, room - length) / 2), count - room)
    let text = line.dropFirst(start).prefix(room)
    return (start > 0 ? "…" : "") + text + (start + room < count ? "…" : "")
  }

  /// What to look for, the surest first.
  private static func needles(of evidence: Evidence) -> [String] {
    var needles: [String] = []
    let day = evidence.date.map { $0.isoText.filter { $0 != "-" } }
    switch evidence.field {
    case "ipc", "ipc-transfer":
      let word = String(evidence.value.split(separator: " ").first ?? "")
      let symbol = evidence.field == "ipc" ? word : ""
      needles = [symbol]
      if symbol.count > 4 {
        let (place, group) = (symbol.prefix(4), symbol.dropFirst(4))
        needles += (1...3).map { place + String(repeating: " ", count: $0) + group }
      }
      needles += ["ClassificationIPC", "classification-ipc", "ipc"]
    case "filing_date", "pct.filing_date":
      needles = [day.map { "<Date>\($0)" }, day.map { "Date>\($0)" }, day].compactMap { $0 }
        .filter { !$0.isEmpty }
      needles += ["ApplicationReference", "application-reference"]
    case "publication_date":
      needles = ["PublicationReference", "publication-reference", day ?? ""]
    case "keywords": needles = ["InventionTitle", "invention-title"]
    default:
      // A label of an event's text, a value as it stands, its day.
      needles = [evidence.field + ":", evidence.field + "：", evidence.value]
      needles += evidence.value.split(separator: " ").map(String.init)
      needles += [evidence.field, day ?? ""]
    }
    return needles.filter { !$0.isEmpty }
  }
}
