/// The size of the union of the five criteria under each reading of the first one.
package struct IndustryBands: Hashable, Sendable {
  /// With 战略性新兴产业 judged by IPC symbols alone, the upper reading.
  package var ipcOnly: Int
  /// With the keyword conditions of the reference table applied.
  package var withKeywords: Int
  /// The plan's own reading, but without hits through IPC symbols that have moved since the table.
  package var withoutTransfers: Int?

  package init(ipcOnly: Int, withKeywords: Int, withoutTransfers: Int? = nil) {
    self.ipcOnly = ipcOnly
    self.withKeywords = withKeywords
    self.withoutTransfers = withoutTransfers
  }
}
