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
        let open = interests.indices.filter {
          interests[$0].releasedOn == nil && interests[$0].recordedOn <= day
            && interests[$0].concerns(release)
        }
        // A release of one of several interests closes the one it names, and none if it names none.
        let named = open.filter { index in
          interests[index].recording.map { SecurityInterest.names(event.name ?? "", $0) } ?? false
        }
        for index in named.isEmpty && open.count == 1 ? open : named {
          interests[index].releasedOn = day
        }
      default: break
      }
    }
    return interests
  }

  /// Whether a release's text names a recording: `REEL 060002 FRAME 0001` is `060002/0001`.
  private static func names(_ text: String, _ recording: String) -> Bool {
    func numbers(_ text: String) -> [Int] {
      text.split { !$0.isNumber }.compactMap { Int($0) }
    }
    let wanted = numbers(recording)
    let found = numbers(text)
    guard wanted.count == 2 else { return false }
    return zip(found, found.dropFirst()).contains { $0 == wanted[0] && $1 == wanted[1] }
  }

  /// Whether both are recorded against one right: the document before its grant and after have
  /// numbers of their own, so the application counts as well.
  private func concerns(_ other: SecurityInterest) -> Bool {
    country == other.country
      && (joiningNumber != nil && joiningNumber == other.joiningNumber
        || application != nil && application == other.application)
  }
}
