import Records

/// CNIPA's open trademark data (商标数据开放): seven tables, delivered as a yearly base and increments.
///
/// A table is recognised by the columns of its header. Members are comma-separated text in UTF-8, or
/// files named `.xls` that are tab-separated text in GB18030; either encoding is read with either
/// separator.
package enum CnipaTrademark {
  package static let id = TrademarkRow.format

  static let description = FormatDescription(
    id: id, name: "国家知识产权局商标数据开放（七张表）", root: "CSV",
    verifiedOnData: "列名、文件名与日期写法（取自公开解析程序的样例）",
    verifiedOnSchemaOnly: "全部数据行：手头无真实数据行，依五个公开解析程序的描述")

  /// The table that a file's beginning shows, or nil if it is none of the seven.
  ///
  /// A header that has a mark's number and class but fits none of them is taken too, to be rejected
  /// with the name of the nearest one.
  package static func table(
    fileName: String, header: UnsafeRawBufferPointer
  ) -> RecognisedTable? {
    let isOurs = header.withMemoryRebound(to: UInt8.self) { bytes in
      CnipaHeader(bytes, fileName: fileName) != nil
    }
    guard isOurs else { return nil }
    return RecognisedTable(id: id) { CnipaTableReader(fileName: fileName) }
  }
}
