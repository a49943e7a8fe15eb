import CZlib
import Formats
import Records

/// What one run of the fuzzer reads: how its bytes become content, and what tells good seeds.
struct Target {
  enum Kind: String {
    /// XML documents.
    case documents
    /// Comma- or tab-separated text.
    case table
    /// The parts of a workbook, which are packed anew: no change to a packed one outlives its checksum.
    case workbook
    /// The bytes of an archive.
    case container
  }

  var name: String
  var kind: Kind
  /// What sources call the content; some tables and archives are told by it.
  var fileName: String
  /// The roots of documents that are seeds.
  var roots: [String] = []
  /// Words for the fuzzer's dictionary.
  var words: [String] = []

  /// One for each reader.
  static let all: [Target] =
    Formats.outlines.map {
      Target(
        name: $0.name, kind: .documents, fileName: "export.xml", roots: $0.roots,
        words: $0.roots + $0.names)
    } + [
      Target(name: "cnipa-trademark", kind: .table, fileName: "2023/table.csv"),
      Target(name: "registers", kind: .table, fileName: "table.csv"),
      Target(
        name: "workbooks", kind: .workbook, fileName: "table.xlsx",
        words: [
          "sheetData", "row", "c", "v", "is", "t", "r", "s", "inlineStr", "sharedStrings", "si",
          "mergeCells", "mergeCell", "numFmt", "cellXfs", "xf", "date1904", "state", "hidden",
        ]),
      Target(name: "gzip", kind: .container, fileName: "export.xml.gz"),
      Target(name: "tar", kind: .container, fileName: "export.tar"),
      Target(name: "zip", kind: .container, fileName: "export.zip"),
    ]

  /// The content that a sequence of the fuzzer's bytes stands for.
  func content(_ bytes: [UInt8]) -> [UInt8] {
    switch kind {
    case .workbook: Target.workbook(bytes)
    case .container where name == "tar": Target.withChecksums(bytes)
    default: bytes
    }
  }

  // MARK: Packing

  /// The parts of a workbook in the order in which zero bytes separate them.
  private static let parts = [
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels", "[Content_Types].xml",
  ]

  /// A stored archive of the parts, with their checksums.
  private static func workbook(_ bytes: [UInt8]) -> [UInt8] {
    let contents = bytes.split(
      separator: 0, maxSplits: parts.count - 1, omittingEmptySubsequences: false)
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in zip(parts, contents) {
      let content = Array(content)
      let offset = archive.count
      let common =
        number(20, 2) + number(0x800, 2) + number(0, 6)
        + number(Int(crc32_z(0, content, content.count)), 4) + number(content.count, 4)
        + number(content.count, 4) + number(name.utf8.count, 2) + number(0, 2)
      archive += number(0x0403_4B50, 4) + common + Array(name.utf8) + content
      directory += number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 10)
      directory += number(offset, 4) + Array(name.utf8)
    }
    let start = archive.count
    archive += directory + number(0x0605_4B50, 4) + number(0, 4) + number(contents.count, 2)
    return archive + number(contents.count, 2) + number(directory.count, 4) + number(start, 4)
      + number(0, 2)
  }

  /// Every other archive gets the checksums its headers should have: few changes reach further.
  private static func withChecksums(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= 512, bytes[0] & 1 == 0 else { return bytes }
    var bytes = bytes
    for start in stride(from: 0, to: bytes.count - 511, by: 512)
    where bytes[start + 257..<start + 262].elementsEqual("ustar".utf8) {
      for place in 148..<156 { bytes[start + place] = 0x20 }
      let sum = bytes[start..<start + 512].reduce(0) { $0 + Int($1) }
      let digits = String(sum, radix: 8)
      let field = Array((String(repeating: "0", count: 6 - digits.count) + digits).utf8)
      bytes.replaceSubrange(start + 148..<start + 154, with: field)
      bytes[start + 154] = 0
    }
    return bytes
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
