import Records
import ReferenceTables

/// An industry's chain (产业链) as an analyst writes it: stages from 上游 to 下游, and their nodes (环节).
package struct IndustryChain: Hashable, Sendable {
  /// Whose industry it is in the plan's words.
  package enum Kind: String, Sendable, CaseIterable {
    /// 主导产业
    case leading
    /// 专利密集型产业
    case intensive
  }

  package struct Stage: Hashable, Sendable {
    package let id: String
    package let name: String

    package init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// ASCII letters, digits and `-`; the folder of its map.
  package let id: String
  package let name: String
  package let kind: Kind
  /// Whether nobody has confirmed the division yet.
  package let isProposal: Bool
  package let source: String
  package let stages: [Stage]
  /// In the order of the file; a node stands behind its parent.
  package let nodes: [ChainNode]

  package init(
    id: String, name: String, kind: Kind, isProposal: Bool, source: String, stages: [Stage],
    nodes: [ChainNode]
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.isProposal = isProposal
    self.source = source
    self.stages = stages
    self.nodes = nodes
  }

  /// The weight of a Nice class: the part of its marks that belongs to the industry, 0 to 1.
  package func weight(of niceClass: Int) -> Double {
    nodes.reduce(0) { $0 + ($1.niceWeights[niceClass] ?? 0) }
  }
}
