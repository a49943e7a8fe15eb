import Analyses
import Foundation
import Records
import Reports

/// Writes the industry maps into a run's candidate folder: tables, specifications, drawings, pages.
struct MapWriterStage {
  let plan: Plan
  /// The candidate's folder.
  let folder: String

  /// - Returns: the files written, and a line for the operator where the charts could not be drawn.
  func write(_ maps: IndustryMaps) throws -> ([OutputFileRecord], String?) {
    var outputs: [OutputFileRecord] = []
    let root = IndustryMapFiles.folder
    try makeFolder(root)
    for table in maps.tables.tables where table.position(of: "industry") == nil {
      outputs.append(try write("\(root)/\(table.id).csv", bytes(of: table, maps)))
    }
    var pages: [(page: IndustryMapPage, folder: String)] = []
    for industry in maps.industries {
      let place = "\(root)/\(industry.id)"
      try makeFolder(place)
      let figures = IndustryFigures(maps, industry: industry)
      for table in figures.all {
        outputs.append(try write("\(place)/\(table.id).csv", bytes(of: table, maps)))
      }
      let page = IndustryMapPage(maps, figures: figures)
      for (name, specification) in page.specifications {
        outputs.append(try write("\(place)/\(name)", specification.bytes))
      }
      pages.append((page, place))
    }
    let drawings = "\(plan.workspace)/charts"
    try? FileManager.default.removeItem(atPath: drawings)
    defer { try? FileManager.default.removeItem(atPath: drawings) }
    let warning = draw("\(folder)/\(root)", into: drawings)
    let script = text("\(drawings)/vega.js")
    for (page, place) in pages {
      let inner = place.dropFirst(root.count + 1)
      let html = page.bytes(script: script) { name in
        text("\(drawings)/\(inner)/\(name).svg")
      }
      outputs.append(try write("\(place)/index.html", html))
    }
    outputs.append(
      try write("\(root)/index.html", IndustryOverviewPage(maps).bytes()))
    return (outputs, warning)
  }

  private func draw(_ specifications: String, into drawings: String) -> String? {
    guard let renderer = ChartRenderer.installed else {
      return "the charts of the industry maps were not drawn: no vl-convert was found; run \"make "
        + "charts\", or name an interpreter that has it in IPATLAS_PYTHON; tables and pages are written"
    }
    try? FileManager.default.createDirectory(
      atPath: drawings, withIntermediateDirectories: true)
    return renderer.draw(specifications: specifications, into: drawings).map {
      "charts of the industry maps are missing: the renderer \($0)"
    }
  }

  private func bytes(of table: DataTable, _ maps: IndustryMaps) -> [UInt8] {
    TableCSV.bytes(maps.isPublic ? table.open : table)
  }

  private func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).flatMap { String(validating: $0, as: UTF8.self) }
  }

  private func makeFolder(_ name: String) throws {
    if let failure = FolderCreation.create("\(folder)/\(name)") {
      throw RunFailure("cannot make \(folder)/\(name): \(failure.reason)")
    }
  }

  private func write(_ name: String, _ bytes: [UInt8]) throws -> OutputFileRecord {
    let file = try OutputFile(folder: folder, name: name)
    try file.write(bytes)
    guard let digest = try file.close() else {
      throw RunFailure("the digest of \(name) could not be computed")
    }
    return OutputFileRecord(path: name, digest: digest, bytes: file.byteCount)
  }
}
