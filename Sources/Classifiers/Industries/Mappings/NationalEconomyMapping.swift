import ReferenceTables

/// 国民经济行业分类 (GB/T 4754), by the table that leads from the IPC to it.
package struct NationalEconomyMapping: IndustryMapping {
  package static let id = "gbt4754"
  package static let title = "国民经济行业分类"

  package let edition: String
  package let caveat: String?
  package let labels: [IndustryLabel]
  private let places: IPCPlaceIndex
  /// By row of the table: the position of its code among the labels.
  private let codes: [Int]

  package init(_ sources: MappingSources) throws(ReferenceTableError) {
    let tree = try sources.table("gbt4754")
    let names = try CodeNames(tree, code: "code", name: "name", parent: "parent")
    let table = try sources.table("gbt4754-ipc")
    let rows = try IndustryReferences(table).rows
    var positions: [String: Int] = [:]
    for code in Set(rows.map { $0.code }).sorted() { positions[code] = positions.count }
    labels = positions.sorted { $0.value < $1.value }.map { code, _ in
      IndustryLabel(
        code: code, name: names.name(of: code) ?? code, parent: names[code]?.parent)
    }
    codes = rows.map { positions[$0.code] ?? 0 }
    places = IPCPlaceIndex(rows.map { ([$0.place], []) })
    edition = "\(tree.edition)（对照表 \(table.edition)）"
    caveat = table.description.checked
  }

  package func codes(of right: ClassifiedRight) -> [String] {
    Set(right.symbols.flatMap { places.items(of: $0) }.map { codes[$0] }).sorted()
      .map { labels[$0].code }
  }
}
