import Records
import ReferenceTables

/// 战略性新兴产业, read exactly as criterion 1 reads it: rules, terms, transfers and analysts' decisions.
///
/// A right whose text is missing where a rule asks for words is not mapped.
package struct StrategicEmergingMapping: IndustryMapping {
  package static let id = "sei"
  package static let title = "战略性新兴产业"

  package let edition: String
  package let caveat: String?
  package let labels: [IndustryLabel]
  private let tables: IndustryTables
  private let settings: Calibre.StrategicEmergingIndustry

  package init(_ sources: MappingSources) throws(ReferenceTableError) {
    tables = sources.strategic
    settings = sources.strategicReading
    edition = tables.rulesReference.edition
    caveat = try sources.table("sei-ipc").description.checked
    var seen: Set<String> = []
    var labels: [IndustryLabel] = []
    for rule in tables.rules {
      if seen.insert(rule.bigCode).inserted {
        labels.append(IndustryLabel(code: rule.bigCode, name: rule.bigName))
      }
      if seen.insert(rule.code).inserted {
        labels.append(IndustryLabel(code: rule.code, name: rule.name, parent: rule.bigCode))
      }
    }
    self.labels = labels
  }

  /// Two-level codes; what is above follows from ``labels``.
  package func codes(of right: ClassifiedRight) -> [String] {
    var reader = IndustryReader(
      text: right.text, decisions: right.decisions, tables: tables, symbols: settings.ipc)
    return reader.reading(
      keywords: settings.keywords, transfers: settings.transfers == .include
    ).codes
  }
}
