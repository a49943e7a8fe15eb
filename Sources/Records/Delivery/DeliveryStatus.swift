/// What a delivery says of the document it carries (attribute `status` of CNIPA's exports).
package enum DeliveryStatus: String, Sendable, CaseIterable {
  case new
  case replaced
  case deleted
  case amended
  case backfile

  /// Reads CNIPA's letters: C new, R replace, D delete, A amend, B backfile.
  package init?(letter: some StringProtocol) {
    switch letter {
    case "C", "c": self = .new
    case "R", "r": self = .replaced
    case "D", "d": self = .deleted
    case "A", "a": self = .amended
    case "B", "b": self = .backfile
    default: return nil
    }
  }
}
