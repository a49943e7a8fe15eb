import Records

/// One application as a run judged it.
package struct JudgedApplication: Sendable {
  /// The days from which, and until before which, the judgement holds; nil: without bound.
  package struct Validity: Sendable, Hashable {
    package var from: CalendarDay?
    package var until: CalendarDay?

    package init(from: CalendarDay?, until: CalendarDay?) {
      self.from = from
      self.until = until
    }
  }

  /// Events that neither their code nor their name classes.
  package struct Unclassified: Sendable, Hashable {
    package var code: String?
    package var name: String?
    package var count: Int

    package init(code: String?, name: String?, count: Int) {
      self.code = code
      self.name = name
      self.count = count
    }
  }

  /// From when to when an invention of the region was in force; ISO days.
  package struct Lifespan: Sendable, Hashable {
    package var grantedOn: String
    package var endedOn: String?
    /// The day a lapse was published, where the end was one.
    package var lapsePublishedOn: String?
    /// The first day between effect and publication of the lapse on which the patent counted as
    /// high-value by what was known; nil if it did not.
    package var highValueFrom: String?

    package init(grantedOn: String) { self.grantedOn = grantedOn }
  }

  /// Under which other readings of open settings the patent is of the base set, and counts; one bit
  /// each.
  package struct Readings: Sendable, Hashable {
    package var base: Int
    package var counts: Int

    package init(base: Int, counts: Int) {
      self.base = base
      self.counts = counts
    }
  }

  package var application: ApplicationNumber
  /// Nil for rights that are not judged.
  package var validity: Validity?
  /// Whether it is in force (or undetermined) and of the region.
  package var mayBeOfRegion = false
  package var hasPledgeEvents = false
  package var unclassified: [Unclassified] = []
  package var dossier: DerivedDossier?
  package var lifespan: Lifespan?
  package var readings: Readings?

  package init(_ application: ApplicationNumber) { self.application = application }

  /// Whether anything is to be written of it.
  package var isEmpty: Bool {
    validity == nil && unclassified.isEmpty
  }
}
