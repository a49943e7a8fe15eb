extension Reject.Code {
  /// What whoever keeps the inputs does about it, one sentence without a full stop.
  package var remedy: String {
    switch self {
    case .empty: "have it delivered again"
    case .unknownFormat: "move it out of the inputs, or correct the header row"
    case .xmlSyntax: "have the document delivered again"
    case .truncated: "have the whole document delivered again"
    case .encoding: "have it delivered again; save registers as UTF-8"
    case .controlCharacter: "have it removed and the document or table delivered again"
    case .undefinedEntity: "have it replaced by the character"
    case .entityDeclaration: "find out where the file came from; no office's export does this"
    case .bomb:
      "find out where the file came from; a sound one can be unpacked and put in as a folder"
    case .badChecksum: "copy the archive again and compare its checksum"
    case .badContainer:
      "have it delivered again, without a password; save the workbook as .xlsx or CSV"
    case .unsafePath: "find out where the file came from"
    case .nesting: "unpack the outer ones"
    case .noNumber: "correct the register's cell; have the document delivered again"
    case .checkDigit: "look the number up: one digit is mistyped"
    case .badValue: "correct the cell that the reason names"
    case .missingColumn: "name the column as the page on registers does"
    case .badRow: "put cells with commas or quotes in double quotes"
    case .unreadable: "check its rights and the disk"
    }
  }
}
