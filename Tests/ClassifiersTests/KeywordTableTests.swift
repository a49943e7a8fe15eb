import Foundation
import Records
import ReferenceTables
import Testing

@testable import Classifiers

/// The keyword table against the conditions it is kept for.
@Suite struct KeywordTableTests {
  private struct Tables {
    var rules: [SEIRule]
    var rows: [(rule: String, term: String, kind: String, product: String)]
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private func tables() throws -> Tables {
    let rules = try SEIRules(
      ReferenceTable(
        id: "sei-ipc",
        path: KeywordTableTests.folder + "/Sources/ReferenceTables/Tables/sei-ipc/2021.tsv"))
    let terms = try ReferenceTable(
      id: "keywords", path: KeywordTableTests.folder + "/Pipelines/keywords/sei-2021.tsv")
    #expect(terms.columns == ["rule", "term", "kind", "product"])
    return Tables(
      rules: rules.rules, rows: terms.rows.map { ($0[0], $0[1], $0[2], $0[3]) })
  }

  @Test(arguments: [
    ("人脑、杏仁核、癫痫等脑部结构和脑部疾病关键词", ["人脑", "杏仁核", "癫痫", "脑部结构和脑部疾病"]),
    (
      "自动半自动电弧、等离子弧焊接机等金属切割及焊接设备制造；智能铸造岛",
      ["自动半自动电弧", "等离子弧焊接机", "金属切割及焊接设备", "智能铸造岛"]
    ),
    ("不包括航天相关设备制造", ["航天相关设备"]),
    ("农业技术推广服务；三维（3D)打印技术推广服务", ["农业技术推广", "三维打印技术推广"]),
    ("产品相关关键词", ["产品"]),
    ("自动导引车（AGV）", ["自动导引车"]),
    ("除卫星应用服务以外的测绘服务", ["测绘"]),
    ("气凝胶及其制品", ["气凝胶"]),
    ("聚对苯二甲酸乙二醇酯-1,4-环己烷二甲醇酯，S/C/X波段", ["聚对苯二甲酸乙二醇酯-1,4-环己烷二甲醇酯", "S/C/X波段"]),
    ("电机及其他电器制造；电机制造", ["电机", "电器"]),
    ("制造；服务、", ["制造", "服务"]),
    ("", []),
  ])
  func productsOfACondition(_ condition: String, _ products: [String]) {
    #expect(ConditionProducts.of(condition) == products)
  }

  @Test func theConditionsNameAsManyProductsAsTheManualSays() throws {
    let rules = try tables().rules.filter { $0.keywordKind != .none }
    let products = rules.flatMap { ConditionProducts.of($0.condition ?? "") }
    #expect(rules.count == 288)
    #expect(products.count == 1_873)
    #expect(Set(products).count == 1_317)
  }

  @Test func everyProductHasATermOfItsOwn() throws {
    let tables = try tables()
    var without: [String] = []
    var strange: [String] = []
    for rule in tables.rules {
      let named =
        rule.keywordKind == .none ? [] : ConditionProducts.of(rule.condition ?? "")
      let kept = Set(tables.rows.filter { $0.rule == rule.id }.map { $0.product })
      without += named.filter { !kept.contains($0) }.map { "\(rule.id) \($0)" }
      strange += kept.subtracting(named).map { "\(rule.id) \($0)" }
    }
    #expect(without.isEmpty, "products without a term")
    #expect(strange.isEmpty, "terms of a product that is in no condition")
    let known = Set(tables.rules.map { $0.id })
    #expect(tables.rows.filter { !known.contains($0.rule) }.isEmpty)
  }

  @Test func everyTermStandsOnceFoldedAndOfTheRightKind() throws {
    let tables = try tables()
    let kinds = Dictionary(uniqueKeysWithValues: tables.rules.map { ($0.id, $0.keywordKind) })
    var seen: Set<String> = []
    var faults: [String] = []
    for row in tables.rows {
      if !seen.insert("\(row.rule)\t\(row.term)").inserted { faults.append("\(row) stands twice") }
      if SearchText.folded(row.term) != row.term { faults.append("\(row) is not folded") }
      if row.term.unicodeScalars.count < 2 { faults.append("\(row) is too short") }
      // A generic condition is satisfied by its terms like a positive one.
      let kind = kinds[row.rule] == .negative ? "negative" : "positive"
      if row.kind != kind { faults.append("\(row) is of the wrong kind") }
    }
    #expect(faults.isEmpty)
    let withTerms = Set(tables.rows.map { $0.rule })
    for rule in tables.rules {
      #expect(withTerms.contains(rule.id) == (rule.keywordKind != .none), "\(rule.id)")
      #expect((rule.condition == nil) == (rule.keywordKind == .none), "\(rule.id)")
    }
  }

  @Test func rowsAreSorted() throws {
    let tables = try tables()
    var places: [String: [String: Int]] = [:]
    for rule in tables.rules {
      for (place, product) in ConditionProducts.of(rule.condition ?? "").enumerated() {
        places[rule.id, default: [:]][product] = place
      }
    }
    func precedes(_ left: String, _ right: String) -> Bool {
      left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    }
    for (row, next) in zip(tables.rows, tables.rows.dropFirst()) {
      let place = places[row.rule]?[row.product] ?? -1
      let nextPlace = places[next.rule]?[next.product] ?? -1
      let isSorted =
        row.rule != next.rule
        ? precedes(row.rule, next.rule)
        : place != nextPlace ? place < nextPlace : precedes(row.term, next.term)
      if !isSorted { Issue.record("\(row) before \(next)") }
    }
  }

  @Test func theLabelsAreOfRealCodesAndSymbols() throws {
    let labels = try ReferenceTable(
      id: "labels", path: KeywordTableTests.folder + "/Pipelines/keywords/labels-2021.tsv")
    let at = try labels.positions(
      of: "no", "title", "abstract", "ipc", "origin", "expected_sei_codes")
    #expect(labels.rows.count >= 200)
    let codes = Set(try tables().rules.map { $0.code })
    var numbers: Set<String> = []
    for row in labels.rows {
      #expect(numbers.insert(row[at[0]]).inserted, "\(row[at[0]]) stands twice")
      #expect(!row[at[1]].isEmpty, "\(row[at[0]]) has no title")
      #expect(["real", "synthetic"].contains(row[at[4]]), "\(row[at[0]]): \(row[at[4]])")
      let symbols = row[at[3]].split(separator: ";")
      #expect(!symbols.isEmpty, "\(row[at[0]])")
      for symbol in symbols {
        #expect(IPCSymbol(symbol)?.text == String(symbol), "\(row[at[0]]): \(symbol)")
      }
      for code in row[at[5]].split(separator: ";") {
        #expect(codes.contains(String(code)), "\(row[at[0]]): \(code)")
      }
    }
  }
}
