import Foundation

@testable import Formats

/// Small exports of the real shapes, made for tests.
enum SyntheticExports {
  /// A publication with the given serial, in the current format with prefixes.
  static func cnipa(
    serial: Int = 991_218, title: String = "一种跨链方法", doctype: String = "",
    claims: String = #"<b:Claim id="c1" num="0001"><b:ClaimText>1.一种方法</b:ClaimText></b:Claim>"#,
    description: String = "<a:Paragraphs>技术领域</a:Paragraphs>",
    declaration: String = #"<?xml version="1.0" encoding="UTF-8"?>"#
  ) -> String {
    let number = applicationNumber(serial)
    return """
      \(declaration)\(doctype)
      <b:PatentDocumentAndRelated xmlns:b="urn:b" xmlns:a="urn:a" status="C" lang="zh" country="CN" \
      dateProduced="20211205" docNumber="1" kind="A" datePublication="20000101">
      <b:BibliographicData>
      <b:PublicationReference dataFormat="original" sequence="1"><a:DocumentID><a:WIPOST3Code>CN\
      </a:WIPOST3Code><a:DocNumber>\(113_000_000 + serial)</a:DocNumber><a:Kind>A</a:Kind>\
      <a:Date>20211210</a:Date></a:DocumentID></b:PublicationReference>
      <b:ApplicationReference applType="10" dataFormat="original"><a:DocumentID><a:DocNumber>\
      \(number)</a:DocNumber><a:Date>20210826</a:Date></a:DocumentID></b:ApplicationReference>
      <b:InventionTitle lang="zh">\(title)</b:InventionTitle>
      </b:BibliographicData>
      <b:Abstract><a:Paragraphs num="0001">摘要。</a:Paragraphs></b:Abstract>
      <b:Description>\(description)</b:Description>
      <b:Claims>\(claims)</b:Claims>
      </b:PatentDocumentAndRelated>
      """
  }

  static func applicationNumber(_ serial: Int) -> String {
    let digits = "20211" + String(repeating: "0", count: 7 - String(serial).count) + String(serial)
    let sum = zip(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]).reduce(0) {
      $0 + ($1.0.wholeNumberValue ?? 0) * $1.1
    }
    return digits + "." + (sum % 11 == 10 ? "X" : String(sum % 11))
  }

  static func statusRecord(_ id: Int, number: String? = nil, code: String = "CF01") -> String {
    """
    <b:PRSRecord PRSID="\(id)"><b:ApplicationReference dataFormat="standard"><a:DocumentID>\
    <a:DocNumber>102021000991218</a:DocNumber></a:DocumentID></b:ApplicationReference>\
    <b:ApplicationReference dataFormat="original"><a:DocumentID><a:DocNumber>\
    \(number ?? applicationNumber(id))</a:DocNumber></a:DocumentID></b:ApplicationReference>\
    <b:IPRType>1</b:IPRType><b:PRSPublicationDate><a:Date>20240101</a:Date></b:PRSPublicationDate>\
    <b:PRSCode>\(code)</b:PRSCode><b:PRSValue>未缴年费专利权终止</b:PRSValue>\
    <b:PRSInformation>IPC(主分类):H04L 29/08
    终止日期:20230826</b:PRSInformation><b:StatusIndicator>1</b:StatusIndicator></b:PRSRecord>

    """
  }

  static func status(_ records: [String], isClosed: Bool = true) -> String {
    #"<?xml version="1.0" encoding="UTF-8"?><b:PRS xmlns:b="urn:b" xmlns:a="urn:a" "#
      + #"givenTime="20240105" num="\#(records.count)">"# + "\n" + records.joined()
      + (isClosed ? "</b:PRS>" : "")
  }
}
