import Records

/// Finds the division in which a party has its seat.
///
/// The address text decides. The structured province, city and county count only where the text is
/// absent, names no division, or names nothing below a province that they name too. A postcode only
/// breaks ties between places that the text allows, and never supplies a county.
///
/// - Complexity: O(length of the text's divisions); about a microsecond an address.
package struct PlaceResolver: Sendable {
  /// Made when the first address is looked up: exports of most offices abroad have none to look up,
  /// and making it takes longer than reading a small file.
  private let trie: OnDemand<NameTrie>

  package init(divisions: [DivisionRow], historical: [HistoricalDivisionRow]) {
    trie = OnDemand { NameTrie(PlaceNames.all(divisions, historical)) }
  }

  /// Where the party has its seat; its `region` is not looked at.
  package func resolve(_ party: Party) -> Place {
    let text = given(party.address).map { read($0, .address, postcode: party.postcode) }
    let country = given(party.country).map { $0.uppercased() }
    let isAbroad = country.map { $0 != "CN" } ?? false
    if let text {
      switch text.place {
      case .foreign: return text.place
      case .division(let code, _):
        if isAbroad, !text.namesProvince { break }
        if code.isProvince, !code.isMunicipality, let finer = finer(than: code, party) {
          return finer
        }
        return text.place
      case .unresolved: break
      }
    }
    if let country, isAbroad {
      switch country {
      case "HK": return Self.division(810_000)
      case "MO": return Self.division(820_000)
      case "TW": return Self.division(710_000)
      default: return .foreign(country: country)
      }
    }
    switch (structured(party)?.place, text) {
    case (.some(.unresolved), .some): break
    case (.some(let place), _): return place
    case (nil, _): break
    }
    return text?.place ?? .unresolved(.noAddress)
  }

  /// What the structured elements add to a text that names only its province.
  private func finer(than province: RegionCode, _ party: Party) -> Place? {
    guard !province.isHongKongMacaoOrTaiwan, let place = structured(party)?.place,
      let code = place.region, code != province, code.province == province
    else { return nil }
    return place
  }

  private func structured(_ party: Party) -> Reading? {
    let elements = [party.province, party.city, party.county].compactMap { given($0) }
    guard !elements.isEmpty else { return nil }
    return read(elements.joined(separator: ","), .structured, postcode: party.postcode)
  }

  private struct Reading {
    var place: Place
    var namesProvince: Bool
  }

  private func read(
    _ text: String, _ basis: PlaceEvidence.Basis, postcode: String?
  ) -> Reading {
    var text = text
    return text.withUTF8 { bytes in
      AddressText.with(bytes) { address in
        var head = address.postcodeHead
        if head < 0, let postcode { head = Self.head(postcode) }
        if isLatin(address[0]) {
          let english = EnglishAddress(String(decoding: bytes, as: UTF8.self))
          let reading = english.read(postcodeHead: head)
          return Reading(
            place: place(
              reading.outcome, PlaceEvidence(basis: basis, usedPostcode: reading.usedPostcode)),
            namesProvince: reading.namesProvince)
        }
        var reading = AddressReading(address, trie.value, postcodeHead: head)
        reading.read()
        let end = reading.readScalars
        let evidence = PlaceEvidence(
          basis: basis, readBytes: end > 0 && basis == .address ? Int(address.ends[end - 1]) : 0,
          isHistorical: reading.isHistorical, usedPostcode: reading.usedPostcode)
        return Reading(
          place: place(reading.outcome, evidence), namesProvince: reading.namesProvince)
      }
    }
  }

  private func place(_ outcome: AddressReading.Outcome, _ evidence: PlaceEvidence) -> Place {
    switch outcome {
    case .none: return .unresolved(.noDivisionNamed)
    case .country(let index): return .foreign(country: CountryNames.list[index].code)
    case .division(let code): return .division(code, evidence)
    case .ambiguous(let codes): return .unresolved(.ambiguous(codes))
    }
  }

  private static func division(_ number: Int) -> Place {
    guard let code = RegionCode(number: number) else { return .unresolved(.noDivisionNamed) }
    return .division(code, PlaceEvidence(basis: .country))
  }

  /// The text unless it is blank or `0`, which CNIPA writes into empty elements.
  private func given(_ text: String?) -> String? {
    guard let text, text.utf8.contains(where: { $0 > 0x20 }), text != "0" else { return nil }
    return text
  }

  /// The first two digits of a postcode of six, or -1.
  private static func head(_ postcode: String) -> Int {
    var count = 0
    var head = 0
    for byte in postcode.utf8 where byte != 0x20 {
      guard (0x30...0x39).contains(byte) else { return -1 }
      if count < 2 { head = head * 10 + Int(byte) - 0x30 }
      count += 1
    }
    return count == 6 ? head : -1
  }

  private func isLatin(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
  }
}

extension RegionCode {
  /// Whether the code is 北京, 天津, 上海 or 重庆, which have no cities below them.
  var isMunicipality: Bool {
    number == 110_000 || number == 120_000 || number == 310_000 || number == 500_000
  }
}
