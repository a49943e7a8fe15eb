import Foundation
import Records

/// Reads `industries` of a plan.
enum IndustrySettingsReader {
  static let keys = ["chains", "only", "benchmarks", "boundaries", "audience"]

  static func read(
    _ fields: PlanFields?, root: String, region: RegionCode
  ) throws(PlanError) -> IndustrySettings? {
    guard let fields else { return nil }
    try fields.allow(only: keys)
    let chains = try fields.text("chains") ?? "Pipelines/industries"
    let folder = PlanReader.absolute(chains, under: root)
    guard FileManager.default.fileExists(atPath: folder) else {
      throw fields.error(
        "chains",
        "names \(chains), which does not exist under \(root); expected the folder with one "
          + ".yml an industry")
    }
    var benchmarks: [RegionCode] = []
    for text in try fields.list("benchmarks") ?? [] {
      guard let code = RegionCode(text), code.isCity else {
        throw fields.error(
          "benchmarks", "holds \"\(text)\"; expected codes of cities such as \"340300\"")
      }
      guard code != region else {
        throw fields.error("benchmarks", "holds the plan's own region \(text); take it out")
      }
      guard !benchmarks.contains(code) else {
        throw fields.error("benchmarks", "holds \(text) twice; keep one")
      }
      benchmarks.append(code)
    }
    var boundaries: String?
    if let path = try fields.text("boundaries") {
      let full = PlanReader.absolute(path, under: root)
      guard FileManager.default.fileExists(atPath: full) else {
        throw fields.error("boundaries", "names \(path), which does not exist under \(root)")
      }
      boundaries = full
    }
    let audience = try fields.choice(
      "audience", IndustrySettings.Audience.allCases.map { $0.rawValue })
    return IndustrySettings(
      chains: folder, only: try fields.list("only") ?? [], benchmarks: benchmarks,
      boundaries: boundaries,
      audience: audience.flatMap { IndustrySettings.Audience(rawValue: $0) } ?? .internal)
  }
}
