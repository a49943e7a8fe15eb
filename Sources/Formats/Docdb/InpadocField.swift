/// The kept fields of a legal event as the EPO exchanges them (`legal`, with elements `L001EP` …).
///
/// The numbers begin behind those of ``PublicationField``, since events stand within records.
enum InpadocField: UInt16 {
  case event = 1000
  case eventEnd
  case code
  case name
  /// `+` for an event in favour of the right, `-` for one against it.
  case influence
  /// L001EP: the office whose right the event concerns.
  case country
  /// L002EP: `F` if the number is that of the application as filed, `P` if that of a publication.
  case numberKind
  /// L003EP, filled with spaces on the left.
  case number
  /// L004EP.
  case kind
  /// L007EP: the day of the gazette.
  case gazetteDay
  /// L008EP: the code again.
  case codeElement
  /// L018EP: the day of the last exchange.
  case exchangedOn
  /// What the code of a state (L502EP) says in words.
  case referredName

  /// Added to the field of an element for its attribute `desc`, which names it.
  static let labelOffset: UInt16 = 100
  /// The first of the elements L501EP to L540EP.
  static let firstDetail: UInt16 = 1100
  static let details = 501...540

  static func detail(_ number: Int) -> UInt16 { firstDetail + UInt16(number - details.lowerBound) }
}
