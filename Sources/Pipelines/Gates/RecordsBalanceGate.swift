/// Whether every record that was read of a file has become something.
///
/// Why: a record that is neither loaded nor rejected is lost without a line. Compared are two counts of
/// their own: what the readers gave, and what the database holds.
enum RecordsBalanceGate: Gate {
  static let id = "records-balance"
  static let label = "记录数平衡"
  static let standsOnPage = true
  static let isAcceptable = false

  static func check(_ subject: GateSubject) -> GateFinding {
    let unbalanced = subject.inputs.filter { !$0.balances }.map {
      "\($0.path)：读取 \($0.records) 条，入库 \($0.loaded)、存根 \($0.stubbed)、被替代 \($0.superseded)、"
        + "重复 \($0.duplicate)、未能读取 \($0.rejected)"
    }
    return unbalanced.isEmpty
      ? GateFinding(.within, "每个文件：读取 = 入库 + 存根 + 被替代 + 重复 + 未能读取")
      : GateFinding(.error, unbalanced.joined(separator: "；"))
  }
}
