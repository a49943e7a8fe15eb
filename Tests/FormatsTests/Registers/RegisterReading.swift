import Records

@testable import Formats

/// What reading a register's text gave.
struct RegisterReading {
  var rows: [RegisterRow] = []
  var rejects: [Reject] = []
  var summary: RegisterSummary

  init(_ kind: RegisterKind, _ text: String, file: String = "register.csv") {
    self.init(kind, bytes: Array(text.utf8), file: file)
  }

  init(_ kind: RegisterKind, bytes: [UInt8], file: String = "register.csv") {
    var rows: [RegisterRow] = []
    var rejects: [Reject] = []
    summary = bytes.withUnsafeBytes {
      RegisterFile.read(
        $0, kind: kind, source: Source(file: file), record: { rows.append($0) },
        reject: { rejects.append($0) })
    }
    self.rows = rows
    self.rejects = rejects
  }

  /// Code and row of every reject, `bad-value 3`.
  var codes: [String] { rejects.map { "\($0.code.rawValue) \($0.source.record ?? "file")" } }
}
