import Foundation
import Records
import Testing

@testable import Classifiers

/// Tests over the whole tables of divisions and over real addresses.
struct ReferencePlacesTests {
  /// Nil, with a message, where the reference folder is absent; a failure where CI is set.
  private func whole() -> PlaceResolver? {
    if let whole = PlaceTables.whole { return whole }
    if ProcessInfo.processInfo.environment["CI"] == nil {
      print("skipped: no reference folder beside the package")
    } else {
      Issue.record("the reference folder is absent")
    }
    return nil
  }

  @Test func addressCases() throws {
    guard let resolver = whole() else { return }
    let cases = try #require(PlaceTables.lines("reference/address_cases.tsv"))
    #expect(cases.count >= 22)
    for row in cases {
      #expect(resolver.resolve(Party(at: row[0])).region?.text == row[1], "\(row[0])")
    }
  }

  /// Every current division, named with all that is above it and with junk behind it, with and
  /// without postcode, resolves to its own code.
  @Test func everyDivisionByItsFullName() throws {
    guard let resolver = whole(), let rows = PlaceTables.allDivisions else { return }
    let names = Dictionary(uniqueKeysWithValues: rows.map { ($0.code, $0) })
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(state: seed)
    let junk = [
      "", "人民路1号", "经济开发区8栋", "某镇宿州路萧县大厦", "高新技术产业开发区", "城关镇", "·中山北路", " 3号", "a座", "大学路",
      "泗县路5号", "苏州街道",
    ]
    for row in rows {
      var chain = row.name
      var parent = row.parent
      while let code = parent, let above = names[code] {
        chain = above.name + chain
        parent = above.parent
      }
      let tail = row.level == 3 ? junk.randomElement(using: &random)! : ""
      let digits = String(UInt64.random(in: 100_000...999_999, using: &random))
      for address in [chain + tail, digits + chain + tail, digits + " " + chain + tail] {
        #expect(
          resolver.resolve(Party(at: address)).region == row.code, "\(address), seed \(seed)")
      }
    }
  }

  /// Pieces of addresses in any order give some answer, and what was read lies within the text.
  @Test func anyTextGivesAnAnswer() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(state: seed)
    let pieces = [
      "安徽省", "安徽", "宿州市", "宿州", "萧县", "泗", "县", "路", "中国", "香港", "美国", "234000", "１", " ", "·", ",",
      "Suzhou", "Anhui", "🙂", "\u{0}", "\u{FEFF}", "(", "市辖区", "宿县地区", "经济技术开发区", "é", "大道",
    ]
    for _ in 0..<20_000 {
      let address = (0..<Int.random(in: 0...20, using: &random))
        .map { _ in pieces.randomElement(using: &random)! }.joined()
      if case .division(_, let evidence) = PlaceTables.small.resolve(Party(at: address)) {
        #expect(evidence.readBytes <= address.utf8.count, "\(address), seed \(seed)")
      }
    }
  }

  /// Former names below former and present cities, in every form of the history.
  @Test(arguments: [
    ("安徽省六安市寿县", "340422"), ("安徽省六安地区寿县", "340422"), ("安徽省安庆市枞阳县", "340722"),
    ("安徽省阜阳地区亳州市", "341600"), ("安徽省阜阳市蒙城县", "341622"), ("安徽省巢湖地区无为县", "340281"),
    ("安徽省阜阳地区阜阳市颍州区", "341202"), ("安徽省徽州地区屯溪市", "341002"), ("安徽省滁县地区嘉山县", "341182"),
    ("安徽省芜湖市芜湖县", "340210"), ("安徽省宿县地区宿州市", "341302"), ("安徽省宿县地区宿县", "341302"),
    ("宿县地区萧县", "341322"), ("安徽省合肥市萧县", "340100"), ("安徽省淮南市寿县", "340422"),
  ])
  func formerNames(_ address: String, code: String) {
    guard let resolver = whole() else { return }
    #expect(resolver.resolve(Party(at: address)).region?.text == code)
  }

  /// No former name of Anhui but those of 宿州 leads to 宿州.
  @Test func onlyItsOwnFormerNamesLeadToTheCity() throws {
    guard let resolver = whole(), let rows = PlaceTables.allHistorical else { return }
    for row in rows where row.name != "市辖区" {
      let code = try #require(resolver.resolve(Party(at: "安徽省" + row.name)).region)
      let isOwn = row.code.city.number == 341_300 || row.code.city.number == 342_200
      #expect((code.city.number == 341_300) == isOwn, "\(row.code) \(row.name)")
    }
  }

  @Test func realAddresses() throws {
    guard let resolver = whole(), let shared = PlaceTables.reference else { return }
    let folder = shared.appending(path: "samples/patent")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasPrefix("cnipa") || $0.hasPrefix("lexisnexis")
    }
    var unresolved: Set<String> = []
    var resolved = 0
    for file in files.sorted() {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for address in addresses(text) {
        switch resolver.resolve(Party(at: address)) {
        case .unresolved: unresolved.insert(address)
        default: resolved += 1
        }
      }
    }
    #expect(unresolved == [])
    #expect(resolved >= 15)
  }

  /// The texts inside address elements of all layouts.
  private func addresses(_ xml: String) -> [String] {
    var found: [String] = []
    for element in xml.components(separatedBy: "ddress>")
    where ["</a", "</A", "</base:A"].contains(where: { element.hasSuffix($0) }) {
      for opening in ["<base:Text>", "<Text>", "<text>", "<address-1>"] {
        guard let start = element.range(of: opening),
          let end = element[start.upperBound...].range(of: "</")
        else { continue }
        found.append(String(element[start.upperBound..<end.lowerBound]))
      }
    }
    return found
  }
}

/// A generator with a seed that a failure can name.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
