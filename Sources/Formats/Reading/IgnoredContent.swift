import Records

/// Files and members that belong to a delivery but hold no records; they are counted, not rejected.
enum IgnoredContent {
  /// The kind by the first bytes or the name: `image`, `checksum`, `index`, `readme`, `listing`,
  /// `html`; nil for content that should hold records.
  static func kind(head: UnsafeBufferPointer<UInt8>, name: String) -> String? {
    let path = name.split(whereSeparator: { $0 == "/" || $0 == "\\" || $0 == "!" }).last ?? ""
    let base = path.lowercased()
    if isImage(head) { return "image" }
    let type = base.split(separator: ".").last.map { String($0) } ?? ""
    if ["jpg", "jpeg", "tif", "tiff", "gif", "png", "pdf", "bmp"].contains(type) { return "image" }
    if base.hasSuffix("-crc.txt") || base == "crc.txt" { return "checksum" }
    if base.hasPrefix("readme") { return "readme" }
    if base.hasSuffix("lst.txt") { return "listing" }
    if type == "txt", base.hasPrefix("index") || base.hasSuffix("index.txt") { return "index" }
    if type == "html" || type == "htm" { return "html" }
    return nil
  }

  /// The kind by the root element of XML that no format reads. The USPTO's weekly files hold the
  /// sequence listings of publications as documents of their own (`sequence-cwu`).
  static func kind(rootName: String, isHTML: Bool, source: Source) -> String? {
    if isHTML || rootName.lowercased() == "html" { return "html" }
    // The table of contents of an ST.36 package; the root `application-body` is another.
    if rootName == "Application-body" { return "index" }
    if rootName.lowercased().contains("index") { return "index" }
    if rootName.lowercased().contains("sequence") { return "sequence-listing" }
    let path = (source.member ?? source.file).split(separator: "/").last ?? ""
    return path.lowercased().contains("index") ? "index" : nil
  }

  private static func isImage(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard head.count >= 4 else { return false }
    switch (head[0], head[1], head[2], head[3]) {
    case (0xFF, 0xD8, 0xFF, _), (0x47, 0x49, 0x46, 0x38), (0x89, 0x50, 0x4E, 0x47),
      (0x25, 0x50, 0x44, 0x46), (0x49, 0x49, 0x2A, 0x00), (0x4D, 0x4D, 0x00, 0x2A):
      return true
    default: return false
    }
  }
}
