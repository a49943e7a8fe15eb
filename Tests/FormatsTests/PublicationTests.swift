import Foundation
import Records
import Testing

@testable import Formats

struct PublicationTests {
  @Test func aDesignHasItsPartiesBesideTheOtherElements() throws {
    let text = """
      <PatentDocumentAndRelated status="R" kind="S" country="CN"><DesignBibliographicData>
      <PublicationReference dataFormat="standard"><DocumentID><DocNumber>305000001</DocNumber>\
      <Kind>S</Kind><Date>20200101</Date></DocumentID></PublicationReference>
      <ApplicationReference applType="30" dataFormat="standard"><DocumentID><DocNumber>\
      302019000123456</DocNumber><Date>20190601</Date></DocumentID></ApplicationReference>
      <ClassificationLocarno><EditionStatement>12</EditionStatement><MainClassification>14-03\
      </MainClassification><FurtherClassification>09-01</FurtherClassification></ClassificationLocarno>
      <DesignTitle>包装盒</DesignTitle>
      <ApplicantDetails><Applicant sequence="1"><AddressBook><Name>甲公司</Name><Address>\
      <PostCode>234000</PostCode><City>0</City><Text>234000 安徽省宿州市</Text></Address>\
      </AddressBook></Applicant></ApplicantDetails>
      <DesignerDetails><Designer sequence="2"><Name>乙</Name></Designer><Designer sequence="1">\
      <AddressBook><LastName>丙</LastName><FirstName>丁</FirstName></AddressBook></Designer>\
      </DesignerDetails>
      </DesignBibliographicData><DesignBriefExplanation/></PatentDocumentAndRelated>
      """
    let result = try read(text)
    let patent = try #require(result.records.first?.patent, "\(result.rejects)")
    #expect(patent.right == .design)
    #expect(patent.status == .replaced)
    #expect(patent.application?.text.hasPrefix("201930123456.") == true)
    #expect(patent.locarno == ["14-03", "09-01"])
    #expect(patent.titles.first?.text == "包装盒")
    #expect(patent.applicants.first?.address == "234000 安徽省宿州市")
    #expect(patent.applicants.first?.postcode == "234000")
    #expect(patent.applicants.first?.city == nil)
    #expect(patent.inventors == ["丙丁", "乙"])
    #expect(patent.claimCount == nil)
  }

  @Test func internationalApplicationAndParent() throws {
    let data = """
      <b:PCTOrRegionalApplicationData><a:DocumentID><a:DocNumber>PCT/US2021/019468</a:DocNumber>\
      <a:Date>20210224</a:Date></a:DocumentID></b:PCTOrRegionalApplicationData>\
      <b:PCTOrRegionalPublishingData><a:DocumentID><a:DocNumber>2021/173713</a:DocNumber>\
      </a:DocumentID></b:PCTOrRegionalPublishingData><b:NationalStageEntryDate><a:Date>20220826\
      </a:Date></b:NationalStageEntryDate><b:RelatedDocuments><b:Division><b:DocumentsRelation>\
      <b:ParentDocument><a:DocumentID><a:DocNumber>201710269973.9</a:DocNumber></a:DocumentID>\
      </b:ParentDocument><b:ChildDocument><a:DocumentID><a:Date>00000000</a:Date></a:DocumentID>\
      </b:ChildDocument></b:DocumentsRelation></b:Division></b:RelatedDocuments>
      """
    let text = SyntheticExports.cnipa()
      .replacing("</b:BibliographicData>", with: data + "</b:BibliographicData>")
    let patent = try #require(try read(text).records.first?.patent)
    #expect(patent.internationalApplication?.applicationNumber == "PCT/US2021/019468")
    #expect(patent.internationalApplication?.filingDate?.number == 20_210_224)
    #expect(patent.internationalApplication?.publicationNumber == "2021/173713")
    #expect(patent.internationalApplication?.nationalEntry?.number == 20_220_826)
    #expect(patent.parent?.text == "201710269973.9")
  }

  @Test func textIsUnwrappedAndComposed() {
    func text(_ source: String) -> String? {
      var source = source
      return source.withUTF8 { CanonicalText.text($0) }
    }
    #expect(text("\n 一种制\n\t\t造方法 \n") == "一种制造方法")
    #expect(text("a new\n   method") == "a new method")
    #expect(text("a  b\u{A0}c\u{3000}d") == "a  b\u{A0}c\u{3000}d")
    #expect(text("e\u{301}")?.unicodeScalars.count == 1)
    #expect(text("ｶﾞ（甲）")?.unicodeScalars.count == 5)
    #expect(text(" \n ") == nil)
  }
}
