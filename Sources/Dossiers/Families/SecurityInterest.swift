import Records

/// A security interest that another office recorded against a right of the family: the counterpart
/// of a pledge (质押) in assignment data. No delivery tells its amount.
package struct SecurityInterest: Hashable, Sendable {
  package var country: String
  /// Reel and frame, or whatever the delivery tells recordings apart by.
  package var recording: String?
  /// The document it is recorded against, as it is joined by.
  package var joiningNumber: String?
  package var recordedOn: CalendarDay
  package var releasedOn: CalendarDay?
  package var source: Source

  package init(
    country: String, recording: String?, joiningNumber: String?, recordedOn: CalendarDay,
    releasedOn: CalendarDay?, source: Source
  ) {
    self.country = country
    self.recording = recording
    self.joiningNumber = joiningNumber
    self.recordedOn = recordedOn
    self.releasedOn = releasedOn
    self.source = source
  }

  /// The interests recorded against rights of the family, with the first release recorded later
  /// against the same document.
  package static func all(in family: WorldwideFamily) -> [SecurityInterest] {
    var interests: [SecurityInterest] = []
    for event in family.events where event.country != "CN" {
      guard let day = event.publishedOn ?? event.effectiveOn else { continue }
      switch event.eventClass {
      case .pledgeRegistered:
        interests.append(
          SecurityInterest(
            country: event.country, recording: event.identifier,
            joiningNumber: event.joiningNumber, recordedOn: day, releasedOn: nil,
            source: event.source))
      case .pledgeCancelled:
        for index in interests.indices
        where interests[index].releasedOn == nil && interests[index].recordedOn <= day
          && interests[index].country == event.country
          && interests[index].joiningNumber == event.joiningNumber
        { interests[index].releasedOn = day }
      default: break
      }
    }
    return interests
  }
}
