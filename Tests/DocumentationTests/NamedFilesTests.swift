import Testing

struct NamedFilesTests {
  /// What begins with one of these in backticks is a path from the package's root.
  private static let folders = ["Sources/", "Tests/", "Pipelines/", "SampleData/"]

  @Test func everyFileNamedExists() throws {
    for page in try Manual.pages() {
      for span in Manual.codeSpans(try Manual.text(page))
      where Self.folders.contains(where: { span.hasPrefix($0) })
        && !span.contains(where: { "<* ".contains($0) })
      {
        #expect(Manual.exists(span), "\(page) names \(span), which does not exist")
      }
    }
  }

  @Test func everyLinkLeadsSomewhere() throws {
    for page in try Manual.pages() {
      let folder = page.split(separator: "/").dropLast().joined(separator: "/")
      for part in try Manual.text(page).split(separator: "](").dropFirst() {
        let target = String(part.prefix { $0 != ")" && $0 != "#" })
        guard !target.isEmpty, !target.contains("://") else { continue }
        let path = folder.isEmpty ? target : "\(folder)/\(target)"
        #expect(Manual.exists(path), "\(page) links to \(target), which does not exist")
      }
    }
  }
}
