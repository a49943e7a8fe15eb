import ReferenceTables

/// Where the mappings find their tables.
package struct MappingSources: Sendable {
  /// Loads a table by its id.
  package let table: @Sendable (String) throws(ReferenceTableError) -> ReferenceTable
  /// The tables of 战略性新兴产业 as criterion 1 reads them.
  package let strategic: IndustryTables
  /// How they are read (`calibre.sei`).
  package let strategicReading: Calibre.StrategicEmergingIndustry
  /// The city's own chains, in the order of their ids.
  package let chains: [IndustryChain]

  package init(
    chains: [IndustryChain], strategic: IndustryTables,
    strategicReading: Calibre.StrategicEmergingIndustry,
    table: @escaping @Sendable (String) throws(ReferenceTableError) -> ReferenceTable
  ) {
    self.chains = chains
    self.strategic = strategic
    self.strategicReading = strategicReading
    self.table = table
  }
}
