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
    outputs += try write(
      maps.tables.tables.filter { $0.position(of: "industry") == nil }, to: root, of: maps,
      name: "overview", title: "\(maps.regionName)产业知识产权图谱")
    var pages: [(page: IndustryMapPage, folder: String)] = []
    for industry in maps.industries {
      let place = "\(root)/\(industry.id)"
      try makeFolder(place)
      let figures = IndustryFigures(maps, industry: industry)
      let title = "\(maps.regionName)\(industry.name)产业知识产权图谱"
      outputs += try write(
        figures.all, to: place, of: maps, name: industry.id, title: title)
      if let pairs = figures.all.first(where: { $0.id == CoApplicants.id }), !pairs.rows.isEmpty {
        outputs.append(
          try write("\(place)/co-applicants.gexf", NetworkGEXF.bytes(pairs, title: title)))
      }
      outputs.append(try writeWorkbook(industry, figures, to: place, of: maps))
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

  /// The library writes to a path of its own, so that the candidate's file is hashed like all others.
  private func writeWorkbook(
    _ industry: IndustryMaps.Industry, _ figures: IndustryFigures, to place: String,
    of maps: IndustryMaps
  ) throws -> OutputFileRecord {
    let path = "\(plan.workspace)/workbook.xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      try MapWorkbook(maps, figures: figures).write(to: path)
    } catch let failure as MapWorkbook.Failure {
      throw RunFailure("the workbook of industry \(industry.id): \(failure.reason)")
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw RunFailure("cannot read \(path), which was just written; check the disk")
    }
    return try write("\(place)/\(industry.id).xlsx", Array(bytes))
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

  /// Writes tables as CSV and Parquet, and their dictionary.
  private func write(
    _ tables: [DataTable], to place: String, of maps: IndustryMaps, name: String, title: String
  ) throws -> [OutputFileRecord] {
    var outputs: [OutputFileRecord] = []
    var resources: [DataPackageJSON.Resource] = []
    for whole in tables {
      let table = maps.isPublic ? whole.open : whole
      let leftOut = whole.columns.filter { !table.columns.contains($0) }.map { $0.title }
      guard let parquet = TableParquet.bytes(table) else {
        throw RunFailure("table \(table.id) could not be compressed: no memory")
      }
      for (path, bytes) in [
        ("\(table.id).csv", TableCSV.bytes(table)), ("\(table.id).parquet", parquet),
      ] {
        let output = try write("\(place)/\(path)", bytes)
        outputs.append(output)
        resources.append(
          DataPackageJSON.Resource(
            path: path, table: table, bytes: output.bytes, digest: output.digest.text,
            leftOut: leftOut))
      }
    }
    outputs.append(
      try write(
        "\(place)/\(DataPackageJSON.fileName)",
        DataPackageJSON.bytes(
          name: name, title: "\(title)（截至\(maps.asOf.isoText)）", isPublic: maps.isPublic,
          resources: resources)))
    return outputs
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
