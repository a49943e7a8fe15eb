import Records
import Testing

@testable import Formats

/// Workbooks in other forms are refused once, with the way out, not member by member.
@Suite struct ForeignWorkbookTests {
  @Test(arguments: [
    (["mimetype", "content.xml", "META-INF/manifest.xml"], ".ods"),
    (["xl/workbook.bin", "xl/worksheets/sheet1.bin"], ".xlsb"),
    (["Index/Document.iwa", "preview.jpg"], "Numbers"),
  ])
  func oneRejectNamesTheForm(members: [String], form: String) throws {
    let bytes = ZipWriter.archive(
      members.map { .init(name: $0, bytes: Array("<office:document-content/>".utf8)) })
    let found = try read(bytes, name: "pledges" + (form.hasPrefix(".") ? form : ".numbers"))
    #expect(found.records.isEmpty)
    #expect(found.rejects.map { $0.code } == [.badContainer])
    let reason = found.rejects.first?.reason ?? ""
    #expect(reason.contains(form) && reason.contains("save it as .xlsx or as CSV UTF-8"))
  }
}
