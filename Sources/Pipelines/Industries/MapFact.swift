import Classifiers
import Records

/// What one application contributes to the industry maps at the cut-off.
struct MapFact: Sendable {
  /// Where a patent stands, in words for tables.
  enum State: String, Sendable {
    /// Published, not granted and not closed as far as is known.
    case pending
    case inForce = "in-force"
    /// Granted, and ended since.
    case ended
    /// Withdrawn, refused or deemed withdrawn before a grant, or the grant withdrawn.
    case closed
    case undetermined
  }

  struct Event: Sendable {
    var kind: String
    var day: CalendarDay
    /// Of transfers: in, out, within, elsewhere, unknown; else empty.
    var direction: String
  }

  struct Owner: Sendable {
    var name: String
    var country: String?
    var place: RegionCode?
  }

  var application: String
  var right: Right
  var title: String?
  var state: State
  /// Why it ended or was closed, in the words of ``Dossiers/Standing/End``.
  var reason: String?
  var filed: CalendarDay?
  var granted: CalendarDay?
  var ended: CalendarDay?
  /// The end of its term.
  var expires: CalendarDay?
  /// region, elsewhere, foreign, unresolved
  var place: String
  /// The ids of the areas it counts in.
  var areas: [String]
  var symbols: [IPCSymbol]
  /// Nodes of chains.
  var hits: [ChainIndex.Hit]
  /// By mapping, in the order of the stage's mappings: its codes.
  var codes: [[String]]
  var owners: [Owner]
  var renamings: [OwnerRenaming]
  var inventors: [String]
  /// Its published numbers, with country and kind left off.
  var documents: [String]
  var citations: [String]
  var events: [Event]
  var claims: Int?
  var offices: Int
  var agency: String?
}
