import Records
import TestSupport

/// Deliveries of single patents of a small city, in the form of the bulk exports.
struct SmallPatent {
  /// The number without its check digit.
  var key: Int64
  var publication: String
  var kind = "B"
  var filed = "20200302"
  var granted = "20220603"
  var produced = "20220530"
  var status = "C"
  var title = "一种折叠椅"
  var abstract = "本发明公开一种折叠椅。"
  var symbol = ("A", "47", "B", "13", "00")
  var owner = "宿州示例有限公司"
  var address = SmallPatent.yongqiao

  static let yongqiao = "234000 安徽省宿州市埇桥区富民路103号"
  static let lingbi = "234200 安徽省宿州市灵璧县富民路103号"
  static let hefei = "230000 安徽省合肥市蜀山区长江西路1号"

  var number: String { ApplicationNumber(key: key)?.canonical ?? "" }

  var xml: String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <PatentDocumentAndRelated xsdVersion="V2.2.1" dateProduced="\(produced)" status="\(status)" \
    lang="zh" country="CN" docNumber="\(publication)" kind="\(kind)" datePublication="\(granted)">
    <BibliographicData><PublicationReference dataFormat="original" sequence="1"><DocumentID>\
    <WIPOST3Code>CN</WIPOST3Code><DocNumber>\(publication)</DocNumber><Kind>\(kind)</Kind>\
    <Date>\(granted)</Date></DocumentID></PublicationReference>
    <ApplicationReference applType="10" dataFormat="original" sequence="1"><DocumentID>\
    <WIPOST3Code>CN</WIPOST3Code><DocNumber>\(number)</DocNumber><Date>\(filed)</Date>\
    </DocumentID></ApplicationReference>
    <ClassificationIPCRDetails creator="03"><ClassificationIPCR sequence="1">\
    <IPCVersionDate>20060101</IPCVersionDate><Section>\(symbol.0)</Section>\
    <MainClass>\(symbol.1)</MainClass><Subclass>\(symbol.2)</Subclass>\
    <MainGroup>\(symbol.3)</MainGroup><Subgroup>\(symbol.4)</Subgroup>\
    <Text>\(symbol.0)\(symbol.1)\(symbol.2) \(symbol.3)/\(symbol.4)  (2006.01)</Text>\
    </ClassificationIPCR></ClassificationIPCRDetails>
    <InventionTitle lang="zh" dataFormat="original">\(title)</InventionTitle>
    <Parties><ApplicantDetails>\(party("Applicant"))</ApplicantDetails></Parties>
    <AssigneeDetails>\(party("Assignee"))</AssigneeDetails></BibliographicData>
    <Abstract lang="zh" dataFormat="original"><Paragraphs>\(abstract)</Paragraphs></Abstract>
    </PatentDocumentAndRelated>

    """
  }

  private func party(_ element: String) -> String {
    """
    <\(element) sequence="1" dataFormat="original" lang="zh"><AddressBook lang="zh">\
    <Name>\(owner)</Name><Address><WIPOST3Code>CN</WIPOST3Code><Text>\(address)</Text></Address>\
    </AddressBook></\(element)>
    """
  }
}

/// A legal event as the legal-status export gives it.
struct SmallEvent {
  var patent: SmallPatent
  var code: String
  var name: String
  var published: String
  var details: [String] = []
  var id = "PRS1"

  static func xml(_ events: [SmallEvent], given: String) -> String {
    let records = events.map { event in
      """
      <business:PRSRecord PRSID="\(event.id)"><business:ApplicationReference applType="10" \
      dataFormat="original" sequence="1"><base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code>\
      <base:DocNumber>\(event.patent.number)</base:DocNumber>\
      <base:Date>\(event.patent.filed)</base:Date></base:DocumentID>\
      </business:ApplicationReference><business:IPRType>发明专利</business:IPRType>\
      <business:PRSPublicationDate><base:Date>\(event.published)</base:Date>\
      </business:PRSPublicationDate><business:PRSCode>\(event.code)</business:PRSCode>\
      <business:PRSValue>\(event.name)</business:PRSValue><business:PRSInformation>\
      \(event.details.joined(separator: "\n"))</business:PRSInformation>\
      <business:StatusIndicator>1</business:StatusIndicator></business:PRSRecord>

      """
    }
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <business:PRS xmlns:business="http://www.sipo.gov.cn/XMLSchema/business" \
      xmlns:base="http://www.sipo.gov.cn/XMLSchema/base" givenTime="\(given)" num="\(events.count)">
      \(records.joined())</business:PRS>

      """
  }
}

extension TestProject {
  /// A project with registers that are loaded and empty, a population, and two patents that stay.
  static func small(asOf: String = "2025-06-30") throws -> TestProject {
    let project = try TestProject()
    try project.writePlan(asOf: asOf)
    try project.register(
      "population", "行政区划代码,年份,年末常住人口,来源", "341300,2009,5000000,公报",
      "341300,2023,5000000,公报")
    try project.register("pledges", "登记号,专利号,登记日,解除日,质押金额")
    try project.register("awards", "patent_no,award,level,year,link_kind")
    try project.register("families", "专利号,同族公开号,同族国家,是否授权,授权日,失效日,同族类型")
    try project.register("sei-decisions", "patent_no,sei_code,verdict,decided_by,decided_on")
    let old = SmallPatent(
      key: 200_810_000_001, publication: "100000001", filed: "20080101", granted: "20110101",
      produced: "20101220")
    let new = SmallPatent(key: 202_010_000_002, publication: "100000002")
    try project.deliver([old, new], "stay")
    try project.deliver(
      events: [SmallEvent(patent: new, code: "GR01", name: "授权", published: "20220603")], "stay")
    return project
  }

  func register(_ name: String, _ rows: String...) throws {
    try write(rows.joined(separator: "\n") + "\n", to: "registers/\(name).csv")
  }

  func deliver(_ patents: [SmallPatent], _ name: String) throws {
    try write(patents.map { $0.xml }.joined(), to: "cnipa/\(name).xml")
  }

  func deliver(events: [SmallEvent], _ name: String) throws {
    try write(SmallEvent.xml(events, given: "20250101"), to: "cnipa-prs/\(name).xml")
  }
}
