import Records

/// The names of owners as nodes, merged step by step (union–find).
struct OwnerGraph {
  private struct Node {
    var name: OwnerName
    /// Of persons: the place or the right that keeps them apart.
    var seat: String
    /// Raw spellings with their number.
    var spellings: [String: Int] = [:]
    /// How many rights name it.
    var mentions = 0
  }

  private var nodes: [Node] = []
  private var parents: [Int] = []
  private var byKey: [String: Int] = [:]
  private var names: [String: OwnerName] = [:]
  private var merges: [OwnerMerge] = []
  private var refused: [DoubtfulOwnerPair] = []
  /// By normal form: the name decided for it.
  private let decided: [String: OwnerDecisionRow]
  /// Nodes that a renaming leads away from.
  private var former: Set<Int> = []

  init(decisions: [OwnerDecisionRow]) {
    var decided: [String: OwnerDecisionRow] = [:]
    // Of several decisions on a name the latest holds; rows without a day come first.
    for row in decisions.enumerated().sorted(by: {
      ($0.element.decidedOn?.number ?? 0, $0.offset) < (
        $1.element.decidedOn?.number ?? 0, $1.offset
      )
    }).map({ $0.element }) {
      decided[OwnerName(row.name).normal] = row
    }
    self.decided = decided
  }

  // MARK: Nodes

  private mutating func ownerName(_ raw: String) -> OwnerName {
    if let known = names[raw] { return known }
    let name = OwnerName(raw)
    names[raw] = name
    return name
  }

  /// The node of a mention, made where it is new.
  mutating func node(of mention: OwnerMention) -> Int {
    let name = ownerName(mention.name)
    let seat: String
    if name.kind == .person, decided[name.normal] == nil {
      seat = mention.place.map { "@\($0.text)" } ?? "#\(mention.right)"
    } else if name.normal.isEmpty {
      // A name without a letter is nobody's: each stays alone.
      seat = "#\(mention.right)"
    } else {
      seat = ""
    }
    let node = node(name, seat: seat)
    nodes[node].spellings[mention.name, default: 0] += 1
    nodes[node].mentions += 1
    return node
  }

  private mutating func node(_ name: OwnerName, seat: String = "") -> Int {
    let key = name.normal + "\u{0}" + seat
    if let known = byKey[key] { return known }
    byKey[key] = nodes.count
    nodes.append(Node(name: name, seat: seat))
    parents.append(parents.count)
    let index = nodes.count - 1
    if seat.isEmpty, let row = decided[name.normal] { decide(index, row) }
    return index
  }

  private mutating func decide(_ node: Int, _ row: OwnerDecisionRow) {
    let canonical = ownerName(row.canonical)
    guard canonical.normal != nodes[node].name.normal else { return }
    let target = self.node(canonical)
    union(node, target, .decision, evidence: OwnerGraph.text(of: row))
    former.insert(node)
  }

  private static func text(of row: OwnerDecisionRow) -> String {
    [row.decidedBy, row.decidedOn?.isoText, row.reason].compactMap { $0 }.joined(separator: " ")
  }

  // MARK: Merging

  private func root(_ node: Int) -> Int {
    var node = node
    while parents[node] != node { node = parents[node] }
    return node
  }

  private mutating func union(
    _ left: Int, _ right: Int, _ reason: OwnerMerge.Reason, evidence: String?
  ) {
    let (a, b) = (root(left), root(right))
    merges.append(
      OwnerMerge(
        left: nodes[left].name.normal, right: nodes[right].name.normal, reason: reason,
        evidence: evidence))
    if a != b { parents[max(a, b)] = min(a, b) }
  }

  private func isDecided(_ node: Int) -> Bool { decided[nodes[node].name.normal] != nil }

  /// Leads branches to their firms and campuses to their universities.
  mutating func mergeBranches() {
    for index in nodes.indices where nodes[index].seat.isEmpty && !isDecided(index) {
      if let firm = nodes[index].name.branchOf {
        union(index, node(OwnerName(firm)), .branch, evidence: nil)
        former.insert(index)
      } else if let school = nodes[index].name.campusOf {
        union(index, node(OwnerName(school)), .campus, evidence: nil)
        former.insert(index)
      }
    }
  }

