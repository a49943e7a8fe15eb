import Foundation

/// What must be equal and is not, or must hold and does not.
struct Difference: Error {
  var text: String

  init(_ text: String) { self.text = text }

  /// Compares files by their names.
  ///
  /// - Throws: the first file that differs, with its line.
  static func check(_ found: [String: Data], _ expected: [String: Data], _ what: String) throws {
    guard found.keys.sorted() == expected.keys.sorted() else {
      throw Difference(
        "\(what): files \(found.keys.sorted()) found, \(expected.keys.sorted()) expected")
    }
    for (name, bytes) in expected.sorted(by: { $0.key < $1.key }) where found[name] != bytes {
      let left = lines(found[name] ?? Data())
      let right = lines(bytes)
      let place = zip(left, right).enumerated().first { $1.0 != $1.1 }
      let line = place?.offset ?? min(left.count, right.count)
      let pair = [left, right].map {
        $0.indices.contains(line) ? excerpt($0[line], left, right, line) : "nothing"
      }
      throw Difference(
        "\(what): \(name) differs at line \(line + 1):\n  found    \(pair[0])\n  expected \(pair[1])"
      )
    }
  }

  private static func lines(_ data: Data) -> [Substring] {
    String(decoding: data, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
  }

  /// The part of a line around the first character that differs.
  private static func excerpt(
    _ line: Substring, _ left: [Substring], _ right: [Substring], _ number: Int
  ) -> String {
    var start = 0
    if left.indices.contains(number), right.indices.contains(number) {
      start = zip(left[number], right[number]).prefix { $0 == $1 }.count
    }
    return "…" + String(line.dropFirst(max(0, start - 120)).prefix(400))
  }
}
