import ReferenceTables

/// A classification of industries or of technology that patents are mapped to by rule.
///
/// A right with several codes counts once for each (整数计数) and, as a second figure, in equal parts that
/// sum to one (分数计数). A right with none is unmapped, and one with several ambiguous; both shares are
/// printed beside every figure.
package protocol IndustryMapping: Sendable {
  /// `sei`, `wipo35`, …; the key in plans and in tables.
  static var id: String { get }
  /// The classification's Chinese name, as reports print it.
  static var title: String { get }
  /// Makes the mapping ready for many rights.
  init(_ sources: MappingSources) throws(ReferenceTableError)
  /// The edition of the table or files behind it, as reports print it.
  var edition: String { get }
  /// How far the table has been checked; nil where nothing is to be said.
  var caveat: String? { get }
  /// Every code that a right may get, in the order of print.
  var labels: [IndustryLabel] { get }
  /// The codes of a right, each once, in the order of ``labels``.
  func codes(of right: ClassifiedRight) -> [String]
}

extension IndustryMapping {
  package var id: String { Self.id }
  package var title: String { Self.title }
}

/// Every mapping, in the order of reports.
package let industryMappings: [any IndustryMapping.Type] = [
  LocalChainMapping.self,
  StrategicEmergingMapping.self,
  PatentIntensiveMapping.self,
  NationalEconomyMapping.self,
  TechnologyFieldMapping.self,
]
