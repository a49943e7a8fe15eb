import Records

/// Where a party has its seat.
package enum Place: Hashable, Sendable {
  /// A division of China. A province's own code means that nothing below it is named; a city's own
  /// code that no county is. Hong Kong, Macao and Taiwan are divisions but not 国内.
  case division(RegionCode, PlaceEvidence)
  /// WIPO ST.3 code of another country.
  case foreign(country: String)
  case unresolved(UnresolvedPlace)

  /// The division's code; nil abroad and where unresolved.
  package var region: RegionCode? {
    if case .division(let code, _) = self { return code }
    return nil
  }
}

/// What a division was read from.
package struct PlaceEvidence: Hashable, Sendable {
  /// Which part of the party's record decided.
  package enum Basis: String, Sendable {
    /// The address text.
    case address
    /// The structured province, city and county.
    case structured
    /// The country code alone (HK, MO, TW).
    case country
  }

  package var basis: Basis
  /// The length in UTF-8 bytes of the text, from its beginning, that was read as names of divisions;
  /// 0 where the text is not Chinese or was not read.
  package var readBytes: Int
  /// Whether a name or code of the past decided.
  package var isHistorical: Bool
  /// Whether the postcode broke a tie.
  package var usedPostcode: Bool

  package init(
    basis: Basis, readBytes: Int = 0, isHistorical: Bool = false, usedPostcode: Bool = false
  ) {
    self.basis = basis
    self.readBytes = readBytes
    self.isHistorical = isHistorical
    self.usedPostcode = usedPostcode
  }
}

/// Why a place could not be resolved.
package enum UnresolvedPlace: Hashable, Sendable {
  /// Neither text nor structured elements.
  case noAddress
  /// The text begins with no name of a division.
  case noDivisionNamed
  /// The text allows several places; in ascending order.
  case ambiguous([RegionCode])
}
