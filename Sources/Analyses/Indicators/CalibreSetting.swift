/// One setting of the plan's `calibre` as it was applied, defaults filled in.
package struct CalibreSetting: Hashable, Sendable {
  /// The value with the type that feeds give it.
  package enum Value: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case number(Double)
    case flag(Bool)
    case list([String])
  }

  /// The criterion or topic that the setting belongs to; nil for those at the top.
  package var group: String?
  package var key: String
  package var value: Value

  package init(_ group: String? = nil, _ key: String, _ value: Value) {
    self.group = group
    self.key = key
    self.value = value
  }

  /// The value as a plan writes it: `grant`, `true`, `500`, `[金奖, 银奖]`.
  package var planText: String {
    switch value {
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .number(let number): number.description
    case .flag(let flag): String(flag)
    case .list(let items): "[\(items.joined(separator: ", "))]"
    }
  }

  /// `strategic-emerging-industry.keywords`, or the key alone.
  package var path: String { group.map { $0 + "." + key } ?? key }
}
