import Records

/// One mark in one class, put together from all records that hold.
///
/// The grain is that of the office's own unit of counting: number and class.
package struct TrademarkCase: Hashable, Sendable {
  package var office: String
  package var number: String
  /// Nil where no record names a class.
  package var niceClass: Int?
  package var edition: String?
  /// Similar groups (类似群) of items that were not deleted, sorted.
  package var groups: [String] = []
  package var name: String?
  package var kind: Trademark.Kind?
  package var filingDate: PartialDate?
  package var registrationDate: PartialDate?
  package var termStart: PartialDate?
  /// The latest end of term that any record gives: a renewal only ever moves it on.
  package var expiryDate: PartialDate?
  package var isRegistered = false
  package var internationalNumber: String?
  package var originOffice: String?
  /// What whole records say of the state, and the events they give.
  package var statuses: [Status] = []
  package var events: [Event] = []
  /// The first holder, then co-holders, each name once.
  package var holders: [Holder] = []
  /// First holders that other records name, none of which is known to be the earlier one.
  package var rivals: [Holder] = []
  /// Co-holders of tables of which none is known to be the later one.
  package var uncertainCoHolders: [Holder] = []
  package var isGeographicalIndication = false
  package var isWellKnown = false
  /// All items of goods in the class were deleted.
  package var hasOnlyDeletedItems = false
  /// The record the case rests on; nil where only parties were delivered.
  package var source: Source?
  /// The tables that name the mark where there is no record of the mark itself, each once.
  package var partsWithoutRecord: [Trademark.Part] = []
  /// The first row of those tables.
  package var rowSource: Source?
  package var format: String
  /// The record that names the first holder.
  package var holderSource: Source?
  package var expirySource: Source?

  package struct Status: Hashable, Sendable {
    package var text: String?
    package var isInForce: Bool?
    package var isDeleted: Bool
    package var date: PartialDate?
    /// The day its record was produced, yyyymmdd; 0 where it is not known.
    package var producedOn = 0
    package var source: Source
  }

  package struct Event: Hashable, Sendable {
    package var event: TrademarkEvent
    /// As ``Status/producedOn``.
    package var producedOn = 0
    package var source: Source
  }

  /// Whether it is an international registration with China as the office of origin (马德里国际注册).
  package var isOutgoing: Bool { (office == "WO" || office == "IB") && originOffice == "CN" }
}
