import Foundation
import Records
import ReferenceTables
import Testing

@testable import Classifiers

/// The grouping against the labelled pairs, each pair alone.
@Suite struct OwnerPairsTests {
  struct Pair {
    var left: OwnerMention
    var right: OwnerMention
    var isSame: Bool
    var group: String
  }

  let pairs: [Pair]

  init() throws {
    let table = try TableCatalogue().table("owner-pairs")
    let at = try table.positions(
      of: "left", "right", "left_place", "right_place", "same", "class")
    pairs = table.rows.map { row in
      Pair(
        left: OwnerMention(name: row[at[0]], place: RegionCode(row[at[2]]), right: 1),
        right: OwnerMention(name: row[at[1]], place: RegionCode(row[at[3]]), right: 2),
        isSame: row[at[4]] == "是", group: row[at[5]])
    }
  }

  /// Whether the two names become one owner; the event is given where the class says that there is one.
  private func isMerged(_ pair: Pair) -> Bool {
    let renamings =
      pair.group == "更名（有事务）"
      ? [OwnerRenaming(from: pair.left.name, to: pair.right.name, evidence: "CP01")] : []
    let grouping = OwnerGrouping(
      mentions: [pair.left, pair.right], renamings: renamings, decisions: [])
    return grouping.ownerOfMention[0] == grouping.ownerOfMention[1]
  }

  @Test func atLeastSixHundredPairsAreLabelled() { #expect(pairs.count >= 600) }

  /// What a name cannot tell – a renaming that no event tells – is counted apart.
  @Test func precisionAndRecall() throws {
    var lines = ["class\tpairs\tsame\tmerged\tright\twrong\tmissed"]
    var (right, wrong, missed) = (0, 0, 0)
    for (group, members) in Dictionary(grouping: pairs, by: { $0.group }).sorted(by: {
      $0.key < $1.key
    }) {
      let merged = members.map { isMerged($0) }
      let hits = zip(members, merged).count { $0.isSame && $1 }
      let errors = zip(members, merged).count { !$0.isSame && $1 }
      let misses = zip(members, merged).count { $0.isSame && !$1 }
      lines.append(
        "\(group)\t\(members.count)\t\(members.count { $0.isSame })\t\(merged.count { $0 })\t\(hits)\t"
          + "\(errors)\t\(misses)")
      wrong += errors
      if group == "更名（无事务）" { continue }
      right += hits
      missed += misses
      for (pair, isMerged) in zip(members, merged) where pair.isSame != isMerged {
        lines.append(
          "  \(isMerged ? "merged" : "apart"): \(pair.left.name) | \(pair.right.name)")
      }
    }
    let precision = Double(right) / Double(right + wrong)
    let recall = Double(right) / Double(right + missed)
    lines.append("precision \(precision) recall \(recall)")
    #expect(precision >= 0.99, "\(lines.joined(separator: "\n"))")
    #expect(recall >= 0.95, "\(lines.joined(separator: "\n"))")
    print(lines.joined(separator: "\n"))
  }
}