  /// Leads former names to the newer ones; a renaming between a person and a firm, or to an agency, is none.
  mutating func merge(_ renamings: [OwnerRenaming]) {
    let sorted = Set(renamings).sorted {
      ($0.from, $0.to, $0.evidence) < ($1.from, $1.to, $1.evidence)
    }
    for renaming in sorted {
      let (from, to) = (ownerName(renaming.from), ownerName(renaming.to))
      guard from.normal != to.normal, !from.normal.isEmpty, !to.normal.isEmpty,
        // Names that no right bears need no merging, but links of a chain may be among them.
        decided[from.normal] == nil
      else { continue }
      // Persons are known by their places, which an event does not tell.
      if from.kind == .person, to.kind == .person { continue }
      guard from.kind != .person, to.kind != .person, from.isAgency == to.isAgency else {
        refused.append(
          DoubtfulOwnerPair(left: renaming.from, right: renaming.to, reason: .renaming, rights: 1))
        continue
      }
      let (a, b) = (node(from), node(to))
      // Back and forth: the names are one, and neither leads away for good.
      if root(a) != root(b) || !former.contains(b) { former.insert(a) }
      union(a, b, .renamed, evidence: renaming.evidence)
    }
  }

  // MARK: Results

  func owners(of mentioned: [Int]) -> ([OwnerGrouping.Owner], [Int]) {
    var members: [Int: [Int]] = [:]
    for index in nodes.indices where nodes[index].mentions > 0 {
      members[root(index), default: []].append(index)
    }
    // What an owner is called may be a name that no right bears: an analyst's, or the firm of a branch.
    var all: [Int: [Int]] = [:]
    for index in nodes.indices { all[root(index), default: []].append(index) }
    var mergesByRoot: [Int: [OwnerMerge]] = [:]
    for merge in merges {
      guard let node = byKey[merge.left + "\u{0}"] else { continue }
      mergesByRoot[root(node), default: []].append(merge)
    }
    var found: [(owner: OwnerGrouping.Owner, seat: String, root: Int)] = []
    for (root, indices) in members {
      let owner = owner(
        all[root] ?? indices, mentioned: indices, merges: mergesByRoot[root] ?? [])
      found.append((owner, indices.map { nodes[$0].seat }.min() ?? "", root))
    }
    found.sort { ($0.owner.name, $0.seat) < ($1.owner.name, $1.seat) }
    var positions: [Int: Int] = [:]
    for (position, item) in found.enumerated() { positions[item.root] = position }
    return (found.map { $0.owner }, mentioned.map { positions[root($0)] ?? 0 })
  }

  /// The most frequent spelling; of several the first.
  private static func spelling(of node: Node) -> String {
    node.spellings.min { ($0.value, $1.key) > ($1.value, $0.key) }?.key ?? node.name.raw
  }

  private func owner(
    _ all: [Int], mentioned: [Int], merges: [OwnerMerge]
  ) -> OwnerGrouping.Owner {
    var spellings: [String: Int] = [:]
    for index in mentioned { spellings.merge(nodes[index].spellings) { $0 + $1 } }
    // The newest name stands for all; of several the one most rights bear.
    let current = all.filter { !former.contains($0) }
    let chosen = (current.isEmpty ? all : current).min { left, right in
      (-nodes[left].mentions, nodes[left].name.normal)
        < (-nodes[right].mentions, nodes[right].name.normal)
    }
    let node = chosen.map { nodes[$0] } ?? nodes[mentioned[0]]
    let name = OwnerGraph.spelling(of: node)
    var reasons = Set(merges)
    for index in mentioned {
      let sorted = nodes[index].spellings.keys.sorted()
      for other in sorted.dropFirst() {
        reasons.insert(
          OwnerMerge(left: sorted[0], right: other, reason: .spelling, evidence: nil))
      }
    }
    return OwnerGrouping.Owner(
      name: name, kind: node.name.kind, isAgency: node.name.isAgency,
      variants: spellings.keys.sorted(), merges: reasons.sorted())
  }

  /// Pairs of different owners whose names are nearly equal.
  func doubtfulPairs() -> [DoubtfulOwnerPair] {
    var search = OwnerLikeness()
    for index in nodes.indices
    where nodes[index].mentions > 0 && nodes[index].seat.isEmpty && !isDecided(index)
      && nodes[index].name.kind != .person
    {
      search.add(
        nodes[index].name, spelling: OwnerGraph.spelling(of: nodes[index]), group: root(index),
        mentions: nodes[index].mentions)
    }
    return (refused + search.pairs()).sorted {
      ($0.reason.rank, -$0.rights, $0.left, $0.right)
        < ($1.reason.rank, -$1.rights, $1.left, $1.right)
    }
  }
}
