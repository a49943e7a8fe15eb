import Records

/// A registration of a pledge contract (专利权质押合同登记) or its change or cancellation.
package struct PledgeEvent: Hashable, Sendable {
  /// What the event does to the contract's registration.
  package enum Effect: String, Hashable, Sendable {
    case registered
    case changed
    case cancelled
  }

  /// 登记号 in ``PledgeEvent/normalized(_:)`` form; nil where the event names none.
  package var registrationNumber: String?
  package var effect: Effect
  package var effectiveOn: CalendarDay
  package var publishedOn: CalendarDay?
  package var source: Source

  package init(
    registrationNumber: String?, effect: Effect, effectiveOn: CalendarDay,
    publishedOn: CalendarDay? = nil, source: Source
  ) {
    self.registrationNumber = registrationNumber
    self.effect = effect
    self.effectiveOn = effectiveOn
    self.publishedOn = publishedOn
    self.source = source
  }

  /// The form in which registration numbers are compared: half-width, upper case, no white space.
  package static func normalized(_ number: some StringProtocol) -> String {
    PartyText.key(number).uppercased()
  }

  init?(_ entry: EventTimeline.Entry) {
    switch entry.eventClass {
    case .pledgeRegistered: effect = .registered
    case .pledgeChanged: effect = .changed
    case .pledgeCancelled: effect = .cancelled
    default: return nil
    }
    guard let day = entry.effectiveOn else { return nil }
    effectiveOn = day
    publishedOn = entry.event.publishedOn
    source = entry.event.source
    registrationNumber = PartyText.present(entry.event.value("登记号")).map {
      PledgeEvent.normalized($0)
    }
  }

  /// The pledge events among `entries`, one for each contract, effect and day.
  static func all(in entries: [EventTimeline.Entry]) -> [PledgeEvent] {
    var events: [PledgeEvent] = []
    for entry in entries {
      guard let event = PledgeEvent(entry) else { continue }
      let isKnown = events.contains {
        $0.registrationNumber == event.registrationNumber && $0.effect == event.effect
          && ($0.effectiveOn == event.effectiveOn
            || event.registrationNumber != nil
              && event.effect != .changed)
      }
      if !isKnown { events.append(event) }
    }
    // An old code tells the same registration without its number.
    return events.filter { event in
      event.registrationNumber != nil
        || !events.contains {
          $0.registrationNumber != nil && $0.effect == event.effect
            && ($0.effectiveOn == event.effectiveOn
              || ($0.publishedOn != nil && $0.publishedOn == event.publishedOn))
        }
    }
  }
}
