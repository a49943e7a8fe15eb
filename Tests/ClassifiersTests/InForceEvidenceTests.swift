import Dossiers
import Testing

@testable import Classifiers

/// A right that nobody has confirmed to be in force counts with `in-force-only`, and its fact says so.
@Suite struct InForceEvidenceTests {
  @Test(arguments: [
    ("大宗数据中的同族未见终止事件：口径仅计有效，按有效计", "EP3000000B1（数据中未见终止事件，按有效计）"),
    ("登记簿无记载，大宗数据有美国授权文本", "US11000000B2"),
  ])
  func theFactSaysWhatItRestsOn(title: String, value: String) throws {
    let example = try #require(OverseasFamily.examples.first { $0.title == title })
    let judgement = OverseasFamily.judge(example.patent, in: example.context)
    #expect(judgement.evidence.map { $0.value } == [value])
  }
}
