/// The number formats of a workbook by the number that cells give as their style.
final class CellFormats: WorkbookPartReader {
  private var codes: [Int: String] = [:]
  private var formatIDs: [Int] = []
  private var isInCodes = false
  private var isInCells = false

  /// By style. Set once the part is read.
  private(set) var formats: [NumberFormat] = []

  func start(_ element: WorkbookElement) {
    switch element.name {
    case "numFmts": isInCodes = true
    case "cellXfs": isInCells = true
    // Conditional formats have numFmt elements of their own.
    case "numFmt" where isInCodes:
      if let id = element["numFmtId"].flatMap({ Int($0) }), let code = element["formatCode"] {
        codes[id] = code
      }
    case "xf" where isInCells: formatIDs.append(element["numFmtId"].flatMap { Int($0) } ?? 0)
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ name: String) {
    switch name {
    case "numFmts": isInCodes = false
    case "cellXfs":
      isInCells = false
      formats = formatIDs.map { id in
        codes[id].map { NumberFormat(code: $0) } ?? NumberFormat(builtIn: id)
      }
    default: break
    }
  }

  subscript(_ style: Int?) -> NumberFormat {
    guard let style, formats.indices.contains(style) else { return .general }
    return formats[style]
  }
}
