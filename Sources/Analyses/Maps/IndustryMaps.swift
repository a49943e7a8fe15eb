import Records

/// The industry maps of one run: their tables and what the pages say beside them.
package struct IndustryMaps: Sendable {
  package struct Industry: Hashable, Sendable {
    package var id: String
    package var name: String
    package var isProposal: Bool
    package var source: String

    package init(id: String, name: String, isProposal: Bool, source: String) {
      self.id = id
      self.name = name
      self.isProposal = isProposal
      self.source = source
    }
  }

  /// A classification as it was used.
  package struct Mapping: Hashable, Sendable {
    package var id: String
    package var title: String
    package var edition: String
    package var caveat: String?

    package init(id: String, title: String, edition: String, caveat: String?) {
      self.id = id
      self.title = title
      self.edition = edition
      self.caveat = caveat
    }
  }

  package var region: RegionCode
  package var regionName: String
  package var asOf: CalendarDay
  package var run: String
  package var industries: [Industry]
  package var mappings: [Mapping]
  package var tables: MapTables
  /// Applications counted, and those without a document by the cut-off, which are not.
  package var applications: Int
  package var unpublished: Int
  package var owners: Int
  package var doubtfulPairs: Int
  /// Set where only derived columns are given away.
  package var isPublic: Bool
  /// The formats read with the newest day of each, for the pages' source notes.
  package var sources: String

  package init(
    region: RegionCode, regionName: String, asOf: CalendarDay, run: String,
    industries: [Industry], mappings: [Mapping], tables: MapTables, applications: Int,
    unpublished: Int, owners: Int, doubtfulPairs: Int, isPublic: Bool, sources: String
  ) {
    self.region = region
    self.regionName = regionName
    self.asOf = asOf
    self.run = run
    self.industries = industries
    self.mappings = mappings
    self.tables = tables
    self.applications = applications
    self.unpublished = unpublished
    self.owners = owners
    self.doubtfulPairs = doubtfulPairs
    self.isPublic = isPublic
    self.sources = sources
  }

  /// The first year of which publications are not complete yet: applications are published up to
  /// eighteen months after filing, and deliveries follow.
  package var firstIncompleteYear: Int { asOf.year - 1 }
}
