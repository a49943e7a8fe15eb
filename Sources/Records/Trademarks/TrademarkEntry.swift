/// What the store keeps of one trademark record of one delivery, read back to settle deliveries and
/// to put a mark together.
package struct TrademarkEntry: Hashable, Sendable {
  /// The ledger's id of the file.
  package var file: Int64
  package var source: Source
  package var format: String
  /// The table of CNIPA's open data the row stands in; nil for a whole mark.
  package var part: Trademark.Part?
  /// The order of the delivery among those of its format, greater = later: year and increment of
  /// CNIPA's tables, the day of production of whole marks; 0 where neither is known.
  package var order = 0
  /// Tells the contents of two records apart: the record's SHA-256, or a fingerprint of the row.
  package var digest: [UInt8] = []
  package var delivery: DeliveryStatus?
  package var office: String
  /// The number the mark is known by; nil in the table of agencies.
  package var number: String?
  package var internationalNumber: String?
  package var originOffice: String?
  /// The classes it speaks of: one in a row of a table with classes, none where it speaks of all.
  package var classes: [Int] = []
  package var edition: String?
  /// Similar groups (类似群).
  package var groups: [String] = []
  /// What tells rows of one number and class apart where a table has several: an item, a claim.
  package var item: String?
  package var filingDate: PartialDate?
  package var registrationDate: PartialDate?
  package var termStart: PartialDate?
  package var expiryDate: PartialDate?
  /// A registration number was given, or a date that only registrations have.
  package var isRegistered = false
  package var status: String?
  package var statusDate: PartialDate?
  /// Whether the office's status means registered and alive; nil where its meaning is not known.
  package var isInForce: Bool?
  package var name: String?
  package var kind: Trademark.Kind?
  package var isGeographicalIndication: Bool?
  package var isWellKnown: Bool?
  /// 是否共有申请.
  package var isJoint: Bool?
  /// 商品状态 says that the item was deleted.
  package var isDeletedItem = false
  package var holders: [Holder] = []
  package var events: [TrademarkEvent] = []

  package init(
    file: Int64, source: Source, format: String, part: Trademark.Part?, office: String,
    number: String?
  ) {
    self.file = file
    self.source = source
    self.format = format
    self.part = part
    self.office = office
    self.number = number
  }
}
