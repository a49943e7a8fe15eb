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

  /// Days on which an invention is one of the base set, or is taken for one; ISO days.
  package struct Presence: Sendable, Hashable {
    package var from: String
    /// The first day after; nil: without end.
    package var until: String?
    /// Nil where it is of the base set by all that is known. Else it is not, because its right has
    /// ended, and the day on which that was published: until then the days count as if it were one.
    package var endPublishedOn: String?
    /// Whether that end was a lapse.
    package var isLapse = false
    /// Of a lapse the first of the days on which the patent counted as high-value by what was known;
    /// nil if it did not.
    package var highValueFrom: String?

    package init(from: String, until: String?) {
      self.from = from
      self.until = until
    }
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
  package var presences: [Presence] = []
  package var readings: Readings?

  package init(_ application: ApplicationNumber) { self.application = application }

  /// Whether anything is to be written of it.
  package var isEmpty: Bool {
    validity == nil && unclassified.isEmpty
  }
}
