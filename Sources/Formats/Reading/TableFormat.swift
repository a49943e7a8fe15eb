/// The seam to the readers of tables (CSV, tab-separated text, workbooks).
package protocol TableFormat: Sendable {
  /// The table that the name and the beginning of a file or member show, or nil.
  ///
  /// - Parameters:
  ///   - fileName: the name or path, without the `.gz` of what is compressed.
  ///   - header: the first 64 KB, in UTF-8 where the content is UTF-16 with a byte order mark, else
  ///     as they stand; of a workbook (a ZIP with `xl/workbook.xml`) all bytes.
  func table(fileName: String, header: UnsafeRawBufferPointer) -> RecognisedTable?
}

/// A table whose kind is known, with what reads it.
package struct RecognisedTable: Sendable {
  /// The id under which the table is counted, `pledges`.
  package var id: String
  /// Makes the reader of one table; called once for each file or member.
  package var makeReader: @Sendable () -> any TableReader

  package init(id: String, makeReader: @escaping @Sendable () -> any TableReader) {
    self.id = id
    self.makeReader = makeReader
  }
}
