import Analyses
import Classifiers
import Foundation
import Records
import ReferenceTables

/// Every table a run uses, loaded once: the published ones, or an office's own editions.
package struct TableSet: Sendable {
  package let industryRules: SEIRules
  package let industries: IndustryTables
  package let divisions: Divisions
  package let legalEvents: LegalEventTable
  package let grantKinds: GrantKinds
  /// The codes of other offices, by which rights of families are granted and end.
  package let foreignEvents: InpadocEventTable
  package let targets: PlanTargets
  package let places: PlaceResolver
  /// Id, edition and digest of every table loaded, by id.
  package let editions: [TableEdition]
  /// The patents labelled by hand beside the keyword table; nil where they are not at hand.
  package let labels: ReferenceTable?

  /// What industry maps are drawn with; nil where the plan draws none.
  package let industryMappings: IndustryMappingSet?

  /// The ids of the tables that tell where a place lies.
  static let placeTables = ["cn-divisions", "anhui-divisions-history"]

  /// Loads the tables for a plan, or the published editions where there is no plan.
  ///
  /// - Throws: ``RunFailure`` naming the table, the file and what was expected.
  package init(plan: Plan? = nil) throws {
    do {
      var own = plan?.tables ?? [:]
      let ownKeywords = own.removeValue(forKey: "keywords")
      let catalogue = try TableCatalogue(ownEditions: own)
      let rules = try catalogue.table("sei-ipc")
      let moved = try catalogue.table("ipc-transfers")
      let places = try catalogue.table(TableSet.placeTables[0])
      let history = try catalogue.table(TableSet.placeTables[1])
      let events = try catalogue.table("legal-events")
      let foreign = try catalogue.table("inpadoc-events")
      let kinds = try catalogue.table("grant-kinds")
      let planTargets = try catalogue.table("plan-targets")
      let keywordsPath = try ownKeywords ?? TableSet.analystFile("sei-2021.tsv", plan: plan)
      let terms = try ReferenceTable(id: "keywords", path: keywordsPath)
      industryRules = try SEIRules(rules)
      industries = try IndustryTables(rules: rules, transfers: moved, terms: terms)
      divisions = try Divisions(places, history: history)
      legalEvents = try LegalEventTable(events)
      grantKinds = try GrantKinds(kinds)
      foreignEvents = try InpadocEventTable(foreign)
      targets = try PlanTargets(planTargets)
      labels = (try? TableSet.analystFile("labels-2021.tsv", plan: plan)).flatMap {
        try? ReferenceTable(id: "labels", path: $0)
      }
      if let plan, let settings = plan.industries {
        industryMappings = try IndustryMappingSet(
          settings, plan: plan, catalogue: catalogue, strategic: industries)
      } else {
        industryMappings = nil
      }
      let forMaps = industryMappings?.editions ?? []
      editions =
        ([rules, moved, places, history, events, foreign, kinds, planTargets, terms].map {
          table in
          TableEdition(
            id: table.id, edition: table.edition, digest: table.digest, title: table.title,
            checked: table.description.checked)
        } + forMaps).sorted { $0.id < $1.id }
      self.places = TableSet.resolver(divisions)
    } catch let error as ReferenceTableError {
      throw RunFailure("\(error)")
    } catch let error as PlanError {
      throw RunFailure(error.text)
    }
  }

  /// The files analysts edit lie in `Pipelines/keywords` of the plan's root; where a plan has none,
  /// those of the installation or of this package's checkout serve.
  static func analystFile(_ name: String, plan: Plan?) throws -> String {
    var places: [String] = []
    if let plan { places.append("\(plan.root)/Pipelines/keywords/\(name)") }
    if let tables = ProcessInfo.processInfo.environment["IPATLAS_TABLES"], !tables.isEmpty {
      places.append("\(tables)/../Pipelines/keywords/\(name)")
    }
    if let executable = Bundle.main.executablePath {
      var folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
        .deletingLastPathComponent()
      places.append(
        folder.deletingLastPathComponent().path + "/share/ipatlas/Pipelines/keywords/\(name)")
      // A build lies in .build/<triple>/<configuration> of the checkout.
      while folder.path != "/" {
        places.append("\(folder.path)/Pipelines/keywords/\(name)")
        folder.deleteLastPathComponent()
      }
    }
    guard let found = places.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      throw RunFailure(
        "\(name) was not found; expected it at one of: \(places.prefix(4).joined(separator: ", ")); "
          + "install with \"make install\", or name a table under \"tables: {keywords: …}\"")
    }
    return found
  }

  static func resolver(_ divisions: Divisions) -> PlaceResolver {
    PlaceResolver(
      divisions: divisions.all.map { division in
        DivisionRow(
          code: division.code, name: division.name, level: division.level, parent: division.parent)
      },
      historical: divisions.former.map { former in
        HistoricalDivisionRow(code: former.code, name: former.name, today: former.today)
      })
  }
}
