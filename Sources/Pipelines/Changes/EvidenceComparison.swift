import Foundation

/// Compares the base sets of two runs by their published evidence: two sorted files, merged in one
/// pass. Equal lines are passed over as bytes; only what differs is parsed.
///
/// - Complexity: O(bytes of both files); memory O(the longest line).
enum EvidenceComparison {
  /// A file that is not what a run writes.
  struct Damage: Error {
    /// In Chinese, for reports.
    var reason: String
  }

  /// Calls `body` with each patent whose lines differ; nil stands for a run without it.
  static func forEachDifference(
    before: String, after: String, _ body: (EvidenceLine?, EvidenceLine?) throws -> Void
  ) throws {
    var left = try LineStream(path: before)
    var right = try LineStream(path: after)
    var hasLeft = try left.advance()
    var hasRight = try right.advance()
    var last: [UInt8] = []
    while hasLeft || hasRight {
      let order = try order(left, right, hasLeft: hasLeft, hasRight: hasRight, last: &last)
      switch order {
      case .same: break
      case .differs: try body(try parse(left), try parse(right))
      case .leftAlone: try body(try parse(left), nil)
      case .rightAlone: try body(nil, try parse(right))
      }
      if order != .rightAlone { hasLeft = try left.advance() }
      if order != .leftAlone { hasRight = try right.advance() }
    }
  }

  private enum Order { case same, differs, leftAlone, rightAlone }

  private static func order(
    _ left: borrowing LineStream, _ right: borrowing LineStream, hasLeft: Bool, hasRight: Bool,
    last: inout [UInt8]
  ) throws -> Order {
    try left.withLine { leftLine in
      try right.withLine { rightLine in
        let order: Order
        let key: UnsafeRawBufferPointer
        if !hasRight {
          (order, key) = (.leftAlone, try self.key(leftLine))
        } else if !hasLeft {
          (order, key) = (.rightAlone, try self.key(rightLine))
        } else {
          let leftKey = try self.key(leftLine)
          let rightKey = try self.key(rightLine)
          switch compare(leftKey, rightKey) {
          case 0:
            key = leftKey
            order = compare(leftLine, rightLine) == 0 ? .same : .differs
          case ..<0: (order, key) = (.leftAlone, leftKey)
          default: (order, key) = (.rightAlone, rightKey)
          }
        }
        let isAscending = last.withUnsafeBytes { compare($0, key) < 0 }
        guard isAscending else { throw Damage(reason: "逐件依据未按申请号排序或有重复") }
        last.replaceSubrange(last.startIndex..., with: key)
        return order
      }
    }
  }

  private static let prefix = Array("{\"application_no\":\"".utf8)

  /// The application number's bytes.
  private static func key(_ line: UnsafeRawBufferPointer) throws -> UnsafeRawBufferPointer {
    guard line.count > prefix.count, line.prefix(prefix.count).elementsEqual(prefix),
      let end = line[prefix.count...].prefix(40).firstIndex(of: 0x22)
    else { throw Damage(reason: "逐件依据中有不合规的行") }
    return UnsafeRawBufferPointer(rebasing: line[prefix.count..<end])
  }

  private static func compare(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer
  ) -> Int {
    let common = min(left.count, right.count)
    if common > 0, let leftStart = left.baseAddress, let rightStart = right.baseAddress {
      let order = memcmp(leftStart, rightStart, common)
      if order != 0 { return Int(order) }
    }
    return left.count - right.count
  }

  private static func parse(_ line: borrowing LineStream) throws -> EvidenceLine {
    try line.withLine { bytes in
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      guard let parsed = try? decoder.decode(EvidenceLine.self, from: Data(bytes)) else {
        throw Damage(reason: "逐件依据中有不合规的行")
      }
      return parsed
    }
  }
}
