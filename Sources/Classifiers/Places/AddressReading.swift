import Records

/// Reads the divisions at the beginning of one address, from the largest to the smallest.
///
/// 1. A country, or a province, city or county that is unique without what is above it.
/// 2. Below a province: its cities, its counties (the city may be skipped), its parks.
/// 3. Below a city: its counties and parks, today's and former ones.
///
/// Of several names the longest wins, and a name counts only in its place: 萧县 behind 合肥市 is no
/// county of Hefei, and a name in the middle of an address is never looked at.
struct AddressReading {
  enum Outcome {
    case none
    case country(Int)
    case division(RegionCode)
    case ambiguous([RegionCode])
  }

  private let trie: NameTrie
  private let text: AddressText
  /// The first two digits of the postcode, in the text or beside it; -1 for none.
  private let postcodeHead: Int

  private(set) var outcome = Outcome.none
  private(set) var readScalars = 0
  private(set) var isHistorical = false
  private(set) var usedPostcode = false
  /// Whether the text names the province, not only something below it.
  private(set) var namesProvince = false

  private var province: Int32 = 0
  private var city: Int32 = 0
  /// The former code of the city in the text, `342200`; 0 for today's.
  private var formerCity: Int32 = 0

  init(_ text: AddressText, _ trie: NameTrie, postcodeHead: Int) {
    self.text = text
    self.trie = trie
    self.postcodeHead = postcodeHead
  }

  mutating func read() {
    var position = 0
    if text.has("中华人民共和国", at: 0) {
      position = 7
    } else if text.has("中国", at: 0) {
      position = 2
    }
    position = passMarks(position)
    while let next = step(position) { position = next }
  }

  /// A match: where its name ends, and which of the trie's places it can be.
  private struct Match {
    var end = 0
    var place = NamedPlace(kind: .country, code: 0)
    var others: [Int32] = []
  }

  /// Reads one name; nil when the chain of divisions ends here.
  private mutating func step(_ position: Int) -> Int? {
    if province != 0 {
      if text.has("市辖区", at: position) { return passMarks(position + 3) }
      if text.has("省直辖", at: position) { return nil }
    }
    guard let match = longestMatch(position) else { return nil }
    if !match.others.isEmpty {
      // Below a named province the longest prefix without the tie stands.
      if province == 0 {
        outcome = .ambiguous(match.others.compactMap { RegionCode(number: Int($0)) })
      }
      return nil
    }
    let place = match.place
    readScalars = match.end
    if place.kind == .country {
      outcome = .country(Int(place.code))
      return nil
    }
    if let code = RegionCode(number: Int(place.code)) { outcome = .division(code) }
    isHistorical = isHistorical || place.isHistorical
    if place.kind == .province { namesProvince = true }
    province = place.province
    if place.kind != .province {
      // A former prefecture can be a county today (巢湖地区); its own counties still follow.
      guard place.code % 100 == 0 || place.kind == .city else { return nil }
      city = place.city
      formerCity = place.formerCode
    }
    return passMarks(match.end)
  }

  private func passMarks(_ position: Int) -> Int {
    var position = position
    while text[position] == AddressText.comma { position += 1 }
    return position
  }

  /// The longest name at the position that counts there.
  private mutating func longestMatch(_ position: Int) -> Match? {
    var best: Match?
    var node = NameTrie.root
    var end = position
    while end < text.count, let child = trie.child(of: node, text[end]) {
      node = child
      end += 1
      let range = trie.range(node)
      if !range.isEmpty, let match = match(range, position, end) { best = match }
    }
    return best
  }

  private mutating func match(_ range: Range<Int>, _ start: Int, _ end: Int) -> Match? {
    var match = Match(end: end)
    var rank = -1
    for index in range {
      let place = trie.places[index]
      let placeRank = self.rank(place, start, end)
      if placeRank < 0 { continue }
      if placeRank > rank {
        rank = placeRank
        match.place = place
        match.others = []
      } else if placeRank == rank, place.code != match.place.code {
        if match.others.isEmpty { match.others = [match.place.code] }
        if !match.others.contains(place.code) { match.others.append(place.code) }
      }
    }
    guard rank >= 0 else { return nil }
    if !match.others.isEmpty { breakTie(&match, range) }
    return match
  }

