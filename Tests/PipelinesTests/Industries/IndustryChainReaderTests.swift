import Classifiers
import Foundation
import ReferenceTables
import TestSupport
import Testing

@testable import Pipelines

@Suite struct IndustryChainReaderTests {
  private static func chain(_ node: String, tail: String = "") -> String {
    """
    id: pears
    name: 梨产业
    source: 示例
    stages:
      - id: up
        name: 上游
        nodes:
          - \(node)
    \(tail)
    """
  }

  @Test(arguments: [
    ("", "is empty"),
    (chain("{id: a, name: 甲, ipc: [\"A61K9/00*\"]}"), "A61K9/00*"),
    (chain("{id: a, name: 甲, ipc: [\"I01B*\"]}"), "expected IPC places"),
    (chain("{id: a, name: 甲}"), "has no rule"),
    (chain("{id: a, name: 甲, terms: [梨树]}"), "match: ipc-or-terms"),
    (chain("{id: a, name: 甲, terms: [梨], match: ipc-or-terms}"), "at least two characters"),
    (chain("{id: a, name: 甲, ipc: [\"A01B*\"], match: ipc-and-terms}"), "\"terms\" is empty"),
    (chain("{id: a, name: 甲, ipc: [\"A01B*\"], match: both}"), "expected ipc or"),
    (chain("{id: a, name: 甲, ipc: [\"A01B*\"], parent: b}"), "which is no node"),
    (chain("{id: a, name: 甲, ipc: [\"A01B*\"], parent: a}"), "in a circle: a → a"),
    (
      chain(
        "{id: a, name: 甲, ipc: [\"A01B*\"], parent: b}",
        tail: "      - {id: b, name: 乙, ipc: [\"A01C*\"], parent: a}"), "in a circle"
    ),
    (
      chain(
        "{id: a, name: 甲, ipc: [\"A01B*\"]}", tail: "      - {id: a, name: 乙, ipc: [\"A01C*\"]}"),
      "stands twice"
    ),
    (chain("{id: A, name: 甲, ipc: [\"A01B*\"]}"), "lower-case ASCII"),
    (chain("{id: a, ipc: [\"A01B*\"]}"), "\"stages[1].nodes[1].name\" is missing"),
    (chain("{id: a, name: 甲, nice: {\"46\": 0.5}}"), "no Nice class"),
    (chain("{id: a, name: 甲, nice: {\"31\": 1.5}}"), "at most 1"),
    (
      chain(
        "{id: a, name: 甲, nice: {\"31\": 0.6}}",
        tail: "      - {id: b, name: 乙, nice: {\"31\": 0.6}}"), "expected at most 1"
    ),
    (chain("{id: a, name: 甲, ipcs: [\"A01B*\"]}"), "did you mean \"ipc\""),
    ("id: pears\nname: 梨\nsource: 示例\nstages: []", "hold no node"),
    ("id: pears\nname: 梨\nsource: 示例\nstages: 3", "is not a list"),
    ("\tid: pears", "is not YAML"),
  ])
  func aWrongFileIsRefusedWithItsReason(text: String, reason: String) {
    let error = #expect(throws: PlanError.self) {
      try IndustryChainReader.read(text, path: "pears.yml")
    }
    #expect(error?.text.contains(reason) == true, "\(error?.text ?? "")")
    #expect(error?.text.hasPrefix("pears.yml") == true)
  }

  /// The chains that are shipped parse, and say what they are.
  @Test func theShippedChainsParse() throws {
    let chains = try IndustryChainReader.readAll(
      in: PackageFolder.path + "/Pipelines/industries")
    #expect(
      chains.map { $0.name }.sorted()
        == ["生物医药", "新材料", "电子信息", "新能源", "高端装备制造", "绿色食品", "轻纺鞋服", "种业"].sorted())
    for chain in chains {
      #expect(chain.isProposal, "\(chain.id)")
      #expect(chain.source.contains("未经主管部门确认"), "\(chain.id)")
      #expect(chain.stages.map { $0.name } == ["上游", "中游", "下游"], "\(chain.id)")
      #expect(chain.nodes.count >= 10, "\(chain.id)")
    }
  }

  @Test func aFileMustBearItsOwnId() throws {
    let folder = try TemporaryFolder()
    try IndustryChainReaderTests.chain("{id: a, name: 甲, ipc: [\"A01B*\"]}").write(
      toFile: folder.path + "/apples.yml", atomically: true, encoding: .utf8)
    let error = #expect(throws: PlanError.self) {
      try IndustryChainReader.readAll(in: folder.path)
    }
    #expect(error?.text.contains("file's own name") == true)
  }
}
