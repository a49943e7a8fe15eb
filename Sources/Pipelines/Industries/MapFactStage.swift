import Analyses
import Classifiers
import Dispatch
import Dossiers
import Records
import ReferenceTables
import Store
import Synchronization

/// Fills the database of map facts: every application once, then owners over all of them, then marks.
struct MapFactStage {
  let plan: Plan
  let tables: TableSet
  let chains: [IndustryChain]
  let mappings: [any IndustryMapping]
  let hasLegalStatus: Bool
  let workers: Int
  let niceNames: [(number: Int, name: String)]
  let subclassTitles: [(place: String, title: String)]

  /// What is found beside the facts.
  struct Findings: Sendable {
    var applications = 0
    /// Applications of which no document had been published by the cut-off.
    var unpublished = 0
    var grouping = OwnerGrouping(mentions: [], renamings: [], decisions: [])
  }

  private static let blockSize = 4096

  func run(
    _ database: IPDatabase, into map: MapDatabase, areas: MapAreas, progress: (String) -> Void
  ) throws -> Findings {
    let settings = AssemblySettings(
      cutOff: plan.asOf, eventDate: plan.calibre.events, restoration: plan.calibre.restoration,
      legalStatus: hasLegalStatus ? .read(completeFrom: plan.legalStatusFrom) : .none)
    let readers = try (0..<max(1, workers)).map { _ in
      MapFactReader(
        plan: plan, areas: areas, places: tables.places, settings: settings,
        chains: ChainIndex(chains), mappings: mappings, texts: try database.textReader(),
        families: try database.familyReader(knownOn: plan.knownOn),
        legalEvents: tables.legalEvents)
    }
    let highValue = try highValuePatents(database)
    var findings = Findings()
    var owners = OwnerCollection()
    try map.fill { writer in
      try writeFrame(writer, areas)
      var block: [StoredApplication] = []
      func flush() throws {
        for fact in try MapFactStage.facts(of: block, with: readers) {
          findings.applications += 1
          try write(
            fact, id: findings.applications, combination: highValue[fact.application], writer)
          owners.add(fact, patent: findings.applications)
        }
        findings.unpublished += block.count
        block.removeAll(keepingCapacity: true)
        progress("maps: \(findings.applications.counted("application"))")
      }
      try database.forEachRight { item in
        block.append(item)
        if block.count == MapFactStage.blockSize { try flush() }
      }
      try flush()
      findings.unpublished -= findings.applications
      let marks = try writeMarks(database, writer)
      findings.grouping = OwnerGrouping(
        mentions: owners.mentions, renamings: owners.renamings,
        decisions: try database.rows(of: OwnerDecisionRow.self))
      try writeOwners(findings.grouping, owners, writer)
      progress("maps: \(marks.counted("mark"))")
    }
    try map.finish()
    return findings
  }

  /// The facts of a block, each part of it read on a thread of its own, in the block's order.
  private static func facts(
    of block: [StoredApplication], with readers: [MapFactReader]
  ) throws -> [MapFact] {
    let size = (block.count + readers.count - 1) / readers.count
    let results = Mutex<[Int: Result<[MapFact], any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: readers.count) { index in
      let start = min(index * size, block.count)
      let part = block[start..<min(start + size, block.count)]
      let result = Result { try readers[index].facts(of: part) }
      results.withLock { $0[index] = result }
    }
    return try readers.indices.flatMap { index in
      try results.withLock { $0[index] }?.get() ?? []
    }
  }

  /// By application number: the criteria that make it a high-value patent of the region.
  private func highValuePatents(_ database: IPDatabase) throws -> [String: String] {
    var patents: [String: String] = [:]
    try database.query(
      "SELECT application_no, combination FROM dossier WHERE in_base = 1 AND high_value = 1"
    ) { row in patents[row["application_no"]] = row["combination"] }
    return patents
  }

  // MARK: Rows

  private func writeFrame(_ writer: MapWriter, _ areas: MapAreas) throws {
    try writer.insert("cutoff", .text(plan.asOf.isoText), .integer(plan.asOf.year))
    for (position, area) in areas.areas.enumerated() {
      try writer.insert(
        "area", .text(area.id), .text(area.name), .text(area.level.rawValue), .integer(position),
        FactValue(area.persons))
    }
    for (position, chain) in chains.enumerated() {
      try writer.insert("industry", .text(chain.id), .text(chain.name), .integer(position))
      let stages = Dictionary(uniqueKeysWithValues: chain.stages.map { ($0.id, $0.name) })
      for (index, node) in chain.nodes.enumerated() {
        try writer.insert(
          "node", .text(chain.id), .text(node.id), .text(node.name), .text(node.stage),
          .text(stages[node.stage] ?? node.stage), FactValue(node.parent), .integer(index))
      }
      for niceClass in Set(chain.nodes.flatMap { $0.niceWeights.keys }).sorted() {
        try writer.insert(
          "class_industry", .integer(niceClass), .text(chain.id),
          .real(chain.weight(of: niceClass)))
      }
    }
    for mapping in mappings {
      for (position, label) in mapping.labels.enumerated() {
        try writer.insert(
          "code", .text(mapping.id), .text(label.code), .text(label.name),
          FactValue(label.parent), .integer(position))
      }
    }
    for item in subclassTitles {
      try writer.insert("ipc_title", .text(item.place), .text(item.title))
    }
    for item in niceNames {
      try writer.insert("nice_class", .integer(item.number), .text(item.name))
    }
  }

