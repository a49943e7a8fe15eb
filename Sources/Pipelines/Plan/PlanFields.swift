import Yams

/// One mapping of a plan, read key by key; a key nobody asked for is refused with "did you mean".
struct PlanFields {
  let plan: String
  /// The path of keys to this mapping, `calibre.award`; empty at the top.
  let path: String
  let line: Int?
  private let entries: [(key: String, node: Node, line: Int?)]

  init(_ node: Node, plan: String, path: String = "") throws(PlanError) {
    self.plan = plan
    self.path = path
    line = node.mark?.line
    if let scalar = node.scalar, PlanFields.isNull(scalar) {
      entries = []
      return
    }
    guard let mapping = node.mapping else {
      throw PlanError(
        plan: plan, line: node.mark?.line,
        reason: "\(path.isEmpty ? "the plan" : "\"\(path)\"") is not a mapping; "
          + "expected lines of the form key: value")
    }
    var entries: [(key: String, node: Node, line: Int?)] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        throw PlanError(plan: plan, line: key.mark?.line, reason: "a key is not plain text")
      }
      if entries.contains(where: { $0.key == name }) {
        throw PlanError(plan: plan, line: key.mark?.line, reason: "key \"\(name)\" stands twice")
      }
      entries.append((name, value, key.mark?.line))
    }
    self.entries = entries
  }

  var keys: [String] { entries.map { $0.key } }

  /// Refuses every key that is not among those known.
  func allow(only known: [String]) throws(PlanError) {
    for entry in entries where !known.contains(entry.key) {
      let place = path.isEmpty ? "" : " in \"\(path)\""
      let hint =
        NearestWord.of(entry.key, in: known).map { "did you mean \"\($0)\"?" }
        ?? "known keys: \(known.joined(separator: ", "))"
      throw PlanError(
        plan: plan, line: entry.line, reason: "unknown key \"\(entry.key)\"\(place); \(hint)")
    }
  }

  func node(_ key: String) -> Node? { entries.first { $0.key == key }?.node }

  /// The text of a scalar; nil where the key is absent or has no value.
  func text(_ key: String) throws(PlanError) -> String? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar else {
      throw error(key, "is not a single value")
    }
    return PlanFields.isNull(scalar) ? nil : scalar.string
  }

  /// One of a list of words.
  func choice(_ key: String, _ words: [String]) throws(PlanError) -> String? {
    guard let text = try text(key) else { return nil }
    guard words.contains(text) else {
      let hint = NearestWord.of(text, in: words).map { "; did you mean \"\($0)\"?" } ?? ""
      throw error(key, "is \"\(text)\"; expected \(words.joined(separator: " or "))\(hint)")
    }
    return text
  }

  func boolean(_ key: String) throws(PlanError) -> Bool? {
    guard let text = try text(key) else { return nil }
    switch text.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default: throw error(key, "is \"\(text)\"; expected true or false")
    }
  }

  /// A list of texts; a single text counts as a list of one.
  func list(_ key: String) throws(PlanError) -> [String]? {
    guard let node = node(key) else { return nil }
    if let scalar = node.scalar { return PlanFields.isNull(scalar) ? nil : [scalar.string] }
    guard let sequence = node.sequence else { throw error(key, "is not a list") }
    var texts: [String] = []
    for element in sequence {
      guard let text = element.scalar?.string else {
        throw error(key, "holds something that is not a single value")
      }
      texts.append(text)
    }
    return texts
  }

  func mapping(_ key: String) throws(PlanError) -> PlanFields? {
    guard let node = node(key) else { return nil }
    return try PlanFields(node, plan: plan, path: path.isEmpty ? key : "\(path).\(key)")
  }

  /// A list of mappings; empty where the key is absent.
  func mappings(_ key: String) throws(PlanError) -> [PlanFields] {
    guard let node = node(key) else { return [] }
    guard let sequence = node.sequence else {
      throw error(key, "is not a list; expected lines that begin with -")
    }
    var mappings: [PlanFields] = []
    for (index, element) in sequence.enumerated() {
      let name = "\(key)[\(index + 1)]"
      mappings.append(
        try PlanFields(element, plan: plan, path: path.isEmpty ? name : "\(path).\(name)"))
    }
    return mappings
  }

  func error(_ key: String, _ reason: String) -> PlanError {
    let name = path.isEmpty ? key : "\(path).\(key)"
    return PlanError(
      plan: plan, line: entries.first { $0.key == key }?.line ?? line,
      reason: "\"\(name)\" \(reason)")
  }

  private static func isNull(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }
}
