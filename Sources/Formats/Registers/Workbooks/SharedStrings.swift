/// The strings that cells of a workbook refer to by number.
final class SharedStrings: WorkbookPartReader {
  private(set) var strings: [String] = []
  private var current = WorkbookText()

  func start(_ element: WorkbookElement) {
    if element.name == "si" { current.removeAll() }
    current.start(element.name)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { current.append(bytes) }

  func end(_ name: String) {
    current.end(name)
    if name == "si" { strings.append(current.text) }
  }
}
