import Classifiers
import Foundation
import Records
import ReferenceTables
import Yams

/// Reads an industry's chain from the YAML that analysts edit, `Pipelines/industries/<id>.yml`.
///
/// Refused, each with its line: unknown keys, places that are none, nodes without any rule, ids that stand
/// twice, parents that do not exist or go in a circle, Nice weights above one.
package enum IndustryChainReader {
  static let keys = ["id", "name", "kind", "basis", "source", "stages"]
  static let nodeKeys = [
    "id", "name", "parent", "ipc", "ipc-exclude", "terms", "terms-exclude", "match", "nice",
  ]

  /// Every chain of a folder, in the order of ids.
  package static func readAll(in folder: String) throws(PlanError) -> [IndustryChain] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw PlanError(
        plan: folder, reason: "cannot be listed; expected a folder with one .yml an industry")
    }
    var chains: [IndustryChain] = []
    for name in names.sorted() where name.hasSuffix(".yml") && !name.hasPrefix(".") {
      let chain = try read(path: "\(folder)/\(name)")
      guard name == "\(chain.id).yml" else {
        throw PlanError(
          plan: "\(folder)/\(name)",
          reason: "has the id \"\(chain.id)\"; expected the file's own name without .yml")
      }
      chains.append(chain)
    }
    return chains.sorted { $0.id < $1.id }
  }

  package static func read(path: String) throws(PlanError) -> IndustryChain {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw PlanError(plan: path, reason: "cannot be read; expected the YAML of an industry")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PlanError(plan: path, reason: "is not UTF-8 text; save it as UTF-8")
    }
    return try read(text, path: path)
  }

  package static func read(_ text: String, path: String) throws(PlanError) -> IndustryChain {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      throw PlanReader.notYAML(error, plan: path, text: text)
    }
    guard let node else { throw PlanError(plan: path, reason: "is empty") }
    let fields = try PlanFields(node, plan: path)
    try fields.allow(only: keys)
    let id = try identifier(fields)
    var stages: [IndustryChain.Stage] = []
    var nodes: [ChainNode] = []
    var lines: [String: Int?] = [:]
    for stageFields in try fields.mappings("stages") {
      try stageFields.allow(only: ["id", "name", "nodes"])
      let stage = IndustryChain.Stage(
        id: try identifier(stageFields), name: try required("name", of: stageFields))
      guard !stages.contains(where: { $0.id == stage.id }) else {
        throw stageFields.error("id", "\"\(stage.id)\" stands twice; expected one stage of the id")
      }
      stages.append(stage)
      for nodeFields in try stageFields.mappings("nodes") {
        let node = try chainNode(nodeFields, stage: stage.id)
        guard lines.updateValue(nodeFields.line, forKey: node.id) == nil else {
          throw nodeFields.error("id", "\"\(node.id)\" stands twice; expected one node of the id")
        }
        nodes.append(node)
      }
    }
    guard !nodes.isEmpty else {
      throw fields.error("stages", "hold no node; expected at least one with a rule")
    }
    let chain = IndustryChain(
      id: id, name: try required("name", of: fields),
      kind: IndustryChain.Kind(
        rawValue: try fields.choice("kind", IndustryChain.Kind.allCases.map { $0.rawValue })
          ?? "leading") ?? .leading,
      isProposal: try fields.choice("basis", ["proposal", "official"]) != "official",
      source: try required("source", of: fields), stages: stages, nodes: nodes)
    try checkParents(of: chain, lines: lines, path: path)
    try checkWeights(of: chain, path: path)
    return chain
  }

  private static func chainNode(
    _ fields: PlanFields, stage: String
  ) throws(PlanError) -> ChainNode {
    try fields.allow(only: nodeKeys)
    let id = try identifier(fields)
    let node = ChainNode(
      id: id, name: try required("name", of: fields), stage: stage,
      parent: try fields.text("parent"), places: try places("ipc", of: fields),
      excludedPlaces: try places("ipc-exclude", of: fields), terms: try terms("terms", of: fields),
      excludedTerms: try terms("terms-exclude", of: fields),
      match: ChainNode.Match(
        rawValue: try fields.choice("match", ChainNode.Match.allCases.map { $0.rawValue })
          ?? "ipc") ?? .ipc,
      niceWeights: try niceWeights(of: fields))
    guard node.hasPatentRule || !node.niceWeights.isEmpty else {
      throw fields.error(
        "id", "\"\(id)\" has no rule; expected \"ipc\", \"terms\" or \"nice\" at the node")
    }
    switch node.match {
    case .ipc where node.places.isEmpty && !node.terms.isEmpty:
      throw fields.error(
        "match", "is ipc at a node with terms alone; write match: ipc-or-terms, or give \"ipc\"")
    case .ipcAndTerms where node.places.isEmpty || node.terms.isEmpty:
      throw fields.error(
        "match", "is ipc-and-terms, but \"\(node.places.isEmpty ? "ipc" : "terms")\" is empty")
    default: return node
    }
  }

  private static func places(
    _ key: String, of fields: PlanFields
  ) throws(PlanError) -> [IPCPattern] {
    var places: [IPCPattern] = []
    for token in try fields.list(key) ?? [] {
      guard let place = IPCPattern(token) else {
        throw fields.error(
          key,
          "holds \"\(token)\"; expected IPC places such as A01B*, G06F12* or G06F12/08")
      }
      places.append(place)
    }
    return places
  }

  private static func terms(
    _ key: String, of fields: PlanFields
  ) throws(PlanError) -> [String] {
    let terms = try fields.list(key) ?? []
    // One character would be found in nearly every text.
    if let short = terms.first(where: { $0.count < 2 }) {
      throw fields.error(key, "holds \"\(short)\"; expected terms of at least two characters")
    }
    return terms
  }

  private static func niceWeights(of fields: PlanFields) throws(PlanError) -> [Int: Double] {
    guard let mapping = try fields.mapping("nice") else { return [:] }
    var weights: [Int: Double] = [:]
    for key in mapping.keys {
      guard let number = Int(key), let niceClass = NiceClass(number: number) else {
        throw mapping.error(key, "is no Nice class; expected 1 to 45")
      }
      guard let text = try mapping.text(key), let weight = Double(text), weight > 0, weight <= 1
      else { throw mapping.error(key, "is no weight; expected a number above 0 and at most 1") }
      weights[niceClass.number] = weight
    }
    return weights
  }

  private static func checkParents(
    of chain: IndustryChain, lines: [String: Int?], path: String
  ) throws(PlanError) {
    let parents = Dictionary(uniqueKeysWithValues: chain.nodes.map { ($0.id, $0.parent) })
    for node in chain.nodes {
      var walked = [node.id]
      while let parent = parents[walked[walked.count - 1]] ?? nil {
        guard parents[parent] != nil else {
          throw PlanError(
            plan: path, line: lines[node.id] ?? nil,
            reason:
              "node \"\(node.id)\" has the parent \"\(parent)\", which is no node; expected the "
              + "id of another node of the file")
        }
        guard !walked.contains(parent) else {
          throw PlanError(
            plan: path, line: lines[node.id] ?? nil,
            reason: "the parents of node \"\(node.id)\" go in a circle: "
              + "\((walked + [parent]).joined(separator: " → ")); take one of them out")
        }
        walked.append(parent)
      }
    }
  }

  private static func checkWeights(
    of chain: IndustryChain, path: String
  ) throws(PlanError) {
    for niceClass in Set(chain.nodes.flatMap { $0.niceWeights.keys }).sorted()
    where chain.weight(of: niceClass) > 1.000_001 {
      throw PlanError(
        plan: path,
        reason:
          "the weights of Nice class \(niceClass) sum to \(chain.weight(of: niceClass)) over the "
          + "nodes; expected at most 1")
    }
  }

  private static func required(
    _ key: String, of fields: PlanFields
  ) throws(PlanError) -> String {
    guard let text = try fields.text(key), !text.isEmpty else {
      throw fields.error(key, "is missing; expected a text")
    }
    return text
  }

  private static func identifier(_ fields: PlanFields) throws(PlanError) -> String {
    let id = try required("id", of: fields)
    guard id.utf8.first != 0x2D, id.utf8.count <= 64,
      id.utf8.allSatisfy({
        $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
      })
    else {
      throw fields.error(
        "id",
        "is \"\(id)\"; expected lower-case ASCII letters, digits and -, since it names a folder")
    }
    return id
  }
}
