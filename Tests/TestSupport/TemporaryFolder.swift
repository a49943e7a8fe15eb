import Foundation

/// A folder that goes with its last holder; whatever is left goes with the process.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    path = "\(TemporaryFolder.parent)/\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private static let parent: String = {
    atexit { try? FileManager.default.removeItem(atPath: TemporaryFolder.ofThisProcess) }
    return ofThisProcess
  }()

  private static var ofThisProcess: String {
    FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/ipatlas-tests-\(ProcessInfo.processInfo.processIdentifier)"
  }
}
