import Formats
import Foundation
import TestSupport
import Testing

@testable import Pipelines

/// A split archive is one input, whichever of its volumes is named.
struct SplitInputTests {
  private func write(_ names: [String], _ folder: TemporaryFolder) throws {
    for name in names {
      try Data("\(name)\n".utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name))
    }
  }

  @Test func volumesAreOneInput() throws {
    let folder = try TemporaryFolder()
    try write(
      [
        "a.z02", "a.z01", "a.zip", "b.zip", "c.zip.001", "c.zip.002", "d.z01", "e.csv.001",
        "f.tgz.002",
      ],
      folder)
    let found = try InputDiscovery.files(at: [folder.path])
    func names(_ paths: [String]) -> [String] {
      paths.map { String($0.dropFirst(folder.path.count + 1)) }
    }
    #expect(
      names(found.map { $0.name }) == [
        "a.zip", "b.zip", "c.zip.001", "d.zip", "e.csv.001", "f.tgz.001",
      ])
    #expect(
      found.map { names($0.volumes) } == [
        ["a.z01", "a.z02", "a.zip"], [], ["c.zip.001", "c.zip.002"], ["d.z01"], [], ["f.tgz.002"],
      ])
    #expect(found.first?.bytes == 18)
    for name in ["a.z01", "a.z02", "a.zip"] {
      #expect(try InputDiscovery.files(at: [folder.path + "/" + name]) == [found[0]])
    }
  }

  @Test func theDigestIsThatOfAllVolumes() throws {
    let folder = try TemporaryFolder()
    try write(["a.z01", "a.z02", "a.zip"], folder)
    func pending() throws -> (DiscoveredInput, String) {
      let input = try #require(try InputDiscovery.files(at: [folder.path]).first)
      let found = try PendingInputs.find([input], database: nil, readers: "1", rehashes: true)
      return (input, try #require(found.toRead.first?.sha256))
    }
    let (input, digest) = try pending()
    // printf 'a.z01\na.z02\na.zip\n' | sha256sum
    #expect(digest == "4145b4bec9161c97fd271a9069f73d010b3542904fcc46626b42f027b637a99f")
    try Data("A.z01\n".utf8).write(to: URL(fileURLWithPath: folder.path + "/a.z01"))
    let (changed, other) = try pending()
    #expect(other != digest)
    #expect(changed.inode != input.inode)
  }

  @Test func relativePaths() throws {
    let folder = try TemporaryFolder()
    try write(["a.z01", "a.zip"], folder)
    var found: [String: DiscoveredInput] = [:]
    for name in ["a.z01", "a.zip"] {
      found["in/" + name] = DiscoveredInput(
        path: folder.path + "/" + name, name: "in/" + name, bytes: 1, modified: 1, inode: 1)
    }
    let joined = InputDiscovery.joiningVolumes(found)
    #expect(joined.keys.sorted() == ["in/a.zip"])
    #expect(joined["in/a.zip"]?.path == folder.path + "/a.zip")
  }
}
