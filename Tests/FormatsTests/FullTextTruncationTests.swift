import Foundation
import Records
import Testing

@testable import Formats

/// Full texts cut short: what stood whole before the cut is kept, and there is one reject.
struct FullTextTruncationTests {
  @Test(
    arguments: [
      ("st36/EP19000001A1.xml", ["</ep-patent-document>"]),
      ("st36/EP19000002B1.xml", ["</ep-patent-document>"]),
      ("st36/lexisnexis-CN.xml", ["</lexisnexis-patent-document>"]),
      ("jpo/2024990001.xml", ["</jp-official-gazette>"]),
      ("st96-patent/PatentPublications.xml", ["</pat:PatentPublication>", "</PatentPublication>"]),
      ("st96-patent/DesignApplication.xml", ["</dgn:DesignApplication>"]),
    ])
  func examples(path: String, endTags: [String]) throws {
    try expectTruncations(of: FileReading.example(path), endTags: endTags, cuts: 40)
  }

  @Test(
    .enabled(if: SharedSamples.areExpected, "no sample folder"),
    arguments: [
      ("ep-st36_v1-5-B2.xml", ["</ep-patent-document>"]),
      ("st36_wipo_pamphlet_a_DOC00001.xml", ["</ep-patent-document>"]),
      ("lexisnexis-cn_CN101096965A.xml", ["</lexisnexis-patent-document>"]),
      ("jpo_example3.xml", ["</jp-official-gazette>"]),
      ("st96_wipo-annexVII_PatentPublication_Example.xml", ["</pat:PatentPublication>"]),
      ("st96_wipo-annexVII_DesignApplication_Example.xml", ["</dgn:DesignApplication>"]),
    ])
  func samples(name: String, endTags: [String]) throws {
    let folder = try #require(GoldenTests.samples, "the sample folder is missing")
    try expectTruncations(of: folder + "/" + name, endTags: endTags, cuts: 40)
  }

  private func expectTruncations(of path: String, endTags: [String], cuts: Int) throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let ends = bytes.indices.compactMap { place -> Int? in
      guard bytes[place] == 0x3C else { return nil }
      return endTags.first { bytes[place...].starts(with: $0.utf8) }.map { place + $0.utf8.count }
    }
    try #require(!ends.isEmpty)
    let whole = try ends.map { try read(Array(bytes[..<$0])).records.count }
    var state: UInt64 = 36
    for _ in 0..<cuts {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Half of the cuts in the first 4 KB.
      let limit = state & 1 == 0 ? min(bytes.count, 4096) : bytes.count
      let cut = 1 + Int((state >> 33) % UInt64(limit - 1))
      let result = try read(Array(bytes[..<cut]))
      let kept = Array(zip(ends, whole)).last { $0.0 <= cut }
      #expect(result.records.count == kept?.1 ?? 0, "\(path) cut at \(cut), seed 36")
      let rest = bytes[(kept?.0 ?? 0)..<cut]
      let isBlank = rest.allSatisfy { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
      if !(isBlank && kept != nil) {
        #expect(result.rejects.count == 1, "\(path) cut at \(cut), seed 36: \(result.rejects)")
      }
    }
  }
}
