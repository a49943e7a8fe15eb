import Records

/// An XML format of bulk exports: which roots it reads and how their fields become records.
protocol DocumentFormat: Sendable {
  /// The name users type and records carry; never changes.
  static var id: String { get }
  /// The local names of the root elements it reads.
  static var roots: [StaticString] { get }
  /// The paths that are kept, each from the root on.
  static var paths: [FieldMap.Path] { get }
  /// Children of the root that hold fields; a document is parsed until another child begins.
  static var needed: [StaticString] { get }
  /// The path of the elements counted in the remainder, from the root's child on; empty for none.
  static var countedPath: [StaticString] { get }
  /// The attribute a counted element must have.
  static var countedAttribute: StaticString? { get }
  /// The repeated element that is a record of its own, where a document holds many; it may stand
  /// at any depth, but at the same depth throughout a document.
  static var recordElement: StaticString? { get }
  /// Elements within documents that may also be the roots of documents of their own.
  static var nestedRoots: [StaticString] { get }
  /// The record element's attribute that tells records apart in messages.
  static var recordIdentifier: StaticString? { get }
  static var description: FormatDescription { get }

  /// Whether a document with one of the roots is of this format, where several formats share a
  /// root's name.
  ///
  /// - Parameter head: the document from its root's start tag on, at most 4 KB of it.
  static func recognises(_ head: UnsafeBufferPointer<UInt8>) -> Bool

  /// The record element of one document, where documents of the format differ in it; one of them
  /// is ``recordElement``.
  ///
  /// - Parameter document: the document from its root's start tag on, as far as it is at hand.
  static func recordElement(of document: UnsafeBufferPointer<UInt8>) -> StaticString?

  /// Makes the records of one well-formed document.
  static func read(_ document: ParsedDocument, into output: inout ReadOutput)
}

extension DocumentFormat {
  static var countedPath: [StaticString] { [] }
  static var countedAttribute: StaticString? { nil }
  static var recordElement: StaticString? { nil }
  static var nestedRoots: [StaticString] { recordElement.map { [$0] } ?? [] }
  static var recordIdentifier: StaticString? { nil }
  static func recordElement(of document: UnsafeBufferPointer<UInt8>) -> StaticString? {
    recordElement
  }
  static func recognises(_ head: UnsafeBufferPointer<UInt8>) -> Bool { true }
}

/// The formats this module reads.
package enum Formats {
  /// In the order of detection: a document belongs to the first format that has its root and
  /// recognises it. Patents stand before trademarks, the most frequent first.
  static let all: [any DocumentFormat.Type] = [
    Cnipa.self, Cnipa1.self, CnipaPRS.self, Docdb.self, Ops.self, OpsFamily.self, St36.self,
    St96Patent.self, Jpo.self, UsptoGrant.self, UsptoGrantST32.self, UsptoApplication.self,
    UsptoApplicationPAP.self, UsptoAssignment.self, UsptoAssignmentSolr.self,
    St66.self, St96Trademark.self, Madrid.self, UsptoTrademark.self, TipoTrademark.self,
  ]

  /// What each format is and how far it was verified, in the order of detection; formats of one id
  /// are one for users.
  package static var descriptions: [FormatDescription] {
    var descriptions: [FormatDescription] = []
    for format in all where !descriptions.contains(where: { $0.id == format.id }) {
      descriptions.append(format.description)
    }
    return descriptions + [CnipaTrademark.description]
  }
}
