import Foundation

/// Draws Vega-Lite specifications as SVG with vl-convert, in a child process with a time limit.
///
/// The interpreter is looked for in this order: the environment variable `IPATLAS_PYTHON`, the folder
/// `.venv` of this checkout, `../share/ipatlas/.venv` of an installed copy. Where there is none, pages are
/// written without drawings and say so.
struct ChartRenderer: Sendable {
  let python: String
  let script: String
  /// Part of a run's identity, since another version draws other bytes.
  let version: String

  /// Seconds for all charts of a run; a chart takes about a tenth of one.
  static let timeout = 300

  /// The renderer of this machine; nil where none is installed.
  static let installed: ChartRenderer? = find()

  private static func find() -> ChartRenderer? {
    guard let script = file("render_charts.py"), let requirements = file("requirements.txt"),
      let text = FileManager.default.contents(atPath: requirements)
    else { return nil }
    let version = String(decoding: text, as: UTF8.self).split(whereSeparator: { $0.isNewline })
      .first { $0.hasPrefix("vl-convert-python==") }?.split(separator: " ").first.map(String.init)
    guard let version, let python = interpreter() else { return nil }
    return ChartRenderer(python: python, script: script, version: version)
  }

  private static func interpreter() -> String? {
    let named = ProcessInfo.processInfo.environment["IPATLAS_PYTHON"]
    if let named, !named.isEmpty {
      // `none` keeps a run from drawing, which tests use.
      return FileManager.default.isExecutableFile(atPath: named) ? named : nil
    }
    return roots.map { "\($0)/.venv/bin/python3" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  private static func file(_ name: String) -> String? {
    roots.flatMap { ["\($0)/charts/\(name)", "\($0)/Sources/Pipelines/Charts/\(name)"] }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  /// `share/ipatlas` of an installed copy, and the folders above the executable: a build lies in
  /// `.build/<triple>/<configuration>` of the checkout.
  private static var roots: [String] {
    guard let executable = Bundle.main.executablePath else { return [] }
    var folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    var roots = [folder.deletingLastPathComponent().path + "/share/ipatlas"]
    while folder.path != "/" {
      roots.append(folder.path)
      folder.deleteLastPathComponent()
    }
    return roots
  }

  /// The folder with the one family that charts are set in; Debian's fonts-noto-cjk.
  static let fonts = "/usr/share/fonts/opentype/noto"

  /// Draws every `*.vl.json` below `specifications` into `drawings`, and `vega.js` beside them.
  ///
  /// - Returns: why it failed, nil where it did not.
  func draw(specifications: String, into drawings: String) -> String? {
    guard FileManager.default.fileExists(atPath: ChartRenderer.fonts) else {
      return "the fonts \(ChartRenderer.fonts) are missing; install fonts-noto-cjk"
    }
    let process = HookProcess(
      command: [python, script, specifications, drawings, ChartRenderer.fonts],
      folder: specifications, timeout: ChartRenderer.timeout)
    return process.run(
      input: [], environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"])
  }
}
