import Classifiers
import Records

/// What a run reads, by which reading of the definition it counts, and where it publishes.
package struct Plan: Sendable {
  /// The plan's path as given, for messages.
  package var path: String
  /// The folder to which the plan's paths are relative.
  package var root: String
  package var name: String
  package var region: RegionCode
  /// The cut-off date, already resolved where the plan says `today`.
  package var asOf: CalendarDay
  /// Whether the cut-off is the plan's `today`, given neither by it nor on the command line as a day.
  package var followsToday: Bool
  /// Set where only what was published and delivered by then is used (`--as-known-on`).
  package var knownOn: CalendarDay?
  package var inputs: [String]
  /// The line of the plan on which the inputs stand, for messages.
  package var inputsLine: Int?
  /// The day from which the legal-status data is complete; nil = unknown.
  package var legalStatusFrom: CalendarDay?
  /// Whether only stubs of other places' records are kept.
  package var stubsOthers: Bool
  /// An office's own editions of tables: table id → path.
  package var tables: [String: String]
  /// Whether the families register is complete, so that no row means no member.
  package var familiesAreComplete: Bool
  package var calibre: Calibre
  /// The industry maps to draw; nil = none.
  package var industries: IndustrySettings?
  /// What a run must not exceed to be published; no part of its identity.
  var gates: GateSettings
  /// The batches that must have arrived; no part of its identity but for those that are settled as lost.
  var expected: [ExpectedBatches]
  /// The commands run after a night; no part of its identity.
  var hooks: HookSettings
  /// The folder that results are published to.
  package var publish: String
  /// The folder of the database; `--workspace` wins.
  package var workspace: String

  /// All of the plan that decides results, resolved, one `key: value` a line in fixed order: part
  /// of the run's identity.
  ///
  /// Paths are relative to the root, so that the same project in another folder has the same runs.
  package var resolvedText: String {
    var lines = [
      "name: \(name)",
      "inputs: "
        + inputs.map {
          InputDiscovery.name(of: PlanReader.absolute($0, under: root), root: root)
        }.joined(separator: " "),
    ]
    lines += tables.sorted { $0.key < $1.key }.map {
      "tables.\($0.key): \(InputDiscovery.name(of: $0.value, root: root))"
    }
    if let industries {
      lines += [
        "industries.chains: \(InputDiscovery.name(of: industries.chains, root: root))",
        "industries.only: \(industries.only.joined(separator: " "))",
        "industries.benchmarks: "
          + industries.benchmarks.map { $0.text }.joined(separator: " "),
        "industries.boundaries: "
          + (industries.boundaries.map { InputDiscovery.name(of: $0, root: root) } ?? "none"),
        "industries.audience: \(industries.audience.rawValue)",
        "industries.charts: \(ChartRenderer.installed?.version ?? "none")",
      ]
    }
    return (lines + [judgementText]).joined(separator: "\n")
  }

  /// The part of ``resolvedText`` that decides how one application is judged: no paths, and not which
  /// files are read.
  package var judgementText: String {
    var lines = [
      "region: \(region)", "legal-status-from: \(legalStatusFrom?.isoText ?? "unknown")",
      "scope.others: \(stubsOthers ? "stub" : "full")",
      "families: \(familiesAreComplete ? "complete" : "partial")",
    ]
    if let knownOn { lines.append("known-on: \(knownOn.isoText)") }
    lines += calibre.settings.map { "calibre.\($0.path): \($0.text)" }
    return lines.joined(separator: "\n")
  }
}
