import Records

/// Writes legal-status records (`business:PRSRecord`) as the schema orders their parts.
///
/// No real legal-status file was seen in public: the shape comes from the schema and from parsers.
struct StatusRecordWriter: Sendable {
  /// The start of a file that holds `count` records.
  static func header(count: Int, given: String) -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <business:PRS xmlns:business="http://www.sipo.gov.cn/XMLSchema/business" \
      xmlns:base="http://www.sipo.gov.cn/XMLSchema/base" givenTime="\(given)" num="\(count)">

      """.utf8)
  }

  static let footer = Array("</business:PRS>\n".utf8)

  /// One record; both forms of the application number, in either order.
  static func append(
    _ event: PlannedEvent, ordinal: Int, of application: Application, to bytes: inout [UInt8]
  ) {
    var xml = XMLBytes(reserving: 1_600)
    let id = "PRS" + padded(application.index, 9) + padded(ordinal, 3)
    xml.open(.business, "PRSRecord", " PRSID=\"\(id)\"")
    let standard = PatentDocumentWriter.standardNumber(application)
    let formats = [("standard", standard), ("original", application.number.canonical)]
    for (format, number) in (application.index + ordinal) % 2 == 0 ? formats : formats.reversed() {
      xml.open(
        .business, "ApplicationReference",
        " applType=\"\(standard.prefix(2))\" dataFormat=\"\(format)\" sequence=\"1\"")
      xml.open(.base, "DocumentID")
      xml.leaf(.base, "WIPOST3Code", "CN")
      xml.leaf(.base, "DocNumber", number)
      xml.leaf(.base, "Date", application.filed.compact)
      xml.close(.base, "DocumentID")
      xml.close(.business, "ApplicationReference")
    }
    let right =
      switch application.right {
      case .utilityModel: "实用新型"
      case .design: "外观设计"
      default: "发明专利"
      }
    xml.leaf(.business, "IPRType", right)
    xml.open(.business, "PRSPublicationDate")
    xml.leaf(.base, "Date", event.published.compact)
    xml.close(.business, "PRSPublicationDate")
    xml.leaf(.business, "PRSCode", event.code)
    xml.leaf(.business, "PRSValue", event.name)
    xml.leaf(.business, "PRSInformation", event.details)
    xml.leaf(.business, "StatusIndicator", "1")
    xml.close(.business, "PRSRecord")
    bytes.append(contentsOf: xml.bytes)
  }
}
