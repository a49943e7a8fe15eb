import Analyses
import Classifiers
import Records
import ReferenceTables
import Reports
import Store

/// Counts the industry maps of a run: facts of every right, the analyses over them, their checks.
struct MapStage {
  let plan: Plan
  let tables: TableSet
  let database: IPDatabase
  let workers: Int

  /// - Returns: nil where the plan draws no maps.
  /// - Throws: ``RunFailure`` where the tables contradict themselves; nothing is published then.
  func maps(
    run: String, regionName: String, choice: PopulationChoice, counties: [CountyCount], year: Int,
    inputs: [FormatInput], progress: (String) -> Void
  ) throws -> IndustryMaps? {
    guard let settings = plan.industries, let set = tables.industryMappings else { return nil }
    progress("maps: reading facts")
    let areas = MapAreas(
      region: plan.region, name: regionName,
      counties: counties.map { ($0.region, $0.name) }, benchmarks: settings.benchmarks,
      divisions: tables.divisions, persons: { choice.persons(of: $0, year: year) })
    let map = try MapDatabase(path: "\(plan.workspace)/map.sqlite")
    defer { map.remove() }
    let findings = try MapFactStage(
      plan: plan, tables: tables, chains: set.chains, mappings: set.mappings,
      hasLegalStatus: try database.hasLegalStatus(knownOn: plan.knownOn), workers: workers,
      niceNames: set.niceNames, subclassTitles: set.subclassTitles
    ).run(database, into: map, areas: areas, progress: progress)
    progress("maps: counting")
    var counted = MapTables()
    for analysis in mapAnalyses { counted.add(try analysis.table(from: map)) }
    counted.add(OwnerTables.merges(findings.grouping))
    counted.add(OwnerTables.review(findings.grouping))
    let violations = counted.violations
    guard violations.isEmpty else {
      throw RunFailure(
        "the tables of the industry maps contradict themselves (\(violations.count.counted("finding"))): "
          + violations.prefix(3).joined(separator: "; ")
          + "; nothing is published; report this with the plan")
    }
    let all = [set.local] + set.mappings
    return IndustryMaps(
      region: plan.region, regionName: regionName, asOf: plan.asOf, run: run,
      industries: set.chains.map {
        IndustryMaps.Industry(
          id: $0.id, name: $0.name, isProposal: $0.isProposal, source: $0.source)
      },
      mappings: all.map {
        IndustryMaps.Mapping(
          id: $0.id, title: $0.title, edition: $0.edition, caveat: $0.caveat)
      },
      tables: counted, applications: findings.applications, unpublished: findings.unpublished,
      owners: findings.grouping.owners.count, doubtfulPairs: findings.grouping.doubtful.count,
      isPublic: settings.audience == .public, sources: MapStage.sources(inputs))
  }

  /// What was read, with the newest day of each format.
  private static func sources(_ inputs: [FormatInput]) -> String {
    inputs.filter { $0.newestDay != nil }.map { input in
      let day = input.newestDay.map { "（至\($0.isoText)）" } ?? ""
      return ChineseNames.format(input.format) + day
    }.joined(separator: "；")
  }
}