  /// Keeps the one place whose province the postcode serves.
  private mutating func breakTie(_ match: inout Match, _ range: Range<Int>) {
    match.others.sort()
    let allowed = match.others.filter {
      PostcodeProvinces.allows(firstTwoDigits: postcodeHead, province: Int($0 / 10_000))
    }
    guard allowed.count == 1,
      let index = range.first(where: { trie.places[$0].code == allowed[0] })
    else { return }
    match.place = trie.places[index]
    match.others = []
    usedPostcode = true
  }

  /// How well a place fits here; -1 where it does not count. Of two the higher counts, equal ones of
  /// different codes are a tie.
  private func rank(_ place: NamedPlace, _ start: Int, _ end: Int) -> Int {
    guard isInScope(place, start, end) else { return -1 }
    if place.isStem {
      guard acceptsStem(place, end) else { return -1 }
    } else if place.kind == .county || place.kind == .country {
      // 市 and 省 are never part of a street's name: 唐山市路南区 is a district.
      guard !text.isStreet(at: end, isStem: false) else { return -1 }
    }
    // Behind a former prefecture its own counties come first: 宿县地区宿州市 is 埇桥区.
    if isOfFormerCity(place) { return 7 }
    switch place.kind {
    case .province: return province == 0 ? 6 : 0
    case .country: return 5
    default: break
    }
    if place.isHistorical { return 1 }
    if place.isStem { return place.kind == .city ? 3 : 2 }
    return 4
  }

  private func isInScope(_ place: NamedPlace, _ start: Int, _ end: Int) -> Bool {
    if city != 0 {
      switch place.kind {
      case .county, .park: return place.city == city || isOfFormerCity(place)
      case .city: return place.code == city && !place.isStem || isOfFormerCity(place)
      default: return false
      }
    }
    if province != 0 {
      guard place.province == province else { return false }
      // A park's name without its city's, 经济技术开发区, needs the city before it.
      return !(place.kind == .park && place.isStem)
    }
    // 东区, 城区 and the like begin too many addresses to mean the one division of that name.
    if place.kind == .county, end - start <= 2, text[end - 1] == AddressText.district {
      return false
    }
    return !(place.kind == .park && place.isStem)
  }

  /// Whether the place once belonged to the city in the text, under its former code (宿县地区宿州市) or
  /// its present one (六安市寿县, since 2015 of 淮南).
  private func isOfFormerCity(_ place: NamedPlace) -> Bool {
    guard place.formerCode != 0, city != 0, place.kind != .park else { return false }
    return place.formerCode / 100 == formerCity / 100 || place.formerCode / 100 == city / 100
  }

  /// Whether a name without its kind counts, by what follows it.
  private func acceptsStem(_ place: NamedPlace, _ end: Int) -> Bool {
    switch place.kind {
    case .country: return true
    case .park: return !text.isStreet(at: end, isStem: true)
    case .province: return !text.forbidsStem(at: end)
    case .county:
      // 宿州市灵璧经济开发区: only behind what it lies in, and where nothing else can be meant.
      return province != 0 && (text.isEnd(at: end) || text.isPark(at: end))
    case .city:
      if text.isEnd(at: end) || text.isPark(at: end) || leadsToCounty(of: place, end) {
        return true
      }
      return province != 0 && !text.forbidsStem(at: end)
    }
  }

  /// Whether a county or park of the city follows, with its full name.
  private func leadsToCounty(of place: NamedPlace, _ start: Int) -> Bool {
    var node = NameTrie.root
    var end = start
    while end < text.count, let child = trie.child(of: node, text[end]) {
      node = child
      end += 1
      for index in trie.range(node) {
        let below = trie.places[index]
        guard below.kind == .county || below.kind == .park, below.city == place.code,
          below.kind == .park || !below.isStem,
          !text.isStreet(at: end, isStem: below.isStem)
        else { continue }
        return true
      }
    }
    return false
  }
}
