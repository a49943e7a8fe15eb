import ReferenceTables

/// 知识产权(专利)密集型产业: the categories that hold the industries of GB/T 4754 a right is mapped to.
package struct PatentIntensiveMapping: IndustryMapping {
  package static let id = "patent-intensive"
  package static let title = "专利密集型产业"

  package let edition: String
  package let caveat: String?
  package let labels: [IndustryLabel]
  private let economy: NationalEconomyMapping
  private let categories: [PatentIntensiveCategories.Category]

  package init(_ sources: MappingSources) throws(ReferenceTableError) {
    let table = try sources.table(PatentIntensiveMapping.id)
    economy = try NationalEconomyMapping(sources)
    categories = try PatentIntensiveCategories(table).categories
    labels = categories.map { IndustryLabel(code: $0.code, name: $0.name) }
    edition = table.edition
    caveat = [table.description.checked, economy.caveat].compactMap { $0 }.joined(separator: "；")
  }

  package func codes(of right: ClassifiedRight) -> [String] {
    let industries = economy.codes(of: right)
    return categories.filter { category in
      category.industries.contains { prefix in industries.contains { $0.hasPrefix(prefix) } }
    }.map { $0.code }
  }
}
