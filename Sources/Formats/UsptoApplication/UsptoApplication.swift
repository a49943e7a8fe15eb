/// The USPTO's weekly published applications, `us-patent-application` of the DTDs v4.0–4.5.
///
/// They are delivered like ``UsptoGrant``. A2 and A9 republish an application whose A1 they name.
enum UsptoApplication: DocumentFormat {
  static let id = "uspto-application"
  static let roots: [StaticString] = ["us-patent-application"]
  static let needed: [StaticString] = ["us-bibliographic-data-application", "abstract"]
  static let countedPath: [StaticString] = ["claims", "claim"]

  static let description = FormatDescription(
    id: id, name: "美国专利商标局公开申请（周更全文）",
    root: "us-patent-application, patent-application-publication",
    verifiedOnData: "v4.0、v4.4、v4.5 及 2001 年 PAP（v1.5）真实文件：发明公开 A1、A2",
    verifiedOnSchemaOnly: "v4.1—v4.3，植物公开（P1），PAP 的国际申请和受让人：仅依据 DTD")

  static let paths = UsptoPublication.paths(
    root: "us-patent-application", bibliography: "us-bibliographic-data-application")

  static func read(_ document: ParsedDocument, into output: inout ReadOutput) {
    PublicationBuilder.read(
      format: id, document, into: &output, configure: UsptoPublication.configure)
  }
}
