import Records

/// Reads one table of any size, a block of bytes after the other.
///
/// Blocks come in the table's order and one at a time, though each perhaps on another thread: a reader
/// needs no lock. It keeps between blocks what it must (the header, the number of rows so far) and
/// nothing that grows with the table.
package protocol TableReader: AnyObject {
  /// Reads the rows that are whole in a block, and gives the number of bytes they take.
  ///
  /// The next block begins with the first byte that was not taken; a reader that can take none is
  /// called again with more bytes. So only the reader knows where a row ends: it takes a row when no
  /// further byte can change it. Where `isLast` is false, a row at the very end of the block usually
  /// has to wait; where it is true, all bytes are taken whatever is returned.
  ///
  /// The result must not depend on where blocks are cut. The first block has at least 64 KB or is the
  /// last; others are about a megabyte. A workbook, and any table of up to 4 MB, comes as one block.
  /// A table that ends early (its container is cut) never has a last block: what was not taken is
  /// dropped, since half a row may look like a whole one, and the fault is rejected for the reader.
  ///
  /// - Parameters:
  ///   - bytes: the block, in UTF-8 where the content is UTF-16 with a byte order mark, else as the
  ///     bytes stand (with a UTF-8 mark). Sixteen zero bytes that are not counted may be read
  ///     behind it.
  ///   - source: the file and member; offset and record are the reader's to set, to the row number.
  ///     Its texts are not shared with other blocks' records, so take this one for this block.
  ///   - output: takes records and rejects, in the order of rows.
  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, source: Source,
    into output: inout ReadOutput
  )
    -> Int

  /// The encoding its texts were in, `utf-8`; nil for a table that is not text, or before it is known.
  var encoding: String? { get }

  /// Columns that no reader asks for, with the number of rows that fill them; whole once the last block
  /// is read.
  var unknownColumns: [RegisterSummary.UnknownColumn] { get }

  /// Counts and rejects the row at which reading stands, because it is longer than so many bytes; the
  /// next block begins at the next line.
  func passOverRow(longerThan limit: Int, source: Source, into output: inout ReadOutput)
}

extension TableReader {
  package var encoding: String? { nil }
  package var unknownColumns: [RegisterSummary.UnknownColumn] { [] }
}
