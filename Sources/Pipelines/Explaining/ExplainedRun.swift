import Analyses
import Foundation
import Records
import ReferenceTables
import Reports
import Store

/// A published run whose figures are to be explained, by its own files; and the store, for what they
/// lack.
package final class ExplainedRun {
  let plan: Plan
  let run: String
  let folder: String
  let indicator: PublishedNode
  /// Rows of `patents.csv`, of `undetermined.csv`, and of `family-disagreements.csv`.
  let patents: [PublishedTable.Row]
  let undetermined: [PublishedTable.Row]
  let disagreements: [PublishedTable.Row]
  let evidence: [String: PublishedEvidence]
  let record: PublishedNode

  struct RejectLine: Decodable {
    var file: String
    var member: String?
    var offset: Int
    var record: PublishedNode?
    var code: String
    var reason: String
  }
  let rejects: [RejectLine]

  private var opened: IPDatabase??
  private var loaded: TableSet?

  /// - Parameter name: `latest`, a cut-off, an id or the beginning of one.
  /// - Throws: ``RunFailure`` where there is no such run, or its files are not whole.
  package init(_ name: String, plan: Plan) throws {
    let runs = PublishedRuns(plan)
    guard !runs.all.isEmpty else {
      throw RunFailure(
        Workspace.hasDatabase(plan)
          ? "no run of plan \(plan.name) has been published to \(plan.publish) yet; "
            + "\"ipatlas history \(plan.path)\" shows how its runs ended"
          : "nothing was run for plan \(plan.name) yet: \(plan.publish) holds no published run; run "
            + "\"ipatlas run \(plan.path)\" first")
    }
    run = try runs.run(name)
    folder = runs.folder.runFolder(run)
    let path = folder
    func bytes(_ name: String) throws -> Data {
      guard let found = FileManager.default.contents(atPath: "\(path)/\(name)") else {
        throw RunFailure(
          "\(path)/\(name) cannot be read; ipatlas verify \(plan.path) looks at the run's files")
      }
      return found
    }
    func decoded<T: Decodable>(_ type: T.Type, _ data: Data, _ name: String) throws -> T {
      do {
        let decoder = JSONDecoder()
        if type != PublishedNode.self { decoder.keyDecodingStrategy = .convertFromSnakeCase }
        return try decoder.decode(type, from: data)
      } catch {
        throw RunFailure(
          "\(path)/\(name) is damaged; ipatlas verify \(plan.path) looks at the run's files")
      }
    }
    func table(_ name: String) throws -> [PublishedTable.Row] {
      PublishedTable([UInt8](try bytes(name))).rows
    }
    indicator = try decoded(
      PublishedNode.self, bytes(IndicatorJSON.fileName), IndicatorJSON.fileName)
    record = try decoded(PublishedNode.self, bytes(RunJSON.fileName), RunJSON.fileName)
    patents = try table(PatentsCSV.fileName)
    undetermined = try table(UndeterminedCSV.fileName)
    disagreements = try table(FamilyDisagreementsCSV.fileName)
    var lines: [String: PublishedEvidence] = [:]
    for line in try bytes(EvidenceNDJSON.fileName).split(separator: 0x0A) {
      let item = try decoded(PublishedEvidence.self, line, EvidenceNDJSON.fileName)
      lines[item.applicationNo] = item
    }
    evidence = lines
    rejects = try bytes(RejectsNDJSON.fileName).split(separator: 0x0A).map {
      try decoded(RejectLine.self, $0, RejectsNDJSON.fileName)
    }
    var dated = plan
    if let day = indicator["as_of"]?.text.flatMap({ CalendarDay($0) }) { dated.asOf = day }
    self.plan = dated
  }

  var asOf: String { indicator["as_of"]?.text ?? "" }

  /// The store; nil where it is gone.
  func database() throws -> IPDatabase? {
    if let opened { return opened }
    var found: IPDatabase?
    if Workspace.hasDatabase(plan) {
      let database = try IPDatabase(path: "\(plan.workspace)/ip.sqlite")
      try database.bind(plan: plan.name, region: plan.region.text)
      found = database
    }
    opened = .some(found)
    return found
  }

  func tables() throws -> TableSet {
    if let loaded { return loaded }
    let tables = try TableSet(plan: plan)
    loaded = tables
    return tables
  }

  /// Explains one cell.
  ///
  /// - Throws: ``RunFailure`` where the document has no such cell.
  package func answer(_ text: String) throws -> CellAnswer {
    let pointer = try CellPointer(parsing: text)
    guard let value = indicator[pointer.keys] else {
      var known = pointer.keys
      while !known.isEmpty, indicator[known] == nil { known.removeLast() }
      let above = CellPointer(keys: known)
      throw RunFailure(
        "indicator-1.json of run \(run) has no cell \(text); below "
          + "\"\(above.text)\" it has \(indicator[known]?.keys.joined(separator: ", ") ?? "nothing")"
      )
    }
    let hint =
      "ipatlas explain NUMBER \(plan.path) --as-of \(asOf)"
      + (indicator["known_on"]?.text.map { " --as-known-on \($0)" } ?? "")
    func answer(_ explanation: CellExplanation) -> CellAnswer {
      CellAnswer(
        pointer: pointer, value: value, run: run, asOf: asOf, explanation: explanation, hint: hint)
    }
    guard value.isLeaf else {
      var whole = answer(
        CellExplanation(
          "含有 \(value.keys.count) 个部分，逐个单元格可分别解释。",
          "holds \(value.keys.count.counted("part")); each cell below has an explanation of its own"
        ))
      whole.below = value.leaves().compactMap { path in
        value[path].map { (CellPointer(keys: pointer.keys + path).text, $0) }
      }
      return whole
    }
    return answer(try explanation(pointer, value))
  }

  private func explanation(_ pointer: CellPointer, _ value: PublishedNode) throws -> CellExplanation
  {
    if value == .null, let reason = indicator["undetermined"]?.text,
      pointer.keys != ["undetermined"]
    {
      return CellExplanation(
        "指标未知，故为空：\(reason)", "null, since the figure is not known", ground: "/undetermined")
    }
    for explainer in CellExplainer.all {
      guard let captures = pointer.captures(of: explainer.pattern) else { continue }
      return try explainer.explain(
        ExplainedCell(pointer: pointer, captures: captures, value: value, run: self))
    }
    throw RunFailure(
      "\(pointer.text) = \(value.shown) has no explanation in this version of ipatlas; "
        + "Published.md of the manual describes the field")
  }
}
