import Analyses
import Foundation
import Records
import Reports

/// What a comparison asks of a run: its cut-off, rules and figures, and where its evidence lies.
struct ComparedRun: Sendable {
  struct Table: Hashable, Sendable {
    var edition: String
    var sha256: String
  }

  var id: String
  var asOf: CalendarDay
  /// The versions of the tool and of its rules.
  var tool: String
  /// ISO 8601; empty for a run that has not finished.
  var finishedAt: String
  /// The plan's resolved settings by key.
  var settings: [String: String]
  /// The editions of tables by id.
  var tables: [String: Table]
  /// Nil where the figure was not known.
  var counts: FigureCounts?
  var countyNames: [String: String]
  /// The path of `evidence.ndjson`, and its digest where the run has recorded it.
  var evidence: String
  var evidenceDigest: String?
}

extension ComparedRun {
  /// A run that is about to be published, with its files in the candidate folder.
  init(candidate indicator: HighValueIndicator, plan: Plan, folder: PublishedFolder) {
    id = indicator.run
    asOf = indicator.asOf
    tool = ComparedRun.tool(Version.tool, judgements: Version.judgements)
    finishedAt = ""
    settings = ComparedRun.settings(plan.resolvedText)
    tables = Dictionary(
      indicator.tables.map { ($0.id, Table(edition: $0.edition, sha256: $0.digest.text)) },
      uniquingKeysWith: { first, _ in first })
    counts = indicator.undetermined == nil ? FigureCounts(indicator) : nil
    countyNames = Dictionary(
      indicator.counties.map { ($0.region.text, $0.name) }, uniquingKeysWith: { first, _ in first })
    evidence = "\(folder.candidateFolder(indicator.run))/\(EvidenceNDJSON.fileName)"
  }

  /// A published run, by its own files; nil where one of them is absent or damaged.
  init?(published run: String, in folder: PublishedFolder) {
    guard let record = folder.record(RunFile.self, in: RunJSON.fileName, run: run),
      let figures = folder.record(IndicatorFile.self, in: IndicatorJSON.fileName, run: run),
      let day = CalendarDay(record.asOf)
    else { return nil }
    id = run
    asOf = day
    tool = ComparedRun.tool(record.tool.version, judgements: record.tool.judgements)
    finishedAt = record.finishedAt
    settings = record.plan.resolved
    tables = Dictionary(
      figures.tables.map { ($0.id, Table(edition: $0.edition, sha256: $0.sha256)) },
      uniquingKeysWith: { first, _ in first })
    counts = figures.counts
    countyNames = Dictionary(
      (figures.byCounty ?? []).map { ($0.region, $0.name) }, uniquingKeysWith: { first, _ in first }
    )
    evidence = "\(folder.runFolder(run))/\(EvidenceNDJSON.fileName)"
    evidenceDigest = record.outputs.first { $0.path == EvidenceNDJSON.fileName }?.sha256
  }

  private static func tool(_ version: String, judgements: Int?) -> String {
    version + (judgements.map { "（判断规则第\($0)版）" } ?? "")
  }

  private static func settings(_ text: String) -> [String: String] {
    var settings: [String: String] = [:]
    for line in text.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      settings[String(line[..<colon])] = String(line[line.index(after: colon)...].dropFirst())
    }
    return settings
  }

  private struct RunFile: Decodable {
    struct Plan: Decodable { var resolved: [String: String] }
    struct Tool: Decodable {
      var version: String
      /// Nil of a run of a tool that did not record it.
      var judgements: Int?
    }
    struct Output: Decodable {
      var path: String
      var sha256: String
    }

    var plan: Plan
    var asOf: String
    var tool: Tool
    var finishedAt: String
    var outputs: [Output]
  }

  private struct IndicatorFile: Decodable {
    struct Base: Decodable { var validInventions: Int }
    struct Answers: Decodable { var met: Int }
    struct County: Decodable {
      var region: String
      var name: String
      var count: Int
    }
    struct Table: Decodable {
      var id: String
      var edition: String
      var sha256: String
    }

    var count: Int?
    var base: Base?
    var criteria: [String: Answers]?
    var byCounty: [County]?
    var tables: [Table]

    var counts: FigureCounts? {
      guard let count, let base, let criteria, let byCounty else { return nil }
      return FigureCounts(
        base: base.validInventions, highValue: count,
        criteria: Dictionary(
          HighValueCriterion.allCases.map { ($0, criteria[$0.id]?.met ?? 0) },
          uniquingKeysWith: { first, _ in first }),
        counties: Dictionary(
          byCounty.compactMap { county in RegionCode(county.region).map { ($0, county.count) } },
          uniquingKeysWith: { first, _ in first }))
    }
  }
}
