import Foundation
import ReferenceTables

extension IndustryTables {
  /// A small edition with a rule of every kind, for the criterion's examples.
  static let example: IndustryTables? = try? IndustryTables(
    rules: table(
      "sei-ipc",
      """
      rule,sei_big,sei_big_name,sei_code,sei_name,ipc_include,ipc_exclude,keyword_condition,keyword_kind
      X1,1,新一代信息技术产业,1.2,电子核心产业,G06N10/00,,,none
      X2,1,新一代信息技术产业,1.10,示例产业,H01L21* H01L27*,H01L21/312,集成电路制造,positive
      X3,5,新能源汽车产业,5.1,新能源汽车整车制造,B60K1*,,不包含非机动车,negative
      X4,3,新材料产业,3.2,先进有色金属材料,C22B4*,,稀土相关关键词,generic
      X5,4,生物产业,4.1,生物医药产业,A61K31*,,新药制造,positive
      """),
    transfers: table(
      "ipc-transfers",
      """
      from_first,from_last,to,ipc_version,status
      H01L27*,,H10B*,2023.01,example
      """),
    terms: table(
      "sei-keywords",
      """
      rule,term,kind,product
      X2,集成电路,positive,集成电路
      X3,自行车,negative,非机动车
      X4,稀土,generic,稀土
      """))

  private static func table(_ id: String, _ text: String) throws(ReferenceTableError)
    -> ReferenceTable
  {
    try ReferenceTable(
      id: id, edition: "example", path: "example",
      bytes: Data(text.replacing(",", with: "\t").utf8))
  }
}
