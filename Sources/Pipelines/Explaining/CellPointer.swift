/// A JSON Pointer (RFC 6901) to a cell of a published document.
struct CellPointer: Hashable, Sendable {
  var keys: [String]

  init(keys: [String]) { self.keys = keys }

  /// - Throws: ``RunFailure`` where the text is none.
  init(parsing text: String) throws(RunFailure) {
    guard text.isEmpty || text.hasPrefix("/") else {
      throw RunFailure(
        "\"\(text)\" found, expected a JSON Pointer into indicator-1.json, such as /count or "
          + "/criteria/award/met")
    }
    keys = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      String($0).replacing("~1", with: "/").replacing("~0", with: "~")
    }
  }

  var text: String {
    keys.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
  }

  /// What stands in place of the stars of a pattern such as `/criteria/*/met`; nil where it does not
  /// fit. A last `**` stands for all that follows.
  func captures(of pattern: String) -> [String]? {
    let parts = pattern.split(separator: "/").map(String.init)
    var captures: [String] = []
    for (index, part) in parts.enumerated() {
      if part == "**" { return captures + keys.dropFirst(index) }
      guard index < keys.count else { return nil }
      if part == "*" {
        captures.append(keys[index])
      } else if part != keys[index] {
        return nil
      }
    }
    return parts.count == keys.count ? captures : nil
  }
}
