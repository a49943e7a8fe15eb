/// The text of a table in UTF-8, whatever encoding it was saved in.
enum RegisterText {
  /// Text in UTF-8 as it is, perhaps with damaged rows; text brought into UTF-8; or the reason why
  /// neither can be.
  enum Decoded {
    case utf8
    /// The text, and the name of the encoding it was in.
    case converted([UInt8], from: String)
    case refused(String)
  }

  /// Brings a whole table into UTF-8.
  ///
  /// GB18030 and its part GBK, what Chinese spreadsheets save as CSV, are read as they are: a header
  /// that was taken for Chinese by mistake would match no column.
  static func decode(_ bytes: UnsafeRawBufferPointer) -> Decoded {
    switch TextEncoding(of: bytes) {
    case .utf8, .brokenUTF8: return .utf8
    case .utf16:
      return .refused("the file is in UTF-16, expected UTF-8; save as CSV UTF-8")
    case .unknown:
      return .refused(
        "the file is in no known encoding, expected UTF-8 or GB18030; save as CSV UTF-8")
    case .gb18030:
      return bytes.withMemoryRebound(to: UInt8.self) { text in
        switch TextConversion.convert(text, from: "GB18030") {
        case .success(let converted): return .converted(converted, from: "gb18030")
        case .failure(let fault):
          return .refused(
            "the file is not UTF-8, nor GB18030 from byte \(fault.place) on; save as CSV UTF-8")
        }
      }
    }
  }

  /// The whole lines at a table's beginning in UTF-8, for telling its register; nil if they are in
  /// no known encoding.
  ///
  /// - Parameter head: the beginning, cut anywhere.
  static func decodedHead(_ head: UnsafeRawBufferPointer) -> [UInt8]? {
    let end = head.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? head.count
    let lines = UnsafeRawBufferPointer(rebasing: head[..<end])
    switch decode(lines) {
    case .utf8: return Array(lines)
    case .converted(let converted, _): return converted
    case .refused: return nil
    }
  }
}
