import Foundation
import Store
import TestSupport
import Testing

@testable import Pipelines

/// With `scope: {others: stub}` nothing is lost of patents that come to the region, whenever they come
/// and whenever the scope was set.
@Suite struct ScopeTests {
  private static let stubs = "scope: {others: stub}"
  /// A patent of 合肥 that counts by its abstract alone.
  private static let far = CauseTests.patent {
    $0.key = 202_010_555_555
    $0.publication = "111555555"
    $0.symbol = ("H", "04", "L", "12", "24")
    $0.title = "一种方法"
    $0.abstract = "本发明公开一种用于光纤宽带的方法。"
    $0.address = SmallPatent.hefei
  }

  private static func comes(_ published: String = "20250401") -> [SmallEvent] {
    [
      SmallEvent(patent: far, code: "GR01", name: "授权", published: "20220603", id: "PRS20"),
      SmallEvent(
        patent: far, code: "TR01", name: "专利申请权、专利权的转移", published: published,
        details: [
          "登记生效日:\(published)", "变更事项:专利权人", "变更前权利人:宿州示例有限公司", "变更后权利人:另一示例有限公司",
          "变更事项:地址", "变更前权利人:\(SmallPatent.hefei)", "变更后权利人:\(SmallPatent.lingbi)",
        ], id: "PRS21"),
    ]
  }

  private func small(_ settings: String) throws -> TestProject {
    let project = try TestProject.small()
    try project.writePlan(settings, asOf: "2025-06-30")
    return project
  }

  private func wanted(_ project: TestProject) throws -> Int {
    try IPDatabase(path: project.workspacePath + "/ip.sqlite").wantedStubs().values.joined().count
  }

  /// The transfer arrives with the patent, or nights after it.
  @Test func aPatentThatComesIsReadWhole() throws {
    let full = try small("")
    try full.deliver([Self.far], "far")
    try full.deliver(events: Self.comes(), "far")
    try full.run()
    let (count, upper) = try (full.indicator().count, full.indicator().countUpper)
    #expect(try full.text("Reports/test/latest/evidence.ndjson").contains("光纤宽带"))
    for isLater in [false, true] {
      let project = try small(Self.stubs)
      try project.deliver([Self.far], "far")
      if isLater {
        try project.run()
        #expect(try project.runDocument().counts.stubbed == 1)
        #expect(try project.indicator().count == count - 1)
      }
      try project.deliver(events: Self.comes(), "far")
      try project.run()
      let indicator = try project.indicator()
      #expect(indicator.count == count && indicator.countUpper == upper, "later: \(isLater)")
      #expect(try wanted(project) == 0)
      #expect(try project.text("Reports/test/latest/evidence.ndjson").contains("光纤宽带"))
    }
  }

  /// Its file was taken away before the transfer came: what needs its texts waits, under a run of its own.
  @Test func aStubWithoutItsFileIsUndetermined() throws {
    let project = try small(Self.stubs)
    try project.deliver([Self.far], "far")
    try project.run()
    let path = project.root + "/cnipa/far.xml"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try FileManager.default.removeItem(atPath: path)
    try project.deliver(events: Self.comes(), "far")
    let without = try #require(try project.run().publishedRun)
    let waiting = try project.indicator()
    #expect(waiting.criteria["strategic-emerging-industry"]?.undetermined == 1)
    #expect(try wanted(project) == 1)

    // A workspace that had read it before it went knows more, and is another run.
    let other = try small(Self.stubs)
    try other.deliver([Self.far], "far")
    try other.deliver(events: Self.comes(), "far")
    let with = try #require(try other.run().publishedRun)
    try FileManager.default.removeItem(atPath: other.root + "/cnipa/far.xml")
    let gone = try #require(try other.run().publishedRun)
    #expect(Set([without, with, gone]).count == 3)
    #expect(try other.indicator().count == waiting.count + 1)

    // It comes back under another name.
    try bytes.write(to: URL(fileURLWithPath: project.root + "/cnipa/back.xml"))
    try project.run()
    #expect(try project.indicator().count == waiting.count + 1)
    #expect(try wanted(project) == 0)
  }

  /// The scope set or taken back later gives what a new workspace gives.
  @Test func aChangedScopeReadsAgain() throws {
    let city = try SharedCity.small.get()
    let project = try TestProject(city)
    for settings in ["", Self.stubs, ""] {
      try project.writePlan(settings)
      try project.run()
      let fresh = try TestProject(city, settings: settings)
      try fresh.run()
      #expect(try project.indicator().run == fresh.indicator().run)
      try expectSame(try project.deterministicFiles(), try fresh.deterministicFiles())
      let counts = try (project.runDocument().counts, fresh.runDocument().counts)
      if settings == Self.stubs {
        #expect(counts.0.stubbed == counts.1.stubbed && counts.0.stubbed > 0)
      }
      #expect(try wanted(project) == 0)
    }
  }
}
