/// What rejects say of content that no format recognises.
enum UnknownContent {
  private static let expected =
    "expected XML of a format that \"ipatlas formats\" lists, an archive of such files, or a table of "
    + "the office's registers or of CNIPA's trademarks"

  static func reason(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> String {
    // One column may agree by chance.
    let mismatch = RegisterHeader.mismatch(
      RegisterHeader.cells(head: UnsafeRawBufferPointer(start: bytes, count: min(count, 65_536))))
    if mismatch.matches >= 2 { return mismatch.reason }
    let head = UnsafeBufferPointer(start: bytes, count: min(count, 48))
    let text = String(decoding: head, as: UTF8.self).unicodeScalars.map {
      $0.value < 0x20 || $0.value == 0xFFFD ? "." : String($0)
    }.joined()
    if count >= 4, bytes[0] == 0xD0, bytes[1] == 0xCF, bytes[2] == 0x11, bytes[3] == 0xE0 {
      return "an Excel 97 workbook (or another OLE file) found; save it as CSV in UTF-8"
    }
    let first = bytes[0]
    let guess = first == 0x7B || first == 0x5B ? "this looks like JSON; " : ""
    return "content begins with \"\(text)\"; \(guess)\(expected)"
  }

  static func reason(rootName: String) -> String {
    if rootName == "fault" || rootName == "error" {
      return
        "a service's answer <\(rootName)> found, which holds no data; ask the service again and "
        + "deliver what it answers then"
    }
    return "root element <\(rootName)> found; \(expected)"
  }
}
