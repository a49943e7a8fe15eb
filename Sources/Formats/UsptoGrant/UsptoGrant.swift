/// The USPTO's weekly grants, `us-patent-grant` of the DTDs v4.0–4.7: inventions, designs, plant
/// patents, reissues and statutory invention registrations; with full text or bibliographic only.
///
/// A weekly file is a concatenation of documents with a declaration and a DOCTYPE each, among them
/// sequence listings, which hold no publication. The DTD is never read. Claims are counted; a
/// bibliographic document states their number.
///
/// A statutory invention registration (kind H) is no patent, though the right is `invention`: the
/// kind tells. The benefit of a provisional application is no priority claim and is not kept.
enum UsptoGrant: DocumentFormat {
  static let id = "uspto-grant"
  static let roots: [StaticString] = ["us-patent-grant"]
  static let needed: [StaticString] = ["us-bibliographic-data-grant", "abstract"]
  static let countedPath: [StaticString] = ["claims", "claim"]

  static let description = FormatDescription(
    id: id, name: "美国专利商标局授权专利（周更全文或著录项目）", root: "us-patent-grant, PATDOC",
    verifiedOnData: "v4.0—v4.2、v4.5、v4.7（著录项目）及 2001—2003 年 ST.32（PATDOC）真实文件："
      + "发明、外观设计、植物、再颁、法定发明登记；含序列表的周文件和 ZIP",
    verifiedOnSchemaOnly: "v4.3、v4.4、v4.6，PATDOC 的分案和再颁：仅依据 DTD（v4.5、v2.5）")

  static let paths = UsptoPublication.paths(
    root: "us-patent-grant", bibliography: "us-bibliographic-data-grant")

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    PublicationBuilder.read(
      format: id, document, into: &output, configure: UsptoPublication.configure)
  }
}
