import GRDB

/// The current row of a query, read by position: for tables that are published by the hundred thousand
/// rows, where looking columns up by name would cost more than reading them.
package struct ScannedRow: ~Copyable {
  private var statement: RawStatement

  fileprivate init(_ statement: consuming RawStatement) { self.statement = statement }

  package borrowing func text(_ column: Int) -> String? { statement.text(Int32(column)) }

  package borrowing func integer(_ column: Int) -> Int? { statement.integer(Int32(column)) }

  /// The UTF-8 bytes of a text, valid until the next row; empty for NULL.
  package borrowing func withBytes<T>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> T
  ) rethrows -> T {
    try body(statement.utf8(Int32(column)))
  }

  fileprivate mutating func next() throws -> Bool { try statement.next() }
}

extension IPDatabase {
  /// Gives each row of a query over the derived tables to `body`.
  package func scan(_ sql: String, _ body: (borrowing ScannedRow) throws -> Void) throws {
    try queue.read { db in
      var row = ScannedRow(try RawStatement(db, sql))
      while try row.next() { try body(row) }
    }
  }
}
