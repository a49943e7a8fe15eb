import Foundation

/// A parsed JSON value; the decoder keeps true and 1 apart.
enum JSONNode: Equatable, Decodable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSONNode])
  case object([String: JSONNode])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONNode].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONNode].self))
    }
  }

  init(parsing bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(JSONNode.self, from: Data(bytes))
  }

  subscript(key: String) -> JSONNode? {
    if case .object(let members) = self { return members[key] }
    return nil
  }
}