  private func write(
    _ fact: MapFact, id: Int, combination: String?, _ writer: MapWriter
  ) throws {
    let patent = FactValue.integer(id)
    let remaining = fact.expires.map { MapFactStage.wholeYears(from: plan.asOf, to: $0) }
    try writer.insert(
      "patent", patent, .text(fact.application), .text(fact.right.rawValue), FactValue(fact.title),
      .text(fact.state.rawValue), FactValue(fact.reason), FactValue(fact.filed?.isoText),
      FactValue(fact.filed?.year), FactValue(fact.granted?.isoText), FactValue(fact.granted?.year),
      FactValue(fact.ended?.isoText), FactValue(fact.expires?.isoText),
      FactValue(fact.state == .inForce ? remaining : nil),
      .integer(combination == nil ? 0 : 1), .text(combination ?? ""), .text(fact.place),
      FactValue(fact.claims), .integer(fact.offices), FactValue(fact.agency))
    for area in fact.areas { try writer.insert("patent_area", patent, .text(area)) }
    var industries: [Int: Int] = [:]
    for hit in fact.hits { industries[hit.chain, default: 0] += 1 }
    for (chain, _) in industries.sorted(by: { $0.key < $1.key }) {
      try writer.insert(
        "patent_industry", patent, .text(chains[chain].id),
        .real(1 / Double(industries.count)))
    }
    try writeNodes(fact, patent, writer)
    for (mapping, codes) in zip(mappings, fact.codes) {
      for code in codes {
        try writer.insert(
          "patent_code", patent, .text(mapping.id), .text(code), .real(1 / Double(codes.count)))
      }
    }
    var subclasses: [String] = []
    for symbol in fact.symbols where !subclasses.contains(symbol.subclassText) {
      subclasses.append(symbol.subclassText)
    }
    for (position, subclass) in subclasses.enumerated() {
      try writer.insert(
        "patent_ipc", patent, .text(subclass), .integer(position == 0 ? 1 : 0))
    }
    for (position, name) in fact.inventors.enumerated() {
      try writer.insert("patent_inventor", patent, .text(name), .integer(position + 1))
    }
    for number in fact.documents {
      try writer.insert("patent_document", patent, .text(number))
    }
    for number in fact.citations {
      try writer.insert("patent_citation", patent, .text(number))
    }
    for event in fact.events {
      try writer.insert(
        "patent_event", patent, .text(event.kind), .text(event.day.isoText),
        .integer(event.day.year), .text(event.direction))
    }
  }

  /// The parts of a patent fall to the lowest nodes it belongs to; those above them get none of their own.
  private func writeNodes(_ fact: MapFact, _ patent: FactValue, _ writer: MapWriter) throws {
    for hit in fact.hits {
      let chain = chains[hit.chain]
      let hits = fact.hits.filter { $0.chain == hit.chain }
      let parents = Set(hits.compactMap { chain.nodes[$0.node].parent })
      let leaves = hits.filter { !parents.contains(chain.nodes[$0.node].id) }
      let isLeaf = leaves.contains(hit)
      try writer.insert(
        "patent_node", patent, .text(chain.id), .text(chain.nodes[hit.node].id),
        .real(isLeaf ? 1 / Double(leaves.count) : 0))
    }
  }

  private func writeMarks(_ database: IPDatabase, _ writer: MapWriter) throws -> Int {
    // What was known of a mark on a day cannot be told.
    guard plan.knownOn == nil else { return 0 }
    let due = plan.asOf.adding(years: 1)?.isoText ?? plan.asOf.isoText
    var count = 0
    try database.query(
      """
      SELECT number, class, name, holder, county, state, registration_date, expiry_date,
        geographical
      FROM mark WHERE office = 'CN' AND place = 'region' ORDER BY number, class
      """
    ) { row in
      count += 1
      let registered: String? = row["registration_date"]
      let expires: String? = row["expiry_date"]
      let county: String? = row["county"]
      let isDue = expires.map { $0 >= plan.asOf.isoText && $0 <= due } ?? false
      try writer.insert(
        "mark", .integer(count), .text(row["number"]), .integer(row["class"]),
        FactValue(row["name"] as String?), FactValue(row["holder"] as String?),
        .text(county ?? ""), .text(row["state"]), FactValue(registered),
        FactValue(registered.flatMap { Int($0.prefix(4)) }), FactValue(expires),
        .integer(row["geographical"]), .integer(isDue ? 1 : 0))
    }
    return count
  }

  private func writeOwners(
    _ grouping: OwnerGrouping, _ owners: OwnerCollection, _ writer: MapWriter
  ) throws {
    for (index, owner) in grouping.owners.enumerated() {
      try writer.insert(
        "owner", .integer(index + 1), .text(owner.name), .text(owner.kind.rawValue),
        .integer(owner.variants.count))
    }
    var last = (patent: 0, owners: Set<Int>())
    for (mention, link) in owners.links.enumerated() {
      let owner = grouping.ownerOfMention[mention]
      if last.patent != link.patent { last = (link.patent, []) }
      // Two spellings of one owner on one right are one owner.
      guard last.owners.insert(owner).inserted else { continue }
      try writer.insert(
        "patent_owner", .integer(link.patent), .integer(owner + 1), .integer(link.position))
    }
  }

  /// Whole years between two days, 0 where the second does not lie behind the first.
  static func wholeYears(from start: CalendarDay, to end: CalendarDay) -> Int {
    guard end > start else { return 0 }
    let years = end.year - start.year
    return start.adding(years: years).map { $0 > end } ?? false ? years - 1 : years
  }
}
