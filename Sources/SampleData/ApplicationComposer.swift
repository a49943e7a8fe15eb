import Records

/// Composes applications one by one; each depends on the seed and its index alone.
struct ApplicationComposer: Sendable {
  let seed: UInt64

  /// The cut-off the stories are told for.
  static let asOf = fixedDay(2025, 12, 31)

  func application(_ index: Int) -> Application {
    var generator = SplitMix64(seed: seed, stream: index)
    let cast = reconciled(Cast.draw(index, &generator))
    var draft = Draft(index: index, cast: cast, generator: generator)
    draft.setDates()
    draft.setNumbers()
    draft.setDocuments()
    draft.tellStanding()
    draft.tellOwnership()
    draft.tellDelivery()
    draft.tellPledge()
    draft.tellFamily()
    draft.tellAward()
    return draft.finished()
  }

  /// Drops stories that would contradict another one of the cast.
  private func reconciled(_ drawn: Cast) -> Cast {
    var cast = drawn
    if cast.right != .invention {
      cast.standing = .granted
      cast.ownership = .unchanged
      cast.delivery = .once
    }
    switch cast.standing {
    case .termCompensationUndated, .invalidationWithoutExtent:
      if !AddressForm.isPlainHome(cast.address) { cast.address = AddressForm.plainHome[1] }
      cast.ownership = .unchanged
      cast.delivery = .once
    case .grantedByEventOnly, .pending, .refused, .deemedWithdrawn, .grantedAfterCutOff,
      .grantWithdrawn, .grantWithdrawnThenRepublished:
      cast.ownership = .unchanged
      cast.delivery = .once
    default: break
    }
    if cast.ownership != .unchanged {
      cast.delivery = .once
      if !AddressForm.isPlainHome(cast.address) { cast.address = AddressForm.plainHome[0] }
    }
    return cast
  }
}

extension AddressForm {
  static func isPlainHome(_ form: AddressForm) -> Bool {
    plainHome.contains { $0.pattern == form.pattern }
  }
}

/// A day of the calendar that the source names; a day that does not exist is a mistake here.
func fixedDay(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
  guard let value = CalendarDay(year: year, month: month, day: day) else {
    preconditionFailure("no such day: \(year)-\(month)-\(day)")
  }
  return value
}

extension CalendarDay {
  /// The day `days` later; the generator stays far from the calendar's ends.
  func later(by days: Int) -> CalendarDay { adding(days: days) ?? self }

  /// `20251231`.
  var compact: String { String(number) }
}
