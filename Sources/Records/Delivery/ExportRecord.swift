/// One record of an export: what a reader gives for a document, an event or a row.
package enum ExportRecord: Hashable, Sendable {
  case patent(PatentPublication)
  case event(LegalEvent)
  case register(RegisterRow)
}
