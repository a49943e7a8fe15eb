import Records

/// How the names of members are read; they are names only, nothing is ever written under them.
enum MemberName {
  /// A member's name: UTF-8, else GB18030 as Chinese archivers write, else byte by byte.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let copy = Array(bytes)
    return copy.withUnsafeBufferPointer { buffer in
      if case .success(let converted) = TextConversion.convert(buffer, from: "GB18030") {
        return String(decoding: converted, as: UTF8.self)
      }
      return String(String.UnicodeScalarView(copy.map { UnicodeScalar($0) }))
    }
  }

  /// Why a member of this name must not be read, or nil: a part of its path is `..`.
  static func fault(_ name: String) -> ContainerFault? {
    guard hasTwoDots(name),
      name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).contains("..")
    else { return nil }
    return ContainerFault(
      code: .unsafePath, reason: "member path \"\(name)\" leaves the archive; it was not read")
  }

  /// Whether a name ends so, in any case; `ending` is ASCII in lower case.
  static func hasEnding(_ name: String, _ ending: StaticString) -> Bool {
    let bytes = name.utf8
    guard bytes.count >= ending.utf8CodeUnitCount else { return false }
    var place = bytes.index(bytes.endIndex, offsetBy: -ending.utf8CodeUnitCount)
    for index in 0..<ending.utf8CodeUnitCount {
      let byte = bytes[place]
      let lower = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
      guard lower == ending.utf8Start[index] else { return false }
      place = bytes.index(after: place)
    }
    return true
  }

  /// The name of what is in a gzip file: without `.gz`, and `.tar` for `.tgz`.
  static func withoutGzip(_ name: String) -> String {
    if hasEnding(name, ".gz") { return String(name.dropLast(3)) }
    if hasEnding(name, ".tgz") { return name.dropLast(3) + "tar" }
    return name
  }

  private static func hasTwoDots(_ name: String) -> Bool {
    var last: UInt8 = 0
    for byte in name.utf8 {
      if byte == 0x2E, last == 0x2E { return true }
      last = byte
    }
    return false
  }
}
