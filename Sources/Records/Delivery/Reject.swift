/// A record or file that could not be read, with the place and the way out; one line of
/// `rejects.ndjson`.
package struct Reject: Hashable, Sendable {
  /// What was wrong; the raw value stands in published files and never changes.
  package enum Code: String, Sendable, CaseIterable {
    /// The file or member holds no bytes but white space.
    case empty
    /// The content is of no known format.
    case unknownFormat = "unknown-format"
    /// The XML is not well-formed.
    case xmlSyntax = "xml-syntax"
    /// The document ends before its root's end tag.
    case truncated
    /// The bytes are not in the declared encoding, or in none that is known.
    case encoding
    /// A control character that XML forbids.
    case controlCharacter = "control-character"
    /// A named entity that no table knows.
    case undefinedEntity = "undefined-entity"
    /// The document declares entities of its own, the vehicle of bombs and file disclosure.
    case entityDeclaration = "entity-declaration"
    /// A container expands beyond the limits.
    case bomb
    /// A container's member has a wrong CRC or length.
    case badChecksum = "bad-checksum"
    /// A container is damaged, encrypted or uses an unknown method.
    case badContainer = "bad-container"
    /// A member's path leaves the container.
    case unsafePath = "unsafe-path"
    /// Containers are nested deeper than allowed.
    case nesting
    /// A required number is missing or malformed.
    case noNumber = "no-number"
    /// A number's check digit is wrong.
    case checkDigit = "check-digit"
    /// A required value other than a number is missing or malformed.
    case badValue = "bad-value"
    /// A table lacks a required column.
    case missingColumn = "missing-column"
    /// A table's row has too many cells or broken quotes.
    case badRow = "bad-row"
    /// The file could not be opened or read.
    case unreadable
  }

  package var source: Source
  package var code: Code
  /// One line: what was found, what was expected, what to do.
  package var reason: String

  package init(source: Source, code: Code, reason: String) {
    self.source = source
    self.code = code
    self.reason = reason
  }
}
