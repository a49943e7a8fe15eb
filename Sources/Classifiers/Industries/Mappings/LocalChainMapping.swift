import ReferenceTables

/// The city's own industries, by the chains that analysts keep in `Pipelines/industries/*.yml`.
package struct LocalChainMapping: IndustryMapping {
  package static let id = "local"
  package static let title = "本市重点产业"

  package let edition: String
  package let caveat: String?
  package let labels: [IndustryLabel]
  private let index: ChainIndex

  package init(_ sources: MappingSources) throws(ReferenceTableError) {
    labels = sources.chains.map { IndustryLabel(code: $0.id, name: $0.name) }
    index = ChainIndex(sources.chains)
    edition = "Pipelines/industries"
    caveat =
      sources.chains.contains { $0.isProposal } ? "产业链划分为示例方案，待主管部门确认" : nil
  }

  package func codes(of right: ClassifiedRight) -> [String] {
    index.nodes(of: right).map { labels[$0.chain].code }
      .reduce(into: []) { codes, code in if codes.last != code { codes.append(code) } }
  }
}
