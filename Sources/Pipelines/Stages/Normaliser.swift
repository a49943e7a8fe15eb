import Classifiers
import Dossiers
import Records
import ReferenceTables

/// Adds to what a reader gives what needs tables: places, classes of events, effective dates.
///
/// Used alike by `run` and `convert`. Readers say what the bytes say; this says what it means.
package struct Normaliser: Sendable {
  private let places: PlaceResolver
  private let events: LegalEventTable
  private let foreignEvents: InpadocEventTable

  package init(_ tables: TableSet) {
    places = tables.places
    events = tables.legalEvents
    foreignEvents = tables.foreignEvents
  }

  /// Loads only the published tables it needs, for `convert` and `inspect`, which have no plan.
  ///
  /// - Throws: ``RunFailure`` naming the table, the file and what was expected.
  package init() throws {
    do {
      let catalogue = try TableCatalogue()
      places = TableSet.resolver(
        try Divisions(
          try catalogue.table("cn-divisions"),
          history: try catalogue.table("anhui-divisions-history")))
      events = try LegalEventTable(try catalogue.table("legal-events"))
      foreignEvents = try InpadocEventTable(try catalogue.table("inpadoc-events"))
    } catch {
      throw RunFailure("\(error)")
    }
  }

  package func normalise(_ record: ExportRecord) -> ExportRecord {
    switch record {
    case .patent(var publication):
      for index in publication.applicants.indices { resolve(&publication.applicants[index]) }
      for index in publication.assignees.indices { resolve(&publication.assignees[index]) }
      return .patent(publication)
    case .event(var event):
      // One table knows CNIPA's codes, the other those the EPO collects; other readers of foreign
      // data give the class themselves.
      if event.country == "CN" {
        event.eventClass = events.meaning(code: event.code, name: event.name)?.eventClass
      } else if event.eventClass == nil, let code = event.code {
        event.eventClass = foreignEvents.eventClass(country: event.country, code: code)
      }
      event.effectiveOn = event.effectiveDay(as: event.eventClass)
      return .event(event)
    case .trademark(let original):
      guard original.holders.contains(where: { Normaliser.mayBeChinese($0.country, $0.address) })
      else { return record }
      var mark = original
      for index in mark.holders.indices { resolve(&mark.holders[index]) }
      return .trademark(mark)
    case .trademarkRow(let row):
      // Only parties have places; other rows stay the lean ones they are.
      guard row.part == .holder || row.part == .coHolder else { return record }
      return normalise(.trademark(row.trademark))
    case .register: return record
    }
  }

  /// Whether an event names the region as a new address.
  func moves(_ event: LegalEvent, into region: RegionCode) -> Bool {
    event.textsAfterChange.contains { text in
      guard
        case .division(let place, _) = places.resolve(Party(sequence: 1, name: "", address: text))
      else { return false }
      return place.lies(within: region)
    }
  }

  /// Whether an address may lie in a division: it is of China or of no country, or written in Chinese
  /// whatever the country. Looking up the others would cost half the time of reading foreign exports.
  private static func mayBeChinese(_ country: String?, _ address: String?) -> Bool {
    guard let country, !isChinese(country) else { return true }
    return address?.utf8.contains { $0 >= 0x80 } ?? false
  }

  /// Whether the ST.3 code is CN, HK, MO or TW, in whatever case.
  private static func isChinese(_ country: String) -> Bool {
    guard country.utf8.count == 2 else { return false }
    return country.utf8.elementsEqual("CN".utf8, by: { $0 & 0xDF == $1 })
      || country.utf8.elementsEqual("HK".utf8, by: { $0 & 0xDF == $1 })
      || country.utf8.elementsEqual("MO".utf8, by: { $0 & 0xDF == $1 })
      || country.utf8.elementsEqual("TW".utf8, by: { $0 & 0xDF == $1 })
  }

  private func resolve(_ party: inout Party) {
    guard Normaliser.mayBeChinese(party.country, party.address) else { return }
    if case .division(let region, _) = places.resolve(party) { party.region = region }
  }

  private func resolve(_ holder: inout Holder) {
    guard Normaliser.mayBeChinese(holder.country, holder.address) else { return }
    let party = Party(
      sequence: 1, name: holder.name, country: holder.country, address: holder.address)
    if case .division(let region, _) = places.resolve(party) { holder.region = region }
  }
}
