import Analyses
import Classifiers
import Crypto
import Foundation
import Records
import ReferenceTables

/// What industry maps are drawn with: chains, mappings and names, loaded once.
package struct IndustryMappingSet: Sendable {
  /// The chains to draw, in the order of their ids.
  let chains: [IndustryChain]
  /// Every mapping but the chains, in the order of ``Classifiers/industryMappings``.
  let mappings: [any IndustryMapping]
  /// The chains as a mapping, for what is said of it.
  let local: any IndustryMapping
  let niceNames: [(number: Int, name: String)]
  /// The Chinese titles of the IPC's subclasses.
  let subclassTitles: [(place: String, title: String)]
  /// The tables and chains, for the run's record and identity.
  let editions: [TableEdition]

  private static let tables = [
    "gbt4754", "gbt4754-ipc", "ipc-titles", "nice-classes", "patent-intensive", "wipo35",
  ]

  init(
    _ settings: IndustrySettings, plan: Plan, catalogue: TableCatalogue,
    strategic: IndustryTables
  ) throws {
    let all = try IndustryChainReader.readAll(in: settings.chains)
    for id in settings.only where !all.contains(where: { $0.id == id }) {
      throw PlanError(
        plan: plan.path,
        reason: "\"industries.only\" names \"\(id)\"; the folder has "
          + all.map { $0.id }.joined(separator: ", "))
    }
    let chains = all.filter { settings.only.isEmpty || settings.only.contains($0.id) }
    guard !chains.isEmpty else {
      throw PlanError(
        plan: plan.path,
        reason: "\"industries.chains\" holds no industry; expected one .yml an industry in "
          + settings.chains)
    }
    self.chains = chains
    var loaded: [String: ReferenceTable] = [:]
    for id in IndustryMappingSet.tables { loaded[id] = try catalogue.table(id) }
    let known = loaded
    let sources = MappingSources(
      chains: chains, strategic: strategic,
      strategicReading: plan.calibre.strategicEmergingIndustry
    ) { id throws(ReferenceTableError) in
      if let table = known[id] { return table }
      return try catalogue.table(id)
    }
    mappings = try industryMappings.filter { $0.id != LocalChainMapping.id }
      .map { try $0.init(sources) }
    local = try LocalChainMapping(sources)
    niceNames = try IndustryMappingSet.niceNames(known["nice-classes"])
    subclassTitles =
      try known["ipc-titles"].map { table in
        try CodeNames(table, code: "place", name: "title", parent: "parent").entries
          .filter { $0.code.utf8.count == 4 }.map { ($0.code, $0.name) }
      } ?? []
    editions =
      try known.values.map { table in
        TableEdition(
          id: table.id, edition: table.edition, digest: table.digest, title: table.title,
          checked: table.description.checked)
      } + chains.map { try IndustryMappingSet.edition(of: $0, in: settings.chains) }
  }

  private static func niceNames(
    _ table: ReferenceTable?
  ) throws -> [(number: Int, name: String)] {
    guard let table else { return [] }
    let at = try table.positions(of: "class", "name")
    return table.rows.compactMap { row in Int(row[at[0]]).map { ($0, row[at[1]]) } }
  }

  /// A chain decides results like any table, so that its digest is part of the run's identity.
  private static func edition(
    of chain: IndustryChain, in folder: String
  ) throws -> TableEdition {
    let path = "\(folder)/\(chain.id).yml"
    guard let bytes = FileManager.default.contents(atPath: path),
      let digest = ContentDigest(bytes: SHA256.hash(data: bytes))
    else { throw PlanError(plan: path, reason: "cannot be read") }
    return TableEdition(
      id: "industries-\(chain.id)", edition: "local", digest: digest, title: "产业链：\(chain.name)",
      checked: chain.isProposal ? "示例方案，待主管部门确认" : nil)
  }
}
