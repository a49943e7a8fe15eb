import Foundation
import Records
import ReferenceTables
import Testing

@testable import Classifiers

@Suite struct IndustryMappingTests {
  let sources: MappingSources

  static let chain = IndustryChain(
    id: "pears", name: "梨产业", kind: .leading, isProposal: true, source: "示例",
    stages: [.init(id: "up", name: "上游")],
    nodes: [
      ChainNode(id: "trees", name: "果树", stage: "up", places: [IPCPattern("A01G17*")!]),
      ChainNode(
        id: "pear-trees", name: "梨树", stage: "up", parent: "trees",
        places: [IPCPattern("A01G*")!], terms: ["梨树", "酥梨"], excludedTerms: ["梨状"],
        match: .ipcAndTerms),
      ChainNode(id: "words", name: "加工", stage: "up", terms: ["梨膏"], match: .ipcOrTerms),
      ChainNode(id: "marks", name: "品牌", stage: "up", niceWeights: [31: 0.5]),
    ])

  init() throws {
    let catalogue = try TableCatalogue()
    let keywords = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Pipelines/keywords/sei-2021.tsv").standardized.path
    let strategic = try IndustryTables(
      rules: catalogue.table("sei-ipc"), transfers: catalogue.table("ipc-transfers"),
      terms: ReferenceTable(id: "keywords", path: keywords))
    sources = MappingSources(
      chains: [IndustryMappingTests.chain], strategic: strategic,
      strategicReading: Calibre().strategicEmergingIndustry
    ) { id throws(ReferenceTableError) in try catalogue.table(id) }
  }

  private func right(_ symbols: [String], _ title: String? = nil) -> ClassifiedRight {
    ClassifiedRight(PatentText(title: title, ipc: symbols.map { IPCEntry($0) }))
  }

  @Test func everyFileOfTheFolderIsInTheList() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/Classifiers/Industries/Mappings").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix("Mapping.swift") && $0 != "IndustryMapping.swift" }
      .map { String($0.dropLast(6)) }
    #expect(files.sorted() == industryMappings.map { "\($0)" }.sorted())
    #expect(Set(industryMappings.map { $0.id }).count == industryMappings.count)
  }

  /// Every code that a right gets is one of the mapping's labels.
  @Test func codesAreLabels() throws {
    let rights = [
      right(["A61K31/00"]), right(["H01M10/0525", "H04L9/00"]), right(["G06F16/00"], "大数据"),
      right([]),
    ]
    for type in industryMappings {
      let mapping = try type.init(sources)
      let labels = Set(mapping.labels.map { $0.code })
      for right in rights {
        #expect(Set(mapping.codes(of: right)).isSubset(of: labels), "\(mapping.id)")
      }
    }
  }

  @Test(arguments: [
    (["A61K31/10"], ["16"]), (["A61K8/02"], ["14"]), (["G06Q10/00"], ["7"]),
    (["G06F16/00"], ["6"]), (["G01N33/50"], ["11"]), (["G01N21/00"], ["10"]),
    // Organic chemistry and biotechnology are not given beside a pharmaceutical place.
    (["C07D213/00"], ["14"]), (["C07D213/00", "A61K31/44"], ["16"]),
    (["C12N15/00", "A61K8/64"], ["14", "15"]),
    (["B01D53/00"], ["24"]), (["B01D15/00"], ["23"]), (["H04W4/00"], ["4"]), ([], []),
  ])
  func technologyFields(symbols: [String], fields: [String]) throws {
    let mapping = try TechnologyFieldMapping(sources)
    #expect(mapping.codes(of: right(symbols)) == fields, "\(symbols)")
  }

  @Test func everySubclassOfTheSchemeHasAField() throws {
    let mapping = try TechnologyFieldMapping(sources)
    let titles = try CodeNames(
      sources.table("ipc-titles"), code: "place", name: "title", parent: "parent")
    let groups = titles.entries.filter { $0.code.utf8.count > 4 && !$0.code.hasPrefix("A61K8") }
    let without = groups.filter { mapping.codes(of: right(["\($0.code)/00"])).isEmpty }
    // The table of 2008 leaves out what no field claims; a new subclass shows here.
    #expect(Double(without.count) / Double(groups.count) < 0.02, "\(without.map { $0.code })")
  }

  @Test func industriesOfTheEconomyAndIntensiveOnesFollowTheTables() throws {
    let economy = try NationalEconomyMapping(sources)
    #expect(economy.codes(of: right(["H01M10/0525"])) == ["3841"])
    #expect(economy.labels.first { $0.code == "3841" }?.name == "锂离子电池制造")
    let intensive = try PatentIntensiveMapping(sources)
    #expect(intensive.codes(of: right(["H01M10/0525", "A61K31/00"])) == ["3", "5"])
    #expect(intensive.caveat?.contains("示例") == true)
  }

  @Test(arguments: [
    (["A01G17/00"], "一种果树修剪方法", ["trees"]),
    (["A01G13/00"], "一种梨树防冻方法", ["trees", "pear-trees"]),
    (["A01G13/00"], "一种梨树防冻方法（梨状瓶）", []),
    (["A01G13/00"], "一种防冻方法", []), (["G06F16/00"], "一种梨膏", ["words"]), ([], "梨膏", ["words"]),
  ])
  func aNodeAsksForPlacesAndTerms(symbols: [String], title: String, nodes: [String]) {
    let index = ChainIndex([IndustryMappingTests.chain])
    let hits = index.nodes(of: right(symbols, title))
    #expect(hits.map { IndustryMappingTests.chain.nodes[$0.node].id } == nodes, "\(title)")
  }

  /// One pass over the text finds what searching for each term finds.
  @Test func theTermIndexFindsWhatSearchesFind() {
    let seed = UInt64.random(in: 1...UInt64.max)
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = Array("梨树酥ab1 L。")
    for round in 0..<400 {
      let text = SearchText(String((0..<30).map { _ in letters[next(letters.count)] }))
      let terms = (0..<8).map { _ in
        SearchText(String((0...next(4)).map { _ in letters[next(letters.count)] }))
      }
      let found = TermIndex(terms).matches(in: text)
      let expected = terms.indices.filter { !terms[$0].isEmpty && text.contains(terms[$0]) }
      #expect(found == expected, "seed \(seed) round \(round)")
    }
  }

  @Test func manyIndustriesOfOnePatentSumToOne() {
    let chains = (0..<40).map { number in
      IndustryChain(
        id: "c\(number)", name: "产业\(number)", kind: .leading, isProposal: true, source: "示例",
        stages: [.init(id: "s", name: "上游")],
        nodes: [ChainNode(id: "n", name: "环节", stage: "s", places: [IPCPattern("A01B*")!])])
    }
    #expect(ChainIndex(chains).nodes(of: right(["A01B1/02"])).map { $0.chain } == Array(0..<40))
  }
}
