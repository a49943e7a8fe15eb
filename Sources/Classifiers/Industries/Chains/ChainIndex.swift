import Records
import ReferenceTables

/// All nodes of all chains made ready for many rights: one search by place, one pass over the words.
package struct ChainIndex: Sendable {
  /// Positions of a chain and of a node in it.
  package struct Hit: Hashable, Comparable, Sendable {
    package let chain: Int
    package let node: Int

    package static func < (left: Hit, right: Hit) -> Bool {
      (left.chain, left.node) < (right.chain, right.node)
    }
  }

  private let nodes: [(hit: Hit, node: ChainNode, above: [Hit])]
  private let places: IPCPlaceIndex
  private let terms: TermIndex
  /// By term: the nodes that ask for it, and those that exclude it.
  private let asking: [[Int]]
  private let excluding: [[Int]]

  package init(_ chains: [IndustryChain]) {
    var nodes: [(hit: Hit, node: ChainNode, above: [Hit])] = []
    for (chainIndex, chain) in chains.enumerated() {
      for (nodeIndex, node) in chain.nodes.enumerated() {
        var above: [Hit] = []
        var parent = node.parent
        // The reader refuses cycles; the bound keeps a chain made in code from turning forever.
        while let id = parent, above.count <= chain.nodes.count,
          let index = chain.nodes.firstIndex(where: { $0.id == id })
        {
          above.append(Hit(chain: chainIndex, node: index))
          parent = chain.nodes[index].parent
        }
        nodes.append((Hit(chain: chainIndex, node: nodeIndex), node, above))
      }
    }
    self.nodes = nodes
    places = IPCPlaceIndex(nodes.map { ($0.node.places, $0.node.excludedPlaces) })
    var terms: [String] = []
    var positions: [String: Int] = [:]
    var asking: [[Int]] = []
    var excluding: [[Int]] = []
    func position(_ term: String) -> Int {
      let folded = SearchText.folded(term)
      if let known = positions[folded] { return known }
      positions[folded] = terms.count
      terms.append(term)
      asking.append([])
      excluding.append([])
      return terms.count - 1
    }
    for (index, entry) in nodes.enumerated() {
      for term in entry.node.terms { asking[position(term)].append(index) }
      for term in entry.node.excludedTerms { excluding[position(term)].append(index) }
    }
    self.terms = TermIndex(terms.map { SearchText($0) })
    self.asking = asking
    self.excluding = excluding
  }

  /// The nodes a right belongs to with those above them, each once, in the order of chains and nodes.
  ///
  /// - Complexity: O(symbols · log places + length of the words)
  package func nodes(of right: ClassifiedRight) -> [Hit] {
    var byPlace: Set<Int> = []
    for symbol in right.symbols { byPlace.formUnion(places.items(of: symbol)) }
    var byTerm: Set<Int> = []
    var excluded: Set<Int> = []
    for term in terms.matches(in: right.words) {
      byTerm.formUnion(asking[term])
      excluded.formUnion(excluding[term])
    }
    var hits: Set<Hit> = []
    for index in byPlace.union(byTerm) where !excluded.contains(index) {
      let isHit =
        switch nodes[index].node.match {
        case .ipc: byPlace.contains(index)
        case .ipcAndTerms: byPlace.contains(index) && byTerm.contains(index)
        case .ipcOrTerms: true
        }
      if isHit {
        hits.insert(nodes[index].hit)
        hits.formUnion(nodes[index].above)
      }
    }
    return hits.sorted()
  }
}
