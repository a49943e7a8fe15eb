import Foundation

/// The documentation as the tests read it: text by path below the package's root.
enum Manual {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let catalogue = "Sources/Pipelines/Documentation.docc"
  static let readMes = ["README.md", "README.zh-CN.md"]

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  static func page(_ name: String) throws -> String { try text("\(catalogue)/\(name).md") }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// Every page: both READMEs, and all that lies in the catalogue, sorted.
  static func pages() throws -> [String] {
    let folder = root.appendingPathComponent(catalogue).path
    let found = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".md") }.sorted()
    return readMes + found.map { "\(catalogue)/\($0)" }
  }

  /// What stands in backticks, line by line, blocks of code excepted.
  static func codeSpans(_ text: String) -> [String] {
    var spans: [String] = []
    var isBlock = false
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") {
        isBlock.toggle()
      } else if !isBlock {
        let parts = line.split(separator: "`", omittingEmptySubsequences: false)
        for index in stride(from: 1, to: parts.count, by: 2) { spans.append(String(parts[index])) }
      }
    }
    return spans
  }

  /// The first cell of each row of the page's tables, without its backticks.
  static func firstCells(_ text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap { line in
      line.split(separator: "|").first.map {
        $0.filter { $0 != "`" && $0 != " " }
      }
    }
  }
}
