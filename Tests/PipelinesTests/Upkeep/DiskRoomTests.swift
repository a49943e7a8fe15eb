import Foundation
import TestSupport
import Testing

@testable import Pipelines

@Suite struct DiskRoomTests {
  private let megabyte = 1_000_000

  private func need(_ needed: Int, free: Int, on device: UInt64) -> DiskRoom.Need {
    DiskRoom.Need(
      folder: "/d\(device)", needed: needed * megabyte, free: free * megabyte, device: device)
  }

  @Test func needsOnOneDiskAddUp() throws {
    #expect(DiskRoom.shortage([need(60, free: 100, on: 1), need(60, free: 100, on: 2)]) == nil)
    let failure = DiskRoom.shortage([need(60, free: 100, on: 1), need(60, free: 100, on: 1)])
    let reason = try #require(failure?.reason)
    // 60 + 60 + the reserve of 32 MiB.
    #expect(reason.contains("100 MB free") && reason.contains("about 154 MB"), "\(reason)")
  }

  @Test func exportsTakeAThirdAndTablesAll() {
    // The largest file once more, for the log.
    #expect(DiskRoom.storeGrowth([("a.zip", 300), ("b.csv", 50)]) == 100 + 50 + 100)
    #expect(DiskRoom.storeGrowth([]) == 0)
  }

  @Test func aPublishFolderBelowAFileSaysWhatBeforeAnythingIsRead() throws {
    let project = try SharedCity.small.project()
    try project.write("a file", to: "Reports")
    let failure = #expect(throws: RunFailure.self) { try project.run() }
    let reason = failure?.reason ?? ""
    #expect(reason.contains("\(project.root)/Reports: Not a directory"), "\(reason)")
    #expect(reason.contains("nothing was read") && reason.contains("\"publish\" in the plan"))
    #expect(try History.runs(of: project.plan()).isEmpty)
  }
}
