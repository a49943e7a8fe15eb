import Records
import ReferenceTables

/// A node (环节) of an industry's chain and the rule by which patents belong to it.
package struct ChainNode: Hashable, Sendable {
  /// How places and terms go together.
  package enum Match: String, Sendable, CaseIterable {
    case ipc
    case ipcAndTerms = "ipc-and-terms"
    case ipcOrTerms = "ipc-or-terms"
  }

  package let id: String
  package let name: String
  package let stage: String
  /// The node it is a branch of; its patents are that one's as well.
  package let parent: String?
  package let places: [IPCPattern]
  package let excludedPlaces: [IPCPattern]
  package let terms: [String]
  package let excludedTerms: [String]
  package let match: Match
  /// Nice class → the part of its marks that belongs to the node.
  package let niceWeights: [Int: Double]

  package init(
    id: String, name: String, stage: String, parent: String? = nil, places: [IPCPattern] = [],
    excludedPlaces: [IPCPattern] = [], terms: [String] = [], excludedTerms: [String] = [],
    match: Match = .ipc, niceWeights: [Int: Double] = [:]
  ) {
    self.id = id
    self.name = name
    self.stage = stage
    self.parent = parent
    self.places = places
    self.excludedPlaces = excludedPlaces
    self.terms = terms
    self.excludedTerms = excludedTerms
    self.match = match
    self.niceWeights = niceWeights
  }

  /// Whether any patent can belong to it; a node for marks alone has none.
  package var hasPatentRule: Bool { !places.isEmpty || !terms.isEmpty }
}
