/// One cell of a published table.
package enum DataValue: Hashable, Sendable {
  /// Not known, or not defined for the row; never a zero.
  case null
  case text(String)
  case integer(Int)
  case decimal(Double)
  case boolean(Bool)

  /// The number of an integer or a decimal.
  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .decimal(let value): value
    case .null, .text, .boolean: nil
    }
  }

  package var integer: Int? {
    if case .integer(let value) = self { return value }
    return nil
  }

  package var text: String? {
    if case .text(let value) = self { return value }
    return nil
  }
}
