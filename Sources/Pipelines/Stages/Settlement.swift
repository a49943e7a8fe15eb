import Dossiers
import Records
import Store

/// Tells which deliveries of one application hold, and which are superseded or duplicates.
///
/// Of two deliveries of one publication the later `dateProduced` wins, then the greater SHA-256 of the
/// record's bytes; two with the same bytes are one delivery made twice. Of two deliveries of one
/// event the same holds, where an event is known by its number (PRSID), code, name and day of
/// publication, and two that say the same are one event delivered twice whatever their numbers.
struct Settlement: Sendable {
  private(set) var files: [Int64: SettledFile] = [:]

  mutating func add(_ other: Settlement) {
    for (file, counts) in other.files { files[file, default: SettledFile()].add(counts) }
  }

  mutating func settle(_ application: StoredApplication) {
    settlePublications(application.publications)
    settleEvents(application.events)
  }

  private struct PublicationKey: Hashable {
    let number: PublicationNumber
    let kind: KindCode
  }

  private mutating func settlePublications(_ publications: [StoredPublication]) {
    // Nearly always every publication was delivered once.
    if areDistinct(
      publications,
      {
        $0.publication.kind == $1.publication.kind
          && $0.publication.publicationNumber == $1.publication.publicationNumber
      })
    {
      for item in publications { hold(item.fileID, isStub: item.isStub) }
      return
    }
    var groups: [PublicationKey: [StoredPublication]] = [:]
    for item in publications {
      let key = PublicationKey(
        number: item.publication.publicationNumber, kind: item.publication.kind)
      groups[key, default: []].append(item)
    }
    // The order of groups does not matter: only counts per file come of it.
    for group in groups.values {
      let ranked = group.map { (item: $0, delivery: PublicationDelivery($0.publication)) }
        .sorted { $1.delivery.isOlder(than: $0.delivery) }
      var seen: Set<ContentDigest> = []
      for (rank, entry) in ranked.enumerated() {
        let isRepeated = entry.delivery.digest.map { !seen.insert($0).inserted } ?? false
        if isRepeated {
          files[entry.item.fileID, default: SettledFile()].duplicate += 1
        } else if rank > 0 {
          files[entry.item.fileID, default: SettledFile()].superseded += 1
        } else {
          hold(entry.item.fileID, isStub: entry.item.isStub)
        }
      }
    }
  }

  private struct EventContent: Hashable {
    let code: String?
    let name: String?
    let publishedOn: CalendarDay?
    let details: [LegalEvent.Detail]
  }

  private struct EventKey: Hashable {
    let identifier: String
    let code: String?
    let name: String?
    let publishedOn: CalendarDay?
  }

  private mutating func settleEvents(_ events: [StoredEvent]) {
    if areDistinct(
      events, { $0.event.code == $1.event.code && $0.event.publishedOn == $1.event.publishedOn })
    {
      for item in events { hold(item.fileID, isStub: false) }
      return
    }
    let ranked = events.sorted { Settlement.precedes($0, $1) }
    var contents: Set<EventContent> = []
    var numbers: Set<EventKey> = []
    for item in ranked {
      let event = item.event
      let content = EventContent(
        code: event.code, name: event.name, publishedOn: event.publishedOn,
        details: event.details)
      let key = event.identifier.map {
        EventKey(
          identifier: $0, code: event.code, name: event.name, publishedOn: event.publishedOn)
      }
      let isKnownNumber = key.map { !numbers.insert($0).inserted } ?? false
      if !contents.insert(content).inserted {
        files[item.fileID, default: SettledFile()].duplicate += 1
      } else if isKnownNumber {
        files[item.fileID, default: SettledFile()].superseded += 1
      } else {
        hold(item.fileID, isStub: false)
      }
    }
  }

  /// Whether no two items may deliver the same thing; false for long lists, which are sorted out.
  private func areDistinct<Item>(_ items: [Item], _ mayBeSame: (Item, Item) -> Bool) -> Bool {
    guard items.count <= 8 else { return false }
    for left in items.indices {
      for right in items.indices.dropFirst(left + 1) where mayBeSame(items[left], items[right]) {
        return false
      }
    }
    return true
  }

  private mutating func hold(_ file: Int64, isStub: Bool) {
    if isStub {
      files[file, default: SettledFile()].stubbed += 1
    } else {
      files[file, default: SettledFile()].loaded += 1
    }
  }

  /// Newest first; what is left is ordered by where it lies, so that order of arrival never counts.
  private static func precedes(_ left: StoredEvent, _ right: StoredEvent) -> Bool {
    let leftDay = left.event.producedOn?.number ?? 0
    let rightDay = right.event.producedOn?.number ?? 0
    if leftDay != rightDay { return leftDay > rightDay }
    if let leftDigest = left.event.digest, let rightDigest = right.event.digest,
      leftDigest != rightDigest
    {
      return leftDigest > rightDigest
    }
    let leftSource = left.event.source
    let rightSource = right.event.source
    if leftSource.file != rightSource.file { return leftSource.file < rightSource.file }
    if leftSource.member != rightSource.member {
      return (leftSource.member ?? "") < (rightSource.member ?? "")
    }
    return leftSource.offset < rightSource.offset
  }
}
