import Records

/// An XML format of bulk exports: which roots it reads and how their fields become records.
protocol DocumentFormat {
  /// The name users type and records carry; never changes.
  static var id: String { get }
  /// The local name of the root element.
  static var rootName: StaticString { get }
  /// The paths that are kept, each from the root on.
  static var paths: [FieldMap.Path] { get }
  /// Children of the root that hold fields; a document is parsed until another child begins.
  static var needed: [StaticString] { get }
  /// The path of the elements counted in the remainder, from the root's child on; empty for none.
  static var countedPath: [StaticString] { get }
  /// The attribute a counted element must have.
  static var countedAttribute: StaticString? { get }
  /// The repeated element that is a record of its own, where a document holds many.
  static var recordElement: StaticString? { get }
  static var description: FormatDescription { get }

  /// Makes the records of one well-formed document.
  static func read(_ document: ParsedDocument, into output: inout ReadOutput)
}

extension DocumentFormat {
  static var countedPath: [StaticString] { [] }
  static var countedAttribute: StaticString? { nil }
  static var recordElement: StaticString? { nil }
}

/// The formats this module reads.
package enum Formats {
  /// In the order of detection. Roots differ, so the order decides nothing today; the most frequent
  /// stands first. Tables follow XML formats, since a table is whatever its columns say and a root
  /// element is certain.
  static let all: [any DocumentFormat.Type] = [Cnipa.self, Cnipa1.self, CnipaPRS.self]

  /// What each format is and how far it was verified, in the order of detection.
  package static var descriptions: [FormatDescription] { all.map { $0.description } }
}
