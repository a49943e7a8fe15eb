import Records

/// A value of a published JSON document, to be walked by a JSON Pointer.
indirect enum PublishedNode: Hashable, Sendable, Decodable {
  case null
  case flag(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([PublishedNode])
  case object([String: PublishedNode])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let integer = try? container.decode(Int.self) {
      self = .integer(integer)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([PublishedNode].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: PublishedNode].self))
    }
  }

  subscript(path: [String]) -> PublishedNode? {
    var node = self
    for key in path {
      switch node {
      case .object(let members):
        guard let member = members[key] else { return nil }
        node = member
      case .list(let items):
        guard let index = Int(key), items.indices.contains(index), String(index) == key else {
          return nil
        }
        node = items[index]
      default: return nil
      }
    }
    return node
  }

  subscript(path: String...) -> PublishedNode? { self[path] }

  var integer: Int? { if case .integer(let value) = self { value } else { nil } }

  var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  var items: [PublishedNode] { if case .list(let items) = self { items } else { [] } }

  /// The keys below, sorted; of a list the indices.
  var keys: [String] {
    switch self {
    case .object(let members): members.keys.sorted()
    case .list(let items): items.indices.map(String.init)
    default: []
    }
  }

  /// Whether nothing lies below: a scalar, an empty list or an empty object.
  var isLeaf: Bool { keys.isEmpty }

  /// As JSON on one line; of what holds other values, their number.
  var shown: String {
    switch self {
    case .null: "null"
    case .flag(let flag): String(flag)
    case .integer(let value): String(value)
    case .number(let value): value.description
    case .text(let text): text
    case .list(let items): "[\(items.count)]"
    case .object(let members): "{\(members.count)}"
    }
  }

  /// The value as it was published, members in the order of their keys.
  func write(to json: inout JSONBuffer) {
    switch self {
    case .null: json.number(nil)
    case .flag(let flag): json.boolean(flag)
    case .integer(let value): json.integer(value)
    case .number(let value): json.number(value)
    case .text(let text): json.string(text)
    case .list(let items):
      json.array { json in
        for item in items { item.write(to: &json) }
      }
    case .object(let members):
      json.object { json in
        for (key, value) in members.sorted(by: { $0.key < $1.key }) {
          json.key(text: key)
          value.write(to: &json)
        }
      }
    }
  }

  /// The pointers of all leaves below, in the order of keys.
  func leaves(below path: [String] = []) -> [[String]] {
    isLeaf ? [path] : keys.flatMap { key in self[[key]]?.leaves(below: path + [key]) ?? [] }
  }
}
