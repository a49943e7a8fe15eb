import Formats
import Records
import Store

/// What of the office's trademark data was loaded, and what is missing for a count.
struct TrademarkCoverage {
  /// Whether any mark of the office of China was loaded.
  let hasChineseMarks: Bool
  /// What a count of Chinese marks lacks, in Chinese; empty where nothing does.
  let gaps: [String]
  /// Whether a mark of the Madrid register was loaded.
  let hasInternationalMarks: Bool

  init(_ database: IPDatabase) throws {
    hasChineseMarks = try database.hasTrademarks(office: "CN")
    hasInternationalMarks =
      try database.hasTrademarks(office: "WO") || database.hasTrademarks(office: "IB")
    let origins = try database.trademarkOrigins()
    let tables = origins.filter { $0.format == TrademarkRow.format }
    var gaps: [String] = []
    if tables.isEmpty {
      gaps.append("未载入国家知识产权局商标数据开放的数据表，其他来源是否齐全不明")
    } else {
      let parts = Set(tables.compactMap { $0.part })
      if !parts.contains(.basic) { gaps.append("未载入注册商标基本信息") }
      if !parts.contains(.holder) { gaps.append("未载入商标注册人信息") }
      let deliveries = tables.map { TrademarkDelivery(path: $0.path, member: $0.member) }
      if !deliveries.contains(where: { $0?.increment == 0 }) {
        gaps.append("未载入年度全量数据，只有增量或文件名不能说明")
      }
      let unnamed = deliveries.count { $0 == nil }
      if unnamed > 0, tables.count > unnamed || unnamed > parts.count {
        gaps.append("\(unnamed)个数据表的文件名不含年份与增量次序，按最早的一次处理")
      }
    }
    self.gaps = gaps
  }

  var status: PlanIndicatorStatus {
    hasChineseMarks ? (gaps.isEmpty ? .upperBound : .incomplete) : .noData
  }

  /// The sentence that every count of Chinese marks ends with.
  var remark: String {
    guard hasChineseMarks else { return "无数据：未载入商标数据" }
    let ends = "开放数据不含注销、撤销和宣告无效，未予扣除"
    // Only of complete data it is known that the true number is no greater, and of the marks that are
    // neither undetermined nor without a place.
    guard gaps.isEmpty else { return ends + "；" + gaps.joined(separator: "；") }
    return ends + "；待定和地址未定的另列，不计入，除此以外实际数不大于此数"
  }
}
