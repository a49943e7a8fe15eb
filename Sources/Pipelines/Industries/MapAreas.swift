import Records
import ReferenceTables

/// The places that maps count by, and which of them a right belongs to.
struct MapAreas: Sendable {
  enum Level: String, Sendable {
    case city
    case county
    case benchmark
    case province
    /// Everything in the store.
    case store
  }

  struct Area: Sendable {
    var id: String
    var name: String
    var level: Level
    var region: RegionCode?
    var persons: Int?
  }

  static let store = "store"

  let region: RegionCode
  let areas: [Area]
  private let ids: Set<String>
  private let benchmarks: [RegionCode]

  /// - Parameters:
  ///   - counties: every county the plan counts by, the city's own code standing for those not known.
  ///   - persons: the population of a place in the city's year.
  init(
    region: RegionCode, name: String, counties: [(code: RegionCode, name: String)],
    benchmarks: [RegionCode], divisions: Divisions, persons: (RegionCode) -> Int?
  ) {
    self.region = region
    self.benchmarks = benchmarks
    var areas = [
      Area(id: region.text, name: name, level: .city, region: region, persons: persons(region))
    ]
    // What is not known comes last.
    let sorted = counties.filter { $0.code != region } + counties.filter { $0.code == region }
    areas += sorted.map { county in
      let isUnknown = county.code == region
      return Area(
        id: isUnknown ? MapAreas.unknownCounty(of: region) : county.code.text, name: county.name,
        level: .county, region: isUnknown ? nil : county.code,
        persons: isUnknown ? nil : persons(county.code))
    }
    areas += benchmarks.map { code in
      Area(
        id: code.text, name: divisions[code]?.name ?? code.text, level: .benchmark, region: code,
        persons: persons(code))
    }
    if region.isCity {
      areas.append(
        Area(
          id: region.province.text, name: divisions[region.province]?.name ?? region.province.text,
          level: .province, region: region.province, persons: persons(region.province)))
    }
    areas.append(
      Area(id: MapAreas.store, name: "库内全部", level: .store, region: nil, persons: nil))
    self.areas = areas
    ids = Set(areas.map { $0.id })
  }

  /// The row that keeps the sum of the counties the city's figure: rights whose county is not known.
  static func unknownCounty(of region: RegionCode) -> String { "\(region.text)-unknown" }

  /// The areas of a right whose first patentee lives in a division.
  ///
  /// - Parameter county: the code it is counted under within the region; nil outside of it.
  func areas(of division: RegionCode, county: RegionCode?) -> [String] {
    var found: [String] = []
    if let county {
      let id = county == region ? MapAreas.unknownCounty(of: region) : county.text
      found = [region.text, ids.contains(id) ? id : MapAreas.unknownCounty(of: region)]
    }
    found += benchmarks.filter { division.lies(within: $0) }.map { $0.text }
    if region.isCity, division.province == region.province { found.append(region.province.text) }
    return found + [MapAreas.store]
  }
}
