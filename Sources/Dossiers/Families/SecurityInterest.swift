import Records

/// A security interest that another office recorded against a right of the family: the counterpart
/// of a pledge (质押) in assignment data. No delivery tells its amount.
package struct SecurityInterest: Hashable, Sendable {
  package var country: String
  /// Reel and frame, or whatever the delivery tells recordings apart by.
  package var recording: String?
  /// The document it is recorded against, as it is joined by.
  package var joiningNumber: String?
  /// The application it is recorded against, where the delivery names it.
  package var application: String?
  package var recordedOn: CalendarDay
  package var releasedOn: CalendarDay?
  package var source: Source

  package init(
    country: String, recording: String?, joiningNumber: String?, application: String? = nil,
    recordedOn: CalendarDay, releasedOn: CalendarDay?, source: Source
  ) {
    self.country = country
    self.recording = recording
    self.joiningNumber = joiningNumber
    self.application = application
    self.recordedOn = recordedOn
    self.releasedOn = releasedOn
    self.source = source
  }

  /// The interests recorded against rights of the family, each recording once, with the first release
  /// recorded later against the same document or application.
  package static func all(in family: WorldwideFamily) -> [SecurityInterest] {
    var interests: [SecurityInterest] = []
    for event in family.events where event.country != "CN" {
      guard let day = event.publishedOn ?? event.effectiveOn else { continue }
      switch event.eventClass {
      case .pledgeRegistered:
        let interest = SecurityInterest(
          country: event.country, recording: event.identifier,
          joiningNumber: event.joiningNumber, application: event.application, recordedOn: day,
          releasedOn: nil, source: event.source)
        // A recording is delivered again when the office corrects it.
        let isKnown = interests.contains {
          $0.recording != nil && $0.recording == interest.recording && $0.concerns(interest)
        }
        if !isKnown { interests.append(interest) }
      case .pledgeCancelled:
        let release = SecurityInterest(
          country: event.country, recording: nil, joiningNumber: event.joiningNumber,
          application: event.application, recordedOn: day, releasedOn: nil, source: event.source)
        for index in interests.indices
        where interests[index].releasedOn == nil && interests[index].recordedOn <= day
          && interests[index].concerns(release)
        { interests[index].releasedOn = day }
      default: break
      }
    }
    return interests
  }

  /// Whether both are recorded against one right: the document before its grant and after have
  /// numbers of their own, so the application counts as well.
  private func concerns(_ other: SecurityInterest) -> Bool {
    country == other.country
      && (joiningNumber != nil && joiningNumber == other.joiningNumber
        || application != nil && application == other.application)
  }
}
