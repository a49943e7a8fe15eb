import Records
import Testing

@testable import ReferenceTables

@Suite struct SEIMatcherTests {
  let rules: SEIRules
  let transfers: IPCTransfers
  let direct: SEIMatcher
  let matcher: SEIMatcher

  init() throws {
    let catalogue = try TableCatalogue()
    rules = try SEIRules(catalogue.table("sei-ipc"))
    transfers = try IPCTransfers(catalogue.table("ipc-transfers"))
    direct = SEIMatcher(rules)
    matcher = SEIMatcher(rules, transfers: transfers)
  }

  @Test func theTableHasItsRulesAndCodes() throws {
    #expect(rules.rules.count == 311)
    #expect(Set(rules.rules.map(\.code)).count == 40)
    #expect(rules.ipcVersion == "2020.01")
    let first = try #require(rules["R001"])
    #expect(first.code == "1.1")
    #expect(first.bigName == "新一代信息技术产业")
    #expect(first.keywordKind == .none)
    #expect(first.condition == nil)
    for rule in rules.rules {
      #expect((rule.keywordKind == .none) == (rule.condition == nil), "\(rule.id)")
    }
  }

  /// `→` marks a hit through a transfer.
  private func hits(_ symbol: String) throws -> [String] {
    let symbol = try #require(IPCSymbol(symbol))
    return matcher.hits(for: symbol).map {
      matcher.rules[$0.rule].id + ($0.transfer == nil ? "" : "→")
    }
  }

  /// Source: the rows of the 2021 table and of `ipc-transfers`.
  @Test(arguments: [
    ("G06F12/08", ["R005"]),  // R020 has G06F12* without it
    ("G06F12/0802", ["R020"]),  // another symbol: not excluded with its parent
    ("G06F30/20", ["R014"]),  // no transfer: the table already uses G06F30
    ("G06F40/30", ["R024"]),
    ("G06V20/56", ["R029→"]),  // G06K9/00, which R011 excludes
    ("G06V10/22", ["R005→", "R029→"]),
    ("G06F18/24", ["R002", "R025→", "R029→"]),  // directly below G06F*
    ("H01M50/417", ["R142→"]),  // separators: H01M2/14, which R216 excludes
    ("H01M50/20", ["R216→"]),
    ("H04L41/08", ["R004→"]),  // H04L12/24, which R003 excludes
    ("H04L67/10", ["R293→"]),
    ("A61B5/369", ["R024→"]),  // R030 has A61B5* without A61B5/0476
    ("A61B5/318", ["R030"]),
    ("H10N30/853", ["R008→"]),  // H01L41/187 exactly
    ("H10N30/20", []),  // H01L41 in general is in no rule
    ("H10H20/80", ["R012→"]),
    ("H10K50/10", ["R012→"]),
    ("H10K30/50", ["R232→"]),  // H01L51/42, which R012 excludes
    ("G05D1/43", ["R026→"]),  // R055 has G05D1* without G05D1/02
    ("G05D1/24", ["R055"]),
    ("A63H33/00", []),
  ])
  func symbol(_ symbol: String, _ expected: [String]) throws {
    #expect(try hits(symbol) == expected)
  }

  @Test func withoutTransfersANewPlaceIsReadDirectlyOnly() throws {
    let electroencephalography = try #require(IPCSymbol("A61B5/369"))
    let hits = direct.hits(for: electroencephalography)
    #expect(hits.map { direct.rules[$0.rule].id } == ["R030"])
    #expect(direct.hits(for: try #require(IPCSymbol("H10K50/10"))).isEmpty)
  }

  @Test func evidenceNamesTheToken() throws {
    for (text, token) in [
      ("G06F12/0802", "G06F12*"), ("G06V20/56", "G06K9/00"), ("H10K50/10", "H01L51*"),
    ] {
      let symbol = try #require(IPCSymbol(text))
      let hit = try #require(matcher.hits(for: symbol).first)
      #expect(matcher.token(of: hit, for: symbol)?.text == token)
    }
  }

  /// The index against a plain walk over the rules, for every symbol the tables name and neighbours.
  @Test func theIndexAgreesWithAPlainWalk() throws {
    let texts = Set(
      rules.rules.flatMap { $0.includes + $0.excludes }.map(\.text)
        + transfers.rows.flatMap(\.to).map(\.text))
    var symbols: [IPCSymbol] = []
    for text in texts {
      let place = text.hasSuffix("*") ? String(text.dropLast()) : text
      let group = place.utf8.count == 4 ? place + "1" : place
      for suffix in place.contains("/") ? ["", "1", "99"] : ["/00", "/02", "/999", "0/00"] {
        if let symbol = IPCSymbol(group + suffix) { symbols.append(symbol) }
      }
    }
    #expect(symbols.count > 4000)
    for symbol in symbols {
      let walk = rules.rules.filter { $0.token(for: symbol) != nil }.map(\.id)
      #expect(direct.hits(for: symbol).map { direct.rules[$0.rule].id } == walk, "\(symbol)")
      let through = matcher.hits(for: symbol)
      #expect(Set(through.map(\.rule)).count == through.count, "\(symbol): a rule twice")
      for hit in through {
        #expect(matcher.token(of: hit, for: symbol) != nil, "\(symbol)")
        if let transfer = hit.transfer {
          #expect(matcher.transfers[transfer].to.contains { $0.contains(symbol) }, "\(symbol)")
        }
      }
    }
  }
}
