import Analyses
import Classifiers
import Dossiers
import Foundation
import Records
import ReferenceTables
import Reports
import Store

/// The history of indicator 1 from the database of a plan's workspace: every point in one pass over the
/// stored records, no export read again.
///
/// Each point equals what a run with that cut-off publishes. Nothing of the workspace is changed.
package struct SeriesRun {
  private let plan: Plan
  private let from: CalendarDay
  private let to: CalendarDay
  private let step: SeriesStep
  private let workers: Int

  /// - Parameters:
  ///   - plan: its cut-off is not used.
  ///   - workers: threads that judge.
  /// - Throws: ``RunFailure`` where the days are in the wrong order, or the last lies behind the day of
  ///   knowledge.
  package init(
    _ plan: Plan, from: CalendarDay, to: CalendarDay, step: SeriesStep, workers: Int = 2
  ) throws {
    guard from <= to else {
      throw RunFailure(
        "--from \(from.isoText) lies after --to \(to.isoText); give the earlier day first")
    }
    if let knownOn = plan.knownOn, to > knownOn {
      throw RunFailure(
        "--to \(to.isoText) lies after --as-known-on \(knownOn.isoText): of the days between nothing "
          + "was known; end the series at \(knownOn.isoText)")
    }
    self.plan = plan
    self.from = from
    self.to = to
    self.step = step
    self.workers = workers
  }

  /// Applications judged at once; each takes a few kilobytes.
  private static let blockSize = 4096

  package func series(progress: (String) -> Void = { _ in }) throws -> IndicatorSeries {
    let path = "\(plan.workspace)/ip.sqlite"
    guard FileManager.default.fileExists(atPath: path) else {
      throw RunFailure(
        "nothing has been read for \(plan.path) yet; run \"ipatlas run \(plan.path)\" first")
    }
    let database = try IPDatabase(path: path)
    try database.bind(plan: plan.name, region: plan.region.text)
    guard try database.hasPublications(knownOn: plan.knownOn) else {
      throw RunFailure(
        "no Chinese patent publication was read"
          + (plan.knownOn.map { " that was published and delivered by \($0.isoText)" } ?? "")
          + "; a series would be figures about nothing")
    }
    let tables = try TableSet(plan: plan)
    let points = step.points(from: from, to: to)
    let counts = try counts(database, tables: tables, points: points, progress: progress)
    return try series(database, tables: tables, points: points, counts: counts)
  }

  private func counts(
    _ database: IPDatabase, tables: TableSet, points: [CalendarDay], progress: (String) -> Void
  ) throws -> SeriesCounts {
    let known = KnownOn(plan)
    let contracts = try database.pledgeContracts(knownOn: plan.knownOn)
    let files = try database.files().filter { $0.isCurrent }
    let judge = PatentJudge(
      plan: plan, tables: tables, loadedRegisters: LedgerFile.loadedFormats(files),
      contracts: contracts)
    let parents = try database.filingDatesOfParents(knownOn: plan.knownOn)
    let hasLegalStatus = try database.hasLegalStatus(knownOn: plan.knownOn)
    let settings = AssemblySettings(
      cutOff: to, eventDate: plan.calibre.events, restoration: plan.calibre.restoration,
      legalStatus: hasLegalStatus ? .read(completeFrom: plan.legalStatusFrom) : .none,
      parentFilingDate: { parents[$0] }, eventTable: judge.eventTable)
    let judges = points.map { judge.at($0) }
    let threads = try (0..<max(1, workers)).map { _ in
      SeriesJudge(
        points: points, judges: judges, contracts: contracts, settings: settings,
        events: tables.legalEvents, knownOn: known, texts: try database.textReader(),
        families: try database.familyReader(knownOn: plan.knownOn))
    }
    var counts = SeriesCounts(points: points.count)
    var block: [StoredApplication] = []
    var count = 0
    func judgeBlock() throws {
      counts.add(try SeriesJudge.counts(of: block, by: threads))
      count += block.count
      block.removeAll(keepingCapacity: true)
      progress("judging: \(count.counted("application")) at \(points.count.counted("day"))")
    }
    try database.forEachApplication { item in
      block.append(item)
      if block.count == SeriesRun.blockSize { try judgeBlock() }
    }
    try judgeBlock()
    return counts
  }

  private func series(
    _ database: IPDatabase, tables: TableSet, points: [CalendarDay], counts: SeriesCounts
  ) throws -> IndicatorSeries {
    let base = counts.sums(.base)
    let undetermined = counts.sums(.undeterminedInForce)
    let unresolved = counts.sums(.unresolvedRegion)
    let high = counts.sums(.highValue)
    let upper = counts.sums(.upper)
    let answers = HighValueCriterion.allCases.map { criterion in
      (
        criterion, met: counts.sums(.answer(criterion, .met)),
        notMet: counts.sums(.answer(criterion, .notMet)),
        undetermined: counts.sums(.answer(criterion, .undetermined))
      )
    }
    let counties = counts.counties.map { (code: $0, sums: counts.sums(.county($0))) }
    let populations = try database.populations(knownOn: plan.knownOn)
    let found = points.indices.map { index -> SeriesPoint in
      var plan = plan
      plan.asOf = points[index]
      let stage = IndicatorStage(plan: plan, tables: tables, database: database)
      // A day before the first population known has no value; its counts stand all the same.
      let population = try? stage.population(populations)
      var byCounty: [RegionCode: Int] = [:]
      for county in counties where county.sums[index] > 0 {
        byCounty[county.code] = county.sums[index]
      }
      return SeriesPoint(
        day: points[index], isPeriodEnd: step.ends(on: points[index]),
        base: BaseSetCounts(
          validInventions: base[index], undeterminedInForce: undetermined[index],
          unresolvedRegion: unresolved[index]),
        count: high[index], countUpper: upper[index], population: population,
        criteria: answers.map {
          SeriesPoint.Answers(
            criterion: $0.0, met: $0.met[index], notMet: $0.notMet[index],
            undetermined: $0.undetermined[index])
        },
        counties: population.map {
          stage.counties(byCounty, year: $0.year, choice: stage.choice(populations))
        } ?? stage.counties(byCounty))
    }
    let stage = IndicatorStage(plan: plan, tables: tables, database: database)
    return IndicatorSeries(
      plan: plan.name, region: plan.region,
      regionName: tables.divisions[plan.region]?.name ?? plan.region.text, from: from, to: to,
      step: step, knownOn: plan.knownOn, tool: Version.tool, planPath: stage.targets(),
      calibre: plan.calibre.settings, tables: tables.editions, inputs: try stage.inputs(),
      points: found)
  }

  /// Where the files of a series lie unless the command names another folder.
  package func folder(of series: IndicatorSeries) -> String {
    "\(plan.publish)/series/\(series.name)"
  }

  /// Writes the three files, each beside its place and renamed over it; gives their paths.
  package func write(_ series: IndicatorSeries, to folder: String) throws -> [String] {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    return try [
      (SeriesCSV.fileName, SeriesCSV.bytes(series)),
      (SeriesJSON.fileName, SeriesJSON.bytes(series)),
      (SeriesChart.fileName, SeriesChart(series).bytes()),
    ].map { name, bytes in
      let temporary = ".\(name).tmp"
      let file = try OutputFile(folder: folder, name: temporary)
      try file.write(bytes)
      _ = try file.close()
      guard rename("\(folder)/\(temporary)", "\(folder)/\(name)") == 0 else {
        throw RunFailure(
          "cannot write \(folder)/\(name): \(String(cString: strerror(errno))); check the folder's "
            + "rights and the free space")
      }
      return "\(folder)/\(name)"
    }
  }
}
