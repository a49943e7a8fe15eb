/// The records of a pax header that bear on reading: `30 path=…` and `15 size=…`, one a line.
///
/// Source: POSIX.1-2017, pax, "pax Header Block".
struct PaxRecords {
  var path: [UInt8]?
  var count: Int?
  var isSparse = false
  private var sparseName: [UInt8]?

  /// Reads the records, nil if they are damaged.
  init?(_ bytes: [UInt8]) {
    var place = 0
    while place < bytes.count {
      // Some writers fill the block with zeros.
      if bytes[place] == 0 { break }
      var length = 0
      var digits = place
      while digits < bytes.count, (0x30...0x39).contains(bytes[digits]), length <= bytes.count {
        length = length * 10 + Int(bytes[digits] - 0x30)
        digits += 1
      }
      let end = place + length
      guard digits < bytes.count, bytes[digits] == 0x20, end <= bytes.count, end > digits + 1,
        bytes[end - 1] == 0x0A,
        let equals = bytes[digits..<end].firstIndex(of: 0x3D)
      else { return nil }
      let key = bytes[digits + 1..<equals]
      let value = bytes[equals + 1..<end - 1]
      if key.elementsEqual("path".utf8) {
        path = Array(value)
      } else if key.elementsEqual("size".utf8) {
        guard let size = Int(String(decoding: value, as: UTF8.self)), size >= 0 else { return nil }
        count = size
      } else if key.starts(with: "GNU.sparse.".utf8) {
        isSparse = true
        // The path is a made-up one then.
        if key.elementsEqual("GNU.sparse.name".utf8) { sparseName = Array(value) }
      }
      place = end
    }
    path = sparseName ?? path
  }
}
