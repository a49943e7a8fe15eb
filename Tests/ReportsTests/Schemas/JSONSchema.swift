import Foundation

/// The part of JSON Schema 2020-12 that the published schemas use; any other keyword is an error, so
/// that no schema says what nobody checks.
struct JSONSchema {
  let root: JSONNode

  init(named name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Reports/Schemas/\(name).json").standardized
    root = try JSONNode(parsing: Array(Data(contentsOf: folder)))
  }

  init(_ root: JSONNode) { self.root = root }

  /// The faults of a value, each with its place.
  func faults(in value: JSONNode) throws -> [String] { try faults(value, root, "$") }

  private static let annotations: Set<String> = ["$schema", "$defs", "title", "description"]

  private func faults(_ value: JSONNode, _ schema: JSONNode, _ place: String) throws -> [String] {
    guard case .object(let keywords) = schema else { throw Fault.notSchema(place) }
    var found: [String] = []
    for (keyword, rule) in keywords where !Self.annotations.contains(keyword) {
      switch (keyword, rule) {
      case ("$ref", .text(let path)):
        let name = path.replacingOccurrences(of: "#/$defs/", with: "")
        guard let target = root["$defs"]?[name] else { throw Fault.unknownReference(path) }
        found += try faults(value, target, place)
      case ("anyOf", .list(let choices)):
        if try !choices.contains(where: { try faults(value, $0, place).isEmpty }) {
          found.append("\(place): fits none of the choices")
        }
      case ("type", _):
        let types: [JSONNode] = if case .list(let list) = rule { list } else { [rule] }
        if !types.contains(where: { $0 == .text(Self.type(value)) })
          && !(types.contains(.text("integer")) && Self.isInteger(value))
        {
          found.append("\(place): \(Self.type(value)) is not of type \(types)")
        }
      case ("const", _):
        if value != rule { found.append("\(place): not the constant") }
      case ("enum", .list(let choices)):
        if !choices.contains(value) { found.append("\(place): \(value) is not in the list") }
      case ("required", .list(let names)):
        guard case .object(let members) = value else { continue }
        for case .text(let name) in names where members[name] == nil {
          found.append("\(place): lacks \(name)")
        }
      case ("properties", .object(let properties)):
        for (name, property) in properties {
          if let member = value[name] {
            found += try faults(member, property, "\(place).\(name)")
          }
        }
      case ("additionalProperties", _):
        guard case .object(let members) = value else { continue }
        for (name, member) in members where keywords["properties"]?[name] == nil {
          if rule == .flag(false) {
            found.append("\(place): has \(name)")
          } else {
            found += try faults(member, rule, "\(place).\(name)")
          }
        }
      case ("items", _):
        guard case .list(let items) = value else { continue }
        for (index, item) in items.enumerated() {
          found += try faults(item, rule, "\(place)[\(index)]")
        }
      case ("minItems", .number(let least)):
        if case .list(let items) = value, Double(items.count) < least {
          found.append("\(place): \(items.count) items")
        }
      case ("uniqueItems", .flag(true)):
        if case .list(let items) = value,
          items.indices.contains(where: { items[..<$0].contains(items[$0]) })
        {
          found.append("\(place): an item twice")
        }
      case ("minLength", .number(let least)):
        if case .text(let text) = value, Double(text.count) < least {
          found.append("\(place): too short")
        }
      case ("minimum", .number(let least)):
        if case .number(let number) = value, number < least {
          found.append("\(place): \(number) is below \(least)")
        }
      case ("maximum", .number(let greatest)):
        if case .number(let number) = value, number > greatest {
          found.append("\(place): \(number) is above \(greatest)")
        }
      case ("pattern", .text(let pattern)):
        if case .text(let text) = value, try text.firstMatch(of: Regex(pattern)) == nil {
          found.append("\(place): \"\(text)\" does not match \(pattern)")
        }
      default: throw Fault.unknownKeyword(keyword)
      }
    }
    return found.sorted()
  }

  private static func type(_ value: JSONNode) -> String {
    switch value {
    case .null: "null"
    case .flag: "boolean"
    case .number: "number"
    case .text: "string"
    case .list: "array"
    case .object: "object"
    }
  }

  private static func isInteger(_ value: JSONNode) -> Bool {
    if case .number(let number) = value { return number == number.rounded() }
    return false
  }

  private enum Fault: Error {
    case notSchema(String)
    case unknownReference(String)
    case unknownKeyword(String)
  }
}
