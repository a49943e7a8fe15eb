import Records

/// Workbooks in forms that are not read, told by their bytes, with the way out.
enum UnreadableWorkbook {
  private static let wayOut = "save it as .xlsx or as CSV UTF-8"

  /// Why a file of Microsoft's old compound form is not read; nil if the bytes are none.
  ///
  /// Workbooks of before 2007 (.xls) are of this form, and so are encrypted ones of any year.
  /// Source: MS-CFB 2.2, MS-OFFCRYPTO 1.3.3, MS-XLS 2.1.
  ///
  /// - Parameter bytes: the whole file, or its beginning, which may not tell the two apart.
  static func fault(compoundFile bytes: UnsafeBufferPointer<UInt8>) -> ContainerFault? {
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return nil }
    let reason: String
    if holds("EncryptedPackage", bytes) {
      reason = "an encrypted workbook; remove its password and \(wayOut)"
    } else if holds("Workbook", bytes) || holds("Book", bytes) {
      reason = "a workbook in the binary form of before 2007 (.xls); \(wayOut)"
    } else {
      reason = "a compound file (.xls, .doc or the like); if it is a workbook, \(wayOut)"
    }
    return ContainerFault(code: .badContainer, reason: reason)
  }

  /// Why an archive that holds a workbook of another form is not read; nil if it holds none.
  static func fault(archive entries: [ZipEntry]) -> ContainerFault? {
    let names = Set(entries.map { $0.name.lowercased() })
    let form: String
    if names.contains("xl/workbook.bin") {
      form = "a workbook in binary form (.xlsb)"
    } else if names.contains("mimetype"), names.contains("content.xml"),
      names.contains("meta-inf/manifest.xml")
    {
      form = "a document in OpenDocument form (.ods or the like)"
    } else if names.contains("index/document.iwa") {
      form = "a document of Apple's Numbers, Pages or Keynote"
    } else {
      return nil
    }
    return ContainerFault(code: .badContainer, reason: "\(form); \(wayOut)")
  }

  /// Whether the name of a stream, UTF-16LE, stands in the bytes from its beginning on.
  private static func holds(_ name: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    let wanted: [UInt8] = name.utf8.flatMap { byte -> [UInt8] in [byte, 0] } + [0, 0]
    // Entries of the directory begin at multiples of 128 bytes with their names.
    return stride(from: 512, to: bytes.count - wanted.count, by: 128).contains { place in
      wanted.indices.allSatisfy { base[place + $0] == wanted[$0] }
    }
  }
}
