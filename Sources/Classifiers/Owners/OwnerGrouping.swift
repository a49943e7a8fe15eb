import Records

/// Which names are one owner, why, and which pairs an analyst should look at.
///
/// 1. Decisions of analysts win: a name that one of them speaks of is merged as it says and no other way;
///    a decision that leads a name to itself keeps it apart.
/// 2. Firms and bodies are one where their normal forms are equal, where one is the other's branch (分公司)
///    or campus (校区), and where an event tells of a renaming (更名). Parents and subsidiaries are not one.
/// 3. A person is a name at a place: the same name in another county, or without a place on another right,
///    is another person.
///
/// The result does not depend on the order of the mentions. - Complexity: O(*n* log *n*) in the number of
/// different names.
package struct OwnerGrouping: Sendable {
  package struct Owner: Hashable, Sendable {
    /// The name that stands for it: an analyst's, the newest by renamings, else the most frequent spelling.
    package let name: String
    package let kind: OwnerKind
    package let isAgency: Bool
    /// Every spelling met, sorted.
    package let variants: [String]
    /// What led each spelling to the others, in the order of the names.
    package let merges: [OwnerMerge]
  }

  /// By name, then place.
  package let owners: [Owner]
  /// For each mention the position of its owner.
  package let ownerOfMention: [Int]
  /// Pairs that look alike and were not merged, the most alike first.
  package let doubtful: [DoubtfulOwnerPair]

  package init(
    mentions: [OwnerMention], renamings: [OwnerRenaming], decisions: [OwnerDecisionRow]
  ) {
    var graph = OwnerGraph(decisions: decisions)
    let nodes = mentions.map { graph.node(of: $0) }
    graph.mergeBranches()
    graph.merge(renamings)
    (owners, ownerOfMention) = graph.owners(of: nodes)
    doubtful = graph.doubtfulPairs()
  }
}
