import Records

/// Every name that can stand at the beginning of an address, with what it means.
enum PlaceNames {
  static func all(
    _ divisions: [DivisionRow], _ historical: [HistoricalDivisionRow]
  ) -> [(name: String, place: NamedPlace)] {
    var names: [(name: String, place: NamedPlace)] = []
    for (index, country) in CountryNames.list.enumerated() {
      names.append((country.name, NamedPlace(kind: .country, code: Int32(index))))
    }
    // A table of divisions may list the parks' statistical codes as well.
    let parks = divisions.filter(\.code.isPark).map {
      HistoricalDivisionRow(code: $0.code, name: $0.name, today: $0.code)
    }
    let divisions = divisions.filter { !$0.code.isPark }
    let cities = Set(divisions.lazy.filter { $0.level == 2 }.map(\.code))
    for row in divisions + Self.beyondTheTables { names += forms(of: row, cities) }
    let cityNames = divisions.filter { $0.level == 2 }.map { ($0.code, $0.name) }
    let cityByCode = Dictionary(cityNames, uniquingKeysWith: { first, _ in first })
    names += formerForms(divisions, parks + historical, cities, cityByCode)
    names += parkAliases
    return unique(names)
  }

  /// Hong Kong, Macao and Taiwan, which tables of divisions may leave out, in both scripts.
  private static let beyondTheTables: [DivisionRow] = [
    (710_000, "台湾省"), (810_000, "香港特别行政区"), (820_000, "澳门特别行政区"), (710_000, "臺灣省"),
    (710_000, "台灣省"), (810_000, "香港特別行政區"), (820_000, "澳門特別行政區"),
  ].compactMap { number, name in
    RegionCode(number: number).map { DivisionRow(code: $0, name: name, level: 1, parent: nil) }
  }

  private static func forms(
    of row: DivisionRow, _ cities: Set<RegionCode>
  ) -> [(name: String, place: NamedPlace)] {
    var place = NamedPlace(kind: .county, code: row.code.number)
    place.province = row.code.province.number
    switch row.level {
    case 1: place.kind = .province
    case 2: place.kind = .city
    default: break
    }
    place.city = city(of: row.code, row.level, cities)
    var full = [row.name] + DivisionName.variants(row.name)
    var stem = place
    stem.isStem = true
    var stems: [String] = []
    let short = DivisionName.stem(row.name)
    if short.count >= 2, short != row.name {
      stems = [short] + DivisionName.variants(short)
    }
    if row.name.hasSuffix("特別行政區") { stems = [String(row.name.dropLast(5))] }
    if row.level == 1, row.name.hasSuffix("自治区"), short.count >= 2 { full.append(short + "自治区") }
    return full.map { ($0, place) } + stems.map { ($0, stem) }
  }

  private static func city(
    of code: RegionCode, _ level: Int, _ cities: Set<RegionCode>
  ) -> Int32 {
    if level == 1 { return code.province.number }
    return cities.contains(code.city) ? code.city.number : code.province.number
  }

  /// Former names, each with today's code; parks with and without their city's name.
  private static func formerForms(
    _ divisions: [DivisionRow], _ historical: [HistoricalDivisionRow], _ cities: Set<RegionCode>,
    _ cityNames: [RegionCode: String]
  ) -> [(name: String, place: NamedPlace)] {
    let succession = DivisionSuccession(divisions)
    let today = Set(divisions.map { "\($0.code) \($0.name)" })
    var names: [(name: String, place: NamedPlace)] = []
    for row in historical where row.name != "市辖区" {
      // Today's own name is of use only behind the city to which the division once belonged.
      guard let code = succession.today(of: row),
        code.city != row.code.city || !today.contains("\(code) \(row.name)")
      else { continue }
      var place = NamedPlace(kind: .county, code: code.number)
      place.province = code.province.number
      place.formerCode = row.code.number
      if row.code.isPark {
        place.kind = .park
      } else if row.code.isCity {
        place.kind = .city
      }
      place.city = code.isPark ? code.city.number : city(of: code, 3, cities)
      names.append((row.name, place))
      for variant in DivisionName.variants(row.name) { names.append((variant, place)) }
      guard place.kind == .park, let city = cityNames[code.city] else { continue }
      for prefix in [city, DivisionName.stem(city)] where row.name.hasPrefix(prefix) {
        var short = place
        short.isStem = true
        names.append((String(row.name.dropFirst(prefix.count)), short))
        break
      }
    }
    return names
  }

  /// How addresses write the two parks of 宿州 beside their statistical names.
  private static let parkAliases: [(name: String, place: NamedPlace)] = {
    func park(_ code: Int32, isStem: Bool) -> NamedPlace {
      NamedPlace(
        kind: .park, isStem: isStem, code: code, city: 341_300, province: 340_000,
        formerCode: code)
    }
    let joint = [
      "宿马园区", "宿马现代产业园区", "宿马现代产业园", "宿马产业园", "宿马工业园", "宿州马鞍山现代产业园", "宿州马鞍山产业园",
    ]
    let jointBehindCity = ["马鞍山现代产业园"]
    let economicBehindCity = ["经济技术开发区", "经济开发区", "经开区"]
    return joint.map { ($0, park(341_371, isStem: false)) }
      + jointBehindCity.map { ($0, park(341_371, isStem: true)) }
      + economicBehindCity.map { ($0, park(341_372, isStem: true)) }
  }()

  /// Drops what is said twice, in the order given.
  private static func unique(
    _ names: [(name: String, place: NamedPlace)]
  ) -> [(name: String, place: NamedPlace)] {
    var seen: Set<Meaning> = []
    seen.reserveCapacity(names.count)
    return names.filter { name, place in
      seen.insert(
        Meaning(
          name: name, kind: place.kind, isStem: place.isStem, code: place.code,
          formerCity: place.formerCode / 100)
      ).inserted
    }
  }

  /// What makes two names of places one.
  private struct Meaning: Hashable {
    let name: String
    let kind: NamedPlace.Kind
    let isStem: Bool
    let code: Int32
    let formerCity: Int32
  }
}
