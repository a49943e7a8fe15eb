import Analyses
import Foundation
import Reports
import TestSupport
import Testing

@testable import Pipelines

/// Pairs of nights, each with one cause.
@Suite struct CauseTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    /// `+base`, `-high-value`, … with the cause that each must have.
    var expected: [String: String]
    var day: String?
    var isLate = false
    /// The file that the fact was read from.
    var file: String?
    var firstAsOf = "2025-06-30"
    var secondAsOf = "2025-06-30"
    var first: @Sendable (TestProject) throws -> Void = { _ in }
    var second: @Sendable (TestProject) throws -> Void = { _ in }

    var testDescription: String { name }
  }

  static let patent = SmallPatent(key: 202_010_136_011, publication: "111226534")

  static func event(
    _ code: String, _ name: String, _ published: String, _ details: String..., id: String = "PRS7"
  ) -> SmallEvent {
    SmallEvent(
      patent: patent, code: code, name: name, published: published, details: details, id: id)
  }

  static func transfer(_ day: String, to address: String, id: String = "PRS8") -> SmallEvent {
    event(
      "TR01", "专利申请权、专利权的转移", day,
      "登记生效日:\(day)", "变更事项:专利权人", "变更前权利人:宿州示例有限公司", "变更后权利人:另一示例有限公司",
      "变更事项:地址", "变更前权利人:234000 安徽省宿州市埇桥区富民路103号", "变更后权利人:\(address)",
      id: id)
  }

  /// The patent with other fields.
  static func patent(_ edit: (inout SmallPatent) -> Void) -> SmallPatent {
    var patent = patent
    edit(&patent)
    return patent
  }

  /// A patent whose twenty years ended before.
  static let old = patent {
    $0.key = 200_510_136_011
    $0.filed = "20050605"
    $0.granted = "20090101"
    $0.produced = "20081220"
  }

  static let quantum = ("G", "06", "N", "10", "00")

  @Test(arguments: events + criteria + rules) func oneCauseANight(_ item: Case) throws {
    let project = try TestProject.small()
    try item.first(project)
    let first = try #require(try project.run(asOf: item.firstAsOf).publishedRun)
    try item.second(project)
    let second = try #require(try project.run(asOf: item.secondAsOf).publishedRun)
    let difference = try #require(try project.changes())
    #expect(difference.previous?.id == first && difference.run.id == second)
    #expect(difference.notCompared == nil, "\(difference.notCompared ?? "")")
    #expect(difference.inconsistencies() == [])
    let changes = difference.patents.flatMap { $0.changes }
    #expect(difference.patents.count == 1, "\(difference.patents.map { $0.applicationNumber })")
    var found: [String: String] = [:]
    for change in changes {
      found[(change.direction == .entry ? "+" : "-") + change.figure.id] = change.reason.cause.id
    }
    #expect(found == item.expected)
    for change in changes {
      #expect(change.reason.day?.isoText == item.day, "\(change.figure.id)")
      #expect(change.reason.isKnownLate == item.isLate, "\(change.figure.id)")
      if let file = item.file { #expect(change.reason.fact?.file == file) }
    }
    // Asked again of the published folders, the answer is the same.
    let again = try PublishedChanges(try project.plan()).difference([first, second])
    #expect(again == difference)
  }
}

extension TestProject {
  /// What the run behind a link says has changed.
  func changes(_ link: String = "latest") throws -> RunDifference? {
    ChangesJSON.difference(
      try Data(
        contentsOf: URL(fileURLWithPath: "\(publishPath)/\(link)/\(ChangesJSON.fileName)")))
  }
}
