import Records

/// Reads a division of China from an English address such as `Suzhou, Anhui`.
///
/// Suzhou is the city 宿州 only with Anhui and 苏州 only with Jiangsu; alone it is ambiguous. Of the
/// cities only those of Anhui and Jiangsu are known, so elsewhere the province decides. A word before
/// Road, Street or Avenue is a street's.
struct EnglishAddress {
  /// The places named in the text, each by its position in its table.
  private let provinces: [Name]
  private let cities: [Name]
  private let counties: [Name]

  init(_ text: some StringProtocol) {
    self.init(words: Self.words(of: text))
  }

  private init(words: [String]) {
    var found: Set<Int> = []
    for (start, word) in words.enumerated() {
      for index in Self.namesByFirstWord[word, default: []]
      where Self.stands(Self.names[index], in: words, at: start) {
        found.insert(index)
      }
    }
    let named = found.sorted().map { Self.names[$0] }
    provinces = named.filter { $0.level == .province }
    cities = named.filter { $0.level == .city }
    counties = named.filter { $0.level == .county }
  }

  /// The runs of ASCII letters, in small letters.
  private static func words(of text: some StringProtocol) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      if word.isEmpty { return }
      words.append(String(decoding: word, as: UTF8.self))
      word.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A: word.append(byte + 0x20)
      case 0x61...0x7A: word.append(byte)
      default: end()
      }
    }
    end()
    return words
  }

  /// Whether the words of the name stand at a place and no street's word behind them.
  private static func stands(_ name: Name, in words: [String], at start: Int) -> Bool {
    let end = start + name.words.count
    return end <= words.count && words[start..<end].elementsEqual(name.words)
      && !(end < words.count && streetWords.contains(words[end]))
      && !(end + 1 < words.count && directions.contains(words[end])
        && streetWords.contains(words[end + 1]))
  }

  private struct Name: Sendable {
    enum Level: Sendable { case province, city, county }

    let level: Level
    let text: String
    let words: [String]
    let code: Int
  }

  private static let names: [Name] = [
    (Name.Level.province, provinceNames), (.city, cityNames), (.county, countyNames),
  ].flatMap { level, names in
    names.map { name, code in
      Name(
        level: level, text: name, words: name.split(separator: " ").map { String($0) }, code: code)
    }
  }

  private static let namesByFirstWord = Dictionary(grouping: names.indices) { names[$0].words[0] }

  struct Reading {
    var outcome = AddressReading.Outcome.none
    var namesProvince = false
    var usedPostcode = false
  }

  /// The division, or the places between which the text leaves the choice.
  func read(postcodeHead: Int) -> Reading {
    let provinces = Set(provinces.map(\.code))
    guard let province = provinces.first else { return withoutProvince(postcodeHead) }
    guard provinces.count == 1 else { return Reading() }
    let within = cities.filter { $0.code / 10_000 == province / 10_000 }
    var code = within.count == 1 ? within[0].code : province
    if within.count <= 1, let county = county(within: code) { code = county }
    return Reading(outcome: division(code), namesProvince: true)
  }

  /// Cities of one name in several provinces are a tie that only the postcode can break; since names
  /// in Latin letters recur everywhere, no other city counts without its province.
  private func withoutProvince(_ postcodeHead: Int) -> Reading {
    guard let name = cities.first?.text, cities.allSatisfy({ $0.text == name }) else {
      return Reading()
    }
    let allowed = cities.filter {
      PostcodeProvinces.allows(firstTwoDigits: postcodeHead, province: $0.code / 10_000)
    }
    if allowed.count == 1 {
      let code = county(within: allowed[0].code) ?? allowed[0].code
      return Reading(outcome: division(code), usedPostcode: true)
    }
    return Reading(outcome: .ambiguous(cities.compactMap { RegionCode(number: $0.code) }.sorted()))
  }

  private func division(_ code: Int) -> AddressReading.Outcome {
    RegionCode(number: code).map { .division($0) } ?? .none
  }

  private func county(within place: Int) -> Int? {
    guard let place = RegionCode(number: place) else { return nil }
    let found = counties.filter { county in
      RegionCode(number: county.code).map { $0.lies(within: place) } ?? false
    }
    return Set(found.map(\.code)).count == 1 ? found[0].code : nil
  }

  private static let streetWords: Set<String> = [
    "road", "rd", "street", "st", "avenue", "ave", "lane", "lu", "jie", "boulevard", "blvd",
  ]
  private static let directions: Set<String> = [
    "east", "west", "south", "north", "middle", "dong", "xi", "nan", "bei", "zhong",
  ]

  private static let provinceNames: [(name: String, code: Int)] = [
    ("beijing", 110_000), ("tianjin", 120_000), ("hebei", 130_000), ("shanxi", 140_000),
    ("inner mongolia", 150_000), ("neimenggu", 150_000), ("nei mongol", 150_000),
    ("liaoning", 210_000), ("jilin", 220_000), ("heilongjiang", 230_000), ("shanghai", 310_000),
    ("jiangsu", 320_000), ("zhejiang", 330_000), ("anhui", 340_000), ("fujian", 350_000),
    ("jiangxi", 360_000), ("shandong", 370_000), ("henan", 410_000), ("hubei", 420_000),
    ("hunan", 430_000), ("guangdong", 440_000), ("guangxi", 450_000), ("hainan", 460_000),
    ("chongqing", 500_000), ("sichuan", 510_000), ("guizhou", 520_000), ("yunnan", 530_000),
    ("tibet", 540_000), ("xizang", 540_000), ("shaanxi", 610_000), ("gansu", 620_000),
    ("qinghai", 630_000), ("ningxia", 640_000), ("xinjiang", 650_000), ("taiwan", 710_000),
    ("hong kong", 810_000), ("hongkong", 810_000), ("macao", 820_000), ("macau", 820_000),
  ]

  private static let cityNames: [(name: String, code: Int)] = [
    ("nanjing", 320_100), ("wuxi", 320_200), ("xuzhou", 320_300), ("changzhou", 320_400),
    ("suzhou", 320_500), ("nantong", 320_600), ("lianyungang", 320_700), ("huaian", 320_800),
    ("huai an", 320_800),
    ("yancheng", 320_900), ("yangzhou", 321_000), ("zhenjiang", 321_100), ("suqian", 321_300),
    ("hefei", 340_100), ("wuhu", 340_200), ("bengbu", 340_300), ("huainan", 340_400),
    ("maanshan", 340_500), ("ma anshan", 340_500), ("huaibei", 340_600), ("tongling", 340_700),
    ("anqing", 340_800),
    ("huangshan", 341_000), ("chuzhou", 341_100), ("fuyang", 341_200), ("suzhou", 341_300),
    ("luan", 341_500), ("lu an", 341_500), ("bozhou", 341_600), ("chizhou", 341_700),
    ("xuancheng", 341_800),
  ]

  /// Of 宿州 alone. `si` and `xiao` count only before County.
  private static let countyNames: [(name: String, code: Int)] = [
    ("yongqiao", 341_302), ("dangshan", 341_321), ("xiaoxian", 341_322), ("xiao county", 341_322),
    ("xiao xian", 341_322), ("lingbi", 341_323), ("sixian", 341_324), ("si county", 341_324),
    ("si xian", 341_324),
  ]
}
