/// Which elements and attributes of a format are kept, compiled to a transition table.
///
/// A path names elements by their local names from the root on, so documents with and without
/// namespace prefixes read alike: `PatentDocumentAndRelated/Abstract/Paragraphs`. An attribute is
/// the last step with `@`. Names are numbered; the table holds, for every node of the tree of paths
/// and every name, the next node, 0 for an element that is skipped with all it holds.
final class FieldMap: Sendable {
  /// What is kept of a path.
  struct Path: Sendable {
    enum Capture: Sendable {
      /// The element's text, that of elements within it included.
      case text
      case attribute
      /// The element's begin, for groups that repeat.
      case begin
      /// The element's begin and end, with their places in the bytes.
      case range(end: UInt16)
    }

    var path: String
    var field: UInt16
    var capture: Capture

    static func text(_ path: String, _ field: some RawRepresentable<UInt16>) -> Path {
      Path(path: path, field: field.rawValue, capture: .text)
    }

    static func attribute(_ path: String, _ field: some RawRepresentable<UInt16>) -> Path {
      Path(path: path, field: field.rawValue, capture: .attribute)
    }

    static func begin(_ path: String, _ field: some RawRepresentable<UInt16>) -> Path {
      Path(path: path, field: field.rawValue, capture: .begin)
    }

    /// A child of the root that is passed over, though it stands before children that are needed.
    static func passed(_ path: String) -> Path { Path(path: path, field: 0, capture: .begin) }

    static func range<Field: RawRepresentable<UInt16>>(
      _ path: String, begin: Field, end: Field
    ) -> Path {
      Path(path: path, field: begin.rawValue, capture: .range(end: end.rawValue))
    }
  }

  struct Node: Sendable {
    var text: UInt16 = 0
    var begin: UInt16 = 0
    var end: UInt16 = 0
    var keepsAttributes = false
  }

  /// Names by number; 0 is any name without a path.
  let names: [String]
  let nodes: [Node]
  /// `nodes.count × names.count` entries: the next node.
  let transitions: [UInt16]
  /// `nodes.count × names.count` entries: the field of an attribute, 0 for none.
  let attributeFields: [UInt16]

  init(_ paths: [Path]) {
    var numbers: [String: Int] = [:]
    var names = [""]
    for path in paths {
      for step in path.path.split(separator: "/") {
        let name = String(step.drop { $0 == "@" })
        if numbers[name] == nil {
          numbers[name] = names.count
          names.append(name)
        }
      }
    }
    var nodes = [Node()]
    var transitions = [UInt16](repeating: 0, count: names.count)
    var attributeFields = transitions
    for path in paths {
      var node = 0
      for step in path.path.split(separator: "/") {
        guard let number = numbers[String(step.drop { $0 == "@" })] else { continue }
        if step.first == "@" {
          attributeFields[node * names.count + number] = path.field
          nodes[node].keepsAttributes = true
          continue
        }
        var next = Int(transitions[node * names.count + number])
        if next == 0 {
          next = nodes.count
          nodes.append(Node())
          let none = [UInt16](repeating: 0, count: names.count)
          transitions += none
          attributeFields += none
          transitions[node * names.count + number] = UInt16(next)
        }
        node = next
      }
      switch path.capture {
      case .text: nodes[node].text = path.field
      case .begin: nodes[node].begin = path.field
      case .range(let end):
        nodes[node].begin = path.field
        nodes[node].end = end
      case .attribute: break
      }
    }
    self.names = names
    self.nodes = nodes
    self.transitions = transitions
    self.attributeFields = attributeFields
  }

  /// The node of a root element's name, 0 if no format has it.
  func root(named name: String) -> Int {
    names.firstIndex(of: name).map { Int(transitions[$0]) } ?? 0
  }
}
