import Foundation
import TestSupport
import Testing

/// A run over trademarks killed at any instant is continued by the next one with the same bytes.
@Suite(.serialized) struct TrademarkKillTests {
  private static let marks = 12_000

  private func project() throws -> TestProject {
    let project = try TestProject()
    try project.write(
      "region_code,year,population\n341300,2024,5000000\n", to: "registers/population.csv")
    func table(_ name: String, _ header: String, _ row: (Int) -> String) throws {
      var text = "\u{FEFF}" + header + "\n"
      for index in 0..<TrademarkKillTests.marks { text += row(index) + "\n" }
      try project.write(text, to: "registers/\(name).csv")
    }
    for delivery in ["2023", "2023_4"] {
      let end = delivery == "2023" ? 2024 : 2034
      try table(
        "\(delivery)/注册商标基本信息", "注册号/申请号,国际分类,申请日期,商标名称,商标类型,专用期开始日期,专用期结束日期"
      ) { "\(10_000_000 + $0),\($0 % 45 + 1),2009-01-05,甲\($0),一般,2014-07-01,\(end)-06-30" }
      try table("\(delivery)/商标注册人信息", "注册号/申请号,国际分类,注册人中文名称,注册人中文地址") {
        "\(10_000_000 + $0),\($0 % 45 + 1),宿州\($0 % 700)有限公司,安徽省宿州市埇桥区\($0)号"
      }
    }
    return project
  }

  @Test func killedAtRandomInstants() throws {
    var random = SeededGenerator()
    let label = Comment(rawValue: "seed \(random.seed)")
    let whole = try project()
    let started = ContinuousClock.now
    let undisturbed = try Command.run("run", "Pipelines/test.yml", in: whole.root)
    let duration = (ContinuousClock.now - started).components
    let length = Double(duration.seconds) + Double(duration.attoseconds) / 1e18
    #expect(undisturbed.status == 0, "\(undisturbed.errors)")
    let expected = try whole.deterministicFiles()
    let rows = expected["trademarks.csv"].map { $0.count { $0 == 0x0A } }
    #expect(rows == TrademarkKillTests.marks + 1)

    for round in 0..<3 {
      let killed = try project()
      var kills = 0
      for share in [0.15, 0.4, 0.65, 0.85, 0.95].map({
        $0 + Double.random(in: -0.1..<0.1, using: &random)
      }) {
        let command = try Command(["run", "Pipelines/test.yml"], in: killed.root)
        Thread.sleep(forTimeInterval: share * length)
        guard command.isRunning else { break }
        command.killNow()
        kills += 1
        // What readers see is whole or not there.
        let latest = killed.publishPath + "/latest"
        if FileManager.default.fileExists(atPath: latest) {
          #expect(FileManager.default.fileExists(atPath: latest + "/run.json"), label)
        }
      }
      let last = try Command.run("run", "Pipelines/test.yml", in: killed.root)
      #expect(last.status == 0, "\(label): \(last.errors)")
      let found = try killed.deterministicFiles()
      #expect(found.keys.sorted() == expected.keys.sorted(), label)
      for (name, bytes) in expected {
        #expect(found[name] == bytes, "\(label), round \(round), \(kills) kills: \(name) differs")
      }
      let again = try Command.run("run", "Pipelines/test.yml", in: killed.root)
      #expect(again.output.hasPrefix("nothing new"), label)
    }
  }
}
