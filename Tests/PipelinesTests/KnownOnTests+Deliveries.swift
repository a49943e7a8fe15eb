/// The exports of the sequence.
extension KnownOnTests {
  static func document(
    _ application: String, _ number: String, _ kind: String, published: String, produced: String,
    address: String = "234000 安徽省宿州市埇桥区一号", title: String = "一种装置", status: String = "C"
  ) -> String {
    """
    <PatentDocumentAndRelated xsdVersion="V2.2.1" file="\(number)\(kind).XML" \
    dateProduced="\(produced)" status="\(status)" lang="zh" country="CN" docNumber="\(number)" \
    kind="\(kind)" datePublication="\(published)"><BibliographicData>\
    <PublicationReference dataFormat="standard" sequence="1"><DocumentID>\
    <WIPOST3Code>CN</WIPOST3Code><DocNumber>\(number)</DocNumber><Kind>\(kind)</Kind>\
    <Date>\(published)</Date></DocumentID></PublicationReference>\
    <ApplicationReference applType="10" dataFormat="original" sequence="1"><DocumentID>\
    <WIPOST3Code>CN</WIPOST3Code><DocNumber>\(application)</DocNumber>\
    <Date>\(application.prefix(4))0302</Date></DocumentID></ApplicationReference>\
    <InventionTitle lang="zh" dataFormat="original">\(title)</InventionTitle>\
    <AssigneeDetails><Assignee sequence="1" dataFormat="original" lang="zh">\
    <AddressBook lang="zh"><Name>甲公司</Name><Address><WIPOST3Code>CN</WIPOST3Code>\
    <Text>\(address)</Text></Address></AddressBook></Assignee></AssigneeDetails>\
    </BibliographicData></PatentDocumentAndRelated>
    """
  }

  static func documents(_ documents: [String]) -> String {
    documents.map { "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"no\"?>\n\($0)\n" }
      .joined()
  }

  static func event(
    _ application: String, _ code: String, _ published: String, _ text: String = ""
  ) -> String {
    """
    <business:PRSRecord PRSID="PRS\(code)\(application)">\
    <business:ApplicationReference applType="10" dataFormat="original" sequence="1">\
    <base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code>\
    <base:DocNumber>\(application)</base:DocNumber></base:DocumentID>\
    </business:ApplicationReference><business:IPRType>发明专利</business:IPRType>\
    <business:PRSPublicationDate><base:Date>\(published)</base:Date></business:PRSPublicationDate>\
    <business:PRSCode>\(code)</business:PRSCode>\
    <business:PRSValue>\(code == "CF01" ? "未缴年费专利权终止" : "公开")</business:PRSValue>\
    <business:PRSInformation>\(text)</business:PRSInformation>\
    <business:StatusIndicator>1</business:StatusIndicator></business:PRSRecord>
    """
  }

  static func events(_ given: String, _ events: [String]) -> String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <business:PRS xmlns:business="http://www.sipo.gov.cn/XMLSchema/business" \
    xmlns:base="http://www.sipo.gov.cn/XMLSchema/base" givenTime="\(given)" \
    num="\(events.count)">\(events.joined())</business:PRS>
    """
  }

  /// A member of the family of the application 202110000004.
  static func exchanged(_ country: String, _ number: String, _ kind: String) -> String {
    let application = country == "CN" ? "202110000004" : "2021\(number)"
    let day = country == "CN" ? "20210907" : "20220412"
    return """
      <exch:exchange-document country="\(country)" doc-number="\(number)" kind="\(kind)" \
      date-publ="\(day)" family-id="7000001" date-of-last-exchange="@" status="C">\
      <exch:bibliographic-data><exch:publication-reference data-format="docdb"><document-id>\
      <country>\(country)</country><doc-number>\(number)</doc-number><kind>\(kind)</kind>\
      <date>\(day)</date></document-id></exch:publication-reference>\
      <exch:application-reference data-format="docdb"><document-id><country>\(country)</country>\
      <doc-number>\(application)</doc-number><kind>A</kind><date>20210302</date></document-id>\
      </exch:application-reference></exch:bibliographic-data></exch:exchange-document>
      """
  }

  static func docdb(_ given: String, _ documents: [String]) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <exch:exchange-documents xmlns:exch="http://www.epo.org/exchange" date-of-exchange="\(given)">\
    \(documents.joined().replacing("\"@\"", with: "\"\(given)\""))</exch:exchange-documents>
    """
  }
}
