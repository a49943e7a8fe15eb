import Classifiers
import Foundation
import Records
import Yams

/// Reads a plan from YAML.
package enum PlanReader {
  /// The keys of a plan's top level.
  package static let keys = [
    "name", "region", "as-of", "inputs", "legal-status-from", "scope", "tables", "families",
    "calibre", "industries", "gates", "expected", "hooks", "publish",
  ]

  /// Tables a plan may replace with an office's own edition.
  package static let tableIDs = [
    "sei-ipc", "ipc-transfers", "cn-divisions", "anhui-divisions-history", "legal-events",
    "plan-targets", "keywords", "wipo35", "gbt4754", "gbt4754-ipc", "patent-intensive",
    "ipc-titles", "nice-classes",
  ]

  /// Reads the plan at `path`.
  ///
  /// - Parameters:
  ///   - asOf: the cut-off given on the command line, which wins over the plan's.
  ///   - today: the day that `as-of: today` stands for.
  ///   - workspace: the folder given on the command line.
  /// - Throws: ``PlanError`` with the line and the way out.
  package static func read(
    path: String, asOf: CalendarDay? = nil, today: CalendarDay, workspace: String? = nil
  ) throws(PlanError) -> Plan {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PlanError(
        plan: path, reason: "cannot be read; expected a YAML plan, such as Pipelines/sample.yml")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw PlanError(plan: path, reason: "is not UTF-8 text; save it as UTF-8")
    }
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      throw notYAML(error, plan: path, text: text)
    }
    guard let node else { throw PlanError(plan: path, reason: "is empty") }
    let fields = try PlanFields(node, plan: path)
    try fields.allow(only: keys)

    let root = root(ofPlan: path)
    guard let name = try fields.text("name"), isName(name) else {
      throw fields.error(
        "name", "is missing or not a plain word; expected letters, digits, - and _")
    }
    guard let regionText = try fields.text("region") else {
      throw fields.error("region", "is missing; expected a division code such as \"341300\"")
    }
    guard let region = RegionCode(regionText) else {
      throw fields.error(
        "region", "is \"\(regionText)\"; expected six digits such as \"341300\"")
    }
    guard let inputs = try fields.list("inputs"), !inputs.isEmpty else {
      throw fields.error("inputs", "is missing or empty; expected files, folders or globs")
    }
    let planAsOfText = try fields.text("as-of")
    let planAsOf = try day(fields, "as-of", today: today)
    guard let cutOff = asOf ?? planAsOf else {
      throw fields.error("as-of", "is missing; expected YYYY-MM-DD or today")
    }
    let tables = try tables(fields, root: root)
    let publish = try fields.text("publish") ?? "Reports/\(name)"
    return Plan(
      path: path, root: root, name: name, region: region, asOf: cutOff,
      followsToday: asOf == nil && planAsOfText == "today", inputs: inputs,
      inputsLine: fields.node("inputs")?.mark?.line,
      legalStatusFrom: try day(fields, "legal-status-from", today: nil),
      stubsOthers: try stubsOthers(fields), tables: tables,
      familiesAreComplete: try fields.choice("families", ["partial", "complete"]) == "complete",
      calibre: try CalibreReader.read(try fields.mapping("calibre")),
      industries: try IndustrySettingsReader.read(
        try fields.mapping("industries"), root: root, region: region),
      gates: try GateSettingsReader.read(fields),
      expected: try ExpectedBatchesReader.read(fields),
      hooks: try HookSettingsReader.read(try fields.mapping("hooks")),
      publish: absolute(publish, under: root),
      workspace: workspace.map { absolute($0, under: FileManager.default.currentDirectoryPath) }
        ?? "\(root)/.ipatlas/\(name)")
  }

  /// The parent of `Pipelines/` where the plan lies there, else the plan's own folder.
  static func root(ofPlan path: String) -> String {
    let full = absolute(path, under: FileManager.default.currentDirectoryPath)
    let folder = (full as NSString).deletingLastPathComponent
    return (folder as NSString).lastPathComponent == "Pipelines"
      ? (folder as NSString).deletingLastPathComponent : folder
  }

  /// An absolute path without `.` and `..`; relative ones begin at `folder`.
  package static func absolute(_ path: String, under folder: String) -> String {
    let joined = path.hasPrefix("/") ? path : folder + "/" + path
    return (joined as NSString).standardizingPath
  }

  private static func day(
    _ fields: PlanFields, _ key: String, today: CalendarDay?
  ) throws(PlanError) -> CalendarDay? {
    guard let text = try fields.text(key) else { return nil }
    if text == "today", let today { return today }
    guard text.count == 10, let day = CalendarDay(text) else {
      throw fields.error(
        key, "is \"\(text)\"; expected YYYY-MM-DD\(today == nil ? "" : " or today")")
    }
    return day
  }

  private static func stubsOthers(_ fields: PlanFields) throws(PlanError) -> Bool {
    guard let scope = try fields.mapping("scope") else { return false }
    try scope.allow(only: ["others"])
    return try scope.choice("others", ["full", "stub"]) == "stub"
  }

  private static func tables(
    _ fields: PlanFields, root: String
  ) throws(PlanError) -> [String: String] {
    guard let mapping = try fields.mapping("tables") else { return [:] }
    try mapping.allow(only: tableIDs)
    var tables: [String: String] = [:]
    for key in mapping.keys {
      guard let path = try mapping.text(key) else { continue }
      let full = absolute(path, under: root)
      guard FileManager.default.fileExists(atPath: full) else {
        throw mapping.error(key, "names \(path), which does not exist under \(root)")
      }
      tables[key] = full
    }
    return tables
  }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.first != "-" && name.count <= 64
      && name.unicodeScalars.allSatisfy {
        $0 == "-" || $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0)
      }
  }

  /// The parser's error with its line; a tab gets a sentence of its own, as it is hard to see.
  static func notYAML(_ error: any Error, plan: String, text: String) -> PlanError {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let hasTab = lines.indices.contains(mark.line - 1) && lines[mark.line - 1].contains("\t")
      return PlanError(
        plan: plan, line: mark.line,
        reason: "is not YAML: \(problem)" + (hasTab ? "; indent with spaces, not tabs" : ""))
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      let places = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .filter { index, line in
          let start = line.drop { $0 == " " || $0 == "\"" || $0 == "'" }
          return index + 1 >= context.mark.line && start.hasPrefix(key)
            && start.dropFirst(key.count).first.map { ":\"' ".contains($0) } ?? false
        }.map { $0.offset + 1 }
      return PlanError(
        plan: plan, line: places.dropFirst().first ?? context.mark.line,
        reason: "key \"\(key)\" stands twice; keep one")
    default:
      return PlanError(
        plan: plan, line: 1,
        reason: "is not YAML: "
          + "\(error)".split(whereSeparator: { $0.isNewline }).joined(separator: " "))
    }
  }
}
