/// One record of an export: what a reader gives for a document, an event or a row.
///
/// Most cases are indirect, since a publication takes half a kilobyte in place: a batch of rows would
/// pay that for each, and every copy would copy it. A trademark row is a place in a batch.
package enum ExportRecord: Hashable, Sendable {
  indirect case patent(PatentPublication)
  indirect case event(LegalEvent)
  indirect case trademark(Trademark)
  indirect case register(RegisterRow)
  /// A row of CNIPA's trademark tables, from which a mark is put together.
  case trademarkRow(TrademarkRow)
}
