import Foundation
import Records

/// What the codes and names of legal events mean.
///
/// A code's class is taken before a name's, since names are worded in many ways. Some codes stand for
/// several events (C20, C28, C35 …) and leave the decision to the name. A name may leave it open too
/// (`专利权的无效、部分无效宣告`): then the event is undetermined, never guessed.
package struct LegalEventTable: Sendable {
  /// What an event does to a granted right.
  package enum Effect: String, Sendable, CaseIterable {
    case grants
    case ends
    case restores
    /// Owner, name or address change.
    case owner
    case none
  }

  /// What an event brings to an end.
  package enum Ending: String, Sendable, CaseIterable {
    case application
    case right
  }

  /// What a row says of its event.
  package struct Meaning: Hashable, Sendable {
    package let eventClass: LegalEventClass
    package let effect: Effect
    package let ends: Ending?
  }

  /// A row's meaning; nil where the class is `by-name`.
  private var byCodeAndName: [String: [String: Meaning?]] = [:]
  private var byCode: [String: Meaning?] = [:]
  private var byName: [String: Meaning?] = [:]

  package init(_ table: ReferenceTable) throws(ReferenceTableError) {
    let at = try table.positions(of: "code", "name", "class", "effect", "ends")
    for (index, row) in table.rows.enumerated() {
      let meaning = try LegalEventTable.meaning(table, row, at, index: index)
      let code = row[at[0]]
      let name = LegalEventTable.normalForm(row[at[1]])
      let old: Meaning??
      switch (code.isEmpty, name.isEmpty) {
      case (false, false):
        old = byCodeAndName[code, default: [:]].updateValue(meaning, forKey: name)
      case (false, true):
        old = byCode.updateValue(meaning, forKey: code)
      case (true, false):
        old = byName.updateValue(meaning, forKey: name)
      case (true, true):
        throw table.invalid(
          row: index, column: "code", value: "", expected: "a code, unless a name is given")
      }
      guard old == nil else { throw table.duplicate(row: index, key: "\(code) \(name)") }
    }
  }

  /// The meaning of an event, looked up in this order; nil when it is undetermined:
  /// 1. the code with the name, where a row knows both,
  /// 2. the code alone, unless it leaves the decision to the name,
  /// 3. the name alone.
  package func meaning(code: String?, name: String?) -> Meaning? {
    let name = name.map(LegalEventTable.normalForm)
    if let code = code.map(LegalEventTable.normalForm)?.uppercased() {
      if let name, let names = byCodeAndName[code], let meaning = names[name] { return meaning }
      if let found = byCode[code], let meaning = found { return meaning }
    }
    if let name, let found = byName[name] { return found }
    return nil
  }

  /// Whether the table has the code, be it one that leaves the decision to the name.
  package func knows(code: String) -> Bool {
    byCode[LegalEventTable.normalForm(code).uppercased()] != nil
  }

  /// Whether the table has the name, be it one that leaves the meaning open.
  package func knows(name: String) -> Bool {
    byName[LegalEventTable.normalForm(name)] != nil
  }

  /// The form in which names are compared: NFC, full-width brackets and colons as half-width, no white
  /// space of any kind.
  package static func normalForm(_ name: String) -> String {
    // Nearly every name is Chinese characters and ASCII, of which only white space goes.
    var hasSpace = false
    let isPlain = name.utf8.allSatisfy { byte in
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        hasSpace = true
        return true
      }
      return (byte > 0x20 && byte < 0x7F) || (byte >= 0x80 && byte <= 0xBF) || isHan(byte)
    }
    if isPlain {
      return hasSpace ? String(decoding: name.utf8.filter { $0 > 0x20 }, as: UTF8.self) : name
    }
    var result = String.UnicodeScalarView()
    for scalar in name.precomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "（": result.append("(")
      case "）": result.append(")")
      case "：": result.append(":")
      case "［": result.append("[")
      case "］": result.append("]")
      case "，": result.append(",")
      case "；": result.append(";")
      case "\u{200B}", "\u{FEFF}": break
      default: if !scalar.properties.isWhitespace { result.append(scalar) }
      }
    }
    return String(result)
  }

  /// Whether the byte begins a character from U+4000 to U+9FFF.
  private static func isHan(_ byte: UInt8) -> Bool { byte >= 0xE4 && byte <= 0xE9 }

  private static func meaning(
    _ table: ReferenceTable, _ row: [String], _ at: [Int], index: Int
  ) throws(ReferenceTableError) -> Meaning? {
    if row[at[2]] == "by-name", row[at[3]] == "by-name" { return nil }
    guard let eventClass = LegalEventClass(rawValue: row[at[2]]) else {
      throw table.invalid(
        row: index, column: "class", value: row[at[2]],
        expected: "a class of legal events, or 'by-name' with the effect 'by-name'")
    }
    guard let effect = Effect(rawValue: row[at[3]]) else {
      throw table.invalid(
        row: index, column: "effect", value: row[at[3]],
        expected: "one of \(Effect.allCases.map(\.rawValue).joined(separator: ", ")), by-name")
    }
    let ends = Ending(rawValue: row[at[4]])
    guard ends != nil || row[at[4]].isEmpty else {
      throw table.invalid(
        row: index, column: "ends", value: row[at[4]], expected: "application, right or empty")
    }
    return Meaning(eventClass: eventClass, effect: effect, ends: ends)
  }
}
