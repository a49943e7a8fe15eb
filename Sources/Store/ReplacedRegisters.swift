import GRDB

/// A content of a register at whose path another content lay at a later night.
package struct ReplacedContent: Sendable, Hashable {
  /// 64 hexadecimal digits.
  package var sha256: String
  package var path: String

  package init(sha256: String, path: String) {
    self.sha256 = sha256
    self.path = path
  }
}

extension IPDatabase {
  /// The contents that count until what replaced them could be read.
  package func replacedContents() throws -> [ReplacedContent] {
    let text = try queue.read { db in
      try String.fetchOne(db, sql: "SELECT value FROM workspace WHERE key = 'replaced'")
    }
    // Entries are separated by U+001E; the digest has 64 characters, the rest is the path.
    return (text ?? "").split(separator: "\u{1E}").map {
      ReplacedContent(sha256: String($0.prefix(64)), path: String($0.dropFirst(64)))
    }
  }

  package func setReplacedContents(_ contents: [ReplacedContent]) throws {
    try queue.write { try $0.setReplaced(contents) }
  }
}

extension Database {
  func setReplaced(_ contents: [ReplacedContent]) throws {
    let text = contents.map { $0.sha256 + $0.path }.joined(separator: "\u{1E}")
    try execute(
      sql: "INSERT OR REPLACE INTO workspace(key, value) VALUES ('replaced', ?)",
      arguments: [text])
  }
}
