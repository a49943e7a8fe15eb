import Classifiers

/// The owners that rights name, as they are met; equal names share one text.
struct OwnerCollection {
  /// Where a mention was met: the right, and the owner's place among its owners.
  struct Link {
    var patent: Int
    var position: Int
  }

  private(set) var mentions: [OwnerMention] = []
  private(set) var links: [Link] = []
  private(set) var renamings: [OwnerRenaming] = []
  private var names: [String: String] = [:]

  mutating func add(_ fact: MapFact, patent: Int) {
    for (index, owner) in fact.owners.enumerated() {
      let name = names[owner.name] ?? owner.name
      names[name] = name
      mentions.append(
        OwnerMention(name: name, country: owner.country, place: owner.place, right: patent))
      links.append(Link(patent: patent, position: index + 1))
    }
    renamings += fact.renamings
  }
}
