import ReferenceTables

/// WIPO's 35 fields of technology.
package struct TechnologyFieldMapping: IndustryMapping {
  package static let id = "wipo35"
  package static let title = "WIPO技术领域"

  package let edition: String
  package let caveat: String?
  package let labels: [IndustryLabel]
  private let places: IPCPlaceIndex
  /// By field: the places beside which the field is not given.
  private let notBeside: [[IPCPattern]]

  package init(_ sources: MappingSources) throws(ReferenceTableError) {
    let table = try sources.table(TechnologyFieldMapping.id)
    let fields = try TechnologyFields(table).fields
    edition = table.edition
    caveat = table.description.checked
    labels = fields.map { IndustryLabel(code: String($0.number), name: $0.name) }
    places = IPCPlaceIndex(fields.map { ($0.includes, $0.excludes) })
    notBeside = fields.map { $0.notBeside }
  }

  package func codes(of right: ClassifiedRight) -> [String] {
    let fields = Set(right.symbols.flatMap { places.items(of: $0) })
    return fields.sorted().filter { field in
      !notBeside[field].contains { place in right.symbols.contains { place.contains($0) } }
    }.map { labels[$0].code }
  }
}
