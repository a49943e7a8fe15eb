/// One record of an export: what a reader gives for a document, an event or a row.
///
/// Indirect, since a publication takes half a kilobyte in place: a batch of rows would pay that for
/// each, and every copy would copy it.
package indirect enum ExportRecord: Hashable, Sendable {
  case patent(PatentPublication)
  case event(LegalEvent)
  case trademark(Trademark)
  case register(RegisterRow)
}
