import Analyses
import Classifiers

/// What was merged and why, and what an analyst should look at, as tables.
enum OwnerTables {
  /// The file that `ipatlas owners review` reads.
  static let review = "owner-review"
  /// More pairs than an analyst will look at in a year; the most likely come first.
  static let longest = 2000

  static func review(_ grouping: OwnerGrouping) -> DataTable {
    DataTable(
      id: review, title: "疑似同一权利人待核", grain: "每对名称一行，列前\(longest)对，最可能者在前",
      columns: [
        DataColumn("place", "序号", .integer), DataColumn("left", "名称甲", .text),
        DataColumn("right", "名称乙", .text), DataColumn("reason", "疑似依据", .text),
        DataColumn("rights", "涉及专利", .integer, unit: "件"),
      ], key: ["place"],
      rows: grouping.doubtful.prefix(longest).enumerated().map { index, pair in
        [
          .integer(index + 1), .text(pair.left), .text(pair.right), .text(pair.reason.chinese),
          .integer(pair.rights),
        ]
      })
  }

  /// Every merge of owners that bear more than one name.
  static func merges(_ grouping: OwnerGrouping) -> DataTable {
    var table = DataTable(
      id: "owner-merges", title: "权利人归并依据", grain: "每次归并一行",
      columns: [
        DataColumn("line", "序号", .integer), DataColumn("owner", "权利人序号", .integer),
        DataColumn("owner_name", "权利人", .text), DataColumn("left", "名称", .text),
        DataColumn("right", "归并为", .text), DataColumn("reason", "依据", .text),
        DataColumn("evidence", "证据", .text, disclosure: .office),
      ], key: ["line"])
    for (index, owner) in grouping.owners.enumerated() where owner.variants.count > 0 {
      for merge in owner.merges {
        table.append([
          .integer(table.rows.count + 1), .integer(index + 1), .text(owner.name),
          .text(merge.left), .text(merge.right), .text(merge.reason.chinese),
          merge.evidence.map { .text($0) } ?? .null,
        ])
      }
    }
    return table
  }
}
