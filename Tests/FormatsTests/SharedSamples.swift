import Foundation

/// Real files for local tests, beside the package; they are not part of it.
enum SharedSamples {
  static let root: String? = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    for folder in [package, package.deletingLastPathComponent()] {
      let shared = folder.deletingLastPathComponent().appendingPathComponent("shared")
      if FileManager.default.fileExists(atPath: shared.path) { return shared.path }
    }
    return nil
  }()

  static var isContinuousIntegration: Bool { ProcessInfo.processInfo.environment["CI"] != nil }

  /// Without the samples tests are skipped, except in continuous integration.
  static var areExpected: Bool { root != nil || isContinuousIntegration }

  static func folder(_ path: String) -> String? { root.map { $0 + "/" + path } }
}
